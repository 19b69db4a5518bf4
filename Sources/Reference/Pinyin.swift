/// Writes names in pinyin (拼音), without tones: 曾庆红 is Zeng Qinghong.
///
/// The order is that of GB/T 28039: the surname, then the given name in one word, with an apostrophe
/// before a syllable that begins with a vowel (Chang'an). Two surnames of equal standing are written
/// in one word with two capitals (ZhengLi Shufang). `ü` is `yu` after l and n, as passports have it
/// (吕 is Lyu), so that every name is plain ASCII.
package struct Pinyin: Sendable {
  private let readings: [UInt16: String]
  /// Surnames have readings of their own: 单 is Shan, 尉迟 is Yuchi.
  private let surnames: [String: String]
  private let spellings: NameSpellings
  private let odds: [UInt16: NameLetterOdds]

  init(
    _ table: TableReader, surnames: TableReader, spellings: TableReader,
    odds: [(code: UInt16, odds: NameLetterOdds)]
  ) {
    var readings: [UInt16: String] = [:]
    table.forEachRow { row in
      if let code = row.code(0) { readings[code] = row[1] }
    }
    let spellings = NameSpellings(spellings)
    readings.merge(spellings.given) { $1 }
    self.readings = readings.mapValues(Self.withoutUmlaut)
    self.spellings = spellings
    var names: [String: String] = spellings.families
    surnames.forEachRow { names[$0[0]] = $0[3] }
    self.surnames = names
    self.odds = Dictionary(odds.map { ($0.code, $0.odds) }) { first, _ in first }
  }

  /// The tables write `v` for `ü`.
  private static func withoutUmlaut(_ reading: String) -> String {
    reading.hasPrefix("lv") || reading.hasPrefix("nv")
      ? "\(reading.prefix(1))yu\(reading.dropFirst(2))" : reading
  }

  /// A name of China in Latin letters, and what the spelling rests on; nil for a foreign name and for
  /// one with characters that have no reading.
  package func spelling(of name: String) -> Spelling? {
    if name.contains("·") { return spellings.dotted(name, plain: { joined(Array($0)[...]) }) }
    guard !isForeign(name) else { return spellings.derived(name) }
    if let derived = spellings.derived(name), !hasFrequentSurname(name) { return derived }
    guard let text = self.name(name) else { return nil }
    guard parts(of: Array(name)).surname == nil else {
      return Spelling(text: text, basis: .reading)
    }
    // 岸田文雄: four characters without a surname of China.
    return name.count < 4 ? Spelling(text: text, basis: .plain) : nil
  }

  /// A name by the readings of its characters, surname first; nil for names with characters that have
  /// no reading and for names of several parts.
  package func name(_ name: String) -> String? {
    let letters = Array(name)
    guard (2...4).contains(letters.count), !name.contains("·") else { return nil }
    let parts = parts(of: letters)
    guard let surname = parts.surname else { return joined(parts.given) }
    return joined(parts.given).map { surname + " " + $0 }
  }

  private func parts(
    of letters: [Character]
  ) -> (surname: String?, given: ArraySlice<Character>) {
    if letters.count > 2, let surname = surnames[String(letters[..<2])] {
      return (surname, letters[2...])
    }
    guard let first = letters.first.flatMap({ surnames[String($0)] }) else {
      return (nil, letters[...])
    }
    if letters.count == 4, let second = surnames[String(letters[1])] {
      return (first + second, letters[2...])
    }
    return (first, letters[1...])
  }

  /// Syllables in one word with a capital: Xiaoping.
  private func joined(_ letters: ArraySlice<Character>) -> String? {
    if letters.count == 2, let pair = spellings.pairs[String(letters)] { return Self.word(pair) }
    var syllables: [String] = []
    for letter in letters {
      guard let reading = code(of: letter).flatMap({ readings[$0] }) else { return nil }
      syllables.append(reading)
    }
    return Self.word(syllables)
  }

  private static func word(_ syllables: [String]) -> String {
    var text = ""
    for syllable in syllables {
      // An apostrophe keeps syllables apart: Chang'an.
      if let first = syllable.first, "aoe".contains(first), !text.isEmpty { text += "'" }
      text += syllable
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private func code(of letter: Character) -> UInt16? {
    letter.unicodeScalars.first.flatMap { UInt16(exactly: $0.value) }
  }

  // MARK: names that are not Chinese

  /// Whether the characters are rather those of a name written by its sound: 特朗普, 拜登.
  private func isForeign(_ name: String) -> Bool {
    let letters = Array(name)
    let values = letters.map { code(of: $0).flatMap { odds[$0] } ?? .unknown }
    guard (2...4).contains(letters.count) else { return true }
    let isCompound = letters.count > 2 && surnames[String(letters[..<2])] != nil
    if letters.count > 2, spellings.families[String(letters[..<2])] != nil { return false }
    let isSurname = isCompound || surnames[String(letters[0])] != nil
    let given = values[(isCompound ? 2 : 1)...]
    var chinese = isCompound ? 20 : isSurname ? values[0].surname : -15
    switch given.count {
    case 1: chinese += given[given.startIndex].single
    case 2: chinese += given[given.startIndex].first + given[given.startIndex + 1].second
    default: chinese -= 30
    }
    let foreign = values.reduce(0) { $0 + $1.foreign }
    return foreign - chinese > (isSurname ? 60 : 0)
  }

  /// 罗布 may be a Luo, 洛桑江村 is none.
  private func hasFrequentSurname(_ name: String) -> Bool {
    guard name.count < 4, let first = name.first, let code = code(of: first) else { return false }
    return (odds[code]?.surname ?? 0) > 0
  }
}
