/// Something that happened (事件) with named persons in it, as one article tells it.
package struct Event: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case meeting, inspection, visit, signing, conference, appointment, removal, discipline, other
  }

  package enum Status: String, Hashable, Sendable, CaseIterable { case actual, planned, denied }

  /// One who took part.
  package struct Participant: Hashable, Sendable {
    package enum Role: String, Hashable, Sendable, CaseIterable {
      case host, guest, principal, attendee, speaker, signatory, witness, chair, subject
    }

    package var person: NamedPerson
    package var role: Role
    /// 1 and 2 where the text tells two sides apart.
    package var side: Int?

    package init(person: NamedPerson, role: Role, side: Int? = nil) {
      self.person = person
      self.role = role
      self.side = side
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
  /// The place of the event, as written.
  package var place: String?
  /// The sentence that tells it, and the rule that read it.
  package var evidence: Evidence
  package var confidence: Double
  /// At least one, in the order of the text.
  package var participants: [Participant]

  package init(
    kind: Kind, status: Status = .actual, time: Time = Time(), place: String? = nil,
    evidence: Evidence, confidence: Double, participants: [Participant]
  ) {
    self.kind = kind
    self.status = status
    self.time = time
    self.place = place
    self.evidence = evidence
    self.confidence = confidence
    self.participants = participants
  }
}
