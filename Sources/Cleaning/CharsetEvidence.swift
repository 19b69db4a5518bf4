/// What a page says of its own encoding: `<meta charset>`, `http-equiv`, an XML declaration.
enum CharsetDeclaration {
  /// The name as written, from the first 4 kB.
  static func find(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
    for word in ["charset", "encoding"] {
      var from = 0
      while let at = head.position(of: Array(word.utf8), from: from) {
        if let name = value(head, after: at + word.utf8.count) { return name }
        from = at + 1
      }
    }
    return nil
  }

  /// The name after `=`, with or without quotes.
  private static func value(_ head: [UInt8], after start: Int) -> String? {
    var index = start
    let isFiller: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
    while index < head.count, isFiller(head[index]) { index += 1 }
    guard index < head.count, head[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    while index < head.count, isFiller(head[index]) { index += 1 }
    let name = head[index...].prefix { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
        || byte == 0x3A
    }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}

/// Tells Big5 from GB18030 where nothing is declared.
enum CharsetEvidence {
  /// Big5 keeps its common characters in rows A4 to C6 with second bytes from 40 to 7E as well;
  /// in GB18030 text the second byte of a common character is A1 or more.
  static func isBig5(_ bytes: [UInt8]) -> Bool {
    let sample = Array(bytes.prefix(200_000))
    return score(sample, isBig5: true) > score(sample, isBig5: false)
  }

  private static func score(_ bytes: [UInt8], isBig5: Bool) -> Int {
    var total = 0
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      total += isBig5 ? big5(bytes[index], bytes[index + 1]) : gb(bytes[index], bytes[index + 1])
      index += 2
    }
    return total
  }

  private static func big5(_ lead: UInt8, _ trail: UInt8) -> Int {
    let isTrail = (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail)
    guard isTrail, lead >= 0x87, lead != 0xFF else { return -8 }
    if (0xA4...0xC6).contains(lead) { return 2 }
    return lead == 0xA1 ? 1 : -1
  }

  private static func gb(_ lead: UInt8, _ trail: UInt8) -> Int {
    guard trail >= 0x40, trail != 0x7F, trail != 0xFF, lead >= 0x81, lead != 0xFF else { return -8 }
    guard trail >= 0xA1 else { return -1 }
    // Level 1 of GB 2312: the 3,755 characters of everyday use.
    if (0xB0...0xD7).contains(lead) { return 2 }
    return lead == 0xA3 || lead == 0xA1 ? 1 : 0
  }
}

extension [UInt8] {
  /// Where `needle` stands, at or after `from`.
  func position(of needle: [UInt8], from: Int = 0) -> Int? {
    guard let first = needle.first, count >= needle.count else { return nil }
    var index = from
    while index + needle.count <= count {
      if self[index] == first, self[index..<(index + needle.count)].elementsEqual(needle) {
        return index
      }
      index += 1
    }
    return nil
  }
}
