/// Writes names in pinyin (拼音), without tones: 曾庆红 is Zeng Qinghong.
package struct Pinyin: Sendable {
  private let readings: [UInt16: String]
  /// Surnames have readings of their own: 单 is Shan, 尉迟 is Yuchi.
  private let surnames: [String: String]

  init(_ table: TableReader, surnames: TableReader) {
    var readings: [UInt16: String] = [:]
    table.forEachRow { row in
      if let code = row.code(0) { readings[code] = row[1] }
    }
    self.readings = readings
    var names: [String: String] = [:]
    surnames.forEachRow { names[$0[0]] = $0[3] }
    self.surnames = names
  }

  /// A Chinese name in pinyin, surname first; nil for names with characters that have no reading
  /// and for names written by their sound.
  package func name(_ name: String) -> String? {
    let letters = Array(name)
    guard (2...4).contains(letters.count), !name.contains("·") else { return nil }
    for length in [2, 1] where letters.count > length {
      guard let surname = surnames[String(letters[..<length])] else { continue }
      guard let given = joined(letters[length...]) else { return nil }
      return surname + " " + given
    }
    return joined(letters[...])
  }

  /// Syllables in one word with a capital: Xiaoping.
  private func joined(_ letters: ArraySlice<Character>) -> String? {
    var text = ""
    for letter in letters {
      guard let scalar = letter.unicodeScalars.first, let code = UInt16(exactly: scalar.value),
        let reading = readings[code]
      else { return nil }
      // An apostrophe keeps syllables apart: Chang'an.
      if let first = reading.first, "aoe".contains(first), !text.isEmpty { text += "'" }
      text += reading
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
