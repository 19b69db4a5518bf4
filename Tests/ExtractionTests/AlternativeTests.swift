import Model
import Reference
import Testing

@testable import Extraction

@Suite struct AlternativeTests {
  private static let extractor = Extractor(.shared)

  private func written(_ text: String, on day: String? = nil) -> WrittenOffice {
    Self.extractor.written(text, on: day.flatMap { PartialDate(iso: $0) })
  }

  @Test func `a district of several cities is none of them, and each is an alternative`() {
    let office = written("朝阳区区长")
    #expect(office.reading == nil)
    #expect(
      office.alternatives.map(\.body) == [
        .local(.government, division: "div:110105"), .local(.government, division: "div:220104"),
      ])
  }

  @Test
  func `a form that the centre and every place have is the centre's, with the others beside it`() {
    let office = written("国资委主任")
    #expect(office.reading?.body == .listed("org:sasac"))
    #expect(
      office.alternatives.first?.body
        == .part(of: .unplaced(.government, level: .province), name: "国资委"))
    #expect(written("湖南省国资委主任").alternatives.isEmpty)
  }

  @Test func `the people's congress is the university with the titles of one`() {
    #expect(written("人大校长").reading?.body == .listed("org:ruc"))
    #expect(!written("人大主任").alternatives.map(\.body).contains(.listed("org:ruc")))
  }

  @Test func `a form of several periods has the others as alternatives`() {
    let office = written("国家广电总局局长", on: "2018-06-01")
    #expect(office.reading?.body == .listed("org:nrta"))
    #expect(office.alternatives.map(\.body).contains(.listed("org:sapprft")))
    #expect(written("国家广电总局局长", on: "2018-03-01").reading?.body == .listed("org:sapprft"))
  }

  /// A written office, its body in full, its title and its rank.
  static let offices: [(String, String, String, String)] = [
    ("湖南省公安厅政治部主任", "湖南省公安厅政治部", "主任", "副厅级"),
    ("湖南省总工会主席", "湖南省总工会", "主席", "正厅级"),
    ("团湖南省委书记", "共青团湖南省委员会", "书记", "正厅级"),
    ("政协湖南省委员会主席", "中国人民政治协商会议湖南省委员会", "主席", "正部级"),
    ("广西区党委书记", "中国共产党广西壮族自治区委员会", "书记", "正部级"),
    ("平江县云台镇镇长", "平江县云台镇人民政府", "镇长", "正科级"),
    ("平江县云台镇党委书记", "中国共产党平江县云台镇委员会", "书记", "正科级"),
    ("兵团副政委", "新疆生产建设兵团", "副政委", "副部级"),
    ("八师副师长", "新疆生产建设兵团第八师", "副师长", "副厅级"),
    ("雄安新区党工委书记", "中国共产党河北雄安新区工作委员会", "书记", "副部级"),
    ("北京市第一中级人民法院院长", "北京市第一中级人民法院", "院长", "正厅级"),
    ("湖南省卫健委副主任", "湖南省卫生健康委员会", "副主任", "副厅级"),
    ("湖南省人大财经委主任委员", "湖南省人民代表大会财政经济委员会", "主任委员", "正厅级"),
    ("驻商务部纪检监察组组长", "中央纪委国家监委驻商务部纪检监察组", "组长", "副部级"),
    ("湖北省委党校常务副校长", "中国共产党湖北省委员会党校", "常务副校长", "正厅级"),
    ("国务院国土资源部部长", "中华人民共和国国土资源部", "部长", "正部级"),
    ("湖州市长兴县人大常委会主任", "长兴县人民代表大会常务委员会", "主任", "正处级"),
    ("最高人民法院政治部主任", "中华人民共和国最高人民法院政治部", "主任", "副部级"),
    ("兵团纪委书记", "中国共产党新疆生产建设兵团纪律检查委员会", "书记", "副部级"),
    ("民盟湖北省委主委", "中国民主同盟湖北省委员会", "主委", ""),
    ("成都高新区管委会主任", "成都高新区管委会", "主任", ""),
    ("河南师范大学副校长", "河南师范大学", "副校长", "副厅级"),
  ]

  @Test(arguments: offices)
  func `a written office has its body in full, its title and its rank`(
    _ text: String, _ organization: String, _ title: String, _ rank: String
  ) {
    let reading = written(text).reading
    let office = reading.map { Almanac.shared.hierarchy.office($0.body, title: $0.title) }
    #expect(office?.organization.name == organization)
    #expect(office?.title == title)
    #expect(office?.rank ?? "" == rank)
  }
}
