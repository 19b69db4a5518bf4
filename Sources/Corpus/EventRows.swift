import Model

extension DocumentRows {
  func row(_ agreement: Agreement) -> AgreementRow {
    let evidence = agreement.evidence
    let parties = agreement.parties.map { directory[$0] }
    let place = "\(evidence.span.start)-\(evidence.span.end)"
    return AgreementRow(
      agreementID: StableID.agreement(
        [id, place, agreement.name] + parties.map(\.organizationID)),
      documentID: id,
      eventID: agreement.event.flatMap { events.indices.contains($0) ? events[$0] : nil },
      name: agreement.name, parties: parties.map(\.name),
      partyIDs: parties.map(\.organizationID), date: agreement.date?.iso,
      paragraph: evidence.paragraph, start: evidence.span.start, end: evidence.span.end,
      text: evidence.text)
  }

  func row(_ event: Event, _ eventID: String) -> EventRow {
    let evidence = event.evidence
    let code = Self.code(event)
    return EventRow(
      eventID: eventID, documentID: id, type: event.kind.rawValue,
      status: event.status.rawValue, plover: code.plover, cameo: code.cameo,
      dateStart: event.time.start?.iso, dateEnd: event.time.end?.iso,
      datePrecision: (event.time.start?.precision ?? .none).rawValue,
      dateBasis: event.time.basis.rawValue, dateText: event.time.text, place: event.place?.name,
      divisionCode: event.place.flatMap(directory.code),
      placePath: event.place.flatMap(directory.path), topic: event.topic,
      paragraph: evidence.paragraph,
      start: evidence.span.start, end: evidence.span.end, text: evidence.text,
      clusterID: clusterID(of: eventID), confidence: event.confidence, rule: evidence.rule)
  }

  func row(
    _ participant: Event.Participant, at position: Int, of event: String
  ) -> ParticipantRow {
    var row = ParticipantRow(
      eventID: event, documentID: id, position: position, side: participant.side,
      role: participant.role.rawValue, evidence: participant.evidence)
    switch participant.party {
    case .person(let person):
      let identity = cast.identity(of: person.key)
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
