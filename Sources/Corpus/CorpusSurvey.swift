package import Model
package import Reference

/// The first pass over the readings: keeps small notes of each, and at the end tells what the
/// corpus as a whole says: which documents are one, who and what occurs in them.
///
/// The readings may come in any order; the world is the same.
package struct CorpusSurvey {
  private let almanac: Almanac
  private let dedupe: DedupeOptions?
  private let folder: TextFolder
  private let states: StateNames
  private var notes: [DocumentNote] = []
  private var persons = PersonRegister()
  private var encounters = EncounterLog()
  private var seats: [Seat: Int] = [:]
  private var bodies: Set<Body> = []
  private var areas: Set<String> = []

  /// `dedupe` is nil where that stage is off: every document then stands for itself.
  package init(almanac: Almanac, dedupe: DedupeOptions?, enrichment: EnrichmentOptions) {
    self.almanac = almanac
    self.dedupe = dedupe
    folder = TextFolder(almanac.folding)
    states = StateNames(almanac, folder)
  }

  /// Notes a reading. No two may have the same bytes: `copies` are the further paths of those.
  package mutating func note(_ reading: Reading, copies: [String]) {
    let named = persons.note(reading)
    encounters.note(reading, in: persons)
    for mention in reading.mentions {
      guard let office = mention.office else { continue }
      seats[Seat(body: office.body, title: office.title), default: 0] += 1
    }
    for agreement in reading.agreements { bodies.formUnion(agreement.parties) }
    for event in reading.events {
      bodies.formUnion(event.participants.compactMap(\.body))
      if let area = event.place?.area { areas.insert(area) }
    }
    if dedupe != nil { notes.append(note(reading.article, copies, persons: named)) }
  }

  private func note(_ article: Article, _ copies: [String], persons: [Int32]) -> DocumentNote {
    let title = folder.folded(article.title ?? "")
    return DocumentNote(
      id: StableID.document(sha256: article.sha256), path: article.path,
      address: article.url.flatMap(Address.folded), published: article.publishedOn,
      hasCopies: !copies.isEmpty, fingerprint: Fingerprint(folder.folded(article.text)),
      titleHash: StableHash.of(title), titleStates: states.named(in: title), persons: persons)
  }

  /// Ends the survey: clusters, persons, offices, bodies, divisions.
  package consuming func close() -> World {
    let clusters = dedupe.map { options in
      Deduper(notes, names: persons.names, options: options).clusters()
    }
    let directory = Directory(seats, bodies: bodies, areas: areas, almanac: almanac)
    let rows = persons.rows(directory, almanac)
    let relations = RelationCounter(encounters) { clusters?[$0]?.duplicateOf == nil }
    return World(
      clusters: clusters, directory: directory, persons: rows, relations: relations.rows(persons))
  }
}

/// The foreign states by the names that the news gives them.
struct StateNames: Sendable {
  private let lexicon: Lexicon

  init(_ almanac: Almanac, _ folder: TextFolder) {
    var lexicon = LexiconBuilder()
    for (number, body) in almanac.organizations.all.enumerated() where body.kind == "foreign_state"
    {
      for form in Set([body.name, body.shortName] + body.aliases).sorted() {
        let folded = folder.folded(form)
        guard folded.count > 1 else { continue }
        var characters = String.UnicodeScalarView()
        characters.append(contentsOf: folded.compactMap(Unicode.Scalar.init))
        lexicon.insert(String(characters), number)
      }
    }
    self.lexicon = lexicon.lexicon()
  }

  /// The numbers of the states named in a folded text, ascending, each once; of names within one
  /// another (几内亚, 巴布亚新几内亚) the longest.
  func named(in text: [UInt32]) -> [Int32] {
    var named: Set<Int32> = []
    var end: Int32 = 0
    let matches = lexicon.matches(in: text, 0..<text.count)
    for match in matches where match.start >= end || match.end > end {
      let longest = matches.last { $0.start == match.start } ?? match
      if longest.start < end { continue }
      named.insert(longest.value)
      end = longest.end
    }
    return named.sorted()
  }
}
