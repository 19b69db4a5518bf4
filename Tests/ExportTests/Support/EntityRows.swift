import Model
import Storage
import Testing

@testable import Export

/// A few rows of each table that entities are made of, of persons that nobody is.
enum EntityRows {
  static let document = DocumentRow(
    documentID: "doc_a", path: "a.md", copies: [], format: "markdown", encoding: "utf-8", bytes: 9,
    sha256: "0f", url: "https://news.test/a.html", publisher: "试报", author: nil,
    publishedAt: "2021-03-05T08:00:00Z", publishedBasis: "meta", headline: "甲会见乙", section: nil,
    tags: ["要闻"], script: "hans", characters: 4, text: "一\u{3000}二\n三", clusterID: nil,
    isCanonical: true, duplicateOf: nil, similarity: nil, quality: [])

  static let mentions = [
    mention("men_a", 3, office: "off_a"), mention("men_b", 3, office: "off_b"),
    mention("men_c", 40, office: nil),
  ]

  static func mention(_ id: String, _ start: Int, office: String?) -> MentionRow {
    MentionRow(
      mentionID: id, documentID: "doc_a", paragraph: 0, start: start, end: start + 3, text: "安立佳",
      personID: "per_a", personName: "安立佳", officeID: office, organizationID: nil,
      organizationName: nil, post: nil, qualifier: nil, personalRank: nil, inferred: [],
      asOf: "2021-03-05", confidence: 0.9, rule: "office.name")
  }

  static let person = PersonRow(
    personID: "per_a", name: "安立佳", namePinyin: "An Lijia", aliases: [], firstSeen: "2021-03-05",
    lastSeen: "2021-03-05", documents: 1, mentions: 3, latestOfficeID: "off_a",
    latestOffice: "湖南省省长", highestRank: "正部级", homonym: nil, pinyinBasis: "reading")

  static let office = OfficeRow(
    officeID: "off_a", name: "湖南省省长", fullName: "湖南省人民政府省长", nameEnglish: nil,
    organizationID: "org_a", organizationName: "湖南省人民政府", post: "省长", rank: "正部级", rankOrder: 3,
    level: "provincial", system: "government", divisionCode: "430000", isHead: true,
    isDeputy: false,
    singleSeat: true, superiorOfficeID: nil)

  static let organization = OrganizationRow(
    organizationID: "org_a", name: "湖南省人民政府", shortName: "湖南省政府", nameEnglish: nil,
    kind: "provincial_government", rank: "正部级", parentID: nil, divisionCode: "430000",
    validFrom: nil, validTo: nil, successorID: nil, mentions: 1)

  static let division = DivisionRow(
    divisionCode: "430000", name: "湖南省", shortName: "湖南", nameEnglish: "Hunan Province",
    level: "province", kind: "省", parentCode: nil, validFrom: nil, validTo: nil)

  static let tenure = TenureRow(
    tenureID: "ten_a", personID: "per_a", personName: "安立佳", officeID: "off_a",
    officeName: "湖南省省长", acting: false, firstObserved: "2021-03-05", lastObserved: "2021-03-05",
    statedStart: nil, statedEnd: nil, notBefore: "2020-12-01", notAfter: nil, observations: 1,
    documents: 1, endedBy: nil, conflictsWith: [])

  static let event = EventRow(
    eventID: "evt_a", documentID: "doc_a", type: "meeting", status: "planned", plover: "CONSULT",
    cameo: "040", dateStart: "--03-05", dateEnd: "--03-05", datePrecision: "day",
    dateBasis: "stated", dateText: "3月5日", place: "长沙", divisionCode: "430000",
    placePath: "湖南省/长沙市", topic: nil, paragraph: 0, start: 0, end: 4, text: "甲会见乙。",
    clusterID: nil, confidence: 0.9, rule: "event.meeting")

  static let party: ParticipantRow = {
    var party = ParticipantRow(
      eventID: "evt_a", documentID: "doc_a", position: 0, side: 1, role: "host",
      evidence: Evidence(
        paragraph: 0, span: Span(0, 3), text: "安立佳", rule: "event.meeting"))
    (party.personID, party.personName) = ("per_a", "安立佳")
    (party.officeID, party.officeName) = ("off_a", "湖南省省长")
    return party
  }()

  static let quote = QuoteRow(
    quoteID: "quo_a", documentID: "doc_a", eventID: "evt_a", paragraph: 0, start: 0, end: 2,
    text: "很好", speakerIDs: ["per_a"], speakerNames: ["安立佳"], speakerOfficeIDs: ["off_a"],
    verb: "表示", direct: true, addressee: nil)

  private static var rows: [any TableRow] {
    let facts: [any TableRow] = [document, event, party, quote]
    let world: [any TableRow] = [person, office, organization, division, tenure]
    return mentions + facts + world
  }

  private static func write(_ row: some TableRow, to exporter: Exporter) throws {
    try exporter.write(row)
  }

  /// What a writer makes of these rows, which come in this order or in the other: the first of its
  /// files, or the one of a name.
  static func text(
    of writer: any Writer, isReversed: Bool = false, file: String? = nil
  ) throws -> String {
    let temporary = try TemporaryFolder()
    let publication = try Publication(root: temporary.path + "/out", runID: "r1")
    let exporter = try Exporter([writer], tables: Tables.all, in: publication.folder)
    for row in isReversed ? rows.reversed() : rows { try write(row, to: exporter) }
    _ = try exporter.finish()
    let files = writer.files(of: Tables.all)
    let name = try #require(file.map { files.contains($0) ? $0 : nil } ?? files.first)
    return String(decoding: try temporary.read("out/runs/r1.tmp/" + name), as: UTF8.self)
  }
}
