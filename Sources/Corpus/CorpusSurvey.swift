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
  private let corrections: Corrections
  private let resolver: CorrectedOffices
  private var persons: PersonRegister
  private var encounters = EncounterLog()
  private var bodies: Set<Body> = []
  private var areas: Set<String> = []

  /// `dedupe` is nil where that stage is off: every document then stands for itself.
  package init(
    almanac: Almanac, dedupe: DedupeOptions?, corrections: Corrections = Corrections()
  ) {
    self.almanac = almanac
    self.dedupe = dedupe
    self.corrections = corrections
    resolver = CorrectedOffices(almanac, corrections)
    persons = PersonRegister(corrections, resolver)
    folder = TextFolder(almanac.folding)
    states = StateNames(almanac, folder)
  }

  /// Notes a reading. No two may have the same bytes: `copies` are the further paths of those.
  package mutating func note(_ reading: Reading, copies: [String]) {
    let named = persons.note(reading, turns: turns(in: reading))
    encounters.note(reading, in: persons)
    for agreement in reading.agreements { bodies.formUnion(agreement.parties) }
    for event in reading.events {
      bodies.formUnion(event.participants.compactMap(\.body))
      if let area = event.place?.area { areas.insert(area) }
    }
    if dedupe != nil { notes.append(note(reading.article, copies, persons: named)) }
  }

  /// The starts and ends of offices that a reading's events state: those with a day of their own.
  private func turns(in reading: Reading) -> [StatedTurn] {
    guard reading.events.contains(where: \.isTurn) else { return [] }
    let document = StableID.document(sha256: reading.article.sha256)
    let ids = StableID.events(reading.events, in: document) { body in
      StableID.organization(key: resolver.organization(body).key)
    }
    return zip(reading.events, ids).flatMap { event, id -> [StatedTurn] in
      guard event.isTurn, let day = Day(event.time.start) else { return [] }
      return event.participants.compactMap { participant in
        guard let person = participant.person, let office = person.offices.first else {
          return nil
        }
        return StatedTurn(
          person: person.key, office: office, manner: PersonRegister.Manner(office.qualifier),
          isStart: event.kind == .appointment, day: day, event: id)
      }
    }
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
      Deduper(notes, names: persons.names.map { $0.unicodeScalars.map(\.value) }, options: options)
        .clusters()
    }
    let directory = Directory(
      persons.seats.mentions, bodies: bodies, areas: areas, almanac: almanac, resolver: resolver)
    let profiles = persons.seats.all.map { SeatProfile($0, almanac, resolver) }
    let builder = PeopleBuilder(
      persons, profiles: profiles, almanac: almanac, corrections: corrections)
    let people = builder.people()
    let relations = RelationCounter(encounters, people) { clusters?[$0]?.duplicateOf == nil }
    let history = TenureBuilder(persons, people, profiles) { clusters?[$0]?.duplicateOf == nil }
      .close()
    return World(
      clusters: clusters, directory: directory, people: people,
      persons: PersonRows(persons, directory, almanac).rows(people), relations: relations.rows(),
      tenures: TenureRows(history, people),
      unusedCorrections: corrections.places.subtracting(persons.used)
        .subtracting(builder.usedCorrections()).sorted())
  }
}

extension Event {
  /// Whether it states that somebody took or left an office, on a day that the article gives.
  fileprivate var isTurn: Bool {
    guard kind == .appointment || kind == .removal, status == .actual else { return false }
    // With words of its own (4月12日) only the year is that of the article.
    return time.basis != .none && (time.basis != .publication || time.text != nil)
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
