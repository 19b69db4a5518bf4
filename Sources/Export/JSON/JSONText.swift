package import Model

/// Writes JSON (RFC 8259) at the end of a buffer: the one place of the program that does.
///
/// UTF-8 as it is, except what breaks readers: control characters and the line separators U+2028
/// and U+2029 are escaped. `/` is not. The same values give the same bytes.
package enum JSONText {
  /// Integers past this are strings: most readers keep numbers as doubles, which have 53 bits.
  package static let largestInteger = 1 << 53

  package static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(0x22)
    text.withUTF8 { append($0, to: &bytes) }
    bytes.append(0x22)
  }

  package static func append(_ number: Int, to bytes: inout [UInt8]) {
    let isString = number.magnitude > UInt(largestInteger)
    if isString { bytes.append(0x22) }
    bytes += String(number).utf8
    if isString { bytes.append(0x22) }
  }

  /// The shortest digits that give the same number again; null for what is no number.
  package static func append(_ number: Double, to bytes: inout [UInt8]) {
    guard number.isFinite else { return appendNull(to: &bytes) }
    bytes += number.description.utf8
  }

  package static func append(_ flag: Bool, to bytes: inout [UInt8]) {
    bytes += (flag ? "true" : "false").utf8
  }

  package static func appendNull(to bytes: inout [UInt8]) {
    bytes += "null".utf8
  }

  package static func append(_ list: [String], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (index, text) in list.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  package static func append(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .null: appendNull(to: &bytes)
    case .text(let text): append(text, to: &bytes)
    case .integer(let number): append(number, to: &bytes)
    case .number(let number): append(number, to: &bytes)
    case .boolean(let flag): append(flag, to: &bytes)
    case .list(let list): append(list, to: &bytes)
    }
  }

  // MARK: Strings

  /// Copies stretches without anything to escape at once.
  private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      // E2 begins the separators, and also the quotation marks of every second sentence.
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0xE2 else {
        index += 1
        continue
      }
      let length = escapedLength(text, at: index)
      if length > 0 {
        bytes += text[start..<index]
        appendEscape(text, at: index, to: &bytes)
        start = index + length
      }
      index += max(1, length)
    }
    bytes += text[start..<text.count]
  }

  /// How many bytes from here on are escaped together; 0 for none.
  private static func escapedLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard text[index] == 0xE2 else { return 1 }
    let isSeparator =
      index + 2 < text.count && text[index + 1] == 0x80
      && (text[index + 2] == 0xA8 || text[index + 2] == 0xA9)
    return isSeparator ? 3 : 0
  }

  private static func appendEscape(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, to bytes: inout [UInt8]
  ) {
    switch text[index] {
    case 0x08: bytes += "\\b".utf8
    case 0x09: bytes += "\\t".utf8
    case 0x0A: bytes += "\\n".utf8
    case 0x0C: bytes += "\\f".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0x22: bytes += "\\\"".utf8
    case 0x5C: bytes += "\\\\".utf8
    case 0xE2: bytes += (text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8
    case let byte:
      bytes += "\\u00".utf8
      bytes.append(0x30 + byte >> 4)
      bytes.append(Array("0123456789abcdef".utf8)[Int(byte & 15)])
    }
  }
}
