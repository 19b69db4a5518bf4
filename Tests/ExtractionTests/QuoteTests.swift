import Model
import Reference
import Testing

@testable import Extraction

@Suite struct QuoteTests {
  static func reading(_ text: String) throws -> Reading {
    var article = Article(path: "t.txt", format: .text, encoding: "utf-8", bytes: 0, sha256: "")
    article.text = text
    return try Reader.extractor.run(article)
  }

  /// `speaker;speaker verb: words`, with “” around words in quotation marks.
  static func lines(_ text: String) throws -> [String] {
    try reading(text).quotes.map { quote in
      let names = quote.speakers.map(\.name).joined(separator: ";")
      let words = quote.isDirect ? "“\(quote.evidence.text)”" : quote.evidence.text
      return "\(names) \(quote.verb ?? ""): \(words)"
    }
  }

  static let samples: [(text: String, wanted: [String])] = [
    ("湖南省委书记沈文涛强调，要抓好春耕。要保障供水。", ["沈文涛 强调: 要抓好春耕。要保障供水"]),
    ("湖南省委书记沈文涛在会上说：“要抓好春耕。”", ["沈文涛 说: “要抓好春耕”"]),
    ("“要抓好春耕，保障供水。”湖南省委书记沈文涛说。", ["沈文涛 说: “要抓好春耕，保障供水”"]),
    (
      "湖南省委书记沈文涛昨天到河滨镇调研。他指出，要抓好春耕。",
      ["沈文涛 指出: 要抓好春耕"]
    ),
    (
      "湖南省委书记沈文涛、省长罗一鸣表示，将全力支持建设。",
      ["沈文涛;罗一鸣 表示: 将全力支持建设"]
    ),
    (
      "湖南省委书记沈文涛表示，将全力支持；湖南省省长罗一鸣称，一定配合。",
      ["沈文涛 表示: 将全力支持", "罗一鸣 称: 一定配合"]
    ),
    (
      "湖南省委书记沈文涛出席会议并致辞，强调要加强合作。",
      ["沈文涛 强调: 要加强合作"]
    ),
    (
      "据湖南省省长罗一鸣介绍，今年已建成三座水库。",
      ["罗一鸣 介绍: 今年已建成三座水库"]
    ),
    (
      "湖南省省长罗一鸣告诉记者，水库下月蓄水。",
      ["罗一鸣 告诉: 水库下月蓄水"]
    ),
    (
      "湖南省委书记沈文涛说，要抓好春耕，并指出水库很重要。",
      ["沈文涛 说: 要抓好春耕", "沈文涛 指出: 水库很重要"]
    ),
    (
      "湖南省省长罗一鸣说：“水来了。\n“我们等了十年。”\n会后众人离开。",
      ["罗一鸣 说: “水来了。\n“我们等了十年”"]
    ),
    ("湖南省委书记沈文涛：“要抓好春耕。”", ["沈文涛 : “要抓好春耕”"]),
    (
      "“要抓好春耕。”湖南省委书记沈文涛说，水库下月蓄水。",
      ["沈文涛 说: “要抓好春耕”", "沈文涛 说: 水库下月蓄水"]
    ),
    ("湖南省省长罗一鸣要求各地做好准备。", ["罗一鸣 要求: 各地做好准备"]),
    ("湖南省省长罗一鸣希望各地做好准备。", ["罗一鸣 希望: 希望各地做好准备"]),
    ("湖南省省长罗一鸣提出双方应在水利领域加强合作。", ["罗一鸣 提出: 双方应在水利领域加强合作"]),
    ("湖南省省长罗一鸣提出要“保障春耕”。", ["罗一鸣 提出: 要“保障春耕”"]),
    ("湖南省省长罗一鸣下令立即停工。", ["罗一鸣 下令: 立即停工"]),
    ("湖南省省长罗一鸣追问对方：“水库何时蓄水？”", ["罗一鸣 追问: “水库何时蓄水？”"]),
    ("湖南省省长罗一鸣说，\"要抓好春耕。\"", ["罗一鸣 说: “要抓好春耕”"]),
    ("湖南省省长罗一鸣说，他认为水库很重要。", ["罗一鸣 说: 他认为水库很重要"]),
    ("湖南省省长罗一鸣在出席“春耕论坛”时说，要保障供水。", ["罗一鸣 说: 要保障供水"]),
    ("根据湖南省省长罗一鸣介绍，今年已建成三座水库。", ["罗一鸣 介绍: 今年已建成三座水库"]),
    ("报道援引湖南省省长罗一鸣的话说，水库下月蓄水。", ["罗一鸣 说: 水库下月蓄水"]),
    (
      "湖南省省长罗一鸣作报告时，针对供水部分指出，水库下月蓄水。",
      ["罗一鸣 指出: 水库下月蓄水"]
    ),
    (
      "湖南省委书记沈文涛到会。湖南省省长罗一鸣说，要保障供水。\n他还说，水库下月蓄水。",
      ["罗一鸣 说: 要保障供水", "罗一鸣 说: 水库下月蓄水"]
    ),
    // The first who speaks in a sentence goes on in it, not who is named before.
    (
      "对于副省长沈文涛到任后如何，湖南省省长罗一鸣说，要保障供水，不过他强调，水库下月蓄水。",
      ["罗一鸣 说: 要保障供水", "罗一鸣 强调: 水库下月蓄水"]
    ),
    (
      "湖南省省长罗一鸣说，那些都是副省长沈文涛认为难办的工程。",
      ["罗一鸣 说: 那些都是副省长沈文涛认为难办的工程"]
    ),
  ]

  @Test func `a text that begins with a verb of speech quotes nobody`() throws {
    let text = "介绍，今年新开工水利项目二百八十个。湖南省委书记沈文涛强调，要抓好春耕。"
    #expect(try Self.lines(text) == ["沈文涛 强调: 要抓好春耕"])
  }

  @Test(arguments: samples)
  func `statements are read with who made them`(_ sample: (text: String, wanted: [String])) throws {
    #expect(try Self.lines(sample.text) == sample.wanted)
  }

  static let silent: [String] = [
    "湖南省委书记沈文涛到会。会议指出，要抓好春耕。",
    "湖南省委书记沈文涛到会。一名知情人士表示，水库漏水。",
    "湖南省委书记沈文涛未回应，随即离开。",
    "湖南省委书记沈文涛对此表示欢迎。",
    "按照湖南省委书记沈文涛要求，各地做好准备。",
    "湖南省委书记沈文涛的律师表示，将会上诉。",
    "湖南省委书记沈文涛强调的问题已经解决。",
    "湖南省委书记沈文涛办公室回应称，并无此事。",
    "湖南省委书记沈文涛被中央纪委要求说明情况。",
    "外交部发言人表示，中方坚决反对。",
    "湖南省委书记沈文涛提出“五水共治”战略。",
    "湖南省委书记沈文涛承诺和帮助他人承揽工程。",
    "湖南省委书记沈文涛介绍了水库的情况。",
    "根据湖南省委书记沈文涛要求，各地做好准备。",
    "",
    "说：“",
    "“”他说",
  ]

  @Test(arguments: silent)
  func `what nobody with a name says is no quote`(_ text: String) throws {
    #expect(try Self.lines(text) == [])
  }

  @Test func `the one spoken to is noted as printed`() throws {
    let quotes = try Self.reading("湖南省委书记沈文涛对现场的工人说，大家辛苦了。").quotes
    #expect(quotes.map(\.addressee) == ["现场的工人"])
  }

  @Test func `a speaker has the offices of the article, former ones left out`() throws {
    let text = "湖南省委书记、原副省长沈文涛到会。沈文涛说，要抓好春耕。"
    let speakers = try Self.reading(text).quotes.flatMap(\.speakers)
    #expect(speakers.map(\.name) == ["沈文涛"])
    #expect(speakers.flatMap { $0.offices.map(\.title) } == ["书记"])
  }

  @Test func `every quote is its span, and every speaker is mentioned`() throws {
    for (text, _) in Self.samples {
      let reading = try Self.reading(text)
      let scalars = Array(text.unicodeScalars)
      let names = Set(reading.mentions.map(\.personName))
      for quote in reading.quotes {
        let span = quote.evidence.span
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[span.start..<span.end])
        #expect(String(words) == quote.evidence.text)
        let newlines = scalars[..<span.start].filter { $0 == "\n" }.count
        #expect(quote.evidence.paragraph == newlines)
        #expect(!quote.speakers.isEmpty)
        #expect(quote.speakers.allSatisfy { names.contains($0.name) })
      }
    }
  }

  static let scenes: [(text: String, kinds: [Event.Kind?])] = [
    (
      "12月3日，湖南省委书记沈文涛在长沙会见河滨大学校长罗一鸣。沈文涛说，要加强合作。",
      [.meeting]
    ),
    (
      "12月3日，湖南省委书记沈文涛到岳阳市调研。\n沈文涛指出，要抓好春耕。",
      [.inspection]
    ),
    (
      "12月3日，湖南省委书记沈文涛到岳阳市调研。\n湖南省省长罗一鸣指出，要抓好春耕。",
      [nil]
    ),
    (
      "12月3日，湖南省委书记沈文涛到岳阳市调研。\n沈文涛在另一个场合指出，要抓好春耕。",
      [nil]
    ),
    (
      "12月3日，湖南省委书记沈文涛到岳阳市调研。\n村民很高兴。沈文涛指出，要抓好春耕。",
      [nil]
    ),
    (
      "12月3日，湖南省委书记沈文涛到岳阳市调研。\n沈文涛指出，要抓好春耕。他强调，水库很重要。",
      [.inspection, .inspection]
    ),
    ("湖南省委书记沈文涛被免职。沈文涛说，要抓好春耕。", [nil]),
  ]

  @Test(arguments: scenes)
  func `words are joined to the event where they were said`(
    _ scene: (text: String, kinds: [Event.Kind?])
  ) throws {
    let reading = try Self.reading(scene.text)
    #expect(reading.quotes.map { $0.event.map { reading.events[$0].kind } } == scene.kinds)
  }

  @Test func `the event of a quote has its speakers among those who took part`() throws {
    let texts = Self.samples.map(\.text) + Self.scenes.map(\.text)
    for text in texts + [texts.joined(separator: "\n"), texts.joined()] {
      let reading = try Self.reading(text)
      for quote in reading.quotes {
        guard let event = quote.event else { continue }
        try #require(reading.events.indices.contains(event))
        let present = reading.events[event].participants.compactMap(\.person?.name)
        #expect(quote.speakers.allSatisfy { present.contains($0.name) })
        #expect(reading.events[event].status == .actual)
      }
    }
  }

  @Test func `texts cut anywhere are read without harm`() throws {
    let text = Self.samples.map(\.text).joined(separator: "\n")
    let scalars = Array(text.unicodeScalars)
    for start in stride(from: 0, to: scalars.count, by: 7) {
      var cut = String.UnicodeScalarView()
      cut.append(contentsOf: scalars[start..<min(start + 60, scalars.count)])
      for quote in try Self.reading(String(cut)).quotes {
        #expect(quote.evidence.span.start < quote.evidence.span.end)
        #expect(quote.evidence.span.end <= cut.count)
      }
    }
  }
}
