import Model
import Reference
import Testing

@testable import Extraction

/// One extractor for all tests: building it takes as long as reading hundreds of articles.
enum Reader {
  static let extractor = Extractor(.shared)

  /// Who holds what in a text: `name: organisation title (qualifier)`, or the name alone.
  static func lines(_ text: String, title: String? = nil) throws -> Set<String> {
    Set(try mentions(text, title: title).map(line))
  }

  static func mentions(_ text: String, title: String? = nil) throws -> [Mention] {
    var article = Article(path: "t.txt", format: .text, encoding: "utf-8", bytes: 0, sha256: "")
    article.text = text
    article.title = title
    article.publishedAt = "2021-03-01"
    return try extractor.run(article).mentions
  }

  static func line(_ mention: Mention) -> String {
    guard let office = mention.office else { return mention.personName }
    let body = Almanac.shared.hierarchy.organization(office.body).shortName
    let qualifier = office.qualifier.map { "(\($0.rawValue))" } ?? ""
    return "\(mention.personName): \(body) \(office.title)\(qualifier)"
  }
}

@Suite struct OfficeReadingTests {
  /// A sentence and what must be read in it. The persons are invented.
  static let sentences: [(String, Set<String>)] = [
    ("湖南省委书记周明远来到工地。", ["周明远: 湖南省委 书记"]),
    (
      "省委副书记、省长梁志坚主持会议。",
      ["梁志坚: 云南省委 副书记", "梁志坚: 云南省政府 省长"]
    ),
    (
      "副省长高建民、沈文涛、阿东、李伟参加。",
      [
        "高建民: 云南省政府 副省长", "沈文涛: 云南省政府 副省长", "阿东: 云南省政府 副省长",
        "李伟: 云南省政府 副省长",
      ]
    ),
    ("教育部党组书记、部长陈立新出席。", ["陈立新: 教育部 党组书记", "陈立新: 教育部 部长"]),
    (
      "中宣部副部长、文旅部部长何建平表示，一定支持。",
      ["何建平: 中宣部 副部长", "何建平: 文化和旅游部 部长"]
    ),
    ("吉林省代省长赵文博到会。", ["赵文博: 吉林省政府 省长(acting)"]),
    ("云南省委原书记孙国栋被查。", ["孙国栋: 云南省委 书记(former)"]),
    ("时任上海市长的刘海涛出席。", ["刘海涛: 上海市政府 市长(former)"]),
    ("马国平省长说，要抓落实。", ["马国平: 云南省政府 省长"]),
    ("石家庄市长孔祥瑞主持。", ["孔祥瑞: 石家庄市政府 市长"]),
    (
      "省委常委、宣传部部长吴晓岚讲话。",
      ["吴晓岚: 云南省委 常委", "吴晓岚: 云南省委宣传部 部长"]
    ),
    ("马来西亚副总理卡玛鲁丁抵京。", ["卡玛鲁丁: 马来西亚 副总理"]),
    ("免去张志远的贵阳市市长职务。", ["张志远: 贵阳市政府 市长(former)"]),
    (
      "新疆维吾尔自治区副主席艾山江·买买提出席。",
      ["艾山江·买买提: 新疆维吾尔自治区政府 副主席"]
    ),
    ("省委书记（正部级）欧阳志刚强调。", ["欧阳志刚: 云南省委 书记"]),
  ]

  @Test(arguments: sentences)
  func `a sentence gives its holders and their offices`(_ text: String, _ wanted: Set<String>)
    throws
  {
    let read = try Reader.lines(text, title: "云南省召开会议")
    #expect(wanted.subtracting(read).isEmpty, "read \(read.sorted())")
  }

  @Test func `a career tells what is past`() throws {
    let read = try Reader.lines(
      "唐山市委副书记、市长郑文斌接受审查。郑文斌曾任天津海关副关长，2012年任邯郸市委常委、纪委书记，2015年调任唐山市委副书记。")
    #expect(read.contains("郑文斌: 唐山市政府 市长"))
    #expect(read.contains("郑文斌: 天津海关 副关长(former)"))
    #expect(read.contains("郑文斌: 邯郸市委 常委(former)"))
    #expect(read.contains("郑文斌: 邯郸市纪委 书记(former)"))
  }

  @Test func `one who is followed held the office`() throws {
    let read = try Reader.lines("四川省长韩立群将接替于文国出任福建省委书记。")
    #expect(read.contains("韩立群: 福建省委 书记(incoming)"))
    #expect(read.contains("于文国: 福建省委 书记(former)"))
  }

  @Test func `a section that opens with a place sets the place`() throws {
    let read = try Reader.lines(
      "江西省委书记唐一飞在京。\n浙江方面，省委常委、秘书长范成林一同参加。", title: "多省负责人在京")
    #expect(read.contains("范成林: 浙江省委 秘书长"))
  }

  @Test(arguments: ["省长质量奖揭晓。", "书记处会议召开。", "市长热线开通。", "多位省委书记、省长没有离京。"])
  func `a word that only looks like a post names nobody`(_ text: String) throws {
    #expect(try Reader.mentions(text).isEmpty)
  }

  @Test func `reporters and photographers are not persons of the story`() throws {
    let read = try Reader.lines("图为施工现场。记者 吴建国 摄\n海南省委书记谭文杰看望工人。")
    #expect(!read.contains { $0.hasPrefix("吴建国") })
    #expect(read.contains("谭文杰: 海南省委 书记"))
  }

  @Test func `a name read once is found again`() throws {
    let mentions = try Reader.mentions("水利部部长罗一鸣到会。罗一鸣指出，要治水。会后，罗一鸣离开。")
    #expect(mentions.map(\.personName) == ["罗一鸣", "罗一鸣", "罗一鸣"])
    #expect(
      mentions.dropFirst().allSatisfy { $0.office == nil && $0.evidence.rule == "name.known" })
  }

  @Test func `traditional characters are read and the words stay as printed`() throws {
    let mentions = try Reader.mentions("湖南省委書記許達明出席。")
    #expect(mentions.map(\.personName) == ["许达明"])
    #expect(mentions.map(\.evidence.text) == ["許達明"])
  }

  @Test(arguments: [
    ("岳阳市委书记", "岳阳市委 书记"), ("吉林省代省长", "吉林省政府 省长"), ("中国石化集团董事长", "中国石化 董事长"),
    ("国务院副总理", "国务院 副总理"), ("昌平区区长", "北京市昌平区政府 区长"),
  ])
  func `an office written alone resolves`(_ text: String, _ wanted: String) throws {
    let office = try #require(Reader.extractor.office(written: text))
    let body = Almanac.shared.hierarchy.organization(office.body).shortName
    #expect("\(body) \(office.title)" == wanted)
  }

  @Test(arguments: ["", "你好", "一个人", "省委书记的"])
  func `what is no office is not read as one`(_ text: String) {
    #expect(Reader.extractor.office(written: text) == nil)
  }
}

@Suite struct ExtractionPropertyTests {
  /// Pieces that hard texts are made of.
  static let pieces = [
    "湖南省委书记", "、", "，", "。", "\n", "（", "）", "周明远", "的", "曾任", "代省长", "２０２０年", "·", "𠮷", " ",
    "欧阳", "原", "美国总统", "卡特里娜", "接替", "任", "“", "委员", "公司", "省", "市长", "和", "某", "：", "2008年",
  ]

  /// A small generator with a seed, so that a failure can be run again.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 31
    }
  }

  @Test(arguments: 0..<40)
  func `every span is exactly its text, whatever the text`(_ seed: Int) throws {
    var random = Seeded(state: UInt64(seed))
    for _ in 0..<25 {
      let count = Int.random(in: 0...30, using: &random)
      let text = (0..<count).map { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      }.joined()
      let scalars = Array(text.unicodeScalars)
      let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false)
      for mention in try Reader.mentions(text) {
        let span = mention.evidence.span
        var printed = String.UnicodeScalarView()
        printed.append(contentsOf: scalars[span.start..<span.end])
        #expect(String(printed) == mention.evidence.text)
        #expect(paragraphs[mention.evidence.paragraph].contains(mention.evidence.text))
      }
    }
  }

  @Test func `every rule has a name of its own and a confidence`() {
    let rules = Rule.all + Rule.events
    #expect(Set(rules.map(\.name)).count == rules.count)
    #expect(rules.allSatisfy { $0.confidence > 0 && $0.confidence <= 1 && !$0.example.isEmpty })
  }
}
