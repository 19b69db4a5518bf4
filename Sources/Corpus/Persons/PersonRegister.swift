import Model

/// Who appears in which document, and in which offices: what is noted as the documents pass, a few
/// bytes for each. Who of one name is one person is told when all are noted.
struct PersonRegister {
  /// A person in one document.
  struct Appearance {
    /// By number, into `names`.
    let name: Int32
    /// By number, into `documents`.
    let document: Int32
    /// What tells the person from another of the name in the document.
    let homonym: String?
    var mentions: Int32 = 0
  }

  /// How an office is said to be held.
  enum Manner: UInt8 {
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
  struct Sighting {
    let appearance: Int32
    /// By number, into `seats`.
    let seat: Int32
    let manner: Manner
    /// The day for which it is said: one that the text gives, else that of the document.
    let day: Day?
    /// Whether the text gives the day.
    let isDated: Bool
    /// The first place where it is said: Unicode scalars of the document's text.
    let span: Span
    var mentions: Int32 = 1
  }

  /// A start or an end that an article states.
  struct Turn {
    let appearance: Int32
    let seat: Int32
    let manner: Manner
    let isStart: Bool
    let day: Day
    /// The id of the event that tells it.
    let event: String
  }

  struct Document {
    let id: String
    let day: Day?
  }

  private(set) var documents: [Document] = []
  private(set) var names: [String] = []
  private(set) var seats = SeatIndex()
  private(set) var appearances: [Appearance] = []
  private(set) var sightings: [Sighting] = []
  private(set) var turns: [Turn] = []
  /// The ranks printed with an appearance.
  private(set) var printedRanks: [Int32: Set<String>] = [:]
  /// The forms of a name other than the name, by the number of the appearance.
  private(set) var aliases: [Int32: Set<String>] = [:]

  private let corrections: Corrections
  private let resolver: CorrectedOffices
  private var seatsMeant: [Seat: Seat] = [:]
  /// The corrections that were of use.
  private(set) var used: Set<Corrections.Place> = []
  private var numbers: [String: Int32] = [:]
  /// The appearances of the document that was noted last.
  private var current: [NamedPerson.Key: Int32] = [:]

  init(_ corrections: Corrections, _ resolver: CorrectedOffices) {
    self.corrections = corrections
    self.resolver = resolver
  }

  /// Notes the mentions of a document and gives the numbers of its names, ascending.
  mutating func note(_ reading: Reading, turns stated: [StatedTurn] = []) -> [Int32] {
    let day = reading.article.publishedOn.map(Day.init)
    let document = Int32(documents.count)
    documents.append(
      Document(id: StableID.document(sha256: reading.article.sha256), day: day))
    current.removeAll(keepingCapacity: true)
    let first = sightings.count
    for mention in reading.mentions {
      let appearance = appearance(of: mention.person, in: document)
      note(mention, of: appearance, published: day, from: first)
    }
    for turn in stated {
      guard let appearance = current[turn.person] else { continue }
      turns.append(
        Turn(
          appearance: appearance, seat: seats.number(of: meant(turn.office)), manner: turn.manner,
          isStart: turn.isStart, day: turn.day, event: turn.event))
    }
    return Set(current.values.map { appearances[Int($0)].name }).sorted()
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
      number = Int32(appearances.count)
      appearances.append(
        Appearance(name: nameNumber(name), document: document, homonym: key.homonym))
      current[proper] = number
    }
    if name != key.name {
      aliases[number, default: []].insert(key.name)
      if let alias = corrections.aliases[key.name] { used.insert(alias.place) }
      current[key] = number
    }
    return number
  }

  /// The office that is meant, as people have corrected it.
  private mutating func meant(_ office: OfficeReading) -> Seat {
    let printed = Seat(body: office.body, title: office.title)
    guard !corrections.offices.isEmpty else { return printed }
    if let known = seatsMeant[printed] { return known }
    let meant = resolver.seat(office)
    if let fix = resolver.fix(of: printed) { used.insert(fix.place) }
    seatsMeant[printed] = meant
    return meant
  }

  private mutating func nameNumber(_ name: String) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  private mutating func note(
    _ mention: Mention, of appearance: Int32, published: Day?, from first: Int
  ) {
    appearances[Int(appearance)].mentions += 1
    if let rank = mention.personalRank { printedRanks[appearance, default: []].insert(rank) }
    guard let office = mention.office else { return }
    let seat = seats.note(meant(office))
    let manner = Manner(office.qualifier)
    let stated = mention.asOf.map(Day.init)
    let day = stated ?? published
    let known = sightings[first...].firstIndex {
      $0.appearance == appearance && $0.seat == seat && $0.manner == manner && $0.day == day
    }
    if let known {
      sightings[known].mentions += 1
    } else {
      sightings.append(
        Sighting(
          appearance: appearance, seat: seat, manner: manner, day: day, isDated: stated != nil,
          span: mention.evidence.span))
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
