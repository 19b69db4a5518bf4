/// What one pass over a text tells of its encoding, so that the text need not be read again for
/// each question.
struct TextSurvey {
  /// Well-formed UTF-8. Where it is not, the counts end at the first bad byte.
  private(set) var isUTF8 = true
  /// Chinese characters.
  private(set) var han = 0
  /// Leads of Chinese characters as Latin letters: ä å æ ç è é.
  private(set) var latin = 0
  /// What the commonest Chinese characters become when their UTF-8 is read as GBK (，gives 锛,
  /// 。 gives 銆, 的 gives 鐨).
  private(set) var garbled = 0
  /// These commonest characters themselves.
  private(set) var marks = 0

  init(_ text: [UInt8]) { text.withUnsafeBufferPointer { read($0) } }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while true {
      if index >= text.count || text[index] < 0x80 {
        index = WideBytes.firstWide(text, from: index)
        guard index < text.count else { return }
      }
      let end = UTF8Check.scalarEnd(text, index)
      guard end > index else {
        isUTF8 = false
        return
      }
      if end - index == 3 {
        count(text[index], text[index + 1], text[index + 2])
      } else if text[index] == 0xC3, (0xA4...0xA9).contains(text[index + 1]) {
        latin += 1
      }
      index = end
    }
  }

  @inline(__always)
  private mutating func count(_ a: UInt8, _ b: UInt8, _ c: UInt8) {
    if a >= 0xE4, a <= 0xE9 { han += 1 }
    switch UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c) {
    case 0xE9_949B, 0xE9_8A86, 0xE9_90A8, 0xE9_8DA6, 0xE6_B693, 0xE6_B5BC, 0xE9_8F84:
      garbled += 1
    case 0xEF_BC8C, 0xE3_8082, 0xE7_9A84: marks += 1
    default: break
    }
  }
}
