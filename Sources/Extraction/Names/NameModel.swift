import Model
import Reference

/// What is known of the characters of names and of their neighbours, in tenths of a nat.
final class NameModel: Sendable {
  /// What is known of one character, in eight bytes: the table is looked into at every character of
  /// a text, and the less of it there is, the more of it is at hand.
  private struct Letter {
    var surname: Int8 = 0
    var first: Int8 = 0
    var second: Int8 = 0
    var single: Int8 = 0
    var foreign: Int8 = 0
    /// What the character is worth right before a name, and right after one.
    var before: Int8 = 0
    var after: Int8 = 0
    var traits: Traits = []

    init(_ odds: NameLetterOdds) {
      surname = Int8(clamping: odds.surname)
      first = Int8(clamping: odds.first)
      second = Int8(clamping: odds.second)
      single = Int8(clamping: odds.single)
      foreign = Int8(clamping: odds.foreign)
    }
  }

  /// What surname tables say of a character.
  private struct Traits: OptionSet {
    let rawValue: UInt8

    static var surname: Self { Self(rawValue: 1) }
    /// One of the hundred most frequent surnames.
    static var frequent: Self { Self(rawValue: 2) }
    /// A surname of two characters begins with it.
    static var opensCompound: Self { Self(rawValue: 4) }
    /// Used to write foreign names by their sound.
    static var sound: Self { Self(rawValue: 8) }
  }

  /// By BMP code; the last stands for every other scalar.
  private let letters: [Letter]
  private let compoundSurnames: Set<UInt64>
  let weights: NameWeights

  init(_ almanac: Almanac) {
    var letters = [Letter](repeating: Letter(.unknown), count: Self.others + 1)
    for (code, value) in almanac.nameLetters { letters[Int(code)] = Letter(value) }
    for (code, before, after) in almanac.nameEdges.letters {
      letters[Int(code)].before = Int8(clamping: before)
      letters[Int(code)].after = Int8(clamping: after)
    }
    var compound: Set<UInt64> = []
    for surname in almanac.surnames {
      let codes = surname.form.unicodeScalars.map(\.value)
      if codes.count == 1, codes[0] < Self.others {
        letters[Self.index(codes[0])].traits.formUnion(
          surname.isFrequent ? [.surname, .frequent] : .surname)
      } else if codes.count == 2, codes[0] < Self.others {
        letters[Self.index(codes[0])].traits.insert(.opensCompound)
        compound.insert(Self.pair(codes[0], codes[1]))
      }
    }
    for cue in almanac.cues where cue.kind == "transliteration" {
      for scalar in cue.form.unicodeScalars {
        letters[Self.index(scalar.value)].traits.insert(.sound)
      }
    }
    self.letters = letters
    compoundSurnames = compound
    weights = NameWeights(almanac.nameEdges)
  }

  private static let others = 1 << 16

  private static func index(_ scalar: UInt32) -> Int { min(Int(scalar), others) }

  private static func pair(_ a: UInt32, _ b: UInt32) -> UInt64 { UInt64(a) << 32 | UInt64(b) }

  @inline(__always)
  private func letter(_ scalar: UInt32) -> Letter { letters[Self.index(scalar)] }

  func isSurname(_ scalar: UInt32) -> Bool { letter(scalar).traits.contains(.surname) }
  func isCompoundSurname(_ a: UInt32, _ b: UInt32) -> Bool { surnameLength(a, b) == 2 }

  /// How many of two characters are a surname: 0, 1 or 2.
  @inline(__always)
  func surnameLength(_ a: UInt32, _ b: UInt32) -> Int {
    let traits = letter(a).traits
    if traits.contains(.opensCompound), compoundSurnames.contains(Self.pair(a, b)) { return 2 }
    return traits.contains(.surname) ? 1 : 0
  }
  /// Whether a Chinese name may begin with a character, or a foreign one by its sound.
  func mayOpenName(_ scalar: UInt32) -> Bool {
    let letter = letter(scalar)
    return letter.foreign > 0 || !letter.traits.isDisjoint(with: [.surname, .opensCompound])
  }
  func isFrequentSurname(_ scalar: UInt32) -> Bool { letter(scalar).traits.contains(.frequent) }
  func isTransliteration(_ scalar: UInt32) -> Bool { letter(scalar).traits.contains(.sound) }

  /// How likely a surname of a length and a given name of one or two characters are a name rather
  /// than anything else.
  @inline(__always)
  func score(surname: UInt32, length: Int, given first: UInt32, _ second: UInt32?) -> Int {
    let known = length == 1 ? Int(letter(surname).surname) : weights.compound
    guard let second else { return known + Int(letter(first).single) + weights.short }
    return known + Int(letter(first).first) + Int(letter(second).second)
  }

  /// The same for letters of which the first are the surname; no name is longer than it and two.
  func score(_ letters: [UInt32], surname: Int) -> Int {
    let given = letters.count - surname
    guard given == 1 || given == 2 else { return -100 }
    return score(
      surname: letters[0], length: surname, given: letters[surname],
      given == 2 ? letters[surname + 1] : nil)
  }

  /// How likely a character is one of a name written by its sound.
  func foreign(_ scalar: UInt32) -> Int { Int(letter(scalar).foreign) }

  /// What a character is worth right before or after a name.
  func before(_ scalar: UInt32) -> Int { Int(letter(scalar).before) }
  func after(_ scalar: UInt32) -> Int { Int(letter(scalar).after) }
}

/// The weights of the classes of evidence, as `train-names` learnt them, in tenths of a nat.
struct NameWeights: Sendable {
  /// What stands after a name.
  struct After: Sendable {
    let mark, speech, follower, title, letter, word, none: Int
    let most: Int
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
  /// A compound surname.
  let compound: Int

  init(_ edges: NameEdges) {
    after = After(
      mark: edges.after("mark"), speech: edges.after("speech"), follower: edges.after("follower"),
      title: edges.after("title"), letter: edges.after("letter"), word: edges.after("word"),
      none: edges.after("none"),
      most: ["mark", "speech", "follower", "title", "letter", "word", "none"].map(edges.after)
        .reduce(0, max))
    before = Before(
      mark: edges.before("mark"), object: edges.before("object"), title: edges.before("title"),
      word: edges.before("word"), letter: edges.before("letter"), none: edges.before("none"))
    across = Across(
      whole: min(0, edges.before("is")), begins: min(0, edges.before("begins")),
      over: min(0, edges.before("over")), crossed: min(0, edges.before("crossed")),
      given: min(0, edges.before("given")), entered: min(0, edges.before("entered")))
    bias = edges.before("bias")
    short = edges.before("short")
    compound = edges.before("compound")
  }
}
