import Model
import Testing

@testable import Extraction

@Suite struct NameTests {
  private static func names(_ text: String) throws -> [String] {
    Set(try Reader.mentions(text).map(\.personName)).sorted()
  }

  /// A sentence and the persons that must be read in it. Those of China are invented.
  static let named: [(String, [String])] = [
    ("河滨省委书记信长河出席会议。", ["信长河"]),
    ("省长庹明表示，要抓好工作。", ["庹明"]),
    ("副省长咸晓光、布小川、阿明、安立群出席。", ["咸晓光", "安立群", "布小川", "阿明"]),
    ("副市长欧阳明远也说，可以。", ["欧阳明远"]),
    ("局长林郑月华称，没有问题。", ["林郑月华"]),
    ("副院长梁权等均在此期间到会。", ["梁权"]),
    ("董事长李卫军的报告。", ["李卫军"]),
    ("自治区主席雪克明·扎克尔主持会议。", ["雪克明·扎克尔"]),
    ("自治区副主席次仁朗达出席。", ["次仁朗达"]),
    ("日本首相安倍晋三会见记者。", ["安倍晋三"]),
    ("日本首相菅义伟表示，可以。", ["菅义伟"]),
    ("越南总理阮春福说，经济很好。", ["阮春福"]),
    ("韩国外长康京和强调，合作重要。", ["康京和"]),
    ("美国国务卿蓬佩奥说，会谈很好。", ["蓬佩奥"]),
    ("德国总理默克尔抵达北京。", ["默克尔"]),
    ("美国卫生部长阿扎尔抵达台北。", ["阿扎尔"]),
    ("美国白宫顾问彼得·纳瓦罗（Peter Navarro）离开。", ["彼得·纳瓦罗"]),
    ("律师罗伯特·科斯特洛和同事到场。", ["罗伯特·科斯特洛"]),
    ("对特拉维来说，这很难。特拉维昨天表示，可以。律师特拉维没有到场。", ["特拉维"]),
    ("经济学者伦达 (Anna Renda) 告诉记者，可以。", ["伦达"]),
    ("嫌犯胡吉（Hu Ji）仍然在逃。", ["胡吉"]),
    ("联邦调查局局长雷（Anna Wray）到会。", ["雷"]),
    ("约翰·特拉维（John Travis）到会。特拉维没有发言。", ["约翰·特拉维"]),
    ("广岛市市长松井一明发表宣言。", ["松井一明"]),
    ("河滨省委前书记秦光远老下属到会。", ["秦光远"]),
    ("越南外交部副部长黎氏明河出席。", ["黎氏明河"]),
    ("女儿艾拉·特拉维（Ella Travis）到会。", ["艾拉·特拉维"]),
    ("河滨省委书记火明贵有关联。火明贵曾任县长。但火明贵不认识他。", ["火明贵"]),
    ("，热尼别科夫总统表示，可以。", ["热尼别科夫"]),
    ("美国总统特拉维到会。其女艾拉·特拉维（Ella Travis）没有到会。特拉维说，可以。", ["特拉维", "艾拉·特拉维"]),
    ("美国总统特拉维海报很多。", ["特拉维"]),
    ("美国总统特拉维尚未到会。", ["特拉维"]),
    ("美国总统向王明远表示感谢。", ["王明远"]),
    ("周明远在会上发言。但周明远不同意。周明远说，好。", ["周明远"]),
  ]

  @Test(arguments: named)
  func `a name is read whole and no further`(text: String, names: [String]) throws {
    #expect(try Self.names(text) == names)
  }

  /// Places, verbs and sayings that begin like a name.
  static let nameless: [String] = [
    "白马寺建于东汉。", "宫古岛在东海。", "海兴村有三百人。", "他从北京来弘扬文化。",
    "特拉维公司表示，没有损失。特拉维股价下跌。",
    "莫尔曼大学（Mormann University）说，可以。", "莫尔曼宫（Palazzo Mormanni）很大。",
    "大家要冷静想一想。", "“破”字诀很有用。", "他在莫斯科住了三年，莫斯科很冷。",
    "“四·二五”以后，情况变了。",
  ]

  @Test(arguments: nameless)
  func `what only begins like a name is none`(text: String) throws {
    #expect(try Self.names(text).isEmpty)
  }
}
