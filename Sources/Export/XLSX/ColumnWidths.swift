import Storage

/// How wide the columns of a sheet are to be: as its first rows need, within reason.
struct ColumnWidths {
  private(set) var widths: [Int]
  private var rows = 0

  /// Rows that are looked at.
  private static let mostRows = 1000
  private static let widest = 60
  /// The arrow of the filter, and an edge.
  private static let headingExtra = 4
  private static let dayWidth = 12
  private static let numberWidth = 10

  init(headings: [String]) {
    widths = headings.map { Self.width(of: $0) + Self.headingExtra }
  }

  mutating func note(_ values: [SheetValue]) {
    guard rows < Self.mostRows else { return }
    rows += 1
    for (column, value) in values.enumerated() where widths[column] < Self.widest {
      widths[column] = max(widths[column], Self.width(of: value))
    }
  }

  private static func width(of value: SheetValue) -> Int {
    switch value {
    case .nothing: 0
    case .text(let text), .cutText(let text), .heading(let text), .link(let text, _):
      width(of: text) + 1
    case .number, .boolean: numberWidth
    case .day: dayWidth
    }
  }

  /// Of the first line; Chinese characters are twice as wide as letters.
  private static func width(of text: String) -> Int {
    var width = 0
    for scalar in text.unicodeScalars {
      if scalar == "\n" || width >= widest { break }
      width += scalar.value < firstWide ? 1 : 2
    }
    return min(width, widest)
  }

  /// From here on, nearly all that articles hold is wide: Hangul, kana, Han, full-width signs.
  private static let firstWide: UInt32 = 0x1100
}
