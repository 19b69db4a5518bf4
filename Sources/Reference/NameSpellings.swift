/// A name in Latin letters.
package struct Spelling: Hashable, Sendable {
  /// What a spelling rests on.
  package enum Basis: String, Hashable, Sendable, CaseIterable {
    /// The readings of a Chinese name with its surname.
    case reading
    /// The usual spelling of the parts of a minority name: Losang Jamcan.
    case derived
    /// Readings alone, where the name is no Chinese one, or not known for one: the bearer's own
    /// spelling may differ.
    case plain
  }

  package let text: String
  package let basis: Basis
}

/// How names are spelt that do not follow the usual readings of their characters.
struct NameSpellings: Sendable {
  /// Readings of characters in given names.
  private(set) var given: [UInt16: String] = [:]
  /// The syllables of two characters in a given name: 朝晖 is Zhaohui.
  private(set) var pairs: [String: [String]] = [:]
  /// Surnames of the Yi: 吉狄.
  private(set) var families: [String: String] = [:]
  /// Parts of Uygur and Kazak, Tibetan and Mongol names.
  private var uygur: [String: String] = [:]
  private var tibetan: [String: String] = [:]
  private var mongol: [String: String] = [:]
  /// The characters with which such parts begin: few Chinese names do.
  private var initials: Set<Unicode.Scalar> = []

  init(_ table: TableReader) {
    table.forEachRow { row in
      switch row[0] {
      case "given": if let code = row.code(1) { given[code] = row[2] }
      case "pair": pairs[row[1]] = row[2].split(separator: " ").map(String.init)
      case "family": families[row[1]] = row[2]
      case "uygur": uygur[row[1]] = row[2]
      case "tibetan": tibetan[row[1]] = row[2]
      case "mongol": mongol[row[1]] = row[2]
      default: break
      }
    }
    for part in [uygur, tibetan, mongol].flatMap(\.keys) {
      if let initial = part.unicodeScalars.first { initials.insert(initial) }
    }
  }

  /// A name without a dot, of known parts alone: 洛桑江村, 巴音朝鲁.
  func derived(_ name: String) -> Spelling? {
    guard let initial = name.unicodeScalars.first, initials.contains(initial) else { return nil }
    if let parts = Self.parts(of: name, in: tibetan) {
      return Spelling(text: parts.joined(separator: " "), basis: .derived)
    }
    if let parts = Self.parts(of: name, in: mongol) ?? Self.parts(of: name, in: uygur) {
      return Spelling(text: Self.oneWord(parts), basis: .derived)
    }
    return nil
  }

  /// A name of several parts: the father's name after the given one. Nil where no part is known, for
  /// then the name may be a foreign one.
  func dotted(_ name: String, plain: (Substring) -> String?) -> Spelling? {
    let written = name.split(separator: "·")
    let known = written.map(dottedPart)
    guard known.contains(where: { $0 != nil }) else { return nil }
    var words: [String] = []
    for (part, spelling) in zip(written, known) {
      guard let word = spelling ?? plain(part) else { return nil }
      words.append(word)
    }
    let isWhole = known.allSatisfy { $0 != nil }
    return Spelling(text: words.joined(separator: " "), basis: isWhole ? .derived : .plain)
  }

  private func dottedPart(_ part: Substring) -> String? {
    let part = String(part)
    return Self.parts(of: part, in: uygur).map(Self.oneWord)
      ?? Self.parts(of: part, in: tibetan).map { $0.joined(separator: " ") }
  }

  /// A name cut into known parts, the longest first; nil where something is left over.
  private static func parts(of name: String, in table: [String: String]) -> [String]? {
    if let whole = table[name] { return [whole] }
    let letters = Array(name)
    for length in stride(from: letters.count - 1, through: 1, by: -1) {
      guard let first = table[String(letters[..<length])],
        let rest = parts(of: String(letters[length...]), in: table)
      else { continue }
      return [first] + rest
    }
    return nil
  }

  /// Bayan + qolu is Bayanqolu.
  private static func oneWord(_ parts: [String]) -> String {
    let word = parts.map { $0.lowercased() }.joined()
    return parts.count == 1 ? parts[0] : word.prefix(1).uppercased() + word.dropFirst()
  }
}
