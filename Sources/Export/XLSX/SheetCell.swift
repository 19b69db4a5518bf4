import Model
import Storage

/// A cell as a sheet has it.
///
/// A text stays a text, whatever it looks like. Numbers, booleans and whole days are what a sheet
/// counts, sorts and filters by; a date that is not a whole day, or one before spreadsheets and
/// calendar agree, is a text, and so is a number that a sheet would round.
struct SheetCell: Hashable {
  /// A text that is longer than a cell.
  struct Cut: Hashable {
    /// In UTF-16 units, as sheets count.
    let units: Int
    let kept: Int
  }

  let value: SheetValue
  let cut: Cut?

  /// What Excel takes, in UTF-16 units.
  static let longest = 32_767
  /// Sheets keep fifteen digits of a number.
  private static let firstTooLong = 1_000_000_000_000_000

  init(_ cell: Cell, of column: ColumnDescription) {
    switch cell {
    case .null: self.init(.nothing)
    case .boolean(let flag): self.init(.boolean(flag))
    case .number(let number): self.init(number.isFinite ? .number(number) : .nothing)
    case .integer(let number) where number.magnitude < Self.firstTooLong:
      self.init(.number(Double(number)))
    case .integer(let number): self.init(text: String(number))
    case .list(let items): self.init(text: items.joined(separator: CSVText.listSeparator))
    case .text(let text):
      if column.type == .date, let day = SheetDay.number(text) {
        self.init(.day(day))
      } else {
        self.init(text: text)
      }
    }
  }

  private init(_ value: SheetValue) {
    self.value = value
    cut = nil
  }

  private init(text raw: String) {
    let text = SheetText(raw)
    value =
      text.cut == nil ? (text.text.isEmpty ? .nothing : .text(text.text)) : .cutText(text.text)
    cut = text.cut
  }
}

/// The calendar of spreadsheets.
enum SheetDay {
  /// The number of a whole day from the 1st of March 1900; before, Excel counts a day that never was.
  static func number(_ text: String) -> Int? {
    guard let date = PartialDate(iso: text), date.day != nil, date.iso == text else { return nil }
    let number = date.dayNumber - (first?.dayNumber ?? 0) + firstNumber
    return number >= firstNumber ? number : nil
  }

  private static let first = PartialDate(year: 1900, month: 3, day: 1)
  private static let firstNumber = 61
}

/// A text as the XML of a sheet can hold it: lines end with LF, control characters and the two
/// characters that XML forbids are taken out, and what a sheet would read as the code of a character
/// is guarded.
struct SheetText: Hashable {
  let text: String
  let cut: SheetCell.Cut?

  init(_ raw: String) {
    let (escaped, guards) = Self.escaped(Self.permitted(raw))
    // A guard is six units of the XML, and none of the cell.
    let shown = SpreadsheetText(
      escaped, guards: false, longest: SheetCell.longest - guards * Self.guardMark.count)
    text = shown.text
    cut =
      shown.isCut
      ? SheetCell.Cut(units: raw.utf16.count, kept: shown.text.utf16.count) : nil
  }

  private static let guardMark = Array("_x005F".utf8)

  /// Without U+FFFE and U+FFFF.
  private static func permitted(_ text: String) -> String {
    guard text.utf8.contains(0xEF) else { return text }
    let forbidden: Set<UnicodeScalar> = ["\u{FFFE}", "\u{FFFF}"]
    guard text.unicodeScalars.contains(where: forbidden.contains) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !forbidden.contains($0) }))
  }

  /// `_x0041_` is an A to a sheet; with `_x005F` for its first line, it is itself.
  private static func escaped(_ text: String) -> (String, guards: Int) {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return (text, 0) }
    let bytes = Array(text.utf8)
    let places = bytes.indices.filter { isCode(bytes[$0...].prefix(7)) }
    guard !places.isEmpty else { return (text, 0) }
    var escaped: [UInt8] = []
    var start = 0
    for place in places {
      escaped += bytes[start..<place] + guardMark
      start = place
    }
    return (String(decoding: escaped + bytes[start...], as: UTF8.self), places.count)
  }

  private static func isCode(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count == 7, bytes.first == UInt8(ascii: "_"), bytes.last == UInt8(ascii: "_"),
      bytes.dropFirst().first == UInt8(ascii: "x")
    else { return false }
    return bytes.dropFirst(2).dropLast().allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
  }
}
