import Model
import Reference

/// What is known of the characters of names and of their neighbours, by BMP code, in tenths of a
/// nat.
struct NameModel: Sendable {
  private let singleSurnames: Set<UInt32>
  private let compoundSurnames: Set<UInt64>
  /// The hundred most frequent.
  private let frequentSurnames: Set<UInt32>
  /// Surnames that are ordinary words too.
  private let wordSurnames: Set<UInt32>
  private let odds: [NameLetterOdds]
  private let edges: [(before: Int16, after: Int16)]
  let weights: NameWeights
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
    var odds = [NameLetterOdds](repeating: .unknown, count: 1 << 16)
    for (code, value) in almanac.nameLetters { odds[Int(code)] = value }
    self.odds = odds
    var edges = [(before: Int16, after: Int16)](repeating: (0, 0), count: 1 << 16)
    for (code, before, after) in almanac.nameEdges.letters {
      edges[Int(code)] = (Int16(before), Int16(after))
    }
    self.edges = edges
    weights = NameWeights(almanac.nameEdges)
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

  /// How likely the characters are a surname and a given name rather than anything else.
  func score(_ letters: [UInt32], surname: Int) -> Int {
    let given = letters.count - surname
    guard given == 1 || given == 2 else { return given == 0 ? weights.bare : -100 }
    let known = surname == 1 ? of(letters[0]).surname : weights.compound
    let first = of(letters[surname])
    if given == 1 { return known + first.single + weights.short }
    return known + first.first + of(letters[surname + 1]).second
  }

  /// How likely a character is one of a name written by its sound.
  func foreign(_ scalar: UInt32) -> Int { of(scalar).foreign }

  /// What a character is worth right before or after a name.
  func before(_ scalar: UInt32) -> Int { scalar < 1 << 16 ? Int(edges[Int(scalar)].before) : 0 }
  func after(_ scalar: UInt32) -> Int { scalar < 1 << 16 ? Int(edges[Int(scalar)].after) : 0 }

  private func of(_ scalar: UInt32) -> NameLetterOdds {
    scalar < 1 << 16 ? odds[Int(scalar)] : .unknown
  }
}

/// The weights of the classes of evidence, as `train-names` learnt them, in tenths of a nat.
struct NameWeights: Sendable {
  /// What stands after a name.
  struct After: Sendable {
    let mark, speech, follower, title, letter, word, none: Int
  }
  /// What stands before it.
  struct Before: Sendable {
    let mark, object, title, word, letter, none: Int
  }
  /// Ordinary words that lie across it: the whole of it, its beginning, beyond it from its first
  /// character or a later one, its end, into it from before.
  struct Across: Sendable {
    let whole, begins, over, crossed, given, entered: Int
  }

  let after: After
  let before: Before
  let across: Across
  /// What every candidate bears: names are rarer than what looks like them.
  let bias: Int
  /// A given name of one character.
  let short: Int
  /// A compound surname, and one with nothing after it.
  let compound: Int
  let bare = -60

  init(_ edges: NameEdges) {
    after = After(
      mark: edges.after("mark"), speech: edges.after("speech"), follower: edges.after("follower"),
      title: edges.after("title"), letter: edges.after("letter"), word: edges.after("word"),
      none: edges.after("none"))
    before = Before(
      mark: edges.before("mark"), object: edges.before("object"), title: edges.before("title"),
      word: edges.before("word"), letter: edges.before("letter"), none: edges.before("none"))
    across = Across(
      whole: edges.before("is"), begins: edges.before("begins"), over: edges.before("over"),
      crossed: edges.before("crossed"), given: edges.before("given"),
      entered: edges.before("entered"))
    bias = edges.before("bias")
    short = edges.before("short")
    compound = edges.before("compound")
  }
}
