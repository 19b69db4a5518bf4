package import Model

/// What the corpus as a whole says, and the rows that follow from it: those of the dimensions are
/// there, those of a document are made from its reading, which passes a second time.
package struct World: Sendable {
  /// By name, then by id.
  package let persons: [PersonRow]
  /// By source, target and kind.
  package let relations: [RelationRow]
  /// By person, then by office.
  package let tenures: [TenureRow]
  /// In the order of the tenures.
  package let contradictions: [ContradictionRow]
  /// What corrections no document had a use for.
  package let unusedCorrections: [Corrections.Place]
  private let clusters: Clusters?
  let directory: Directory
  let people: People

  init(
    clusters: Clusters?, directory: Directory, people: People, persons: [PersonRow],
    relations: [RelationRow], tenures: TenureRows, unusedCorrections: [Corrections.Place]
  ) {
    self.clusters = clusters
    self.directory = directory
    self.people = people
    self.persons = persons
    self.relations = relations
    self.tenures = tenures.tenures()
    contradictions = tenures.contradictions()
    self.unusedCorrections = unusedCorrections
  }

  /// By name, rule and persons.
  package var namesakes: [NamesakeRow] { people.namesakes }

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
      published: reading.article.publishedOn, directory: directory, people: people)
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
    let speakers = quote.speakers.map { people.identity(of: $0.key, in: document) }
    let offices = quote.speakers.flatMap(\.offices).map { directory[$0].officeID }
    let place = "\(evidence.span.start)-\(evidence.span.end)"
    return QuoteRow(
      quoteID: StableID.quote(
        [document, place]
          + quote.speakers.map { StableID.person(name: $0.name, homonym: $0.homonym) }),
      documentID: document,
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
  let people: People
  private var persons: [NamedPerson.Key: People.Identity] = [:]
  /// How often an id was made: rows that agree in all that makes it are numbered.
  private var repetitions: [String: Int] = [:]

  init(document: String, published: PartialDate?, directory: Directory, people: People) {
    self.document = document
    self.published = published
    self.directory = directory
    self.people = people
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
    let identity = people.identity(of: key, in: document)
    persons[key] = identity
    return identity
  }

  private mutating func id(_ mention: Mention, _ entry: Directory.Entry?) -> String {
    let name = people.printedName(mention.personName)
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
