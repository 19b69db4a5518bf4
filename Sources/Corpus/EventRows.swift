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

  /// Events that agree in all that makes their ids are numbered.
  private func eventIDs(_ reading: Reading, _ document: String) -> [String] {
    var counts: [[String]: Int] = [:]
    return reading.events.map { event in
      let parts = parts(of: event, in: document)
      let count = counts[parts, default: 0]
      counts[parts] = count + 1
      return StableID.event(count == 0 ? parts : parts + ["\(count)"])
    }
  }

  private func parts(of event: Event, in document: String) -> [String] {
    let span = event.evidence.span
    let time = event.time.start?.iso ?? ""
    let persons = event.participants.map {
      StableID.person(name: $0.person.name, homonym: $0.person.homonym)
    }
    return [document, event.kind.rawValue, event.evidence.rule, "\(span.start)-\(span.end)", time]
      + persons
  }

  private func row(_ event: Event, _ id: String, in document: String) -> EventRow {
    let evidence = event.evidence
    let code = Self.code(event)
    return EventRow(
      eventID: id, documentID: document, type: event.kind.rawValue,
      status: event.status.rawValue, plover: code.plover, cameo: code.cameo,
      dateStart: event.time.start?.iso, dateEnd: event.time.end?.iso,
      datePrecision: (event.time.start?.precision ?? .none).rawValue,
      dateBasis: event.time.basis.rawValue, dateText: event.time.text, place: event.place,
      divisionCode: nil, placePath: nil, topic: nil, paragraph: evidence.paragraph,
      start: evidence.span.start, end: evidence.span.end, text: evidence.text, clusterID: nil,
      confidence: event.confidence, rule: evidence.rule)
  }

  private func row(
    _ participant: Event.Participant, at position: Int, of event: String, in document: String
  ) -> ParticipantRow {
    let person = participant.person
    let office = person.offices.first
    let entry = office.map { directory[Seat(body: $0.body, title: $0.title)] }
    return ParticipantRow(
      eventID: event, documentID: document, position: position, side: participant.side,
      personID: StableID.person(name: person.name, homonym: person.homonym),
      personName: person.name, organizationID: entry?.organizationID,
      organizationName: entry?.organizationName, officeID: entry?.officeID,
      officeName: entry?.officeName, role: participant.role.rawValue)
  }

  /// The codes of an event in PLOVER and CAMEO; nil where they have none for it.
  private static func code(_ event: Event) -> (plover: String?, cameo: String?) {
    switch event.kind {
    case .meeting: ("CONSULT", "040")
    case .visit: ("CONSULT", "042")
    case .inspection: ("x-inspection", nil)
    case .signing: event.status == .planned ? ("AGREE", "030") : ("SUPPORT", "057")
    case .conference: ("x-internal-meeting", "040")
    case .appointment, .removal, .discipline, .other: (nil, nil)
    }
  }
}
