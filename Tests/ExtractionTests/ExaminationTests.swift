import Model
import Reference
import Testing

@testable import Extraction

@Suite struct ExaminationTests {
  private static func article(_ text: String, title: String? = nil) -> Article {
    var article = Article(path: "t.txt", format: .text, encoding: "utf-8", bytes: 0, sha256: "")
    article.text = text
    article.title = title
    article.publishedAt = "2021-03-01"
    return article
  }

  private static func examination(_ text: String, title: String? = nil) -> Examination {
    Reader.extractor.examine(article(text, title: title))
  }

  /// `letters: code`, in the order of the text.
  private static func refused(_ examination: Examination) -> [String] {
    examination.refusals.map { "\($0.place.text): \($0.reason.code)" }
  }

  @Test(arguments: RefusalReason.all.map(\.code))
  func `a reason is given for its own example`(_ code: String) throws {
    let reason = try #require(RefusalReason.all.first { $0.code == code })
    var options = ExtractionOptions()
    if reason == .lowConfidence { options.minConfidence = 0.99 }
    let examination = Extractor(.shared, options: options).examine(Self.article(reason.example))
    #expect(
      examination.refusals.map(\.reason.code).contains(code), "\(Self.refused(examination))")
  }

  @Test func `every reason has a code of its own`() {
    #expect(Set(RefusalReason.all.map(\.code)).count == RefusalReason.all.count)
    #expect(Set(Rule.all.map(\.name)).isDisjoint(with: RefusalReason.all.map(\.code)))
  }

  @Test func `an examination reads what a run reads`() throws {
    for (text, _) in OfficeReadingTests.sentences {
      let article = Self.article(text, title: "云南省召开会议")
      #expect(Reader.extractor.examine(article).reading == (try Reader.extractor.run(article)))
    }
  }

  @Test func `the offices that somebody holds are told with their places`() {
    let examination = Self.examination("会议开始。\n湖南省委书记周明远、省长没有到会。")
    #expect(examination.offices.map(\.place.text) == ["湖南省委书记"])
    #expect(examination.offices.first?.place.paragraph == 1)
    #expect(examination.offices.first?.place.span == Span(6, 12))
    #expect(examination.offices.first?.reading.title == "书记")
    #expect(Self.refused(examination) == ["省长: office.no-holder"])
  }

  @Test func `a score that is too low is told with the least that is enough`() throws {
    let refusals = Self.examination(RefusalReason.lowScore.example).refusals
    let shortfall = try #require(refusals.first { $0.reason == .lowScore }?.shortfall)
    #expect(shortfall.found < shortfall.least)
  }

  @Test func `letters of a name that was read are not turned down`() {
    let examination = Self.examination("水利部部长罗一鸣到会。罗一鸣指出，要治水。会后，罗一鸣离开。")
    #expect(examination.reading.mentions.count == 3)
    #expect(Self.refused(examination).filter { $0.hasPrefix("罗") } == [])
  }

  @Test func `traditional characters are told as they are printed`() {
    let examination = Self.examination("湖南省委書記許達明出席。")
    #expect(examination.offices.map(\.place.text) == ["湖南省委書記"])
  }

  @Test(arguments: 0..<20)
  func `whatever the text, refusals lie in it, in order, and apart from the names`(
    _ seed: Int
  ) throws {
    var random = ExtractionPropertyTests.Seeded(state: UInt64(seed))
    for _ in 0..<25 {
      let count = Int.random(in: 0...30, using: &random)
      let pieces = ExtractionPropertyTests.pieces
      let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
        .joined()
      let examination = Self.examination(text)
      let scalars = Array(text.unicodeScalars)
      var end = 0
      for refusal in examination.refusals {
        let span = refusal.place.span
        #expect(span.start >= end)
        end = span.end
        #expect(
          String(String.UnicodeScalarView(scalars[span.start..<span.end])) == refusal.place.text)
        let names = examination.reading.mentions.map(\.evidence.span)
        #expect(names.allSatisfy { $0.end <= span.start || $0.start >= span.end })
      }
      #expect(examination.reading == (try Reader.extractor.run(Self.article(text))))
    }
  }
}
