import Model
import Testing

@testable import Extraction

/// Offices whose body, holder or time the words around them tell. The persons are invented.
@Suite struct SharedBodyTests {
  static let bodies: [(String, Set<String>)] = [
    (
      "沈文涛历任湖南省科委高新处副处长、办公室副主任，省科技厅办公室主任、农村科技处处长、副厅长。",
      [
        "沈文涛: 湖南省科委办公室 副主任(former)", "沈文涛: 湖南省科技厅办公室 主任(former)",
        "沈文涛: 湖南省科技厅农村科技处 处长(former)", "沈文涛: 湖南省科技厅 副厅长(former)",
      ]
    ),
    (
      "沈文涛先后担任湖南省环境监测中心站大气室干部、业务室副主任、主任。",
      ["沈文涛: 湖南省环境监测中心站业务室 副主任(former)"]
    ),
    (
      "沈文涛曾长期在中国证监会任职，历任证监会规划发展委员会委员、上市公司监管部副主任。",
      ["沈文涛: 中国证监会上市公司监管部 副主任(former)"]
    ),
    (
      "成都市委副书记、市长、市疫情防控指挥部指挥长王明远主持会议。",
      ["王明远: 成都市疫情防控指挥部 指挥长"]
    ),
    (
      "中山市云湖开发区换了班子。云湖开发区党工委原副书记沈文涛退休。",
      ["沈文涛: 中山市云湖开发区党工委 副书记(former)"]
    ),
    ("沈文涛曾任宁明县石桥乡长、乡党委书记等职。", ["沈文涛: 宁明县石桥乡党委 书记(former)"]),
    (
      "教育部部长王明远到会。此前盛传该部党组副书记、副部长沈文涛将离开。",
      ["沈文涛: 教育部 党组副书记", "沈文涛: 教育部 副部长"]
    ),
    (
      "河滨总工会由湖南省副省长王明远兼任主席，现任党组书记沈文涛已经66岁。",
      ["王明远: 河滨总工会 主席", "沈文涛: 河滨总工会 党组书记"]
    ),
    ("新华社总编辑沈文涛将担任社长。", ["沈文涛: 新华社 社长(incoming)"]),
    ("华为董事长梁华明、高级副总裁沈文涛出席。", ["沈文涛: 华为 高级副总裁"]),
    (
      "2001年7月，沈文涛升任湖南省水利厅厅长、中共党组书记。",
      ["沈文涛: 湖南省水利厅 党组书记(former)"]
    ),
    ("沈文涛调任铜陵市枞阳县，先后为县长、县委书记。", ["沈文涛: 枞阳县委 书记(former)"]),
    ("沈文涛是中国共产党“十九大”代表。", ["沈文涛: 十九大 代表"]),
    ("新加坡教育部长兼财政部第二部长黄明远致辞。", ["黄明远: 新加坡财政部 第二部长"]),
  ]

  @Test(arguments: bodies)
  func `a body is taken from the words that print it`(_ text: String, _ wanted: Set<String>) throws
  {
    let read = try Reader.lines(text)
    #expect(wanted.subtracting(read).isEmpty, "read \(read.sorted())")
  }

  static let holders: [(String, Set<String>)] = [
    (
      "许文声和潘明远都是中共中央委员。",
      ["许文声: 中共中央 委员", "潘明远: 中共中央 委员"]
    ),
    ("沈文涛出席。同时他也是中共17届、18届、19届中央纪委委员。", ["沈文涛: 中央纪委 委员"]),
    (
      "国务院总理沈文涛、中央书记处书记王明远两位中央委员露面。",
      ["沈文涛: 中共中央 委员", "王明远: 中共中央 委员"]
    ),
    ("作为商务部长，沈文涛将制定政策。", ["沈文涛: 商务部 部长"]),
    ("省委决定，免去贺电湖南省公安厅副厅长职务。", ["贺电: 湖南省公安厅 副厅长(former)"]),
    ("他力挺时任福建省长的中国国家主席沈文涛。", ["沈文涛: 福建省政府 省长(former)"]),
  ]

  @Test(arguments: holders)
  func `an office is given to those whom the words speak of`(
    _ text: String, _ wanted: Set<String>
  ) throws {
    let read = try Reader.lines(text)
    #expect(wanted.subtracting(read).isEmpty, "read \(read.sorted())")
  }

  static let times: [(String, String)] = [
    ("沈文涛于1998年出任锦州银行行长。", "沈文涛: 锦州银行 行长(former)"),
    ("3月，沈文涛从长沙市市长任上赴湖北任副省长。", "沈文涛: 长沙市政府 市长(former)"),
    ("一位是从长沙市市长任上跨省履新的王明远。", "王明远: 长沙市政府 市长(former)"),
    ("沈文涛仅在湖南省教育厅副厅长位置上过渡了三个月。", "沈文涛: 湖南省教育厅 副厅长(former)"),
    ("沈文涛利用担任湖南省副省长的便利谋利。", "沈文涛: 湖南省政府 副省长(former)"),
    (
      "最高法院副院长沈文涛“空降”福建任省委常委。", "沈文涛: 最高人民法院 副院长(former)"
    ),
    (
      "梁志坚将担任湖南省委书记，沈文涛则担任云南省委书记。", "沈文涛: 云南省委 书记(incoming)"
    ),
  ]

  @Test(arguments: times)
  func `what is over or to come is told apart`(_ text: String, _ wanted: String) throws {
    let read = try Reader.lines(text)
    #expect(read.contains(wanted), "read \(read.sorted())")
  }

  @Test func `a foreign paper's own state is meant by its words for it`() throws {
    var article = Article(path: "t.txt", format: .text, encoding: "utf-8", bytes: 0, sha256: "")
    article.text = "新加坡今天宣布新措施。这是我国副总理兼财政部长王明远去年提出的。"
    article.publisher = "联合早报"
    let read = Set(try Reader.extractor.run(article).mentions.map(Reader.line))
    #expect(read.isSuperset(of: ["王明远: 新加坡 副总理", "王明远: 新加坡财政部 部长"]), "\(read)")
  }

  @Test func `what somebody seeks for others is no office of theirs`() throws {
    let read = try Reader.lines("王明远说，沈文涛为他人在当选河滨书法家协会理事等方面谋利。")
    #expect(!read.contains { $0.contains("理事") })
  }
}
