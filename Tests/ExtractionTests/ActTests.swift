import Model
import Testing

@testable import Extraction

@Suite struct ActTests {
  /// `rule date parties` of each act.
  static func lines(_ text: String) throws -> [String] {
    try EventTests.reading(text).events.filter { $0.kind == .other }.map { event in
      let rule = event.evidence.rule.dropFirst("event.".count)
      let names = event.participants.map { $0.person?.name ?? Self.name($0.body) }
      return "\(rule) \(event.time.start?.iso ?? "none") \(names.joined(separator: ";"))"
    }
  }

  static func name(_ body: Body?) -> String {
    switch body {
    case .listed(let id): id
    case .written(let name, _): name
    case .local(let kind, let division): "\(kind) \(division)"
    case .part(_, let name): name
    case .unplaced(let kind, _): "\(kind)"
    case nil: ""
    }
  }

  static let told: [(text: String, wanted: [String])] = [
    ("湖南省原省长沈文涛12月3日在长沙病逝。", ["death 2020-12-03 沈文涛"]),
    ("湖南省省长沈文涛12月3日发表声明，支持两地合作。", ["statement 2020-12-03 沈文涛"]),
    ("湖南省省长沈文涛昨天发表文章强调，要多到基层。", ["statement 2020-12-15 沈文涛"]),
    ("12月3日，湖南省省长沈文涛在推特表示，两地将合作。", ["statement 2020-12-03 沈文涛"]),
    ("湖南省省长沈文涛12月3日接受河滨电视台专访时谈到发展。", ["interview 2020-12-03 沈文涛"]),
    ("12月3日，湖南省省长沈文涛签署行政命令，推进改革。", ["decree 2020-12-03 沈文涛"]),
    ("12月3日，吉林省副省长罗一鸣实名举报湖南省省长沈文涛。", ["accusation 2020-12-03 罗一鸣;沈文涛"]),
    ("12月3日，湖南省省长沈文涛与吉林省省长罗一鸣通电话。", ["letter 2020-12-03 沈文涛;罗一鸣"]),
    ("湖南省省长沈文涛12月3日宣布新的措施。", ["announcement 2020-12-03 沈文涛"]),
    (
      "德国是河滨市的伙伴。中国与德国1972年10月11日建交，2014年双方建立战略伙伴关系。",
      ["relations 1972-10-11 中国;state:DE", "relations 2014 中国;state:DE"]
    ),
    ("12月3日，德国与法国举行联合演习。", ["drill 2020-12-03 state:DE;state:FR"]),
    ("湖南省省长沈文涛12月3日获颁友谊勋章。", ["award 2020-12-03 沈文涛"]),
    ("湖南省省长沈文涛12月3日授予吉林省省长罗一鸣“友谊勋章”。", ["award 2020-12-03 沈文涛;罗一鸣"]),
    ("湖南省省长沈文涛12月3日向吉林省省长罗一鸣颁授友谊勋章。", ["award 2020-12-03 沈文涛;罗一鸣"]),
  ]

  static let untold: [(why: String, text: String)] = [
    ("the death is spoken of", "12月3日，沈文涛的去世引起关注。湖南省省长罗一鸣在长沙市。"),
    ("the dead is of the family", "湖南省省长沈文涛的父亲12月3日病逝。"),
    ("a plain statement", "12月3日，湖南省省长沈文涛表示，两地将合作。"),
    ("an article without a day", "湖南省省长沈文涛曾发表文章。"),
    ("no statement was made", "湖南省省长沈文涛没有就此事发表声明。"),
    ("an announcement without a day", "湖南省省长沈文涛宣布新的措施。"),
    ("what was announced", "湖南省省长沈文涛12月3日宣布的措施引起关注。"),
    ("an announcement of what is told by itself", "12月3日，湖南省省长沈文涛出席全省经济工作会议并宣布新的措施。"),
    ("an anniversary", "中国与德国12月3日庆祝建交48周年。"),
    ("a decree that is wished for", "民众要求湖南省省长沈文涛签署法案。"),
    ("one who is under sanctions", "12月3日，受到美国制裁的湖南省省长沈文涛在长沙市。"),
    ("a word of a telephone", "12月3日，记者拨打湖南省省长沈文涛的电话，但通话中。"),
    ("an accusation without a name", "12月3日，湖南省省长沈文涛被举报。"),
    ("the founding of another time", "湖南省省长沈文涛出席湖南省商会成立20周年活动。"),
  ]

  @Test(arguments: untold) func `what only speaks of an act is none`(
    _ sample: (why: String, text: String)
  ) throws {
    #expect(try Self.lines(sample.text) == [], "\(sample.why)")
  }

  @Test func `those under sanctions are the other side`() throws {
    let text = "12月3日，美国财政部宣布制裁湖南省省长沈文涛、吉林省省长罗一鸣。"
    let event = try #require(EventTests.reading(text).events.first { $0.kind == .other })
    #expect(
      event.participants.compactMap { $0.person.map { person in person.name } } == ["沈文涛", "罗一鸣"])
    #expect(event.participants.last?.side == 2)
  }

  @Test func `who receives a letter is the other side`() throws {
    let text = "湖南省省长沈文涛致电吉林省省长罗一鸣。"
    let event = try #require(EventTests.reading(text).events.first { $0.kind == .other })
    #expect(event.participants.map(\.side) == [1, 2])
  }

  @Test func `calls of one day are as many as those called`() throws {
    let text = "12月3日，沈文涛省长与吉林省省长罗一鸣通电话。湖南省省长沈文涛与安徽省省长周远明通电话。"
    #expect(try Self.lines(text).count == 2)
  }

  @Test func `a death told twice is one event with its day`() throws {
    let text = "湖南省原省长沈文涛日前病逝。公告称，沈文涛于12月3日逝世。"
    #expect(try Self.lines(text) == ["death 2020-12-03 沈文涛"])
  }

  @Test func `a paper put out by a body of its own day is an act of the body`() throws {
    let text = "湖南省省长沈文涛到访。12月3日，教育部印发《河湖保护方案（2020年）》。"
    #expect(try Self.lines(text) == ["issue 2020-12-03 org:moe"])
  }

  @Test func `a body founds nothing without a day`() throws {
    #expect(try Self.lines("湖南省省长沈文涛到访。湖南省商会成立。").isEmpty)
  }

  @Test(arguments: told) func `a public act is an event of its own`(
    _ sample: (text: String, wanted: [String])
  ) throws {
    #expect(try Self.lines(sample.text) == sample.wanted)
  }
}
