import Model

/// The forms of a division's English name that the names of its bodies are made of.
struct EnglishPlace {
  /// Hunan Province, Changping District.
  let full: String
  /// As one says it after `of`: Hunan, the Hong Kong Special Administrative Region.
  let place: String
  /// As it stands before a noun: Hunan Provincial, Changping District.
  let adjective: String
  /// Without the words for its kind and its peoples: Hunan, Xinjiang.
  let name: String

  /// Nil for a division without an English name.
  init?(_ division: Division, _ table: EnglishTable) {
    guard !division.nameEnglish.isEmpty else { return nil }
    let full = Self.plain(division.nameEnglish)
    self.full = full
    let form = table.divisions[division.kind]
    let stem = form.map { Self.stem(of: full, without: $0.ending) } ?? full
    adjective = form.map { $0.adjective.isEmpty ? full : stem + " " + $0.adjective } ?? full
    switch form?.style {
    case "short": place = stem
    case "the": place = "the " + full
    default: place = full.hasPrefix("the ") ? full : Self.withArticle(full)
    }
    name = Self.withoutPeoples(stem, table.peoples)
  }

  /// `Xizang (Tibet)` is Xizang; a division of the Corps, which its table entry has after a comma,
  /// is `of the` Corps.
  private static func plain(_ name: String) -> String {
    let parts = name.split(separator: ",", maxSplits: 1)
    guard parts.count == 2 else { return withoutNote(name) }
    return "\(parts[0]) of the\(parts[1])"
  }

  /// `First Division of …` has the article.
  private static func withArticle(_ full: String) -> String {
    full.contains(" of the ") ? "the " + full : full
  }

  /// A name without what it has in brackets.
  static func withoutNote(_ name: String) -> String {
    guard let open = name.firstIndex(of: "("), let close = name.firstIndex(of: ")"), open < close
    else { return name }
    let after = name[name.index(after: close)...]
    let before = name[..<open]
    return (before.hasSuffix(" ") ? String(before.dropLast()) : String(before)) + after
  }

  private static func stem(of name: String, without ending: String) -> String {
    !ending.isEmpty && name.hasSuffix(" " + ending)
      ? String(name.dropLast(ending.utf8.count + 1)) : name
  }

  private static func withoutPeoples(_ stem: String, _ peoples: Set<String>) -> String {
    let words = stem.split(separator: " ")
    guard
      let first = words.indices.dropFirst().first(where: { peoples.contains(String(words[$0])) })
    else { return stem }
    return words[..<first].joined(separator: " ")
  }
}
