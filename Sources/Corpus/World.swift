package import Model

/// What the corpus as a whole says, and the rows that follow from it: those of the dimensions are
/// there, those of a document are made from its reading, which passes a second time.
package struct World: Sendable {
  /// By name, then by id.
  package let persons: [PersonRow]
  /// By source, target and kind.
  package let relations: [RelationRow]
  private let clusters: Clusters?
  let directory: Directory

  init(
    clusters: Clusters?, directory: Directory, persons: [PersonRow], relations: [RelationRow] = []
  ) {
    self.clusters = clusters
    self.directory = directory
    self.persons = persons
    self.relations = relations
  }

  /// By name, then by id.
  package var offices: [OfficeRow] { directory.offices }
  /// By name, then by id.
  package var organizations: [OrganizationRow] { directory.organizations }
  /// By code.
  package var divisions: [DivisionRow] { directory.divisions }
  /// By cluster, document and method.
  package var duplicates: [DuplicateRow] { clusters?.duplicates ?? [] }

  package func document(_ reading: Reading, copies: [String]) -> DocumentRow {
    let article = reading.article
    let id = StableID.document(sha256: article.sha256)
    let group = clusters?[id]
    return DocumentRow(
      documentID: id, path: article.path, copies: copies, format: article.format.rawValue,
      encoding: article.encoding, bytes: article.bytes, sha256: article.sha256, url: article.url,
      publisher: article.publisher, author: article.author, publishedAt: article.publishedAt,
      publishedBasis: article.publishedBasis?.rawValue, headline: article.title,
      section: article.section, tags: article.tags, script: article.script?.rawValue,
      characters: article.text.unicodeScalars.count, text: article.text,
      clusterID: group?.clusterID, isCanonical: group?.duplicateOf == nil,
      duplicateOf: group?.duplicateOf, similarity: group?.similarity, quality: article.quality)
  }

  /// The rows of a reading's mentions, in their order.
  package func mentions(_ reading: Reading) -> [MentionRow] {
    var rows = MentionRows(
      document: StableID.document(sha256: reading.article.sha256),
      published: reading.article.publishedOn, directory: directory)
    return reading.mentions.map { rows.row($0) }
  }

  /// The rows of a reading's quotes, in their order.
  package func quotes(_ reading: Reading) -> [QuoteRow] {
    let document = StableID.document(sha256: reading.article.sha256)
    let isJoined = reading.quotes.contains { $0.event != nil }
    let events = isJoined ? eventIDs(reading, document) : []
    return reading.quotes.map { row($0, of: events, in: document) }
  }

  private func row(_ quote: Quote, of events: [String], in document: String) -> QuoteRow {
    let evidence = quote.evidence
    let speakers = quote.speakers.map { StableID.person(name: $0.name, homonym: $0.homonym) }
    let offices = quote.speakers.flatMap(\.offices).map {
      directory[Seat(body: $0.body, title: $0.title)].officeID
    }
    let place = "\(evidence.span.start)-\(evidence.span.end)"
    return QuoteRow(
      quoteID: StableID.quote([document, place] + speakers), documentID: document,
      eventID: quote.event.flatMap { events.indices.contains($0) ? events[$0] : nil },
      paragraph: evidence.paragraph, start: evidence.span.start, end: evidence.span.end,
      text: evidence.text, speakerIDs: speakers, speakerNames: quote.speakers.map(\.name),
      speakerOfficeIDs: offices.enumerated().filter { !offices[..<$0].contains($1) }.map(\.1),
      verb: quote.verb, direct: quote.isDirect, addressee: quote.addressee)
  }
}

/// Makes the rows of one document's mentions.
private struct MentionRows {
  let document: String
  let published: PartialDate?
  let directory: Directory
  private var persons: [String: String] = [:]
  /// How often an id was made: rows that agree in all that makes it are numbered.
  private var repetitions: [String: Int] = [:]

  init(document: String, published: PartialDate?, directory: Directory) {
    self.document = document
    self.published = published
    self.directory = directory
  }

  mutating func row(_ mention: Mention) -> MentionRow {
    let evidence = mention.evidence
    let office = mention.office
    let entry = office.map { directory[Seat(body: $0.body, title: $0.title)] }
    return MentionRow(
      mentionID: id(mention, entry), documentID: document, paragraph: evidence.paragraph,
      start: evidence.span.start, end: evidence.span.end, text: evidence.text,
      personID: person(mention), personName: mention.personName,
      officeID: entry?.officeID, organizationID: entry?.organizationID,
      organizationName: entry?.organizationName, post: office?.title,
      qualifier: office?.qualifier?.rawValue, personalRank: mention.personalRank,
      inferred: office?.inferred.map(\.rawValue) ?? [], asOf: asOf(mention)?.iso,
      confidence: mention.confidence, rule: evidence.rule)
  }

  private mutating func person(_ mention: Mention) -> String {
    let name = mention.personName
    if let homonym = mention.homonym { return StableID.person(name: name, homonym: homonym) }
    if let id = persons[name] { return id }
    let id = StableID.person(name: name)
    persons[name] = id
    return id
  }

  private mutating func id(_ mention: Mention, _ entry: Directory.Entry?) -> String {
    let span = mention.evidence.span
    let parts = [
      document, "\(span.start)-\(span.end)", mention.personName, entry?.officeID ?? "",
      mention.office?.qualifier?.rawValue ?? "",
    ]
    let id = StableID.mention(parts)
    let repetition = repetitions[id, default: 0]
    repetitions[id] = repetition + 1
    return repetition == 0 ? id : StableID.mention(parts + ["\(repetition)"])
  }

  /// A former office is not asserted for the day of the article.
  private func asOf(_ mention: Mention) -> PartialDate? {
    guard let office = mention.office else { return nil }
    return mention.asOf ?? (office.qualifier == .former ? nil : published)
  }
}
