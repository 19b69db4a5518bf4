import Model

/// Who appears in which document, and in which offices: what is noted as the documents pass, a few
/// bytes for each. Who of one name is one person is told when all are noted.
struct PersonRegister {
  /// A person in one document.
  struct Appearance: BitwiseCopyable {
    /// By number, into `names`.
    let name: Int32
    /// By number, in the order in which they were noted.
    let document: Int32
    /// Its sightings are those from here on.
    var sighting: Int32 = 0
    var sightings: Int32 = 0
    var mentions: Int32 = 0
  }

  /// How an office is said to be held.
  enum Manner: UInt8, BitwiseCopyable {
    case held, acting, former, incoming

    init(_ qualifier: OfficeReading.Qualifier?) {
      switch qualifier {
      case .acting: self = .acting
      case .former: self = .former
      case .incoming: self = .incoming
      case nil: self = .held
      }
    }
  }

  /// A person in an office, as a document says it once or several times alike.
  struct Sighting: Equatable, BitwiseCopyable {
    /// What makes it one in its document.
    struct Key: Hashable, BitwiseCopyable {
      let appearance: Int32
      /// By number, into `seats`.
      let seat: Int32
      let manner: Manner
      /// The day for which it is said: one that the text gives, else that of the document.
      let day: Day?
    }

    let key: Key
    /// Whether the text gives the day.
    let isDated: Bool
    /// The first place where it is said: Unicode scalars of the document's text.
    let start: Int32
    let end: Int32
    var mentions: Int32 = 1

    var appearance: Int32 { key.appearance }
    var seat: Int32 { key.seat }
    var manner: Manner { key.manner }
    var day: Day? { key.day }
    var span: Span { Span(Int(start), Int(end)) }
  }

  /// A start or an end that an article states.
  struct Turn: BitwiseCopyable {
    let appearance: Int32
    let seat: Int32
    let manner: Manner
    let isStart: Bool
    let day: Day
    /// The event that tells it.
    let event: PackedID
  }

  struct Document: BitwiseCopyable {
    let packedID: PackedID
    let day: Day?
    /// Its appearances are those from here to those of the next.
    let appearance: Int32
    let sighting: Int32

    var id: String { packedID.text("doc") }
  }

  let documents: SpilledList<Document>
  private(set) var names: [String] = []
  private(set) var seats = SeatIndex()
  let appearances: SpilledList<Appearance>
  /// Those of an appearance beside one another.
  let sightings: SpilledList<Sighting>
  let turns: SpilledList<Turn>
  /// What tells a person from another of the name in the document, by the number of the appearance.
  private(set) var homonyms: [Int32: String] = [:]
  /// The ranks printed with an appearance.
  private(set) var printedRanks: [Int32: Set<String>] = [:]
  /// The forms of a name other than the name, by the number of the appearance.
  private(set) var aliases: [Int32: Set<String>] = [:]

  private let corrections: Corrections
  private let resolver: CorrectedOffices
  /// The offices that are meant where articles give others; empty without corrections.
  private(set) var meant: [Seat: Seat] = [:]
  /// The corrections that were of use.
  private(set) var used: Set<Corrections.Place> = []
  private var numbers: [String: Int32] = [:]
  /// The appearances of the document that was noted last.
  private var current: [NamedPerson.Key: Int32] = [:]
  /// The sightings of that document, and where each stands.
  private var places: [Sighting.Key: Int] = [:]
  private var seen: [Sighting] = []
  private var appearing: [Appearance] = []

  init(_ corrections: Corrections, _ resolver: CorrectedOffices, _ space: any ScratchSpace) {
    self.corrections = corrections
    self.resolver = resolver
    documents = SpilledList(space)
    appearances = SpilledList(space)
    sightings = SpilledList(space)
    turns = SpilledList(space)
  }

  /// Notes the mentions of a document.
  mutating func note(_ reading: Reading, turns stated: [StatedTurn] = []) {
    let day = reading.article.publishedOn.map(Day.init)
    let document = Int32(documents.count)
    documents.append(
      Document(
        packedID: PackedID(StableID.document(sha256: reading.article.sha256)), day: day,
        appearance: Int32(appearances.count), sighting: Int32(sightings.count)))
    current.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    seen.removeAll(keepingCapacity: true)
    appearing.removeAll(keepingCapacity: true)
    for mention in reading.mentions {
      let appearance = appearance(of: mention.person, in: document)
      note(mention, of: appearance, published: day)
    }
    store()
    for turn in stated {
      guard let appearance = current[turn.person] else { continue }
      turns.append(
        Turn(
          appearance: appearance, seat: seats.number(of: meant(turn.office)), manner: turn.manner,
          isStart: turn.isStart, day: turn.day, event: PackedID(turn.event)))
    }
  }

  /// Puts the sightings of each appearance beside one another.
  private mutating func store() {
    let first = Int32(appearances.count)
    var order = seen.indices.sorted { (seen[$0].appearance, $0) < (seen[$1].appearance, $1) }[...]
    for index in appearing.indices {
      let number = first + Int32(index)
      appearing[index].sighting = Int32(sightings.count)
      while let next = order.first, seen[next].appearance == number {
        sightings.append(seen[next])
        order.removeFirst()
      }
      appearing[index].sightings = Int32(sightings.count) - appearing[index].sighting
      appearances.append(appearing[index])
    }
  }

  /// The sightings of an appearance.
  func sightings(of appearance: Int32) -> [Sighting] {
    numbers(of: appearance).map { sightings[$0] }
  }

  /// Their numbers.
  func numbers(of appearance: Int32) -> Range<Int32> {
    let entry = appearances[appearance]
    return entry.sighting..<entry.sighting + entry.sightings
  }

  /// The appearances of a document, by number.
  func appearances(in document: Int) -> Range<Int32> {
    documents[document].appearance..<end(document, \.appearance, appearances.count)
  }

  /// The sightings of a document, by number.
  func sightings(in document: Int) -> Range<Int32> {
    documents[document].sighting..<end(document, \.sighting, sightings.count)
  }

  private func end(_ document: Int, _ start: KeyPath<Document, Int32>, _ all: Int) -> Int32 {
    document + 1 < documents.count ? documents[document + 1][keyPath: start] : Int32(all)
  }

  /// The appearance of a person in the document that was noted last.
  func appearance(of key: NamedPerson.Key) -> Int32? { current[key] }

  private mutating func appearance(of key: NamedPerson.Key, in document: Int32) -> Int32 {
    if let known = current[key] { return known }
    let name = corrections.name(for: key.name)
    // A name and its other form in one document are one person.
    let proper = NamedPerson.Key(name: name, homonym: key.homonym)
    let number: Int32
    if let known = current[proper] {
      number = known
    } else {
      number = Int32(appearances.count + appearing.count)
      appearing.append(Appearance(name: nameNumber(name), document: document))
      homonyms[number] = key.homonym
      current[proper] = number
    }
    if name != key.name {
      aliases[number, default: []].insert(key.name)
      if let alias = corrections.aliases[key.name] { used.insert(alias.place) }
      current[key] = number
    }
    return number
  }

  /// The number of an office that a reading gives, into `seats`.
  mutating func seat(of office: OfficeReading) -> Int32 { seats.number(of: meant(office)) }

  /// The office that is meant, as people have corrected it.
  private mutating func meant(_ office: OfficeReading) -> Seat {
    let printed = Seat(body: office.body, title: office.title)
    guard !corrections.offices.isEmpty else { return printed }
    if let known = meant[printed] { return known }
    let fix = resolver.fix(of: printed)
    if let fix { used.insert(fix.place) }
    let seat = fix?.meant.map { Seat(body: $0.body, title: $0.title) } ?? printed
    meant[printed] = seat
    return seat
  }

  private mutating func nameNumber(_ name: String) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  private mutating func note(_ mention: Mention, of appearance: Int32, published: Day?) {
    appearing[Int(appearance) - appearances.count].mentions += 1
    if let rank = mention.personalRank { printedRanks[appearance, default: []].insert(rank) }
    guard let office = mention.office else { return }
    let stated = mention.asOf.map(Day.init)
    let key = Sighting.Key(
      appearance: appearance, seat: seats.note(meant(office)),
      manner: Manner(office.qualifier), day: stated ?? published)
    if let known = places[key] {
      seen[known].mentions += 1
    } else {
      places[key] = seen.count
      let span = mention.evidence.span
      seen.append(
        Sighting(
          key: key, isDated: stated != nil, start: Int32(truncatingIfNeeded: span.start),
          end: Int32(truncatingIfNeeded: span.end)))
    }
  }
}

/// A start or an end of an office that an event states.
struct StatedTurn {
  let person: NamedPerson.Key
  let office: OfficeReading
  let manner: PersonRegister.Manner
  let isStart: Bool
  let day: Day
  let event: String
}

/// The offices of the corpus by number, with how many mentions each has.
struct SeatIndex {
  private(set) var all: [Seat] = []
  private var numbers: [Seat: Int32] = [:]
  private var counts: [Int] = []

  /// Counts a mention of an office, and gives its number.
  mutating func note(_ seat: Seat) -> Int32 {
    let number = number(of: seat)
    counts[Int(number)] += 1
    return number
  }

  /// The number of an office, whether it was counted or not.
  mutating func number(of seat: Seat) -> Int32 {
    if let number = numbers[seat] { return number }
    let number = Int32(all.count)
    all.append(seat)
    counts.append(0)
    numbers[seat] = number
    return number
  }

  subscript(_ number: Int32) -> Seat { all[Int(number)] }

  /// How many mentions each office has.
  var mentions: [Seat: Int] {
    Dictionary(zip(all, counts), uniquingKeysWith: { first, _ in first })
  }
}
