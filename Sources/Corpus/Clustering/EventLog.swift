import Model
import Reference

/// The reports of events, noted document by document until all are known: some dozens of bytes each.
struct EventLog {
  /// A report without what lies in the lists beside it.
  struct Entry: BitwiseCopyable {
    let id: PackedID
    /// By number, as the register of persons counts them.
    let document: Int32
    let kind: UInt8
    let status: UInt8
    let step: EventStep
    let isDay: Bool
    let isDated: Bool
    let window: DayWindow?
    /// By number, into `places`; -1 for none.
    let place: Int32
    let words: UInt64
    /// Its names and parties are so many from here on.
    let name: Int32
    let names: UInt8
    let party: Int32
    let parties: UInt8
  }

  struct Party: BitwiseCopyable {
    /// The number of an appearance; that of a body, below zero.
    let who: Int32
    /// The number of a seat; -1 where none is told.
    let seat: Int32
  }

  static let kinds = Event.Kind.allCases
  static let statuses = Event.Status.allCases

  let entries: SpilledList<Entry>
  private let names: SpilledList<UInt32>
  private let parties: SpilledList<Party>
  /// The names of each place from the outermost in, by number.
  private(set) var places: [[Int32]] = []
  private var placeNumbers: [Event.Place: Int32] = [:]
  private var nameNumbers: [String: Int32] = [:]
  private var bodyNumbers: [Body: Int32] = [:]
  private var keyNumbers: [String: Int32] = [:]

  private let almanac: Almanac
  private let folder: TextFolder
  private let resolver: CorrectedOffices

  /// A sentence of fewer characters (会谈后) is told of many events.
  private static let tellingLength = 12
  /// Those of a congress do not tell it better than its first.
  private static let mostParties = 64

  init(_ almanac: Almanac, _ resolver: CorrectedOffices, _ space: any ScratchSpace) {
    self.almanac = almanac
    self.resolver = resolver
    folder = TextFolder(almanac.folding)
    entries = SpilledList(space)
    names = SpilledList(space)
    parties = SpilledList(space)
  }

  func names(of entry: Entry) -> [UInt32] {
    (entry.name..<entry.name + Int32(entry.names)).map { names[$0] }
  }

  func parties(of entry: Entry) -> [Party] {
    (entry.party..<entry.party + Int32(entry.parties)).map { parties[$0] }
  }

  /// Notes the events of the document that the register noted last, in their order.
  mutating func note(_ reading: Reading, in persons: inout PersonRegister) {
    guard !reading.events.isEmpty else { return }
    let document = StableID.document(sha256: reading.article.sha256)
    let ids = StableID.events(reading.events, in: document) { body in
      StableID.organization(key: resolver.organization(body).key)
    }
    for (event, id) in zip(reading.events, ids) {
      note(event, PackedID(id), Int32(persons.documents.count - 1), &persons)
    }
  }

  private mutating func note(
    _ event: Event, _ id: PackedID, _ document: Int32, _ persons: inout PersonRegister
  ) {
    let (firstName, firstParty) = (Int32(names.count), Int32(parties.count))
    let sentence = folder.folded(event.evidence.text)
    if event.kind == .conference {
      for name in ConferenceNames.hashes(in: sentence) { names.append(name) }
    }
    for participant in event.participants.prefix(Self.mostParties) {
      if let party = party(participant, in: &persons) { parties.append(party) }
    }
    let isDay = event.time.start?.precision == .day && event.time.end?.precision ?? .day == .day
    entries.append(
      Entry(
        id: id, document: document, kind: UInt8(Self.kinds.firstIndex(of: event.kind) ?? 0),
        status: UInt8(Self.statuses.firstIndex(of: event.status) ?? 0),
        step: EventStep(rule: event.evidence.rule), isDay: isDay, isDated: event.time.isOwn,
        window: window(of: event.time, isDay: isDay), place: event.place.map { number($0) } ?? -1,
        words: sentence.count < Self.tellingLength ? 0 : StableHash.of(sentence),
        name: firstName, names: UInt8(names.count - Int(firstName)), party: firstParty,
        parties: UInt8(parties.count - Int(firstParty))))
  }

  /// What is told without a day of its own on the day of the article may be of the day before.
  private func window(of time: Event.Time, isDay: Bool) -> DayWindow? {
    guard let window = DayWindow(time) else { return nil }
    return isDay && time.basis == .publication && time.text == nil
      ? DayWindow(window.first - 1, window.last) : window
  }

  private mutating func party(
    _ participant: Event.Participant, in persons: inout PersonRegister
  ) -> Party? {
    switch participant.party {
    case .person(let person):
      guard let appearance = persons.appearance(of: person.key) else { return nil }
      return Party(who: appearance, seat: person.offices.first.map { persons.seat(of: $0) } ?? -1)
    case .body(let body): return Party(who: -1 - number(of: body), seat: -1)
    }
  }

  private mutating func number(of body: Body) -> Int32 {
    if let known = bodyNumbers[body] { return known }
    let key = resolver.organization(body).key
    let number = keyNumbers[key] ?? Int32(keyNumbers.count)
    keyNumbers[key] = number
    bodyNumbers[body] = number
    return number
  }

  private mutating func number(_ place: Event.Place) -> Int32 {
    if let known = placeNumbers[place] { return known }
    let path = place.area.map(almanac.path(ofArea:)) ?? [place.name]
    let number = Int32(places.count)
    places.append(path.map { name in nameNumbers.number(of: name) })
    placeNumbers[place] = number
    return number
  }
}

extension Dictionary where Value == Int32 {
  /// The number of a key, counted from 0 as they come.
  fileprivate mutating func number(of key: Key) -> Int32 {
    if let known = self[key] { return known }
    let number = Int32(count)
    self[key] = number
    return number
  }
}

extension Event.Time {
  /// Whether the words of the event date it.
  fileprivate var isOwn: Bool {
    switch basis {
    case .stated, .relative, .publication, .session: text != nil
    case .inherited, .none: false
    }
  }
}
