import Model
import Reference
import Testing

@testable import Extraction

@Suite struct EventTests {
  static func reading(_ text: String) throws -> Reading {
    var article = Article(path: "t.txt", format: .text, encoding: "utf-8", bytes: 0, sha256: "")
    article.text = text
    article.publishedAt = "2020-12-16"
    return try Reader.extractor.run(article)
  }

  /// `type date persons`, with what is no actual event marked.
  static func lines(_ text: String) throws -> [String] {
    try reading(text).events.map { event in
      let names = event.participants.compactMap(\.person?.name).joined(separator: ";")
      let status = event.status == .actual ? "" : " \(event.status.rawValue)"
      return "\(event.kind.rawValue) \(event.time.start?.iso ?? "none") \(names)\(status)"
    }
  }

  @Test func `no event is read from a page without full stops`() throws {
    let one = "12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣，"
    #expect(try !Self.lines(String(repeating: one, count: 20)).isEmpty)
    let long = try Self.reading(String(repeating: one, count: 150))
    #expect(long.events.isEmpty)
    #expect(long.mentions.count >= 150)
  }

  static let samples: [(text: String, wanted: [String])] = [
    ("12月3日，沈文涛出任湖南省委书记。", ["appointment 2020-12-03 沈文涛"]),
    ("湖南省委副书记沈文涛2016年8月出任湖南省省长。", ["appointment 2016-08 沈文涛"]),
    ("湖南省省长沈文涛现任湖南省委书记。", []),
    ("12月3日，湖南省委原副书记沈文涛被查。", ["discipline 2020-12-03 沈文涛"]),
    (
      "12月3日，湖南省委原副书记沈文涛被双开。12月8日，沈文涛被逮捕。",
      ["discipline 2020-12-03 沈文涛", "discipline 2020-12-08 沈文涛"]
    ),
    ("12月3日，湖南省省长沈文涛在长沙市调研。", ["inspection 2020-12-03 沈文涛"]),
    ("12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣。", ["meeting 2020-12-03 沈文涛;罗一鸣"]),
    (
      "12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣。湖南省副省长周远明参加会见。",
      ["meeting 2020-12-03 沈文涛;罗一鸣;周远明"]
    ),
    (
      "12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣，湖南省副省长周远明参加。",
      ["meeting 2020-12-03 沈文涛;罗一鸣;周远明"]
    ),
    (
      "12月3日，湖南省省长沈文涛会见吉林省省长罗一鸣。随后，沈文涛在长沙市会见了海南省省长高若谷，湖南省副省长周远明参加。",
      ["meeting 2020-12-03 沈文涛;罗一鸣", "meeting 2020-12-03 沈文涛;高若谷;周远明"]
    ),
    (
      "12月3日，湖南省省长沈文涛主持召开全省经济工作会议。罗一鸣出席会议，周远明参加。",
      ["conference 2020-12-03 沈文涛;罗一鸣;周远明"]
    ),
    ("12月20日，湖南省省长沈文涛将访问吉林省。", ["visit 2020-12-20 沈文涛 planned"]),
    ("12月3日，湖南省省长沈文涛主持召开全省经济工作会议。", ["conference 2020-12-03 沈文涛"]),
    ("12月3日，湖南省省长沈文涛与吉林省省长罗一鸣签署合作协议。", ["signing 2020-12-03 沈文涛;罗一鸣"]),
    (
      "12月3日，沈文涛出任湖南省委书记。此前有消息称，12月3日，沈文涛出任湖南省委书记。",
      ["appointment 2020-12-03 沈文涛"]
    ),
    ("湖南省省长沈文涛强调，要多到基层调研。", []),
    // 以来 only opens the time in which something was done; 近日 and 曾 take no day of the report.
    ("湖南省省长沈文涛自2016年改革以来首次到访吉林省。", ["visit 2020-12-16 沈文涛"]),
    ("【河滨网12月14日讯】近日，湖南省省长沈文涛在长沙市调研。", ["inspection 2020-12 沈文涛"]),
    ("湖南省省长沈文涛曾会见吉林省省长罗一鸣。", ["meeting none 沈文涛;罗一鸣"]),
    ("资料照片：湖南省省长沈文涛会见吉林省省长罗一鸣。", ["meeting none 沈文涛;罗一鸣"]),
  ]

  @Test(arguments: samples) func `an event is read with its day and persons`(
    _ sample: (text: String, wanted: [String])
  ) throws {
    #expect(try Self.lines(sample.text) == sample.wanted)
  }

  @Test(arguments: samples) func `the span of an event is its text, and somebody takes part`(
    _ sample: (text: String, wanted: [String])
  ) throws {
    let reading = try Self.reading(sample.text)
    let scalars = Array(sample.text.unicodeScalars)
    let named = Set(reading.mentions.map(\.personName))
    for event in reading.events {
      let span = event.evidence.span
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[span.start..<span.end])
      #expect(String(words) == event.evidence.text)
      #expect(!event.participants.isEmpty)
      #expect(event.participants.compactMap(\.person).allSatisfy { named.contains($0.name) })
    }
  }

  @Test func `the place of an event is the one after its preposition`() throws {
    let events = try Self.reading("12月3日，湖南省省长沈文涛在长沙市调研。").events
    #expect(events.map(\.place?.name) == ["长沙市"])
  }

  @Test func `each of those met apart is a meeting of its own`() throws {
    let text = "12月3日，湖南省省长沈文涛分别会见吉林省省长罗一鸣、安徽省省长周远明。"
    #expect(
      try Self.lines(text) == [
        "meeting 2020-12-03 沈文涛;罗一鸣", "meeting 2020-12-03 沈文涛;周远明",
      ])
  }

  @Test func `what is dated after the article is planned`() throws {
    let events = try Self.reading("12月20日，沈文涛出任湖南省委书记。").events
    #expect(events.map(\.status) == [.planned])
  }
}
