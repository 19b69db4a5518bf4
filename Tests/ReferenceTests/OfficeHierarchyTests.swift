import Model
import Testing

@testable import Reference

@Suite struct OfficeHierarchyTests {
  let almanac = Almanac.shared
  var hierarchy: OfficeHierarchy { almanac.hierarchy }

  /// A local office and what it resolves to; an empty rank or code stands for none.
  struct Case: Sendable {
    var body: Body
    var title: String
    var organization: String
    var rank: String
    var code: String
  }

  static let cases = [
    Case(
      body: .local(.partyCommittee, division: "div:370000"), title: "书记",
      organization: "中国共产党山东省委员会", rank: "正部级", code: "370000"),
    Case(
      body: .local(.partyCommittee, division: "div:450000"), title: "副书记",
      organization: "中国共产党广西壮族自治区委员会", rank: "副部级", code: "450000"),
    Case(
      body: .local(.government, division: "div:120000"), title: "市长",
      organization: "天津市人民政府", rank: "正部级", code: "120000"),
    Case(
      body: .local(.government, division: "div:350200"), title: "副市长",
      organization: "厦门市人民政府", rank: "正厅级", code: "350200"),
    Case(
      body: .local(.government, division: "div:310115"), title: "区长",
      organization: "上海市浦东新区人民政府", rank: "副部级", code: "310115"),
    Case(
      body: .local(.congress, division: "div:430600"), title: "主任",
      organization: "岳阳市人民代表大会常务委员会", rank: "正厅级", code: "430600"),
    Case(
      body: .local(.consultative, division: "div:330000"), title: "秘书长",
      organization: "中国人民政治协商会议浙江省委员会", rank: "正厅级", code: "330000"),
    Case(
      body: .local(.discipline, division: "div:440000"), title: "书记",
      organization: "中国共产党广东省纪律检查委员会", rank: "副部级", code: "440000"),
    Case(
      body: .local(.court, division: "div:510000"), title: "院长",
      organization: "四川省高级人民法院", rank: "副部级", code: "510000"),
    Case(
      body: .part(of: .local(.partyCommittee, division: "div:220000"), name: "宣传部"), title: "部长",
      organization: "中国共产党吉林省委员会宣传部", rank: "副部级", code: "220000"),
    Case(
      body: .part(of: .local(.government, division: "div:420000"), name: "财政厅"), title: "副厅长",
      organization: "湖北省财政厅", rank: "副厅级", code: "420000"),
    Case(
      body: .listed("org:mot"), title: "部长", organization: "中华人民共和国交通运输部", rank: "正部级",
      code: ""),
    Case(
      body: .listed("org:politburo"), title: "常委", organization: "中国共产党中央委员会政治局",
      rank: "正国级", code: ""),
    Case(
      body: .written("远帆重工有限公司", division: nil), title: "董事长", organization: "远帆重工有限公司",
      rank: "", code: ""),
  ]

  @Test(arguments: cases)
  func `an office has the name, rank and code of its pattern`(_ example: Case) {
    let office = hierarchy.office(example.body, title: example.title)
    #expect(office.organization.name == example.organization)
    #expect(office.rank ?? "" == example.rank)
    #expect(office.divisionCode ?? "" == example.code)
  }

  static let steps: [(body: Body, title: String, rank: String?)] = [
    (.written("深圳海关", division: "div:440300"), "关长", "正厅级"),
    (.written("拱北海关", division: nil), "副关长", "副厅级"),
    (.written("霞山海关", division: "div:440800"), "关长", "正处级"),
    (
      .part(of: .local(.government, division: "div:130000"), name: "保卫处"), "处长", "正处级"
    ),
    (.part(of: .listed("org:mfa"), name: "某处"), "副处长", "副处级"),
    (.part(of: .listed("state:US"), name: "某处"), "处长", nil),
  ]

  @Test(arguments: steps) func `customs houses and sections have steps of their own`(
    _ wanted: (body: Body, title: String, rank: String?)
  ) {
    let office = Almanac.shared.hierarchy.office(wanted.body, title: wanted.title)
    #expect(office.rank == wanted.rank)
  }

  @Test func `the head of every live county resolves with rank and code`() {
    let local = LocalBodies(divisions: almanac.divisions, ranks: almanac.ranks)
    let counties = almanac.divisions.all.filter {
      $0.level == .county && $0.validTo == nil && $0.code != nil
    }
    #expect(counties.count > 2800)
    for county in counties {
      for body in [LocalBody.partyCommittee, .government] {
        let title = local.headTitle(body, of: county)
        let office = hierarchy.office(.local(body, division: county.id), title: title)
        #expect(office.rank == county.rank, "\(county.name) \(title)")
        #expect(office.divisionCode == county.code)
        #expect(office.isHead && office.singleSeat)
      }
    }
  }

  @Test func `a deputy answers to the head of its body`() throws {
    let office = hierarchy.office(.local(.government, division: "div:220000"), title: "副省长")
    let superior = try #require(office.superior)
    #expect(superior.title == "省长")
    #expect(office.isDeputy && !office.isHead && !office.singleSeat)
  }

  @Test func `a government office goes by the name of its place`() {
    let office = hierarchy.office(.local(.government, division: "div:430600"), title: "副市长")
    #expect(office.name == "岳阳市副市长")
    #expect(office.fullName == "岳阳市人民政府副市长")
  }
}
