import Model
import Reference
import Testing

@testable import Corpus

@Suite struct WorldTests {
  private static let jilin = Body.local(.partyCommittee, division: "div:220000")
  private static let changchun = Body.local(.government, division: "div:220100")

  private static let readings = [
    Samples.reading(
      "a", "甲", on: "2020-12-16",
      mentions: [
        Samples.mention("景俊海", jilin, "书记", at: 3),
        Samples.mention("景俊海", at: 30),
        Samples.mention("韩俊", .local(.government, division: "div:220000"), "省长", .acting, at: 9),
        Samples.mention("韩俊", .part(of: jilin, name: "宣传部"), "部长", .former, at: 9),
      ]),
    Samples.reading(
      "b", "乙", on: "2019-05",
      mentions: [
        Samples.mention("景俊海", .local(.government, division: "div:220000"), "省长", at: 3),
        Samples.mention("张甲", .written("某某公司", division: "div:220100"), "董事长", at: 5),
        Samples.mention("李乙", .written("某某公司", division: nil), "董事长", at: 8),
        Samples.mention("王丙", changchun, "市长", .incoming, at: 11, rank: "正厅级"),
      ]),
    Samples.reading(
      "c", "丙",
      mentions: [
        Samples.mention("景俊海", .listed("org:npcsc"), "委员", at: 1),
        Samples.mention("景俊海", .listed("org:npcsc"), "委员", at: 1),
        Samples.mention("赵丁", .unplaced(.partyCommittee, level: .province), "书记", at: 1),
        Samples.mention("钱戊", .local(.zone, division: "div:newarea-xiongan"), "主任", at: 4),
      ]),
  ]

  private static func columns<Row: TableRow>(_ rows: [Row], _ name: String) -> [String] {
    rows.compactMap { row in
      guard let place = Row.columns.firstIndex(where: { $0.description.name == name }),
        case .text(let text) = row.cells[place]
      else { return nil }
      return text
    }
  }

  // MARK: places

  static let places: [(place: Event.Place, code: String?, path: String?)] = [
    (Event.Place(name: "衡阳", area: "div:430400"), "430400", "湖南省/衡阳市"),
    (Event.Place(name: "北京", area: "div:110000"), "110000", "北京市"),
    (Event.Place(name: "雄安新区", area: "div:newarea-xiongan"), nil, "河北省/河北雄安新区"),
    (Event.Place(name: "法国", area: "state:FR"), nil, "法国"),
    (Event.Place(name: "巴黎", area: "state:FR"), nil, "法国/巴黎"),
    (Event.Place(name: "甲山"), nil, nil),
  ]

  @Test(arguments: places) func `an event has the code and the path of its place`(
    _ wanted: (place: Event.Place, code: String?, path: String?)
  ) {
    var reading = Self.readings[0]
    let evidence = Evidence(paragraph: 0, span: Span(0, 1), text: "甲", rule: "test")
    reading.events = [
      Event(
        kind: .meeting, place: wanted.place, evidence: evidence, confidence: 0.5,
        participants: [
          Event.Participant(
            .person(NamedPerson(name: "甲")), role: .principal, evidence: evidence)
        ])
    ]
    let world = Samples.world([reading])
    let row = world.events(reading)[0]
    #expect(row.place == wanted.place.name)
    #expect(row.divisionCode == wanted.code)
    #expect(row.placePath == wanted.path)
    let codes = Set(world.divisions.map(\.divisionCode))
    #expect(row.divisionCode.map(codes.contains) ?? true)
  }

  // MARK: keys

  @Test func `ids are unique, and every reference leads to a row`() {
    let world = Samples.world(Self.readings)
    let mentions = Self.readings.flatMap { world.mentions($0) }
    let documents = Self.readings.map { world.document($0, copies: []) }
    var ids: [String: Set<String>] = [:]
    func note<Row: TableRow>(_ rows: [Row]) {
      let keys = Self.columns(rows, Row.primaryKey[0])
      #expect(keys.count == rows.count)
      #expect(Set(keys).count == rows.count, "\(Row.tableName)")
      ids[Row.tableName] = Set(keys)
    }
    func check<Row: TableRow>(_ rows: [Row]) {
      for key in Row.foreignKeys {
        let missing = Set(Self.columns(rows, key.column)).subtracting(ids[key.table] ?? [])
        #expect(missing.isEmpty, "\(Row.tableName).\(key.column)")
      }
    }
    note(documents)
    note(mentions)
    note(world.persons)
    note(world.offices)
    note(world.organizations)
    note(world.divisions)
    check(documents)
    check(mentions)
    check(world.persons)
    check(world.offices)
    check(world.organizations)
    check(world.divisions)
    check(world.duplicates)
    note(world.tenures)
    check(world.tenures)
    note(world.contradictions)
    note(world.namesakes)
    check(world.namesakes)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `the order of the documents changes no row`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let wanted = Samples.world(Self.readings)
    let world = Samples.world(Self.readings.shuffled(using: &random))
    #expect(world.persons == wanted.persons)
    #expect(world.offices == wanted.offices)
    #expect(world.organizations == wanted.organizations)
    #expect(world.divisions == wanted.divisions)
    #expect(world.relations == wanted.relations)
    for reading in Self.readings {
      #expect(world.mentions(reading) == wanted.mentions(reading))
    }
  }

  @Test func `rows that agree in all but their order have ids of their own`() {
    let rows = Samples.world(Self.readings).mentions(Self.readings[2])
    #expect(rows[0].mentionID != rows[1].mentionID)
  }

  // MARK: mentions

  @Test func `a mention has the full name of the body and the date it is asserted for`() {
    let rows = Samples.world(Self.readings).mentions(Self.readings[0])
    #expect(rows[0].organizationName == "中国共产党吉林省委员会")
    #expect(rows[0].asOf == "2020-12-16")
    #expect(rows[1].officeID == nil && rows[1].asOf == nil)
    #expect(rows[3].qualifier == "former" && rows[3].asOf == nil)
  }

  @Test func `an office outside the survey still has its ids`() {
    let reading = Self.readings[0]
    #expect(
      Samples.world([]).mentions(reading).map(\.officeID)
        == Samples.world(Self.readings).mentions(reading).map(\.officeID))
  }

  // MARK: persons

  private func person(_ name: String) throws -> PersonRow {
    try #require(Samples.world(Self.readings).persons.first { $0.name == name })
  }

  @Test func `a person is counted once a document, and seen from the first day to the last`() throws
  {
    let row = try person("景俊海")
    #expect(row.documents == 3)
    #expect(row.mentions == 5)
    #expect(row.firstSeen == "2019-05")
    #expect(row.lastSeen == "2020-12-16")
    #expect(row.namePinyin == "Jing Junhai")
  }

  @Test func `the latest office is that of the latest day, and no former or coming one`() throws {
    #expect(try person("景俊海").latestOffice == "吉林省委书记")
    #expect(try person("韩俊").latestOffice == "吉林省省长")
    #expect(try person("王丙").latestOffice == nil)
  }

  @Test func `the highest rank is of an office held or printed with the name`() throws {
    #expect(try person("景俊海").highestRank == "正部级")
    #expect(try person("王丙").highestRank == "正厅级")
    #expect(try person("张甲").highestRank == nil)
  }

  // MARK: offices and bodies

  @Test func `offices come with those above them, up to the top`() throws {
    let offices = Samples.world(Self.readings).offices
    let secretary = try #require(offices.first { $0.name == "吉林省委书记" })
    let top = try #require(offices.first { $0.officeID == secretary.superiorOfficeID })
    #expect(top.post == "总书记")
    let head = try #require(offices.first { $0.fullName.hasSuffix("宣传部部长") })
    #expect(head.superiorOfficeID == secretary.officeID)
    #expect(secretary.divisionCode == "220000" && secretary.singleSeat)
  }

  @Test func `a body read in two ways is one row, the same in any order`() {
    let rows = Samples.world(Self.readings).organizations.filter { $0.name == "某某公司" }
    #expect(rows.count == 1)
    #expect(rows[0].mentions == 2)
    #expect(rows[0].divisionCode == "220100")
  }

  @Test func `divisions come with those above them`() {
    let codes = Samples.world(Self.readings).divisions.map(\.divisionCode)
    #expect(codes == ["130000", "220000", "220100"])
  }

  @Test func `rows of the dimensions stand by name or by code`() {
    let world = Samples.world(Self.readings)
    #expect(world.persons.map(\.name) == world.persons.map(\.name).sorted())
    #expect(world.offices.map(\.name) == world.offices.map(\.name).sorted())
    #expect(world.organizations.map(\.name) == world.organizations.map(\.name).sorted())
  }
}
