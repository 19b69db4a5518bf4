import Model
import Testing

@testable import Extraction

/// Appointments, removals and discipline. The article is of 2020-12-16, a Wednesday.
@Suite struct StepEventTests {
  static let steps: [(text: String, wanted: [String])] = [
    // What is done already, and not said when, is of no day.
    ("湖南省原省长沈文涛已升任湖南省委书记。", ["appointment none 沈文涛"]),
    // A plan without a day is no event.
    ("湖南省省长沈文涛将出任湖南省委书记。", []),
    // The report that the text names next tells the day.
    (
      "湖南省省长沈文涛将出任湖南省委书记。新华社12月15日发布上述消息。",
      ["appointment 2020-12-15 沈文涛 planned"]
    ),
    ("沈文涛自2006年9月至2011年10月担任湖南省副省长。", ["appointment 2006-09 沈文涛"]),
    ("沈文涛2011至2017年担任湖南省副省长。", ["appointment 2011 沈文涛"]),
    (
      "2008年，沈文涛出任岳阳市市长。两年后，他升任岳阳市委书记。",
      ["appointment 2008 沈文涛", "appointment 2010 沈文涛"]
    ),
    ("五个月前，湖南省副省长沈文涛调任湖北省委书记。", ["appointment 2020-07 沈文涛"]),
    ("将于周五（18日）任命湖南省省长沈文涛为湖南省委书记。", ["appointment 2020-12-18 沈文涛 planned"]),
    // An office that only tells how or by what somebody acted.
    ("12月3日，沈文涛以湖南省委书记的身份亮相。", []),
    // One act gives one office to two.
    ("12月3日，会议决定任命沈文涛、罗一鸣为湖南省副省长。", ["appointment 2020-12-03 沈文涛;罗一鸣"]),
    // The news of a step is not one with an older step.
    (
      "12月3日，湖南省省长沈文涛出任湖南省委书记。沈文涛2014年出任岳阳市市长。",
      ["appointment 2020-12-03 沈文涛", "appointment 2014 沈文涛"]
    ),
    // The year alone, and the month, of one office are one step.
    (
      "沈文涛2018年起出任湖南省委书记。2018年6月，沈文涛出任湖南省委书记。",
      ["appointment 2018-06 沈文涛"]
    ),
  ]

  static let moves: [(text: String, wanted: [String])] = [
    ("湖南省省长沈文涛曾在岳阳市工作。2003年，他被调派到卫生部。", ["appointment 2003 沈文涛"]),
    ("湖南省省长沈文涛作了讲话。2018年1月，他不再担任理事会副主席。", ["removal 2018-01 沈文涛"]),
    ("去年8月出任理事会联合主席的湖南省省长沈文涛说。", ["appointment 2019-08 沈文涛"]),
    ("湖南省2月迎来新省委书记沈文涛。", ["appointment 2020-02 沈文涛"]),
    ("2011年9月，湖南省省长沈文涛接替罗一鸣任理事会主席。", ["appointment 2011-09 沈文涛"]),
    ("湖南省省长沈文涛已于2017年12月退休。", ["removal 2017-12 沈文涛"]),
    ("湖南省原省长沈文涛已到退休年龄。", []),
  ]

  static let fates: [(text: String, wanted: [String])] = [
    ("湖南省人民检察院12月3日依法对湖南省原副省长沈文涛决定逮捕。", ["discipline 2020-12-03 沈文涛"]),
    (
      "湖南省原副省长沈文涛涉嫌严重违纪违法，目前正接受审查调查。湖南省纪委监委网站昨晚发布上述消息。",
      ["discipline 2020-12-15 沈文涛"]
    ),
    // No day is told anywhere.
    ("湖南省原副省长沈文涛涉嫌严重违纪违法，目前正接受审查调查。", ["discipline none 沈文涛"]),
    // The investigation and the expulsion of one sentence are one event.
    ("12月3日，湖南省原副省长沈文涛被立案审查，并被开除党籍。", ["discipline 2020-12-03 沈文涛"]),
    (
      "3月20日，湖南省原副省长沈文涛被提起公诉。9月1日，法院公开审理了本案。",
      ["discipline 2020-03-20 沈文涛", "discipline 2020-09-01 沈文涛"]
    ),
    // Two are described by what befell them before.
    (
      "4月1日，已于2017年12月退休的湖南省原副省长沈文涛被查。",
      ["removal 2017-12 沈文涛", "discipline 2020-04-01 沈文涛"]
    ),
    ("湖南省原副省长沈文涛曾任职的岳阳市有多名官员被查。", []),
    ("网络传出湖南省副省长沈文涛被双开的消息。", []),
    ("湖南省副省长沈文涛落马前曾作讲话。", []),
    // By the voice of its verb, what befalls the one before 被, behind 将 or right behind it.
    ("湖南省原副省长沈文涛12月3日被警方拘留。", ["discipline 2020-12-03 沈文涛"]),
    ("警方12月3日将湖南省原副省长沈文涛逮捕。", ["discipline 2020-12-03 沈文涛"]),
    ("警方12月3日逮捕湖南省原副省长沈文涛。", ["discipline 2020-12-03 沈文涛"]),
    ("12月3日，吉林省省长罗一鸣罢免了湖南省商务厅厅长沈文涛。", ["removal 2020-12-03 沈文涛"]),
    ("12月3日，吉林省省长罗一鸣解除了湖南省商务厅厅长沈文涛的职务。", ["removal 2020-12-03 沈文涛"]),
    ("12月3日，吉林省省长罗一鸣罢免局长沈文涛。", ["removal 2020-12-03 沈文涛"]),
    ("12月3日，湖南省省长罗一鸣宣布免职沈文涛的决定。湖南省商务厅厅长沈文涛未回应。", ["removal 2020-12-03 沈文涛"]),
    ("12月3日，湖南省商务厅厅长沈文涛带走文件，调查情况。", []),
    ("12月3日，逮捕湖南省原副省长沈文涛之前，警方作了准备。", []),
    ("12月3日，民众要求湖南省副省长沈文涛下台。", []),
    ("湖南省商务厅厅长一职12月3日起由长沙市副市长沈文涛接任。", ["appointment 2020-12-03 沈文涛"]),
    // Who stands in words that only tell when or how is not meant.
    (
      "12月3日，湖南省商务厅厅长沈文涛在湖南省省长罗一鸣发表讲话之后，宣布辞职。",
      ["removal 2020-12-03 沈文涛"]
    ),
    ("12月3日，在湖南省原副省长沈文涛被警方拘留后，湖南省省长罗一鸣发表讲话。", ["discipline 2020-12-03 沈文涛"]),
    ("在湖南省省长罗一鸣领导下，全省增产。12月3日，他被免职。", ["removal 2020-12-03 罗一鸣"]),
    ("外界猜测湖南省省长罗一鸣会失去信任而被免职。", []),
    // Nor is somebody who is named before others without a name.
    ("湖南省省长罗一鸣说，警察折磨被关押在监狱的居民。", []),
    ("湖南省省长罗一鸣到会，12月3日有四位局长辞职。", []),
    ("湖南省省长罗一鸣到会，12月3日大批人士遭到逮捕。", []),
    ("湖南省省长罗一鸣到会，12月3日Jane Doe被逮捕。", []),
    ("湖南省省长罗一鸣到会，12月3日该省公安厅副厅长被逮捕。", []),
    ("湖南省省长罗一鸣到会，12月3日该省长被逮捕。", ["discipline 2020-12-03 罗一鸣"]),
    ("12月3日，土地被查封，湖南省省长罗一鸣到会。", []),
  ]

  @Test(arguments: steps) func `a step is an event on the day that is told of it`(
    _ sample: (text: String, wanted: [String])
  ) throws {
    #expect(try Self.lines(sample.text) == sample.wanted)
  }

  @Test(arguments: moves) func `a dated move is an event, though its office is of no known body`(
    _ sample: (text: String, wanted: [String])
  ) throws {
    #expect(try Self.lines(sample.text) == sample.wanted)
  }

  @Test(arguments: fates) func `what befalls somebody is an event, and what is only spoken of none`(
    _ sample: (text: String, wanted: [String])
  ) throws {
    #expect(try Self.lines(sample.text) == sample.wanted)
  }

  /// As `EventTests.lines`, with the end of a time that is more than a day.
  private static func lines(_ text: String) throws -> [String] {
    try EventTests.reading(text).events.map { event in
      let names = event.participants.compactMap(\.person?.name).joined(separator: ";")
      let status = event.status == .actual ? "" : " \(event.status.rawValue)"
      let start = event.time.start?.iso ?? "none"
      let end = event.time.end?.iso ?? "none"
      let time = start == end ? start : "\(start)..\(end)"
      return "\(event.kind.rawValue) \(time) \(names)\(status)"
    }
  }
}
