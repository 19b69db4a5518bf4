import Model

/// Writes CSV (RFC 4180) at the end of a buffer.
///
/// A field is quoted when it must be, and when it is an empty text: nothing between two commas is
/// null, `""` is a text without characters.
enum CSVText {
  static let newline: [UInt8] = [0x0D, 0x0A]
  static let listSeparator = "; "

  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { field in
      guard needsQuotes(field) else {
        bytes += field
        return
      }
      bytes.append(0x22)
      appendQuoted(field, to: &bytes)
      bytes.append(0x22)
    }
  }

  /// What a cell is in CSV; nil for null.
  static func text(of cell: Cell) -> String? {
    switch cell {
    case .null: nil
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): number.isFinite ? number.description : nil
    case .boolean(let flag): flag ? "true" : "false"
    case .list(let list): list.joined(separator: listSeparator)
    }
  }

  /// A whole line.
  static func line(_ fields: [String?]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (place, field) in fields.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      if let field { append(field, to: &bytes) }
    }
    return bytes + newline
  }

  private static func needsQuotes(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = field.first, let last = field.last else { return true }
    // A space at an edge is content, and many readers take it away.
    return first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09
      || field.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
  }

  private static func appendQuoted(
    _ field: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) {
    var start = 0
    for index in field.indices where field[index] == 0x22 {
      bytes += field[start...index]
      bytes.append(0x22)
      start = index + 1
    }
    bytes += field[start...]
  }
}
