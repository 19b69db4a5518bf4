import Model
import Testing

@testable import Extraction

/// The rules that join offices to names: a sentence for each, with what must be read by it. The
/// persons are invented.
@Suite struct HolderRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: String
    var text: String
    var read: Set<String>
    var title: String?

    init(_ rule: String, _ text: String, _ read: Set<String>, title: String? = nil) {
      self.rule = rule
      self.text = text
      self.read = read
      self.title = title
    }

    var testDescription: String { text }
  }

  static let cases: [Case] = [
    Case(
      "office.listed", "梁志坚说，沈文涛说。由梁志坚、沈文涛、高建民，出任吉林、湖南、云南省委书记。",
      ["梁志坚: 吉林省委 书记", "沈文涛: 湖南省委 书记", "高建民: 云南省委 书记"]),
    Case(
      "office.listed", "梁志坚、沈文涛分别任湖南省副省长、湖南省委秘书长。",
      ["梁志坚: 湖南省政府 副省长", "沈文涛: 湖南省委 秘书长"]),
    Case(
      "office.collective", "梁志坚说，沈文涛说。梁志坚、沈文涛分别出任吉林省委书记、湖南省委书记，两人目前也兼任省长。",
      ["梁志坚: 吉林省政府 省长", "沈文涛: 湖南省政府 省长"]),
    Case(
      "office.counted", "湖南省长梁志坚、云南省长沈文涛等两名中央委员到场。",
      ["梁志坚: 中共中央 委员", "沈文涛: 中共中央 委员"]),
    Case(
      "office.successor", "高建民说，沈文涛说。会议决定免去高建民的湖南省卫健委主任职务，由副主任沈文涛接任。",
      ["高建民: 湖南省卫健委 主任(former)", "沈文涛: 湖南省卫健委 主任"]),
    Case(
      "office.seat", "沈文涛说，可以。湖南省商务厅厅长一职12月3日起由沈文涛接任。", ["沈文涛: 湖南省商务厅 厅长"]),
    Case("office.seat", "湖南省商务厅厅长一职将由长沙市副市长沈文涛接任。", ["沈文涛: 湖南省商务厅 厅长(incoming)"]),
    Case("office.seat", "沈文涛说，可以。湖南省商务厅厅长一职暂时由沈文涛代理。", ["沈文涛: 湖南省商务厅 厅长(acting)"]),
    Case("office.seat", "沈文涛说，可以。湖南省商务厅厅长一职暂由沈文涛接替。", ["沈文涛: 湖南省商务厅 厅长(acting)"]),
    // A ministry in the word itself is no other that the person had.
    Case(
      "holder.verb", "肯尼亚卫生部长阿米娜·穆罕默德曾任财政部长。",
      ["阿米娜·穆罕默德: 肯尼亚财政部 部长(former)"]),
    // A remark on the rank of an office parts no list.
    Case(
      "holder.verb", "沈文涛2015年任湖南省教育厅厅长（正厅级）、党组书记。",
      ["沈文涛: 湖南省教育厅 厅长", "沈文涛: 湖南省教育厅 党组书记"]),
    Case(
      "office.listed", "梁志坚说，沈文涛说。梁志坚和沈文涛当选湖南省省长和副省长。",
      ["梁志坚: 湖南省政府 省长", "沈文涛: 湖南省政府 副省长"]),
    Case(
      "office.removal", "高建民说，可以。免去高建民的湖南省副省长职务、沈文涛的长沙市副市长职务。",
      ["高建民: 湖南省政府 副省长(former)", "沈文涛: 长沙市政府 副市长(former)"]),
    Case("name.copula", "沈文涛说，可以。沈文涛（Shen Wentao）是河滨商会会长，他说不担心。", ["沈文涛: 河滨商会 会长"]),
    Case("name.surname", "湖南省委书记沈文涛到会。沈书记说，要抓落实。", ["沈文涛: 湖南省委 书记"]),
    Case(
      "holder.verb", "任命梁志坚为湖南省副省长；沈文涛为湖南省教育厅厅长。",
      ["梁志坚: 湖南省政府 副省长", "沈文涛: 湖南省教育厅 厅长"]),
    Case("office.relative", "曾任河滨商会副会长的知名商人沈文涛到场。", ["沈文涛: 河滨商会 副会长(former)"]),
    Case("office.name", "由原任湖南省卫健委副主任的沈文涛接手，原任长沙市副市长高建民离开。", ["高建民: 长沙市政府 副市长(former)"]),
    Case(
      "holder.verb", "沈文涛在担任甲乙县县委书记、定西市市长期间，利用职务便利。",
      ["沈文涛: 定西市政府 市长(former)"]),
    Case("holder.verb", "拟提名沈文涛出任湖南省副省长。", ["沈文涛: 湖南省政府 副省长(incoming)"]),
    Case(
      "office.name", "湖南省省长沈文涛会见吉林省省长罗一鸣一行，副省长周远明、省政府秘书长高建民参加会见。",
      [
        "沈文涛: 湖南省政府 省长", "罗一鸣: 吉林省政府 省长", "周远明: 湖南省政府 副省长", "高建民: 湖南省政府 秘书长",
      ]),
    Case(
      "office.name", "湖南省省长沈文涛会见吉林省省长罗一鸣、副省长周远明。",
      ["沈文涛: 湖南省政府 省长", "罗一鸣: 吉林省政府 省长", "周远明: 吉林省政府 副省长"]),
    Case(
      "office.name", "湖南省副省长沈文涛转任长沙市委书记。",
      ["沈文涛: 湖南省政府 副省长(former)", "沈文涛: 长沙市委 书记"]),
  ]

  @Test(arguments: cases)
  func `a rule reads its sentence and is named in the output`(_ sample: Case) throws {
    let mentions = try Reader.mentions(sample.text, title: sample.title)
    let read = Set(mentions.map(Reader.line))
    #expect(sample.read.subtracting(read).isEmpty, "read \(read.sorted())")
    #expect(mentions.contains { $0.evidence.rule == sample.rule })
  }

  static let careers: [(String, Set<String>)] = [
    (
      "沈文涛先后任河滨市第四中学教师、团委副书记；湖南省委办公厅秘书三处处长(正处级)；湖南省委副秘书长。",
      ["沈文涛: 湖南省委办公厅秘书三处 处长(former)", "沈文涛: 湖南省委 副秘书长(former)"]
    ),
    (
      "公开资料显示，沈文涛曾在国家发改委工作多年，担任过价格监督检查司司长、副秘书长等职。",
      ["沈文涛: 国家发展改革委价格监督检查司 司长(former)", "沈文涛: 国家发展改革委 副秘书长(former)"]
    ),
    (
      "沈文涛先后任铜仁地委副书记、常德地委书记。",
      ["沈文涛: 铜仁地委 副书记(former)", "沈文涛: 常德地委 书记(former)"]
    ),
    (
      "湖南省省长沈文涛简历：2008年任长沙市副市长，2012年任湖南省副省长。",
      ["沈文涛: 长沙市政府 副市长(former)", "沈文涛: 湖南省政府 副省长(former)"]
    ),
  ]

  @Test(arguments: careers)
  func `a career is told in order`(_ text: String, _ wanted: Set<String>) throws {
    let read = try Reader.lines(text)
    #expect(wanted.subtracting(read).isEmpty, "read \(read.sorted())")
  }

  @Test func `a step is asserted for the date that is printed with it`() throws {
    let mentions = try Reader.mentions(
      "沈文涛2008年3月任长沙市副市长，同年12月任湖南省副省长，次年任云南省副省长。1982年7月参加工作，曾任河滨商会会长。")
    let dates = mentions.compactMap { mention in
      mention.office.map { ($0.title + ($0.body.division ?? ""), mention.asOf?.iso) }
    }
    #expect(dates.map(\.1) == ["2008-03", "2008-12", "2009", nil])
  }

  @Test func `one who held an office in an earlier year is not said to hold it`() throws {
    let read = try Reader.lines("2014年，湖南省副省长沈文涛落马。湖南省长高建民说，这是教训。")
    #expect(read.contains("沈文涛: 湖南省政府 副省长(former)"))
    #expect(read.contains("高建民: 湖南省政府 省长"))
  }

  @Test(arguments: [
    "下一任湖南省省长将如何选出，沈文涛没有说。", "沈文涛说，湖南省省长候选人已经登记。", "在沈文涛任期内，湖南省省长换了两人。",
  ])
  func `an office that nobody is said to hold is given to nobody`(_ text: String) throws {
    #expect(try Reader.mentions(text).allSatisfy { $0.office == nil })
  }
}
