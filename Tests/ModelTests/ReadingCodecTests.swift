import Testing

@testable import Model

@Suite struct ReadingCodecTests {
  /// A reading with every kind of value in it.
  static var full: Reading {
    var article = Article(
      path: "甲/乙.html", format: .html, encoding: "gb18030", bytes: 1 << 33, sha256: "ab12")
    article.url = "https://example.org/1"
    article.publisher = "联合日报"
    article.author = "甲;乙"
    article.publishedAt = "2020-12-16T08:02:00Z"
    article.publishedBasis = .fileName
    article.title = "标题"
    article.section = "要闻"
    article.tags = ["一", ""]
    article.script = .hant
    article.text = "省委書記甲乙丙\r\n𠮷e\u{301}\u{0}"
    article.quality = ["title.missing"]
    let bodies: [Body] = [
      .listed("org:mfa"), .local(.partyCommittee, division: "div:220000"),
      .part(of: .part(of: .listed("org:ccdi"), name: "办公厅"), name: "一处"),
      .written("某公司", division: nil), .written("某学院", division: "div:220100"),
      .unplaced(.zone, level: .zone),
    ]
    let mentions = bodies.enumerated().map { index, body in
      Mention(
        evidence: Evidence(
          paragraph: index, span: Span(index, index + 3), text: "甲乙丙", rule: "name.office"),
        personName: "甲乙丙",
        office: OfficeReading(
          body: body, title: "书记", qualifier: index == 0 ? nil : .acting,
          inferred: [.division, .organization]),
        personalRank: index == 1 ? "正部级" : nil,
        asOf: PartialDate(year: 2020, month: index == 2 ? nil : 12), confidence: 0.1 + 0.2)
    }
    let bare = Mention(
      evidence: Evidence(paragraph: 0, span: Span(4, 7), text: "", rule: ""), personName: "丁",
      confidence: 1)
    let offices = mentions.compactMap(\.office)
    let quotes = [true, false].map { isDirect in
      Quote(
        evidence: Evidence(
          paragraph: 0, span: Span(1, 3), text: "委書", rule: "quote.subject"),
        speakers: [
          NamedPerson(name: "甲乙丙", homonym: "女", offices: offices), NamedPerson(name: "丁"),
        ],
        verb: isDirect ? "强调" : nil, isDirect: isDirect, addressee: isDirect ? "记者" : nil,
        event: isDirect ? 1 : nil)
    }
    let named = Evidence(paragraph: 0, span: Span(0, 2), text: "省委", rule: "event.attendance")
    let events = [Event.Status.actual, .planned].map { status in
      Event(
        kind: .appointment, status: status,
        time: Event.Time(
          start: DayName(year: nil, month: 12, day: 3), end: DayName(year: 2020, month: 12),
          basis: .relative, text: "3日"),
        place: status == .actual ? Event.Place(name: "甲市", area: "div:430100") : nil,
        evidence: Evidence(paragraph: 0, span: Span(1, 3), text: "委書", rule: "event.appointment"),
        confidence: 0.8,
        participants: [
          Event.Participant(.person(quotes[0].speakers[0]), role: .subject, evidence: named),
          Event.Participant(.person(quotes[0].speakers[1]), role: .host, side: 2, evidence: named),
          Event.Participant(
            .body(.part(of: .written("甲市", division: "div:430100"), name: "商务厅")), role: .guest,
            evidence: named),
        ])
    }
    let agreements = [nil, 1].map { event in
      Agreement(
        name: "合作协议", parties: bodies, date: event.flatMap { DayName(year: 2020, month: $0) },
        evidence: events[0].evidence, event: event)
    }
    return Reading(
      article: article, mentions: mentions + [bare], quotes: quotes, events: events,
      agreements: agreements)
  }

  static var bytes: [UInt8] {
    var bytes: [UInt8] = []
    full.encoded(into: &bytes)
    return bytes
  }

  @Test func `what is written is read again, byte for byte`() throws {
    let read = try #require(Reading(decoding: Self.bytes))
    #expect(read == Self.full)
    // Equal strings may differ in their bytes; these do not.
    #expect(Array(read.article.text.utf8) == Array(Self.full.article.text.utf8))
  }

  @Test func `a reading without anything is read again`() {
    let empty = Reading(
      article: Article(path: "", format: .text, encoding: "", bytes: 0, sha256: ""), mentions: [])
    var bytes: [UInt8] = []
    empty.encoded(into: &bytes)
    #expect(Reading(decoding: bytes) == empty)
  }

  @Test func `encoding appends to what is there`() {
    var bytes: [UInt8] = [1, 2, 3]
    Self.full.encoded(into: &bytes)
    #expect(Array(bytes.prefix(3)) == [1, 2, 3])
    #expect(Reading(decoding: Array(bytes.dropFirst(3))) == Self.full)
  }

  @Test func `bytes that are cut anywhere are refused`() {
    let bytes = Self.bytes
    for length in 0..<bytes.count {
      #expect(Reading(decoding: Array(bytes.prefix(length))) == nil)
    }
  }

  @Test func `bytes after the end are refused`() {
    #expect(Reading(decoding: Self.bytes + [0]) == nil)
  }

  @Test func `another version is refused`() {
    #expect(Reading(decoding: [99] + Self.bytes.dropFirst()) == nil)
  }

  @Test func `altered bytes never crash`() {
    let bytes = Self.bytes
    var refused = 0
    for place in bytes.indices {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var altered = bytes
        altered[place] = value
        if Reading(decoding: altered) == nil { refused += 1 }
      }
    }
    #expect(refused > bytes.count)
  }
}
