package import Model
package import Reference

/// The first pass over the readings: keeps small notes of each, and at the end tells what the
/// corpus as a whole says: which documents are one, who and what occurs in them.
///
/// The readings may come in any order; the world is the same.
package struct CorpusSurvey {
  private let almanac: Almanac
  private let dedupe: DedupeOptions?
  private let taker: NoteTaker
  private var notes: NoteStore
  private let corrections: Corrections
  private let resolver: CorrectedOffices
  private let space: any ScratchSpace
  private let isStopped: () -> Bool
  private var persons: PersonRegister
  private let encounters: EncounterLog
  private var events: EventLog
  private var bodies: Set<Body> = []
  private var areas: Set<String> = []

  /// `dedupe` is nil where that stage is off: every document then stands for itself. What outgrows
  /// memory goes to `space`. As soon as `isStopped` says so, no more copies and reports of one event
  /// are looked for, and what `close` gives is of no use.
  package init(
    almanac: Almanac, dedupe: DedupeOptions?, corrections: Corrections = Corrections(),
    space: any ScratchSpace = MemorySpace(), isStopped: @escaping () -> Bool = { false }
  ) {
    self.almanac = almanac
    self.dedupe = dedupe
    self.corrections = corrections
    self.space = space
    self.isStopped = isStopped
    resolver = CorrectedOffices(almanac, corrections)
    persons = PersonRegister(corrections, resolver, space)
    notes = NoteStore(space)
    encounters = EncounterLog(space)
    events = EventLog(almanac, resolver, space)
    taker = NoteTaker(almanac)
  }

  /// Notes a reading. No two may have the same bytes: `copies` are the further paths of those;
  /// `note` is what was noted of it before, if it was.
  package mutating func note(_ reading: Reading, _ note: DocumentNote? = nil, copies: [String]) {
    persons.note(reading, turns: turns(in: reading))
    encounters.note(reading, in: persons, firstEvent: events.entries.count)
    events.note(reading, in: &persons)
    for agreement in reading.agreements { bodies.formUnion(agreement.parties) }
    for event in reading.events {
      bodies.formUnion(event.participants.compactMap(\.body))
      if let area = event.place?.area { areas.insert(area) }
    }
    guard dedupe != nil else { return }
    notes.append(note ?? taker.note(of: reading), isCopied: !copies.isEmpty)
  }

  /// The starts and ends of offices that a reading's events state: those with a day of their own.
  private func turns(in reading: Reading) -> [StatedTurn] {
    // Ids are numbered among events of one kind, so that those of other kinds change none.
    let events = reading.events.filter { $0.kind == .appointment || $0.kind == .removal }
    guard events.contains(where: \.isTurn) else { return [] }
    let document = StableID.document(sha256: reading.article.sha256)
    let ids = StableID.events(events, in: document) { body in
      StableID.organization(key: resolver.organization(body).key)
    }
    return zip(events, ids).flatMap { event, id -> [StatedTurn] in
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

  /// Ends the survey: clusters, persons, offices, bodies, divisions.
  package consuming func close() -> World {
    notes.close()
    return world(
      dedupe.map {
        Deduper(notes, options: $0, space: space, isStopped: isStopped).clusters()
      })
  }

  /// As above, with copies that an engine has found; nil where they are not of these documents.
  package consuming func close(copies: [CopySearch.Copy]) -> World? {
    notes.close()
    guard let clusters = Clusters(notes, copies: copies) else { return nil }
    return world(clusters)
  }

  private mutating func world(_ clusters: Clusters?) -> World {
    notes = NoteStore(space)
    let isCounted: (Int) -> Bool = { clusters?.isCanonical($0) ?? true }
    let directory = Directory(
      persons.seats.mentions, bodies: bodies, areas: areas, meant: persons.meant,
      almanac: almanac, resolver: resolver)
    let profiles = persons.seats.all.map { SeatProfile($0, almanac, resolver) }
    let builder = PeopleBuilder(
      persons, profiles: profiles, almanac: almanac, corrections: corrections, space: space)
    let people = builder.people()
    let index = EventIndex(
      events, persons, people, profiles, space: space, isStopped: isStopped,
      article: { clusters?.canonical(of: $0) ?? $0 })
    return World(
      register: persons, clusters: clusters, directory: directory, people: people,
      events: index, folder: TextFolder(almanac.folding),
      personRows: PersonRows(
        register: persons, people: people, byName: builder.byName, directory: directory,
        almanac: almanac),
      relationCounter: RelationCounter(
        encounters, people, index, space: space, where: isCounted),
      tenureTable: TenureBuilder(persons, people, profiles, space: space)
        .tenures(where: isCounted),
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
