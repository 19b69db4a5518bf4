/// UTF-8 that was read as Windows-1252 or GBK and written as UTF-8 again.
enum DoubleEncoding {
  /// The text as it was, where that is certain: every character goes back to its bytes, the
  /// bytes are valid UTF-8, and Chinese comes out. Nil otherwise.
  static func repaired(_ text: [UInt8]) -> [UInt8]? { repairedWestern(text) ?? repairedGBK(text) }

  /// Chinese of rare characters alone, among them those that the commonest ones become when
  /// their UTF-8 is read as GBK (，gives 锛, 。 gives 銆, 的 gives 鐨), and none of these themselves.
  static func isGarbled(_ text: [UInt8]) -> Bool {
    var garbled = 0
    var marks = 0
    var index = 0
    while index + 2 < text.count {
      switch (text[index], text[index + 1], text[index + 2]) {
      case (0xE9, 0x94, 0x9B), (0xE9, 0x8A, 0x86), (0xE9, 0x90, 0xA8), (0xE9, 0x8D, 0xA6),
        (0xE6, 0xB6, 0x93), (0xE6, 0xB5, 0xBC), (0xE9, 0x8F, 0x84):
        garbled += 1
      case (0xEF, 0xBC, 0x8C), (0xE3, 0x80, 0x82), (0xE7, 0x9A, 0x84): marks += 1
      default: break
      }
      index += text[index] < 0x80 ? 1 : text[index] < 0xE0 ? 2 : 3
    }
    return garbled >= 2 && garbled > 4 * marks && !Usage.isPlausible(text)
  }

  private static func repairedGBK(_ text: [UInt8]) -> [UInt8]? {
    guard isGarbled(text), text.range(of: replacement) == nil else { return nil }
    var bytes: [UInt8] = []
    // Windows reads a lone 0x80 as the euro sign, which GBK does not have.
    var rest = text[...]
    while let euro = rest.range(of: "€".utf8) {
      guard let part = Converter.bytes(of: Array(rest[..<euro.lowerBound]), in: "GB18030") else {
        return nil
      }
      bytes += part + [0x80]
      rest = rest[euro.upperBound...]
    }
    guard let part = Converter.bytes(of: Array(rest), in: "GB18030") else { return nil }
    bytes += part
    return UTF8Check.isValid(bytes[...]) && !isGarbled(bytes) ? bytes : nil
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private static func repairedWestern(_ text: [UInt8]) -> [UInt8]? {
    guard text.contains(0xC3), isSuspicious(text) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      guard let byte = byte(scalar) else { return nil }
      bytes.append(byte)
    }
    guard UTF8Check.isValid(bytes[...]) else { return nil }
    let han = bytes.count { $0 >= 0xE4 && $0 <= 0xE9 }
    return han >= 8 ? bytes : nil
  }

  /// Leads of Chinese characters as Latin letters (ä å æ ç è é), and hardly any real Chinese.
  private static func isSuspicious(_ text: [UInt8]) -> Bool {
    var latin = 0
    var han = 0
    var previous: UInt8 = 0
    for byte in text {
      if previous == 0xC3, byte >= 0xA4, byte <= 0xA9 { latin += 1 }
      if byte >= 0xE4, byte <= 0xE9 { han += 1 }
      previous = byte
    }
    return latin >= 8 && han == 0
  }

  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return windows[scalar]
  }

  /// 0x80 to 0x9F of Windows-1252; the five without a character stay control characters.
  private static let windows: [Unicode.Scalar: UInt8] = {
    let scalars = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
    return Dictionary(uniqueKeysWithValues: zip(scalars, UInt8(0x80)...))
  }()
}
