import Model
import Reference
import Testing

@testable import Extraction

/// Where events took place, as sentences and articles tell it.
@Suite struct PlaceTests {
  /// `kind place area` of the events of a text.
  static func lines(_ text: String) throws -> [String] {
    try EventTests.reading(text).events.map { event in
      "\(event.kind.rawValue) \(event.place?.name ?? "-") \(event.place?.area ?? "-")"
    }
  }

  static let scenes: [(text: String, wanted: String)] = [
    ("12月3日，湖南省省长沈文涛在长沙市调研。", "inspection 长沙市 div:430100"),
    ("12月3日，湖南省省长沈文涛赴衡阳调研。", "inspection 衡阳 div:430400"),
    ("12月3日，湖南省省长沈文涛带队至株洲实地调研。", "inspection 株洲 div:430200"),
    ("12月3日，湖南省省长沈文涛视察衡阳市。", "inspection 衡阳市 div:430400"),
    ("12月3日，湖南省省长沈文涛来到岳阳市湘阴县调研。", "inspection 岳阳市湘阴县 div:430624"),
    ("12月3日，湖南省省长沈文涛到地处洞庭湖边的岳阳市调研。", "inspection 岳阳市 div:430600"),
    ("12月3日，湖南省省长沈文涛在浙江义乌调研。", "inspection 义乌 div:330782"),
    ("12月3日，湖南省省长沈文涛在京会见吉林省省长罗一鸣。", "meeting 北京 div:110000"),
    ("12月3日，湖南省省长沈文涛在人民大会堂会见吉林省省长罗一鸣。", "meeting 北京 div:110000"),
    ("12月3日，湖南省省长沈文涛在塔什干会见吉林省省长罗一鸣。", "meeting 塔什干 state:UZ"),
    ("12月3日，湖南省省长沈文涛对法国进行访问。", "visit 法国 state:FR"),
    ("12月3日，湖南省省长沈文涛访问日本大阪。", "visit 大阪 state:JP"),
    ("12月3日，湖南省省长沈文涛出席安徽省在迎宾馆举行的经济工作会议。", "conference 安徽省 div:340000"),
    ("新华社合肥12月3日电 湖南省省长沈文涛会见吉林省省长罗一鸣。", "meeting 合肥 div:340100"),
  ]

  @Test(arguments: scenes) func `a doing is where somebody is or comes to`(
    _ scene: (text: String, wanted: String)
  ) throws {
    #expect(try Self.lines(scene.text) == [scene.wanted])
  }

  static let elsewhere: [String] = [
    "12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣。",
    "12月3日，湖南省省长沈文涛在安徽省省长周远明陪同下调研。",
    "12月3日，湖南省省长沈文涛提到安徽后会见吉林省省长罗一鸣。",
    "12月3日，湖南省省长沈文涛在台湾问题上会见吉林省省长罗一鸣。",
    "12月3日，湖南省省长沈文涛在法国禁令下，会见吉林省省长罗一鸣。",
    "12月3日，湖南省省长沈文涛不在长沙会见吉林省省长罗一鸣。",
  ]

  @Test(arguments: elsewhere) func `the place of an office, of a matter or of words is none`(
    _ text: String
  ) throws {
    let events = try EventTests.reading(text).events
    #expect(!events.isEmpty)
    #expect(events.allSatisfy { $0.place == nil })
  }

  @Test func `a call has only the place that its own sentence names`() throws {
    let text = "12月3日，湖南省省长沈文涛在衡阳调研。12月5日，沈文涛与吉林省省长罗一鸣通电话。"
    #expect(try Self.lines(text) == ["inspection 衡阳 div:430400", "other - -"])
  }

  @Test func `a doing without a place is where the article was last`() throws {
    let text = """
      12月3日，湖南省省长沈文涛在衡阳调研。随后，沈文涛会见吉林省省长罗一鸣。
      沈文涛会见安徽省省长周远明。
      """
    #expect(
      try Self.lines(text) == [
        "inspection 衡阳 div:430400", "meeting 衡阳 div:430400", "meeting 衡阳 div:430400",
      ])
  }

  @Test func `another day of a trip is in the place of the trip and not of its last stop`() throws {
    let text = """
      12月3日至4日，国务院副总理沈文涛在湖南调研。
      12月3日，沈文涛来到衡阳市调研。12月4日，沈文涛会见湖南省省长罗一鸣。
      """
    #expect(
      try Self.lines(text) == [
        "inspection 湖南 div:430000", "inspection 衡阳市 div:430400", "meeting 湖南 div:430000",
      ])
  }

  @Test func `a district stands under the name of the city told before it`() throws {
    let text = "12月3日，国务院副总理沈文涛在上海调研。12月4日，沈文涛到黄浦区调研。"
    #expect(
      try Self.lines(text) == ["inspection 上海 div:310000", "inspection 上海 div:310101"])
  }

  @Test func `the stops of a trip told before are in its place, those of none are several`() throws
  {
    let trip = "12月3日，国务院副总理沈文涛在湖南考察。12月4日，沈文涛先后到长沙、衡阳调研。"
    let tour = "12月4日，国务院副总理沈文涛先后到长沙、衡阳调研。"
    for (text, wanted) in [(trip, ["湖南"]), (tour, ["长沙", "衡阳"])] {
      let passage = Passage(text, terms: Reader.extractor.terms)
      let dates = PassageDates(passage, published: nil)
      var finder = PlaceFinder(
        passage, subject: Frame(), published: nil, dates: dates, quoted: QuotedStretches([]))
      let places = EventPlaces(passage, finder.places(), dates: dates)
      let sentence = try #require(passage.outline.sentences.last)
      let word = sentence.upperBound - 3..<sentence.upperBound - 1
      let scene = EventScene(sentence: sentence, paragraph: 0)
      #expect(places.places(of: word, in: scene).map(\.name) == wanted)
    }
  }

  static let posts: [(text: String, wanted: String)] = [
    ("12月3日，湖南省省长沈文涛空降安徽，出任省委书记。", "appointment 安徽 div:340000"),
    ("12月3日，湖南省省长沈文涛赴安徽任省委书记。", "appointment 安徽 div:340000"),
    ("12月3日，湖南省省长沈文涛转任安徽省委书记。", "appointment 安徽省 div:340000"),
    ("12月3日，湖南省省长沈文涛转任湖南省委书记。", "appointment - -"),
    ("12月3日，湖南省省长沈文涛出任安徽省委书记。", "appointment - -"),
  ]

  @Test(arguments: posts) func `an appointment has the place that somebody is told to go to`(
    _ post: (text: String, wanted: String)
  ) throws {
    #expect(try Self.lines(post.text) == [post.wanted])
  }

  @Test func `a trial is where its court is`() throws {
    let text = "12月3日，湖南省原副省长沈文涛被判无期徒刑。衡阳市中级人民法院公开宣判。"
    #expect(try Self.lines(text).first == "discipline 衡阳市 div:430400")
  }
}
