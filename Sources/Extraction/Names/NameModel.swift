import Model
import Reference

/// What is known of the characters of names, by BMP code.
struct NameModel: Sendable {
  private let singleSurnames: Set<UInt32>
  private let compoundSurnames: Set<UInt64>
  /// The hundred most frequent.
  private let frequentSurnames: Set<UInt32>
  /// Surnames that are ordinary words too.
  private let wordSurnames: Set<UInt32>
  private let odds: [GivenNameOdds]
  private let transliteration: Set<UInt32>

  init(_ almanac: Almanac) {
    var single: Set<UInt32> = []
    var compound: Set<UInt64> = []
    var words: Set<UInt32> = []
    var frequent: Set<UInt32> = []
    for surname in almanac.surnames {
      let codes = surname.form.unicodeScalars.map(\.value)
      if codes.count == 1 {
        single.insert(codes[0])
        if surname.isWord { words.insert(codes[0]) }
        if surname.isFrequent { frequent.insert(codes[0]) }
      } else if codes.count == 2 {
        compound.insert(Self.pair(codes[0], codes[1]))
      }
    }
    singleSurnames = single
    compoundSurnames = compound
    wordSurnames = words
    frequentSurnames = frequent
    var odds = [GivenNameOdds](
      repeating: .unknown, count: 1 << 16)
    for (code, value) in almanac.givenNames { odds[Int(code)] = value }
    self.odds = odds
    transliteration = Set(
      almanac.cues.lazy.filter { $0.kind == "transliteration" }
        .flatMap { $0.form.unicodeScalars.map(\.value) })
  }

  private static func pair(_ a: UInt32, _ b: UInt32) -> UInt64 { UInt64(a) << 32 | UInt64(b) }

  func isSurname(_ scalar: UInt32) -> Bool { singleSurnames.contains(scalar) }
  func isCompoundSurname(_ a: UInt32, _ b: UInt32) -> Bool {
    compoundSurnames.contains(Self.pair(a, b))
  }
  /// A surname that is an ordinary word as well (于, 和, 时).
  func isWordSurname(_ scalar: UInt32) -> Bool { wordSurnames.contains(scalar) }
  func isFrequentSurname(_ scalar: UInt32) -> Bool { frequentSurnames.contains(scalar) }
  func isTransliteration(_ scalar: UInt32) -> Bool { transliteration.contains(scalar) }

  /// How likely the characters are a given name rather than running text, in tenths of a nat.
  func score(given: ArraySlice<UInt32>) -> Int {
    let codes = given.map { $0 < 1 << 16 ? odds[Int($0)] : odds[0] }
    switch codes.count {
    case 1: return codes[0].single
    case 2: return codes[0].first + codes[1].second
    default: return -100
    }
  }
}
