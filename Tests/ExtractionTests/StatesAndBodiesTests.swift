import Testing

@testable import Extraction

/// Offices in loose prose: whose state a bare title is of, what is part of a body, and what only
/// stands beside it. The persons are invented.
@Suite struct StatesAndBodiesTests {
  static let states: [(String, String)] = [
    ("美国宣布新政策。美国对古巴的态度未变，总统马修·史密斯说。", "马修·史密斯: 美国 总统"),
    ("（德国之声中文网）美国大选结束。总统马修·史密斯发表讲话。", "马修·史密斯: 美国 总统"),
    ("俄罗斯与美国谈判。国务卿马修·史密斯出席。", "马修·史密斯: 美国 国务卿"),
    ("义大利前总理马修·史密斯出席。", "马修·史密斯: 意大利 总理(former)"),
    ("台湾今天举行演习，台北方面说台湾已做好准备。国防部长陈明亮视察。", "陈明亮: 台湾国防部 部长"),
    ("法国总统马修·杜邦、外交部长让·勒格朗访问美国。", "让·勒格朗: 法国外交部 部长"),
    ("华盛顿发表声明。国务院发言人马修·史密斯说，美国将继续。", "马修·史密斯: 美国国务院 发言人"),
    ("美国国会表决，马修·史密斯出任最高法院大法官。", "马修·史密斯: 美国最高法院 大法官"),
    ("美国反恐会议今天举行，国家反恐中心主任马修·史密斯出席。", "马修·史密斯: 美国国家反恐中心 主任"),
    ("法国离任不久的驻华大使马修·杜邦出席。", "马修·杜邦: 法国驻华大使馆 大使(former)"),
    ("美国总统发言人马修·史密斯说，会谈顺利。", "马修·史密斯: 美国 总统发言人"),
    // A name of world politics tells its state, whatever states the article names more.
    ("伊拉克局势紧张，伊拉克总理陈明亮来访。特朗普总统会见了他。", "特朗普: 美国 总统"),
    (
      "台湾外交部长陈明亮出席。台湾立法院开会，台湾表示欢迎。北京当局反对。外交部发言人沈文涛说，已提出交涉。",
      "沈文涛: 外交部 发言人"
    ),
  ]

  @Test(arguments: states)
  func `a bare title is of the state that the text is about`(
    _ text: String, _ wanted: String
  ) throws {
    let read = try Reader.lines(text)
    #expect(read.contains(wanted), "read \(read.sorted())")
  }

  @Test func `former between two offices of a foreign state breaks nothing`() throws {
    let text = "澳大利亚外交部常务副部长、前驻华大使沈文涛(Jane Doe)昨天说。"
    #expect(try !Reader.lines(text).isEmpty)
  }

  static let members: [(String, String)] = [
    ("美国国会辩论。共和党参议员马修·史密斯说，会支持。", "马修·史密斯: 美国参议院 参议员"),
    ("美国国会辩论。加州众议员马修·史密斯说，会支持。", "马修·史密斯: 美国众议院 众议员"),
    ("国民党立委陈明亮表示，支持。", "陈明亮: 台湾立法院 立法委员"),
    ("香港前立法会议员陈明亮表示，支持。", "陈明亮: 香港立法会 议员(former)"),
    ("元朗区议员陈明亮表示，支持。", "陈明亮: 元朗区议会 议员"),
    ("河滨大学法学院教授陈明亮表示，支持。", "陈明亮: 河滨大学 教授"),
    ("河滨大学外交与国际关系教授陈明亮表示，支持。", "陈明亮: 河滨大学 教授"),
    ("国务院举行发布会，卫健委副主任陈明亮出席。", "陈明亮: 国家卫生健康委 副主任"),
  ]

  @Test(arguments: members)
  func `members and professors are of their house`(_ text: String, _ wanted: String) throws {
    let read = try Reader.lines(text)
    #expect(read.contains(wanted), "read \(read.sorted())")
  }

  static let bounds: [(String, String)] = [
    ("河滨研究所(River Institute at Example University)所长马修·史密斯说。", "马修·史密斯: 河滨研究所 所长"),
    ("国防部李志远部长、参谋总长陈明亮出席。", "李志远: 国防部 部长"),
    ("李志远大使和财政部长陈明亮出席。", "陈明亮: 财政部 部长"),
    ("外交部负责亚洲地区的部长助理陈明亮出席。", "陈明亮: 外交部 部长助理"),
    ("河滨电器公司的创始人陈明亮出席。", "陈明亮: 河滨电器公司 创始人"),
    ("字节跳动今天宣布重组，董事长陈明亮、总裁李志远出席。", "李志远: 字节跳动 总裁"),
    ("字节跳动宣布，消费者业务首席运营官陈明亮将出席。", "陈明亮: 字节跳动消费者业务 首席运营官"),
    ("国民党今天开会，党主席陈明亮说，要改革。", "陈明亮: 国民党 主席"),
    ("美国国际开发署代理助理署长马修·史密斯出席。", "马修·史密斯: 美国国际开发署 助理署长(acting)"),
    ("代理国防部长马修·史密斯访问美国海军。", "马修·史密斯: 美国国防部 部长(acting)"),
    ("李志远若出任河滨市市长，将面对难题。", "李志远: 河滨市政府 市长(incoming)"),
  ]

  @Test(arguments: bounds)
  func `a body ends where its name ends`(_ text: String, _ wanted: String) throws {
    let read = try Reader.lines(text)
    #expect(read.contains(wanted), "read \(read.sorted())")
  }

  static let held: [(String, String)] = [
    ("有人说陈明亮是河滨市长的热门人选。", "市长"), ("陈明亮丧失立法会议员资格。", "议员"),
    ("李志远大使和财政部长陈明亮出席。", "陈明亮: 财政部 大使"),
  ]

  @Test(arguments: held)
  func `what is only spoken of is no office`(_ text: String, _ unwanted: String) throws {
    let read = try Reader.lines(text)
    #expect(!read.contains { $0.contains(unwanted) }, "read \(read.sorted())")
  }
}
