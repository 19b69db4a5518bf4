import Reference

/// How likely it is that two persons bear a name.
enum NameKind: Hashable {
  /// A frequent surname with one character, or with a given name that everybody knows.
  case common
  case rare
  /// Written by its sound, without a given name: 约翰逊.
  case foreignSurname
}

/// Tells kinds of names apart.
struct NameKinds {
  private var surnames: [String: Bool] = [:]
  private let givenNames: Set<String>

  init(_ almanac: Almanac) {
    for surname in almanac.surnames { surnames[surname.form] = surname.isFrequent }
    givenNames = Set(almanac.cues.lazy.filter { $0.kind == "givenname" }.map(\.form))
  }

  func kind(of name: String) -> NameKind {
    if name.contains("·") { return .rare }
    let letters = Array(name)
    for length in [2, 1] where letters.count > length && letters.count <= length + 2 {
      guard let isFrequent = surnames[String(letters[..<length])] else { continue }
      let given = String(letters[length...])
      // A compound surname makes any name a rare one.
      return isFrequent && length == 1
        && (letters.count == length + 1 || givenNames.contains(given))
        ? .common : .rare
    }
    return .foreignSurname
  }
}
