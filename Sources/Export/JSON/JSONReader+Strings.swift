extension JSONReader {
  /// The string that begins at the index, unescaped.
  mutating func string() throws(Lost) -> String {
    let start = index + 1
    index = start
    // Most strings have nothing to unescape: one stretch of the text.
    while let byte = peek, byte != 0x22, byte != 0x5C, byte >= 0x20 { index += 1 }
    if peek == 0x22 {
      index += 1
      return text(of: bytes[start..<(index - 1)], at: start)
    }
    return try escapedString(from: start)
  }

  private mutating func escapedString(from start: Int) throws(Lost) -> String {
    var content = Array(bytes[start..<index])
    while true {
      switch peek {
      case nil: throw lost(.unexpectedEnd(expected: "a closing double quote"))
      case 0x22:
        index += 1
        return text(of: content[...], at: start)
      case 0x5C: try unescape(onto: &content)
      case .some(let byte):
        // A line that ends inside a string is a quote forgotten; the rest would be noise.
        if byte == 0x0A {
          throw lost(
            .unexpected(found: "the end of the line", expected: "a closing double quote"))
        }
        if byte < 0x20 { note(.controlCharacter(byte), at: index) }
        takeContent(onto: &content)
      }
    }
  }

  /// The byte at the index, and all after it that are nothing but content.
  private mutating func takeContent(onto content: inout [UInt8]) {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] >= 0x20, bytes[index] != 0x22, bytes[index] != 0x5C {
      index += 1
    }
    content += bytes[start..<index]
  }

  private mutating func unescape(onto content: inout [UInt8]) throws(Lost) {
    guard index + 1 < bytes.count else { throw lost(.unexpectedEnd(expected: "an escape")) }
    let letter = bytes[index + 1]
    switch letter {
    case 0x22, 0x5C, 0x2F: content.append(letter)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): return unescapeScalar(onto: &content)
    default:
      note(.badEscape(Self.words(bytes[index...].prefix(2))), at: index)
      content.append(0x5C)
      // The letter may begin a scalar of several bytes: it is read as content.
      index += 1
      return
    }
    index += 2
  }

  /// `\u` and four digits; two of them for a scalar beyond FFFF.
  private mutating func unescapeScalar(onto content: inout [UInt8]) {
    guard let first = codeUnit(at: index) else {
      note(.badEscape(Self.words(bytes[index...].prefix(6))), at: index)
      content.append(0x5C)
      index += 1
      return
    }
    let second = UTF16.isLeadSurrogate(first) ? codeUnit(at: index + 6) : nil
    if let second, UTF16.isTrailSurrogate(second) {
      content += Array(String(decoding: [first, second], as: UTF16.self).utf8)
      index += 12
      return
    }
    if UTF16.isLeadSurrogate(first) || UTF16.isTrailSurrogate(first) {
      note(.loneSurrogate(Self.words(bytes[index...].prefix(6))), at: index)
    }
    // A lone half becomes U+FFFD.
    content += Array(String(decoding: [first], as: UTF16.self).utf8)
    index += 6
  }

  private func codeUnit(at start: Int) -> UInt16? {
    guard start + 6 <= bytes.count, bytes[start] == 0x5C, bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[(start + 2)..<(start + 6)] {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue, byte < 0x80 else {
        return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  private mutating func text(of content: ArraySlice<UInt8>, at start: Int) -> String {
    if let text = String(strict: content) { return text }
    note(.notUTF8, at: start)
    return String(decoding: content, as: UTF8.self)
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
