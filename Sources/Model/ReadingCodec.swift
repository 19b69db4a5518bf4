extension Reading {
  /// The form of the record; a reading of another form is not read.
  package static let codecVersion: UInt64 = 8

  /// Appends the reading in a compact form that `init(decoding:)` reads back: for the spool
  /// between the passes of one run, not for keeping.
  package func encoded(into bytes: inout [UInt8]) {
    var encoder = ByteEncoder(bytes: bytes)
    encoder.put(Self.codecVersion)
    article.encode(into: &encoder)
    encoder.put(mentions.count)
    for mention in mentions { mention.encode(into: &encoder) }
    encoder.put(quotes.count)
    for quote in quotes { quote.encode(into: &encoder) }
    encoder.put(events.count)
    for event in events { event.encode(into: &encoder) }
    encoder.put(agreements.count)
    for agreement in agreements { agreement.encode(into: &encoder) }
    bytes = encoder.bytes
  }

  /// Nil where the bytes are no reading of this version, or are cut or followed by others.
  package init?(decoding bytes: [UInt8]) {
    var decoder = ByteDecoder(bytes: bytes)
    guard decoder.number() == Self.codecVersion, let article = Article(decoding: &decoder),
      let count = decoder.count()
    else { return nil }
    var mentions: [Mention] = []
    for _ in 0..<count {
      guard let mention = Mention(decoding: &decoder) else { return nil }
      mentions.append(mention)
    }
    guard let quotes = decoder.all(Quote.init), let events = decoder.all(Event.init),
      let agreements = decoder.all(Agreement.init), decoder.isAtEnd
    else { return nil }
    self.init(
      article: article, mentions: mentions, quotes: quotes, events: events, agreements: agreements)
  }
}

extension Article {
  fileprivate func encode(into encoder: inout ByteEncoder) {
    encoder.put(path)
    encoder.put(format.rawValue)
    encoder.put(encoding)
    encoder.put(bytes)
    encoder.put(sha256)
    for text in [url, publisher, author, publishedAt, publishedBasis?.rawValue, title, section] {
      encoder.put(text)
    }
    encoder.put(tags)
    encoder.put(script?.rawValue)
    encoder.put(text)
    encoder.put(quality)
  }

  fileprivate init?(decoding decoder: inout ByteDecoder) {
    guard let path = decoder.text(), let format = decoder.text().flatMap(Format.init),
      let encoding = decoder.text(), let bytes = decoder.integer(), let sha256 = decoder.text()
    else { return nil }
    self.init(path: path, format: format, encoding: encoding, bytes: bytes, sha256: sha256)
    guard let url = decoder.optional(), let publisher = decoder.optional(),
      let author = decoder.optional(), let publishedAt = decoder.optional(),
      let basis = decoder.optional(), let title = decoder.optional(),
      let section = decoder.optional(), let tags = decoder.list(),
      let script = decoder.optional(), let text = decoder.text(), let quality = decoder.list()
    else { return nil }
    self.url = url
    self.publisher = publisher
    self.author = author
    self.publishedAt = publishedAt
    publishedBasis = basis.flatMap(DateBasis.init)
    self.title = title
    self.section = section
    self.tags = tags
    self.script = script.flatMap(Script.init)
    self.text = text
    self.quality = quality
  }
}

extension Mention {
  fileprivate func encode(into encoder: inout ByteEncoder) {
    evidence.encode(into: &encoder)
    encoder.put(personName)
    encoder.put(homonym)
    encoder.put(office == nil ? 0 : 1)
    office?.encode(into: &encoder)
    encoder.put(personalRank)
    encoder.put(asOf?.iso)
    encoder.put(confidence.bitPattern)
  }

  fileprivate init?(decoding decoder: inout ByteDecoder) {
    guard let evidence = Evidence(decoding: &decoder), let name = decoder.text(),
      let homonym = decoder.optional(),
      let hasOffice = decoder.number()
    else { return nil }
    let office = hasOffice == 1 ? OfficeReading(decoding: &decoder) : nil
    guard (office != nil) == (hasOffice == 1), let rank = decoder.optional(),
      let asOf = decoder.optional(), let confidence = decoder.number()
    else { return nil }
    self.init(
      evidence: evidence, personName: name, homonym: homonym, office: office, personalRank: rank,
      asOf: asOf.flatMap { PartialDate(iso: $0) }, confidence: Double(bitPattern: confidence))
  }
}

extension Evidence {
  fileprivate func encode(into encoder: inout ByteEncoder) {
    encoder.put(paragraph)
    encoder.put(span.start)
    encoder.put(span.end)
    encoder.put(text)
    encoder.put(rule)
  }

  fileprivate init?(decoding decoder: inout ByteDecoder) {
    guard let paragraph = decoder.integer(), let start = decoder.integer(),
      let end = decoder.integer(), let text = decoder.text(), let rule = decoder.text()
    else { return nil }
    self.init(paragraph: paragraph, span: Span(start, end), text: text, rule: rule)
  }
}

extension Quote {
  fileprivate func encode(into encoder: inout ByteEncoder) {
    evidence.encode(into: &encoder)
    encoder.put(speakers.count)
    for speaker in speakers { speaker.encode(into: &encoder) }
    encoder.put(verb)
    encoder.put(isDirect ? 1 : 0)
    encoder.put(addressee)
    encoder.put(event ?? -1)
  }

  fileprivate init?(decoding decoder: inout ByteDecoder) {
    guard let evidence = Evidence(decoding: &decoder),
      let speakers = decoder.all(NamedPerson.init), let verb = decoder.optional(),
      let direct = decoder.number(), let addressee = decoder.optional(),
      let event = decoder.integer()
    else { return nil }
    self.init(
      evidence: evidence, speakers: speakers, verb: verb, isDirect: direct == 1,
      addressee: addressee, event: event < 0 ? nil : event)
  }
}

extension Event {
  fileprivate func encode(into encoder: inout ByteEncoder) {
    encoder.put(kind.rawValue)
    encoder.put(status.rawValue)
    encoder.put(time.start?.iso)
    encoder.put(time.end?.iso)
    encoder.put(time.basis.rawValue)
    encoder.put(time.text)
    encoder.put(place?.name)
    encoder.put(place?.area)
    encoder.put(topic)
    evidence.encode(into: &encoder)
    encoder.put(confidence.bitPattern)
    encoder.put(participants.count)
    for participant in participants { participant.encode(into: &encoder) }
  }

  fileprivate init?(decoding decoder: inout ByteDecoder) {
    guard let kind = decoder.text().flatMap(Kind.init),
      let status = decoder.text().flatMap(Status.init), let start = decoder.optional(),
      let end = decoder.optional(), let basis = decoder.text().flatMap(DateBasis.init),
      let words = decoder.optional(), let place = decoder.optional(),
      let area = decoder.optional(), let topic = decoder.optional(),
      let evidence = Evidence(decoding: &decoder), let confidence = decoder.number(),
      let participants = decoder.all(Participant.init)
    else { return nil }
    self.init(
      kind: kind, status: status,
      time: Time(
        start: start.flatMap { DayName(iso: $0) }, end: end.flatMap { DayName(iso: $0) },
        basis: basis, text: words),
      place: place.map { Place(name: $0, area: area) }, topic: topic, evidence: evidence,
      confidence: Double(bitPattern: confidence),
      participants: participants)
  }
}

extension Agreement {
  fileprivate func encode(into encoder: inout ByteEncoder) {
    encoder.put(name)
    encoder.put(parties.count)
    for party in parties { party.encode(into: &encoder) }
    encoder.put(date?.iso)
    evidence.encode(into: &encoder)
    encoder.put(event ?? -1)
  }

  fileprivate init?(decoding decoder: inout ByteDecoder) {
    guard let name = decoder.text(),
      let parties = decoder.all({ Body(decoding: &$0, depth: 0) }), let date = decoder.optional(),
      let evidence = Evidence(decoding: &decoder), let event = decoder.integer()
    else { return nil }
    self.init(
      name: name, parties: parties, date: date.flatMap { DayName(iso: $0) }, evidence: evidence,
      event: event < 0 ? nil : event)
  }
}

extension Event.Participant {
  fileprivate func encode(into encoder: inout ByteEncoder) {
    party.encode(into: &encoder)
    encoder.put(role.rawValue)
    encoder.put(side ?? 0)
    evidence.encode(into: &encoder)
  }

  fileprivate init?(decoding decoder: inout ByteDecoder) {
    guard let party = Event.Party(decoding: &decoder),
      let role = decoder.text().flatMap(Role.init), let side = decoder.integer(),
      let evidence = Evidence(decoding: &decoder)
    else { return nil }
    self.init(party, role: role, side: side == 0 ? nil : side, evidence: evidence)
  }
}

extension Event.Party {
  fileprivate func encode(into encoder: inout ByteEncoder) {
    switch self {
    case .person(let person):
      encoder.put(0)
      person.encode(into: &encoder)
    case .body(let body):
      encoder.put(1)
      body.encode(into: &encoder)
    }
  }

  fileprivate init?(decoding decoder: inout ByteDecoder) {
    let party: Self? =
      switch decoder.number() {
      case 0: NamedPerson(decoding: &decoder).map(Self.person)
      case 1: Body(decoding: &decoder, depth: 0).map(Self.body)
      default: nil
      }
    guard let party else { return nil }
    self = party
  }
}

extension NamedPerson {
  fileprivate func encode(into encoder: inout ByteEncoder) {
    encoder.put(name)
    encoder.put(homonym)
    encoder.put(offices.count)
    for office in offices { office.encode(into: &encoder) }
  }

  fileprivate init?(decoding decoder: inout ByteDecoder) {
    guard let name = decoder.text(), let homonym = decoder.optional(),
      let offices = decoder.all(OfficeReading.init)
    else { return nil }
    self.init(name: name, homonym: homonym, offices: offices)
  }
}

extension OfficeReading {
  fileprivate func encode(into encoder: inout ByteEncoder) {
    body.encode(into: &encoder)
    encoder.put(title)
    encoder.put(qualifier?.rawValue)
    encoder.put(inferred.map(\.rawValue))
  }

  fileprivate init?(decoding decoder: inout ByteDecoder) {
    guard let body = Body(decoding: &decoder, depth: 0), let title = decoder.text(),
      let qualifier = decoder.optional(), let inferred = decoder.list()
    else { return nil }
    self.init(
      body: body, title: title, qualifier: qualifier.flatMap(Qualifier.init),
      inferred: inferred.compactMap(Inferred.init))
  }
}

extension Body {
  fileprivate func encode(into encoder: inout ByteEncoder) {
    switch self {
    case .listed(let id):
      encoder.put(0)
      encoder.put(id)
    case .local(let kind, let division):
      encoder.put(1)
      encoder.put(kind.rawValue)
      encoder.put(division)
    case .part(let whole, let name):
      encoder.put(2)
      whole.encode(into: &encoder)
      encoder.put(name)
    case .written(let name, let division):
      encoder.put(3)
      encoder.put(name)
      encoder.put(division)
    case .unplaced(let kind, let level):
      encoder.put(4)
      encoder.put(kind.rawValue)
      encoder.put(level.rawValue)
    }
  }

  fileprivate init?(decoding decoder: inout ByteDecoder, depth: Int) {
    guard depth < 8, let kind = decoder.number() else { return nil }
    let body: Body? =
      switch kind {
      case 0: decoder.text().map(Body.listed)
      case 1: Self.local(&decoder)
      case 2: Self.part(&decoder, depth)
      case 3: Self.written(&decoder)
      case 4: Self.unplaced(&decoder)
      default: nil
      }
    guard let body else { return nil }
    self = body
  }

  private static func local(_ decoder: inout ByteDecoder) -> Body? {
    guard let kind = decoder.text().flatMap(LocalBody.init), let division = decoder.text() else {
      return nil
    }
    return .local(kind, division: division)
  }

  private static func part(_ decoder: inout ByteDecoder, _ depth: Int) -> Body? {
    guard let whole = Body(decoding: &decoder, depth: depth + 1), let name = decoder.text() else {
      return nil
    }
    return .part(of: whole, name: name)
  }

  private static func written(_ decoder: inout ByteDecoder) -> Body? {
    guard let name = decoder.text(), let division = decoder.optional() else { return nil }
    return .written(name, division: division)
  }

  private static func unplaced(_ decoder: inout ByteDecoder) -> Body? {
    guard let kind = decoder.text().flatMap(LocalBody.init),
      let level = decoder.text().flatMap(Division.Level.init)
    else { return nil }
    return .unplaced(kind, level: level)
  }
}
