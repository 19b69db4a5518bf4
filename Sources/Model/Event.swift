/// Something that happened (事件) with named persons or bodies in it, as one article tells it.
package struct Event: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case meeting, inspection, visit, signing, conference, appointment, removal, discipline, other
  }

  package enum Status: String, Hashable, Sendable, CaseIterable { case actual, planned, denied }

  /// Who takes part in a doing: a person, or a body or place as a side of its own (吉林省, 教育部).
  package enum Party: Hashable, Sendable {
    case person(NamedPerson)
    case body(Body)
  }

  /// One who took part.
  package struct Participant: Hashable, Sendable {
    package enum Role: String, Hashable, Sendable, CaseIterable {
      case host, guest, principal, attendee, speaker, signatory, witness, chair, subject
    }

    package var party: Party
    package var role: Role
    /// 1 and 2 where the text tells two sides apart.
    package var side: Int?
    /// Where the party is named, and the rule by which it takes part: who is told of later stands in
    /// another sentence than the event.
    package var evidence: Evidence

    package init(_ party: Party, role: Role, side: Int? = nil, evidence: Evidence) {
      self.party = party
      self.role = role
      self.side = side
      self.evidence = evidence
    }

    package var person: NamedPerson? {
      if case .person(let person) = party { person } else { nil }
    }

    package var body: Body? {
      if case .body(let body) = party { body } else { nil }
    }
  }

  /// Where it happened.
  package struct Place: Hashable, Sendable {
    /// As written.
    package var name: String
    /// The id of the division (`div:430100`), or of the foreign state (`state:FR`), that the name
    /// means or that the place lies in, where it can be told.
    package var area: String?

    package init(name: String, area: String? = nil) {
      self.name = name
      self.area = area
    }
  }

  /// When it happened, and by what that is known.
  package struct Time: Hashable, Sendable {
    package var start: DayName?
    package var end: DayName?
    package var basis: DateBasis
    /// As printed.
    package var text: String?

    package init(
      start: DayName? = nil, end: DayName? = nil, basis: DateBasis = .none, text: String? = nil
    ) {
      self.start = start
      self.end = end
      self.basis = basis
      self.text = text
    }
  }

  package var kind: Kind
  package var status: Status
  package var time: Time
  package var place: Place?
  /// What it was about, as written.
  package var topic: String?
  /// The sentence that tells it, and the rule that read it.
  package var evidence: Evidence
  package var confidence: Double
  /// At least one, in the order of the text.
  package var participants: [Participant]

  package init(
    kind: Kind, status: Status = .actual, time: Time = Time(), place: Place? = nil,
    topic: String? = nil, evidence: Evidence, confidence: Double, participants: [Participant]
  ) {
    self.kind = kind
    self.status = status
    self.time = time
    self.place = place
    self.topic = topic
    self.evidence = evidence
    self.confidence = confidence
    self.participants = participants
  }
}
