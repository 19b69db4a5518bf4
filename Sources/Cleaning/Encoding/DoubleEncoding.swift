/// UTF-8 that was read as Windows-1252 or GBK and written as UTF-8 again.
enum DoubleEncoding {
  /// The text as it was, where that is certain: every character goes back to its bytes, the
  /// bytes are valid UTF-8, and Chinese comes out. Nil otherwise.
  static func repaired(_ text: [UInt8], _ survey: TextSurvey) -> [UInt8]? {
    repairedWestern(text, survey) ?? repairedGBK(text, survey)
  }

  /// Chinese of rare characters alone, among them those that the commonest ones become when
  /// their UTF-8 is read as GBK, and none of these themselves.
  static func isGarbled(_ text: [UInt8], _ survey: TextSurvey) -> Bool {
    survey.garbled >= 2 && survey.garbled > 4 * survey.marks && !Usage.isPlausible(text)
  }

  private static func repairedGBK(_ text: [UInt8], _ survey: TextSurvey) -> [UInt8]? {
    guard isGarbled(text, survey), text.range(of: replacement) == nil else { return nil }
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
    let result = TextSurvey(bytes)
    return result.isUTF8 && !isGarbled(bytes, result) ? bytes : nil
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private static func repairedWestern(_ text: [UInt8], _ survey: TextSurvey) -> [UInt8]? {
    guard survey.latin >= 8, survey.han == 0 else { return nil }
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
