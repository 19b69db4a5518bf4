import Glibc

/// A file put together of pieces in UTF-8 and in GB18030: templates in one, articles in the other.
enum MixedLines {
  /// Nil where the file is in one encoding.
  ///
  /// Text of the one is hardly ever valid in the other over a whole line, so that each line tells
  /// for itself. Lines that fit neither go with the encoding in which fewer bytes are replaced.
  static func decoded(_ bytes: [UInt8]) -> DecodedText? {
    guard holdsBoth(bytes) else { return nil }
    let lines = bytes.lines
    let kinds = lines.map(kind)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 4)
    var isMixed = false
    var replaced = 0
    for (line, kind) in zip(lines, kinds) {
      if !text.isEmpty || line.startIndex > 0 { text.append(0x0A) }
      guard kind == .other else {
        text += line
        continue
      }
      let asUTF8 = UTF8Check.repaired(Array(line))
      let asGB = Converter.utf8(Array(line), from: .gb18030)
      // A line of UTF-8 with a bad byte makes rare characters and no usual ones.
      let isGB = asGB.replaced * 4 <= asUTF8.replaced && Usage.isUsual(asGB.text)
      isMixed = isMixed || isGB
      text += isGB ? asGB.text : asUTF8.text
      replaced += isGB ? asGB.replaced : asUTF8.replaced
    }
    guard isMixed else { return nil }
    return DecodedText(
      text: text, encoding: Encoding.utf8.rawValue,
      quality: replaced > 0 ? ["encoding.mixed", "encoding.replaced"] : ["encoding.mixed"])
  }

  /// Whether there are lines of either kind, found without parting the file into its lines.
  private static func holdsBoth(_ bytes: [UInt8]) -> Bool {
    var hasUTF8 = false
    var hasOther = false
    var start = bytes.startIndex
    while start < bytes.count, !(hasUTF8 && hasOther) {
      let end = bytes.firstLineEnd(from: start)
      let kind = kind(bytes[start..<end])
      hasUTF8 = hasUTF8 || kind == .utf8
      hasOther = hasOther || kind == .other
      start = end + 1
    }
    return hasUTF8 && hasOther
  }

  private enum Kind { case ascii, utf8, other }

  private static func kind(_ line: ArraySlice<UInt8>) -> Kind {
    let isASCII = line.withUnsafeBufferPointer { WideBytes.firstWide($0, from: 0) == $0.count }
    if isASCII { return .ascii }
    guard UTF8Check.isValid(line) else { return .other }
    // 联通 in GBK happens to be valid UTF-8; four Chinese characters of three bytes are no chance.
    return line.count { $0 >= 0xE3 && $0 <= 0xE9 } >= 4 ? .utf8 : .ascii
  }
}

extension [UInt8] {
  /// Where the first line end from `start` on stands, or the end.
  fileprivate func firstLineEnd(from start: Int) -> Int {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return bytes.count }
      return UnsafeRawPointer(found) - base
    }
  }
}
