package import Model

extension World {
  /// The rows of a reading's events, in their order.
  package func events(_ reading: Reading) -> [EventRow] {
    let document = StableID.document(sha256: reading.article.sha256)
    return zip(reading.events, eventIDs(reading, document)).map { row($0, $1, in: document) }
  }

  /// The rows of those who took part in a reading's events.
  package func participants(_ reading: Reading) -> [ParticipantRow] {
    let document = StableID.document(sha256: reading.article.sha256)
    return zip(reading.events, eventIDs(reading, document)).flatMap { event, id in
      event.participants.enumerated().map { row($1, at: $0, of: id, in: document) }
    }
  }

  /// The rows of a reading's agreements, in their order.
  package func agreements(_ reading: Reading) -> [AgreementRow] {
    guard !reading.agreements.isEmpty else { return [] }
    let document = StableID.document(sha256: reading.article.sha256)
    let events = eventIDs(reading, document)
    return reading.agreements.map { row($0, of: events, in: document) }
  }

  private func row(_ agreement: Agreement, of events: [String], in document: String) -> AgreementRow
  {
    let evidence = agreement.evidence
    let parties = agreement.parties.map { directory[$0] }
    let place = "\(evidence.span.start)-\(evidence.span.end)"
    return AgreementRow(
      agreementID: StableID.agreement(
        [document, place, agreement.name] + parties.map(\.organizationID)),
      documentID: document,
      eventID: agreement.event.flatMap { events.indices.contains($0) ? events[$0] : nil },
      name: agreement.name, parties: parties.map(\.name),
      partyIDs: parties.map(\.organizationID), date: agreement.date?.iso,
      paragraph: evidence.paragraph, start: evidence.span.start, end: evidence.span.end,
      text: evidence.text)
  }

  /// The ids of a reading's events; those that agree in all that makes them are numbered.
  func eventIDs(_ reading: Reading, _ document: String) -> [String] {
    StableID.events(reading.events, in: document) { directory[$0].organizationID }
  }

  private func row(_ event: Event, _ id: String, in document: String) -> EventRow {
    let evidence = event.evidence
    let code = Self.code(event)
    return EventRow(
      eventID: id, documentID: document, type: event.kind.rawValue,
      status: event.status.rawValue, plover: code.plover, cameo: code.cameo,
      dateStart: event.time.start?.iso, dateEnd: event.time.end?.iso,
      datePrecision: (event.time.start?.precision ?? .none).rawValue,
      dateBasis: event.time.basis.rawValue, dateText: event.time.text, place: event.place?.name,
      divisionCode: event.place.flatMap(directory.code),
      placePath: event.place.flatMap(directory.path), topic: nil, paragraph: evidence.paragraph,
      start: evidence.span.start, end: evidence.span.end, text: evidence.text, clusterID: nil,
      confidence: event.confidence, rule: evidence.rule)
  }

  private func row(
    _ participant: Event.Participant, at position: Int, of event: String, in document: String
  ) -> ParticipantRow {
    var row = ParticipantRow(
      eventID: event, documentID: document, position: position, side: participant.side,
      role: participant.role.rawValue, evidence: participant.evidence)
    switch participant.party {
    case .person(let person):
      let identity = people.identity(of: person.key, in: document)
      (row.personID, row.personName) = (identity.id, identity.name)
      guard let office = person.offices.first else { break }
      let entry = directory[office]
      (row.officeID, row.officeName) = (entry.officeID, entry.officeName)
      (row.organizationID, row.organizationName) = (entry.organizationID, entry.organizationName)
    case .body(let body):
      let entry = directory[body]
      (row.organizationID, row.organizationName) = (entry.organizationID, entry.name)
    }
    return row
  }

  /// The codes of an event in PLOVER (with its mode) and CAMEO; nil where they have none for it.
  ///
  /// PLOVER has no code for an inspection of one's own area, nor for a meeting of one body.
  private static func code(_ event: Event) -> (plover: String?, cameo: String?) {
    let isPlanned = event.status == .planned
    switch event.kind {
    case .meeting: return isPlanned ? ("AGREE", "030") : ("CONSULT", "040")
    case .visit: return isPlanned ? ("AGREE", "030") : ("CONSULT/visit", "042")
    case .inspection: return ("x-inspection", nil)
    case .signing: return isPlanned ? ("AGREE", "030") : ("SUPPORT", "057")
    case .conference:
      let bodies = Set(event.participants.compactMap(\.body))
      return bodies.count > 1 ? ("CONSULT/multilateral", "040") : ("x-internal-meeting", "040")
    case .appointment, .removal, .discipline, .other: return (nil, nil)
    }
  }
}
