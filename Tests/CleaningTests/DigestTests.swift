import Model
import Testing

@testable import Cleaning

@Suite struct DigestTests {
  private func articles(_ bytes: [UInt8], as path: String) -> [RawFile] {
    let file = RawFile(
      path: path, bytes: bytes, size: bytes.count, sha256: "whole", hints: InputHints())
    return Digest.articles(in: file) { "\($0.count)" }
  }

  private func paths(_ text: String, as path: String = "digest.txt") -> [String] {
    articles(Array(text.utf8), as: path).map(\.path)
  }

  private static let three = ["digest.txt#1", "digest.txt#2", "digest.txt#3"]

  /// Three articles with what `head` sets above each.
  private static func digest(between: String = "\n", _ head: (Int) -> String) -> String {
    (1...3).map { "\(head($0))\(paragraphs(1)[0])\n\n\(paragraphs(2)[1])\n" }
      .joined(separator: between)
  }

  private static let plain: [(String, String)] = [
    ("labels", digest { "标题：河滨市召开第\($0)次会议\n来源：河滨日报\n日期：2021-03-0\($0)\n正文：" }),
    ("labels in brackets", digest { "【标题】河滨市召开第\($0)次会议\n【日期】2021-03-0\($0)\n\n" }),
    ("numbers", digest { "第 \($0) 篇\n\n河滨市召开会议\n\n" }),
    ("numbers in brackets", digest { "【第\($0)篇】\n河滨市召开会议\n" }),
    ("numbers of all", digest { "第\($0)篇/共3篇\n河滨市召开会议\n" }),
    ("documents", digest { "Document \($0) of 3\n\n" }),
    ("documents of an archive", digest { "\($0) of 3 DOCUMENTS\n\n" }),
    (
      "rulers and dates",
      digest(between: "\n==========\n\n") { "河滨市召开第\($0)次会议\n2021年3月\($0)日 09:30\n" }
    ),
    ("rulers and sources", digest(between: "————————\n") { "河滨第\($0)次会议\n\n来源：河滨日报\n\n" }),
    (
      "rulers with others inside",
      digest(between: "*****\n") { "河滨市召开第\($0)次会议\n来源：河滨日报\n甲\n-----\n乙\n" }
    ),
    ("front matter in text", digest { "---\ntitle: 会议\ndate: 2021-03-0\($0)\n---\n" }),
    ("a head of its own", "河滨剪报\n2021年3月\n\n" + digest { "第\($0)篇\n\n河滨市召开会议\n\n" }),
    ("old line ends", digest { "Document \($0) of 3\r\n\r\n" }),
  ]

  @Test(arguments: plain)
  func `a file with plain marks is parted`(_ name: String, _ text: String) {
    #expect(paths(text) == Self.three)
  }

  private static let single: [(String, String)] = [
    ("one article", "河滨市召开会议\n2021年3月1日\n" + digest { _ in "" }),
    ("rulers inside", digest(between: "\n----------\n\n") { _ in "" }),
    ("rulers below subheads", digest(between: "=====\n") { "第\($0)部分\n" }),
    (
      "a ruler before related articles",
      "河滨市召开会议\n2021年3月1日\n\n\(paragraphs(1)[0])\n\n-----\n相关阅读\n2021年2月1日 另一次会议\n"
    ),
    ("a numbered list", digest { "\($0). " }),
    ("parts in words", digest { "第\(["一", "二", "三"][$0 - 1])篇\n\n总则与目标\n\n" }),
    ("numbers that do not begin at 1", digest { "第\($0 + 1)篇\n\n河滨市召开会议\n\n" }),
    ("numbers with a gap", digest { "第\($0 == 3 ? 4 : $0)篇\n\n河滨市召开会议\n\n" }),
    ("more numbers than there are", digest { "Document \($0) of 2\n\n" }),
    ("numbers in sentences", digest { "第\($0)篇报道说：" }),
    ("running text before the first", paragraphs(1)[0] + "\n" + digest { "第\($0)篇\n会议召开了\n" }),
    ("one block of labels", "标题：河滨会议\n来源：河滨日报\n" + digest { _ in "" }),
    ("titles without more labels", digest { "标题：河滨市召开第\($0)次会议\n\n" }),
    ("labels without text", "标题：甲\n来源：乙\n标题：丙\n来源：丁\n"),
    ("numbers without text", "Document 1 of 2\nDocument 2 of 2\n"),
  ]

  @Test(arguments: single)
  func `a file without plain marks stays whole`(_ name: String, _ text: String) {
    #expect(paths(text) == ["digest.txt"])
    #expect(paths(text, as: "digest.md") == ["digest.md"])
  }

  @Test func `several front matter blocks part a Markdown file`() {
    let digest = Self.digest {
      "---\ntitle: 会议\($0)\ntags:\n  - 要闻\ndate: 2021-03-0\($0)\n---\n\n"
    }
    #expect(paths(digest, as: "a/b.md") == ["a/b.md#1", "a/b.md#2", "a/b.md#3"])
  }

  private static let oneFront: [(String, String)] = [
    ("horizontal rules", digest(between: "\n---\n\n") { _ in "" }),
    ("a block without title", digest { $0 == 1 ? "" : "---\nlayout: post\ndate: 2021\n---\n" }),
    ("a block in a fence", "\n```\n---\ntitle: 甲\ndate: 2021\n---\n```\n" + digest { _ in "" }),
    ("a subhead between rules", digest { "---\n## 第\($0)部分\n---\n" }),
  ]

  @Test(arguments: oneFront)
  func `a Markdown article is not parted`(_ name: String, _ body: String) {
    let text = "---\ntitle: 会议\ndate: 2021-03-01\n---\n" + body
    #expect(paths(text, as: "post.md") == ["post.md"])
  }

  @Test func `a page is not parted`() {
    let text = Self.digest { "第\($0)篇\n\n河滨市召开会议\n\n" }
    #expect(paths(text, as: "page.html") == ["page.html"])
    #expect(paths("<html><body><pre>\n\(text)</pre></body></html>", as: "page.txt").count == 1)
  }

  @Test func `an article has its own bytes of the file, in any encoding`() throws {
    let text = Self.digest { "第\($0)篇\n\n河滨市召开第\($0)次会议\n\n" }
    for encoding in ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"] {
      let mark = encoding.hasPrefix("UTF-16") ? "\u{FEFF}" : ""
      let bytes = try #require(Converter.bytes(of: Array((mark + text).utf8), in: encoding))
      let pieces = articles(bytes, as: "digest.txt")
      #expect(pieces.count == 3, "\(encoding)")
      for (number, piece) in pieces.enumerated() {
        #expect(piece.size == piece.bytes.count)
        #expect(piece.sha256 == "\(piece.bytes.count)")
        let article = try Cleaner().run(piece)
        #expect(article.title == "河滨市召开第\(number + 1)次会议")
        #expect(lines(article) == [paragraphs(1)[0], paragraphs(2)[1]])
        #expect(article.encoding == encoding.lowercased())
      }
    }
  }

  @Test func `labels tell of the article and are no text`() throws {
    let article = try cleaned(
      """
      标题：河滨市召开会议
      来源：河滨日报
      作者：李岩
      日期：2021-03-08 19:20
      正文：\(paragraphs(1)[0])

      \(paragraphs(2)[1])
      """, as: "a.txt")
    #expect(article.title == "河滨市召开会议")
    #expect(article.publisher == "河滨日报")
    #expect(article.author == "李岩")
    #expect(article.publishedAt == "2021-03-08T19:20")
    #expect(lines(article) == [paragraphs(1)[0], paragraphs(2)[1]])
  }

  @Test func `many marks cost little and hold no digest`() {
    let numbers = (1...20_000).map { "Document \($0) of 20000\n\n\(paragraphs(1)[0])\n" }
    #expect(paths(numbers.joined()).count == 1)
    #expect(paths(String(repeating: "-----\n", count: 300_000)).count == 1)
    #expect(paths(String(repeating: "---\ntitle: 甲\nb: c\n---\n", count: 20_000)).count == 1)
  }
}
