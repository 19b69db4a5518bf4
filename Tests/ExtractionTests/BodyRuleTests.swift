import Model
import Reference
import Testing

@testable import Extraction

/// How the bodies of offices are read: joined, shared, carried over, abroad.
@Suite struct BodyRuleTests {
  static let written: [(String, String)] = [
    ("香港运输及房屋局局长", "香港运输及房屋局 局长"),
    ("甘肃省人大常委会农业与农村工作委员会主任", "甘肃省人大常委会农业与农村工作委员会 主任"),
    ("联邦调查局长", "美国联邦调查局 局长"),
    ("河滨应急管理局长", "河滨应急管理局 局长"),
    ("高雄市长", "高雄市政府 市长"),
    ("柏林市市长", "柏林市政府 市长"),
    ("吉林省政府办公厅副主任", "吉林省政府办公厅 副主任"),
    ("吉林省教育厅厅长", "吉林省教育厅 厅长"),
    ("中国驻英国大使", "中国驻英国大使馆 大使"),
    ("驻美大使馆公使", "中国驻美国大使馆 公使"),
    ("美国驻华大使", "美国驻华大使馆 大使"),
    ("美国驻港总领事", "美国驻港总领事馆 总领事"),
    ("共青团黑龙江省委书记", "共青团黑龙江省委 书记"),
    ("黑龙江团省委书记", "共青团黑龙江省委 书记"),
    ("捷克参议院议长", "捷克参议院 议长"),
    ("湖南省卫生健康委员会主任", "湖南省卫健委 主任"),
    ("中央办公厅分管日常工作的副主任", "中央办公厅 副主任"),
    ("定西地区行政公署副专员", "定西地区行署 副专员"),
    ("中共外交部长", "外交部 部长"),
  ]

  @Test(arguments: written)
  func `a written office resolves to its body`(_ text: String, _ wanted: String) throws {
    let office = try #require(Reader.extractor.office(written: text))
    let body = Almanac.shared.hierarchy.organization(office.body).shortName
    #expect("\(body) \(office.title)" == wanted)
  }

  static let carried: [(String, String)] = [
    ("第九届河滨运动会组委会会议今天召开。组委会主席沈文涛讲话。", "沈文涛: 第九届河滨运动会组委会 主席"),
    ("河滨华信科技有限公司宣布重组。公司董事长沈文涛表示，一切正常。", "沈文涛: 河滨华信科技有限公司 董事长"),
    ("他将出任新河滨董事长。据报道，沈文涛将出任新河滨CEO。", "沈文涛: 新河滨 CEO(incoming)"),
    ("法国总统马克龙访华。总统马克龙说，法国欢迎投资。", "马克龙: 法国 总统"),
    ("美国宣布新措施。国防部长埃斯珀表示，美国将继续。", "埃斯珀: 美国国防部 部长"),
    ("国务院召开会议。副总理沈文涛讲话。", "沈文涛: 国务院 副总理"),
  ]

  @Test(arguments: carried)
  func `what is left out is taken from what was named`(_ text: String, _ wanted: String) throws {
    let mentions = try Reader.mentions(text)
    let read = mentions.map(Reader.line)
    #expect(read.contains(wanted), "read \(read)")
  }

  @Test func `a body that is taken from the context is marked`() throws {
    let mentions = try Reader.mentions("第九届河滨运动会组委会会议今天召开。组委会主席沈文涛讲话。")
    #expect(mentions.compactMap(\.office).map(\.inferred) == [[.organization]])
  }
}
