import Model

/// The persons and offices that a text names outside of its furniture, as the corpus knows them.
struct NamedPeople {
  struct Person {
    var identity: People.Identity
    /// The names that the text gives them, folded.
    var forms: Set<[UInt32]>
    /// Where they are named first.
    var place: Int
  }

  struct Office {
    var name: OfficeName
    /// Of those who hold it, the one who is named first.
    var person: People.Identity
    var place: Int
    /// For each who holds it the words of the clause up to the name, folded: what the office was read
    /// from.
    var wordings: Set<[UInt32]>
    var holders: Set<Holder>
  }

  /// A person in a post of a body that was not printed: another text may tell another body from the
  /// same words, or none.
  struct Holder: Hashable {
    var person: String
    var post: String
    var isInferred: Bool
  }

  /// In the order of the text.
  private(set) var persons: [Person] = []
  private(set) var offices: [Office] = []
  private(set) var ids: Set<String> = []
  private(set) var officeIDs: Set<String> = []
  private var holders: Set<Holder> = []
  private var personNumbers: [String: Int] = [:]
  private var officeNumbers: [String: Int] = [:]

  init(_ reading: Reading, _ text: ComparedText, _ folder: TextFolder, _ meaning: Meaning) {
    for mention in reading.mentions.sorted(by: { $0.evidence.span < $1.evidence.span }) {
      let identity = meaning.person(mention.person)
      ids.insert(identity.id)
      let name = mention.office.map(meaning.office)
      if let name { officeIDs.insert(name.id) }
      if text.isFurniture(mention.evidence.span.start) { continue }
      note(mention, identity, folder)
      if let name, let office = mention.office {
        note(office, name, of: mention, identity, text, folder)
      }
    }
  }

  /// Whether somebody holds the post here, where either text does not print of which body.
  func hasOffice(_ holder: Holder) -> Bool {
    var other = holder
    other.isInferred = true
    if holders.contains(other) { return true }
    other.isInferred = false
    return holder.isInferred && holders.contains(other)
  }

  private mutating func note(
    _ mention: Mention, _ identity: People.Identity, _ folder: TextFolder
  ) {
    var forms: Set<[UInt32]> = []
    for name in [mention.evidence.text, mention.personName, identity.name] {
      let folded = folder.folded(name)
      if folded.count > 1 { forms.insert(folded) }
      // Who is called by the surname alone in one text may be named whole in the other.
      let surname = folder.folded(Self.surname(of: name))
      if surname.count > 1 { forms.insert(surname) }
    }
    if let known = personNumbers[identity.id] {
      persons[known].forms.formUnion(forms)
    } else {
      personNumbers[identity.id] = persons.count
      persons.append(
        Person(identity: identity, forms: forms, place: mention.evidence.span.start))
    }
  }

  /// What stands behind the last · of a foreign name; the name itself where it has none.
  private static func surname(of name: String) -> String {
    let parts = name.unicodeScalars.split { ["·", "•", "‧", "・"].contains($0) }
    return parts.last.map { String(String.UnicodeScalarView($0)) } ?? name
  }

  private mutating func note(
    _ reading: OfficeReading, _ name: OfficeName, of mention: Mention,
    _ identity: People.Identity, _ text: ComparedText, _ folder: TextFolder
  ) {
    let holder = Holder(
      person: identity.id, post: reading.title, isInferred: !reading.inferred.isEmpty)
    holders.insert(holder)
    let wording = Self.wording(of: mention, text, folder)
    let number = officeNumbers[name.id] ?? offices.count
    if number == offices.count {
      officeNumbers[name.id] = number
      offices.append(
        Office(
          name: name, person: identity, place: mention.evidence.span.start, wordings: [],
          holders: []))
    }
    offices[number].wordings.insert(wording)
    offices[number].holders.insert(holder)
  }

  private static let clauseEnds: Set<Unicode.Scalar> = ["，", "。", "；", "：", "！", "？", "\n"]
  private static let reach = 40

  /// The words from the last comma to the end of a name, which hold the office where it is printed
  /// before the name; with those behind the name to the next comma where they do not.
  private static func wording(
    of mention: Mention, _ text: ComparedText, _ folder: TextFolder
  ) -> [UInt32] {
    let span = mention.evidence.span
    var start = span.start
    while start > max(0, span.start - reach), !clauseEnds.contains(text.scalars[start - 1]) {
      start -= 1
    }
    var end = min(span.end, text.scalars.count)
    if start == span.start {
      let limit = min(text.scalars.count, end + reach)
      while end < limit, !clauseEnds.contains(text.scalars[end]) { end += 1 }
    }
    return text.scalars[start..<end].map(folder.folded).filter { $0 != 0 }
  }
}
