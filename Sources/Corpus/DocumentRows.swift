package import Model

/// Makes the rows of one document, from its reading and from what the corpus says of it.
package struct DocumentRows {
  private let reading: Reading
  private let group: Clusters.Membership?
  let id: String
  let directory: Directory
  let cast: People.Cast
  /// The ids of the events, in their order.
  let events: [String]
  /// By the id of an event of the document, that of the report which stands for it.
  private let standing: [String: String]

  init(
    _ reading: Reading, group: Clusters.Membership?, directory: Directory, cast: People.Cast,
    standing: [String: String] = [:]
  ) {
    self.reading = reading
    self.group = group
    self.standing = standing
    self.directory = directory
    self.cast = cast
    let id = StableID.document(sha256: reading.article.sha256)
    self.id = id
    events = StableID.events(reading.events, in: id) { directory[$0].organizationID }
  }

  /// - Parameter copies: the further paths with the same bytes.
  package func document(copies: [String]) -> DocumentRow {
    let article = reading.article
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

  /// The cluster of an event of the document.
  func clusterID(of event: String) -> String {
    StableID.eventCluster(event: standing[event] ?? event)
  }

  /// In the order of the mentions.
  package var mentions: [MentionRow] {
    var rows = MentionRows(
      document: id, published: reading.article.publishedOn, directory: directory, cast: cast)
    return reading.mentions.map { rows.row($0) }
  }

  /// In the order of the events, and of those who took part.
  package var participants: [ParticipantRow] {
    zip(reading.events, events).flatMap { event, id in
      event.participants.enumerated().map { row($1, at: $0, of: id) }
    }
  }

  package var eventRows: [EventRow] { zip(reading.events, events).map(row) }
  package var agreements: [AgreementRow] { reading.agreements.map(row) }
  package var quotes: [QuoteRow] { reading.quotes.map(row) }

  private func row(_ quote: Quote) -> QuoteRow {
    let evidence = quote.evidence
    let speakers = quote.speakers.map { cast.identity(of: $0.key) }
    let offices = quote.speakers.flatMap(\.offices).map { directory[$0].officeID }
    let place = "\(evidence.span.start)-\(evidence.span.end)"
    return QuoteRow(
      quoteID: StableID.quote(
        [id, place]
          + quote.speakers.map { StableID.person(name: $0.name, homonym: $0.homonym) }),
      documentID: id,
      eventID: quote.event.flatMap { events.indices.contains($0) ? events[$0] : nil },
      paragraph: evidence.paragraph, start: evidence.span.start, end: evidence.span.end,
      text: evidence.text, speakerIDs: speakers.map(\.id), speakerNames: speakers.map(\.name),
      speakerOfficeIDs: offices.enumerated().filter { !offices[..<$0].contains($1) }.map(\.1),
      verb: quote.verb, direct: quote.isDirect, addressee: quote.addressee)
  }
}

/// Makes the rows of one document's mentions.
private struct MentionRows {
  let document: String
  let published: PartialDate?
  let directory: Directory
  let cast: People.Cast
  private var persons: [NamedPerson.Key: People.Identity] = [:]
  /// How often an id was made: rows that agree in all that makes it are numbered.
  private var repetitions: [String: Int] = [:]

  init(document: String, published: PartialDate?, directory: Directory, cast: People.Cast) {
    self.document = document
    self.published = published
    self.directory = directory
    self.cast = cast
  }

  mutating func row(_ mention: Mention) -> MentionRow {
    let evidence = mention.evidence
    let office = mention.office
    let entry = office.map { directory[$0] }
    let person = person(mention.person)
    return MentionRow(
      mentionID: id(mention, entry), documentID: document, paragraph: evidence.paragraph,
      start: evidence.span.start, end: evidence.span.end, text: evidence.text,
      personID: person.id, personName: person.name,
      officeID: entry?.officeID, organizationID: entry?.organizationID,
      organizationName: entry?.organizationName, post: entry?.post,
      qualifier: office?.qualifier?.rawValue, personalRank: mention.personalRank,
      inferred: office?.inferred.map(\.rawValue) ?? [], asOf: asOf(mention)?.iso,
      confidence: mention.confidence, rule: evidence.rule)
  }

  private mutating func person(_ key: NamedPerson.Key) -> People.Identity {
    if let known = persons[key] { return known }
    let identity = cast.identity(of: key)
    persons[key] = identity
    return identity
  }

  private mutating func id(_ mention: Mention, _ entry: Directory.Entry?) -> String {
    let name = cast.printedName(mention.personName)
    func id(_ repetition: Int) -> String {
      StableID.mention(
        document: document, span: mention.evidence.span, name: name,
        office: entry?.officeID, qualifier: mention.office?.qualifier, repetition: repetition)
    }
    let first = id(0)
    let repetition = repetitions[first, default: 0]
    repetitions[first] = repetition + 1
    return repetition == 0 ? first : id(repetition)
  }

  /// A former office is not asserted for the day of the article.
  private func asOf(_ mention: Mention) -> PartialDate? {
    guard let office = mention.office else { return nil }
    return mention.asOf ?? (office.qualifier == .former ? nil : published)
  }
}
