import Model

/// Who took part in what together, kept document by document until it is known which documents are
/// copies of others: a few bytes for each participant.
struct EncounterLog {
  /// Gatherings of more persons than this relate nobody to anybody: a congress is no acquaintance,
  /// and its pairs are many.
  static let mostPersons = 40

  /// An event of two persons or more.
  struct Encounter {
    var kind: Event.Kind
    var first: Day?
    var last: Day?
    /// Where its participants stand among all.
    var participants: Range<Int>
  }

  struct Participant {
    /// By the number of the appearance in the register.
    var person: Int32
    /// 0 where no sides are told.
    var side: Int8
  }

  /// The documents that tell encounters, and where theirs stand among all.
  private(set) var documents: [(id: String, encounters: Range<Int>)] = []
  private(set) var encounters: [Encounter] = []
  private(set) var participants: [Participant] = []

  /// Notes who met in a reading; the persons of its mentions must be in the register.
  mutating func note(_ reading: Reading, in persons: PersonRegister) {
    let start = encounters.count
    for event in reading.events where Self.relates(event) { note(event, in: persons) }
    guard encounters.count > start else { return }
    let id = StableID.document(sha256: reading.article.sha256)
    documents.append((id, start..<encounters.count))
  }

  /// Whether those who take part in an event have to do with one another: what befalls somebody, and
  /// what did not happen, brings nobody together.
  private static func relates(_ event: Event) -> Bool {
    switch event.kind {
    case .appointment, .removal, .discipline: false
    case .meeting, .inspection, .visit, .signing, .conference, .other: event.status == .actual
    }
  }

  private mutating func note(_ event: Event, in persons: PersonRegister) {
    let start = participants.count
    for participant in event.participants {
      guard let number = participant.person.flatMap({ persons.appearance(of: $0.key) }),
        !participants[start...].contains(where: { $0.person == number })
      else { continue }
      participants.append(
        Participant(person: number, side: Int8(truncatingIfNeeded: participant.side ?? 0)))
    }
    guard (2...Self.mostPersons).contains(participants.count - start) else {
      participants.removeSubrange(start...)
      return
    }
    encounters.append(
      Encounter(
        kind: event.kind, first: Day(event.time.start),
        last: Day(event.time.end ?? event.time.start),
        participants: start..<participants.count))
  }
}
