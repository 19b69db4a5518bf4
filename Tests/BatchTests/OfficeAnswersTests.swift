import Export
import Model
import Testing

@testable import Batch

@Suite struct OfficeAnswersTests {
  private func answer(_ text: String, on day: String? = nil) throws -> JSONTree {
    let answers = OfficeAnswers(on: day.flatMap { PartialDate(iso: $0) })
    return try #require(JSONDocument(answers.value(of: text).line).tree)
  }

  private static let keys = [
    "written", "read", "office_id", "name", "full_name", "name_en", "organization_id",
    "organization", "title", "qualifier", "rank", "level", "system", "division_code", "is_head",
    "is_deputy", "single_seat", "superior", "inferred", "valid", "rank_order", "organization_en",
    "parents", "valid_from", "valid_to", "successor", "alternatives", "unknown",
    "with",
  ]

  static let unplaced: [(text: String, organization: String, title: String, rank: String?)] = [
    ("副省长", "省政府", "副省长", "副部级"), ("自治区党委书记", "省委", "书记", "正部级"),
    ("省财政厅厅长", "省政府财政厅", "厅长", "正厅级"), ("县长", "县政府", "县长", "正处级"),
    ("省委宣传部部长", "省委宣传部", "部长", "副部级"), ("市长", "市政府", "市长", nil),
  ]

  @Test(arguments: unplaced) func `an office of a level has the rank that all such have`(
    _ wanted: (text: String, organization: String, title: String, rank: String?)
  ) throws {
    let office = try answer(wanted.text)
    #expect(office["organization"]?.text == wanted.organization)
    #expect(office["title"]?.text == wanted.title)
    #expect(office["rank"]?.text == wanted.rank)
    #expect(office["division_code"]?.text == nil)
  }

  @Test func `offices in one breath are told together, and a department takes the body before it`()
    throws
  {
    let office = try answer("自治区党委常委、宣传部部长")
    #expect(office["organization"]?.text == "省委宣传部" && office["rank"]?.text == "副部级")
    #expect(office["with"]?.items?.map { $0["title"]?.text } == ["常委"])
    let minister = try answer("国务委员兼外交部部长")
    #expect(minister["title"]?.text == "部长")
    #expect(minister["with"]?.items?.map { $0["rank"]?.text } == ["副国级"])
  }

  @Test(arguments: ["岳阳市委书记", "原省长", "财政部部长", "明天下雨", ""])
  func `every answer has the same keys in the same order`(_ text: String) throws {
    #expect(try answer(text).members?.map(\.key) == Self.keys)
  }

  @Test func `an office is told with its ranks, its English names and the bodies above it`() throws
  {
    let office = try answer("吉林省财政厅副厅长")
    #expect(office["organization"]?.text == "吉林省财政厅")
    #expect(office["organization_en"]?.text == "Jilin Provincial Department of Finance")
    #expect(
      office["name_en"]?.text == "Deputy Director of the Jilin Provincial Department of Finance")
    #expect(office["rank"]?.text == "副厅级")
    #expect(office["rank_order"]?.integer == 6)
    let parents = office["parents"]?.items?.compactMap { $0["name"]?.text }
    #expect(parents == ["吉林省人民政府", "中华人民共和国国务院"])
    #expect(office["parents"]?.items?.first?["organization_id"]?.text?.hasPrefix("org_") == true)
    #expect(office["unknown"]?.value == .null)
  }

  @Test(arguments: [("原省长", "former"), ("长春市代市长", "acting"), ("原吉林省委书记", "former")])
  func `a qualifier is told apart from the office`(_ text: String, _ qualifier: String) throws {
    #expect(try answer(text)["qualifier"]?.text == qualifier)
  }

  @Test func `a body that ended tells its time, and what became of it`() throws {
    let office = try answer("国土资源部部长", on: "2016-05-01")
    #expect(office["valid_to"]?.text?.hasPrefix("2018") == true)
    #expect(office["successor"]?["name"]?.text == "中华人民共和国自然资源部")
    #expect(office["valid"]?.value == .boolean(true))
    #expect(try answer("国土资源部部长", on: "2020-05-01")["valid"]?.value == .boolean(false))
  }

  @Test func `a name of two places has the other as an alternative, with the reason`() throws {
    let office = try answer("朝阳区区长")
    let others = try #require(office["alternatives"]?.items)
    #expect(!others.isEmpty)
    for other in others {
      #expect(
        other.members?.map(\.key) == ["organization", "title", "rank", "division_code", "why"])
    }
    #expect(others.contains { $0["why"]?.text == "another place of that name" })
  }

  @Test(arguments: [("副省长", "副省长", "provincial"), ("原市长", "市长", "prefecture")])
  func `a post of a place that is not told is the office of its level`(
    _ text: String, _ title: String, _ level: String
  ) throws {
    let office = try answer(text)
    #expect(office["read"]?.value == .boolean(true))
    #expect(office["title"]?.text == title)
    #expect(office["level"]?.text == level)
    #expect(office["division_code"]?.value == .null)
    #expect(office["inferred"]?.items?.compactMap(\.text) == ["division"])
  }

  static let unknown: [(String, String)] = [
    ("吉林省委书记张三", "张三"), ("明天下雨", "明天下雨"),
  ]

  @Test(arguments: unknown)
  func `what cannot be read tells the part that is not known`(
    _ text: String, _ part: String
  ) throws {
    let office = try answer(text)
    #expect(office["read"]?.value == .boolean(false))
    #expect(office["unknown"]?.text == part)
    #expect(ErrorWording.unread(text, unknown: part).hasSuffix("(office.unread)"))
  }

  @Test func `a place that no table knows is told, though the office is read`() throws {
    let office = try answer("新月省委书记")
    #expect(office["organization"]?.text == "省委")
    #expect(office["unknown"]?.text == "新月")
  }

  @Test func `a body that no table lists is read, and told as not known`() throws {
    let office = try answer("远帆重工有限公司董事长")
    #expect(office["read"]?.value == .boolean(true))
    #expect(office["unknown"]?.text == "远帆重工有限公司")
  }
}
