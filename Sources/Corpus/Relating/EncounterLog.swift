import Model

/// Who took part in what together, kept document by document until it is known which documents are
/// copies of others: a few bytes for each participant.
struct EncounterLog {
  /// Gatherings of more persons than this relate nobody to anybody: a congress is no acquaintance,
  /// and its pairs are many.
  static let mostPersons = 40

  /// An event of two persons or more.
  struct Encounter: BitwiseCopyable {
    let document: Int32
    /// The number of the report, into the log of events.
    let event: Int32
    let kind: UInt8
    let first: Day?
    let last: Day?
    /// Its participants are so many from here on.
    let participant: Int32
    let participants: Int32
  }

  struct Participant: BitwiseCopyable {
    /// By the number of the appearance in the register.
    let person: Int32
    /// 0 where no sides are told.
    let side: Int8
  }

  static let kinds = Event.Kind.allCases

  let encounters: SpilledList<Encounter>
  private let participants: SpilledList<Participant>

  init(_ space: any ScratchSpace) {
    encounters = SpilledList(space)
    participants = SpilledList(space)
  }

  func participants(in encounter: Encounter) -> [Participant] {
    (encounter.participant..<encounter.participant + encounter.participants)
      .map { participants[$0] }
  }

  /// Notes who met in a reading; it must be the last that the register has noted. Its reports are
  /// numbered from `firstEvent`.
  func note(_ reading: Reading, in persons: PersonRegister, firstEvent: Int) {
    let document = Int32(persons.documents.count - 1)
    for (place, event) in reading.events.enumerated() where Self.relates(event) {
      note(event, Int32(firstEvent + place), document, in: persons)
    }
  }

  /// Whether those who take part in an event have to do with one another: what befalls somebody, and
  /// what did not happen, brings nobody together.
  private static func relates(_ event: Event) -> Bool {
    switch event.kind {
    case .appointment, .removal, .discipline: false
    case .meeting, .inspection, .visit, .signing, .conference, .other: event.status == .actual
    }
  }

  private func note(
    _ event: Event, _ report: Int32, _ document: Int32, in persons: PersonRegister
  ) {
    var own: [Participant] = []
    for participant in event.participants {
      guard let number = participant.person.flatMap({ persons.appearance(of: $0.key) }),
        !own.contains(where: { $0.person == number })
      else { continue }
      own.append(
        Participant(person: number, side: Int8(truncatingIfNeeded: participant.side ?? 0)))
    }
    guard (2...Self.mostPersons).contains(own.count) else { return }
    encounters.append(
      Encounter(
        document: document, event: report, kind: UInt8(Self.kinds.firstIndex(of: event.kind) ?? 0),
        first: Day(event.time.start), last: Day(event.time.end ?? event.time.start),
        participant: Int32(participants.count), participants: Int32(own.count)))
    for participant in own { participants.append(participant) }
  }
}
