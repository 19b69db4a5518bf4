import Model
import Reference
import Testing

@testable import Batch
@testable import Extraction

/// Holds where libopencc is installed; the table of characters needs nothing.
@Suite struct PhraseConverterTests {
  private static let isInstalled: Bool = {
    do throws(PhraseConverter.Trouble) {
      _ = try PhraseConverter()
      return true
    } catch {
      return false
    }
  }()

  private static var article: Article {
    var article = Article(path: "t.txt", format: .text, encoding: "utf-8", bytes: 0, sha256: "")
    article.text = "河濱市副市長李乾坤三日表示，乾燥的天氣還會持續。"
    return article
  }

  private func names(_ extractor: Extractor) throws -> [String] {
    try extractor.run(Self.article).mentions.map(\.personName)
  }

  @Test func `one by one a traditional character has one simplified form`() throws {
    #expect(try names(Extractor(.shared)) == ["李干坤"])
  }

  @Test(.enabled(if: isInstalled, "libopencc is not installed"))
  func `by phrases a name keeps its 乾, and the text stays as printed`() throws {
    var options = ExtractionOptions()
    options.readsPhrases = true
    let extractor = Extractor(
      .shared, options: options, phrases: try PhraseConverter.asked(options))
    let mention = try #require(try extractor.run(Self.article).mentions.first)
    #expect(mention.personName == "李乾坤")
    #expect(mention.evidence.text == "李乾坤")
    #expect(mention.office?.title == "副市长")
  }

  @Test(.enabled(if: isInstalled, "libopencc is not installed"))
  func `what is converted has as many scalars as before`() throws {
    let converter = try PhraseConverter()
    let text = "𠮷野說：「發展」。\n"
    #expect(converter.simplified(text) == "𠮷野说：「发展」。\n")
    #expect(converter.simplified("") == "" || converter.simplified("") == nil)
  }
}
