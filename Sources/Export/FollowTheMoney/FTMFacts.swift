import Model

/// The rows that an article tells, as entities.
enum FTMFacts {
  /// The article itself, and where it is a copy, which one it is a copy of.
  static func document(_ row: RowCells) -> [FTMEntity] {
    guard let id = row.text("document_id") else { return [] }
    var article = FTMEntity(id, .article)
    article.add("title", FTMText.text(row.text("title")))
    article.add("fileName", FTMText.text(row.text("path")))
    article.add("publishedAt", FTMText.moment(row.text("published_at")))
    article.add("sourceUrl", FTMText.url(row.text("url")))
    article.add("publisher", FTMText.text(row.text("publisher")))
    article.add("author", FTMText.text(row.text("author")))
    article.add("language", "zho")
    article.add("keywords", all: row.list("tags").compactMap(FTMText.text))
    article.add("keywords", FTMText.text(row.text("section")))
    article.add("bodyText", FTMText.text(row.text("text")))
    article.add(
      "notes",
      columns: [
        "published_at", "published_basis", "url", "script", "sha256", "cluster_id", "quality",
      ], of: row)
    return [article] + (copy(row).map { [$0] } ?? [])
  }

  private static func copy(_ row: RowCells) -> FTMEntity? {
    guard let id = row.text("document_id"), let original = row.text("duplicate_of") else {
      return nil
    }
    var link = FTMEntity("\(id)-copy", .link)
    link.refer("subject", to: id)
    link.refer("object", to: original)
    link.add("role", "转载 · copy of")
    link.add("description", columns: ["similarity"], of: row)
    return link
  }

  /// A name where it stands; the rows of one place, an office each, are one.
  static func mention(_ row: RowCells) -> [FTMEntity] {
    guard let document = row.text("document_id"), let person = row.text("person_id"),
      let start = row.integer("start")
    else { return [] }
    var mention = FTMEntity("\(document)-\(start)-\(person)", .mention)
    mention.refer("document", to: document)
    mention.add("name", FTMText.name(row.text("text")))
    mention.refer("resolved", to: person)
    mention.add("detectedSchema", FTMEntity.Schema.person.rawValue)
    return [mention]
  }

  /// An event, and a link to it from each party with its role: `involved` has no roles.
  static func event(_ row: RowCells, parties: [RowCells]) -> [FTMEntity] {
    guard let id = row.text("event_id") else { return [] }
    var event = FTMEntity(id, .event)
    event.add("name", FTMText.name(EventName.of(row, parties: parties)))
    event.add("summary", FTMText.text(row.text("text")))
    event.add("startDate", FTMText.date(row.text("date_start")))
    event.add("endDate", FTMText.date(row.text("date_end")))
    event.add("location", FTMText.address(row.text("place_path") ?? row.text("place")))
    event.add("country", FTMTopics.country(ofDivision: row.text("division_code")))
    event.refer("proof", to: row.text("document_id"))
    event.add("recordId", id)
    event.add("keywords", row.text("type"))
    event.add("keywords", row.text("plover").map { "PLOVER \($0)" })
    event.add("keywords", row.text("cameo").map { "CAMEO \($0)" })
    event.add(
      "notes",
      columns: [
        "status", "date_start", "date_end", "date_precision", "date_basis", "date_text", "place",
        "division_code", "event_cluster_id", "confidence", "rule",
      ], of: row)
    let isConference = row.text("type") == "conference"
    for party in parties {
      event.refer("involved", to: member(party))
      if isConference, party.text("role") == "host" { event.refer("organizer", to: member(party)) }
    }
    return [event] + parties.compactMap { part(of: $0, in: row) }
  }

  private static func member(_ party: RowCells) -> String? {
    party.text("person_id") ?? party.text("organization_id")
  }

  private static func part(of party: RowCells, in event: RowCells) -> FTMEntity? {
    guard let member = member(party), let id = event.text("event_id"),
      let position = party.integer("position")
    else { return nil }
    var link = FTMEntity("\(id)-\(position)", .link)
    link.refer("subject", to: member)
    link.refer("object", to: id)
    let role = [party.text("role"), party.text("office_name")].compactMap { $0 }
    link.add("role", FTMText.text(role.joined(separator: " · ")))
    link.add("startDate", FTMText.date(event.text("date_start")))
    link.add("endDate", FTMText.date(event.text("date_end")))
    link.refer("proof", to: party.text("document_id"))
    link.add("description", columns: ["position", "side", "office_id", "text", "rule"], of: party)
    link.add("summary", FTMText.text(event.text("status").flatMap(statusWords)))
    return link
  }

  private static func statusWords(_ status: String) -> String? {
    switch status {
    case "planned": "计划中，尚未发生 · planned, not told to have taken place"
    case "denied": "文中否认 · denied by the article"
    default: nil
    }
  }

  /// Two reports that are held to be of one event.
  static func cluster(_ row: RowCells) -> [FTMEntity] {
    guard let event = row.text("event_id"), let other = row.text("joined_event_id") else {
      return []
    }
    var link = FTMEntity("\(event)-same", .link)
    link.refer("subject", to: event)
    link.refer("object", to: other)
    link.add(
      "role", ["同一事件 · same event", row.text("rule")].compactMap { $0 }.joined(separator: " · "))
    link.refer("proof", to: row.text("document_id"))
    return [link]
  }

  /// An agreement, and a link to it from each party and from the event of its signing.
  ///
  /// It has no `authority`: that is the body that awards a contract, and these have two sides.
  static func agreement(_ row: RowCells) -> [FTMEntity] {
    guard let id = row.text("agreement_id") else { return [] }
    var contract = FTMEntity(id, .contract)
    contract.add("title", FTMText.text(row.text("name")))
    contract.add("name", FTMText.name(row.text("name")))
    contract.add("contractDate", FTMText.date(row.text("date")))
    contract.add("summary", FTMText.text(row.text("text")))
    contract.refer("proof", to: row.text("document_id"))
    contract.add("notes", columns: ["parties", "date"], of: row)
    func link(_ name: String, from subject: String, _ role: String) -> FTMEntity {
      var link = FTMEntity("\(id)-\(name)", .link)
      link.refer("subject", to: subject)
      link.refer("object", to: id)
      link.add("role", role)
      link.add("date", FTMText.date(row.text("date")))
      link.refer("proof", to: row.text("document_id"))
      return link
    }
    let parties = row.list("party_ids").enumerated().map { place, party in
      link("\(place)", from: party, "缔约方 · party")
    }
    let event = row.text("event_id").map { [link("signing", from: $0, "签署 · signing")] }
    return [contract] + parties + (event ?? [])
  }

  static func quote(_ row: RowCells) -> [FTMEntity] {
    guard let id = row.text("quote_id") else { return [] }
    var note = FTMEntity(id, .note)
    note.add("name", FTMText.name(name(of: row)))
    note.add("entity", all: row.list("speaker_ids").map(FTMText.id))
    note.add("description", FTMText.text(row.text("text")))
    note.refer("proof", to: row.text("document_id"))
    note.add(
      "notes",
      columns: ["verb", "direct", "addressee", "event_id", "speaker_office_ids"], of: row)
    return [note]
  }

  /// `甲、乙强调`: who said it and how.
  private static func name(of quote: RowCells) -> String {
    quote.list("speaker_names").joined(separator: "、") + (quote.text("verb") ?? "")
  }
}
