/// Where sentences end.
enum Sentence {
  /// The line ends as a sentence does: 。！？…” and their Western kin, closing brackets after them
  /// passed over.
  static func isEnded(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    while true {
      guard let last = rest.last else { return false }
      switch last {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): rest = rest.dropLast()
      default:
        if closers.contains(where: { rest.ends(with: $0) }) {
          rest = rest.dropLast(3)
        } else {
          return enders.contains { rest.ends(with: $0) }
        }
      }
    }
  }

  static func isEnded(_ line: [UInt8]) -> Bool { isEnded(line[...]) }

  private static let enders = ["。", "！", "？", "；", "…", "：", "，", "、", "．", "｡"].map {
    Array($0.utf8)
  }
  private static let closers = ["”", "’", "』", "」", "）", "】", "》", "〉"].map { Array($0.utf8) }
}
