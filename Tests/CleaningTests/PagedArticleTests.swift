import Model
import Testing

@testable import Cleaning

@Suite struct PagedArticleTests {
  private static let names: [(String, String?, Int?)] = [
    ("a/t20201216_5570.html", nil, nil),
    ("a/t20201216_5570_2.html", "t20201216_5570.html", 2),
    ("a/t20201216_5570_1.html.gz", "t20201216_5570.html", 1),
    ("story-2.shtml", "story.shtml", 2),
    ("story_p12.htm", "story.htm", 12),
    ("index_2.html", "index.html", 2),
    ("story.html?page=2", "story.html", 2),
    ("story.html%3Fpage=2", "story.html", 2),
    ("story.html?page=2.html", "story.html", 2),
    ("http://a.example/story.php?id=7&page=3", "story.php?id=7", 3),
    ("story.html?id=7", nil, nil),
    ("2.html", nil, nil),
    ("_2.html", nil, nil),
    ("story2.html", nil, nil),
    ("story_02.html", nil, nil),
    ("story_0.html", nil, nil),
    ("story_100.html", nil, nil),
    ("story_2", "story", 2),
    ("", nil, nil),
    ("%", nil, nil),
    ("?page=", nil, nil),
  ]

  @Test(arguments: names)
  func `a name tells whose page a file is`(_ path: String, _ stem: String?, _ number: Int?) {
    let name = PageName(path)
    #expect(name.stem == stem)
    #expect(name.number == number)
  }

  @Test func `a link is read from where it stands`() {
    let page = PageName("a/story.html?page=2")
    #expect(page.link(to: "?page=3")?.whole == "story.html?page=3")
    #expect(page.link(to: "./other_2.html#top")?.whole == "other_2.html")
    #expect(page.link(to: "#top") == nil)
    #expect(page.link(to: "") == nil)
  }

  private static let titles: [(String, String)] = [
    ("河滨市召开会议（2）", "河滨市召开会议"), ("河滨市召开会议(2/3)", "河滨市召开会议"),
    ("河滨市召开会议_第2页", "河滨市召开会议"), ("河滨市召开会议 第12页", "河滨市召开会议"),
    ("河滨市召开会议(第2页)", "河滨市召开会议"), ("河滨市召开会议_3", "河滨市召开会议"),
    ("河滨队2", "河滨队2"), ("河滨纪事（2021）", "河滨纪事（2021）"), ("（2）", "（2）"),
    ("头版第页", "头版第页"), ("河滨市召开会议（上）", "河滨市召开会议（上）"),
  ]

  @Test(arguments: titles)
  func `a title is that of all pages`(_ title: String, _ expected: String) {
    #expect(PageTitle.withoutNumber(title) == expected)
  }

  @Test func `page links are told from other links`() throws {
    let body = paragraphs(3).map { "<p>\($0)</p>" }.joined()
    let article = try cleaned(
      """
      <html><body><h1>河滨市召开会议</h1>\(body)<a name="x">2</a><a href="/">首页</a>
      <a href="a_2.html"><b>[2]</b></a> <a href=" a_3.html ">【3】</a> <a href="a_2.html">下一页 &gt;</a>
      <a href="b.html">下一篇</a> <a href="c.html">2021</a> <a href="d.html">下一页的会议</a>
      <a href="e.html">Next</a></body></html>
      """)
    #expect(article.pageLinks == ["a_2.html", "a_3.html", "e.html"])
  }

  // MARK: Joining

  private func page(
    _ path: String, _ links: String..., title: String? = "河滨会议", text: String? = nil
  ) -> Article {
    var article = Article(
      path: path, format: .html, encoding: "utf-8", bytes: 100, sha256: "sum of \(path)")
    article.title = title
    article.text = text ?? "text of \(path)"
    article.pageLinks = links
    return article
  }

  private func join(_ pages: Article...) -> (count: Int, pages: [Article]) {
    var pages = pages
    let count = PagedArticle.join(&pages) { $0.joined(separator: "+") }
    #expect(pages.flatMap(\.pageLinks) == [])
    return (count, pages)
  }

  @Test func `pages that are all there become one article`() {
    var first = page("a.html", "a_2.html", "a_3.html")
    first.publishedAt = "2021-06-04"
    first.quality = ["title.cut"]
    var second = page("a_2.html", "a.html", "a_3.html", title: "河滨会议（2）")
    second.quality = ["date.missing", "encoding.replaced"]
    let third = page("a_3.html", "a_2.html", "a.html", title: "河滨会议_第3页")
    let (count, pages) = join(first, second, third)
    #expect(count == 2)
    var expected = page("a.html", text: "text of a.html\ntext of a_2.html\ntext of a_3.html")
    expected.publishedAt = "2021-06-04"
    expected.bytes = 300
    expected.sha256 = "sum of a.html+sum of a_2.html+sum of a_3.html"
    expected.quality = ["encoding.replaced", "pages.joined", "title.cut"]
    #expect(pages == [expected])
  }

  @Test func `a second page may be called 1, a first page too`() {
    #expect(join(page("a.html", "a_1.html"), page("a_1.html", "a.html")).count == 1)
    #expect(join(page("a_1.html", "a_2.html"), page("a_2.html", "a_1.html")).count == 1)
  }

  @Test func `links by address count where files are named otherwise`() {
    var first = page("x.html", "http://a.example/1/t5_2.html")
    first.url = "http://a.example/1/t5.html"
    var second = page("x_2.html", "t5.html")
    second.url = "http://a.example/1/t5_2.html"
    #expect(join(first, second).count == 1)
    second.url = first.url
    #expect(join(first, second).count == 0)
  }

  private func quality(_ pages: [Article]) -> [[String]] { pages.map(\.quality) }

  private static let cut = ["pages.incomplete"]

  @Test func `where a page is missing, the others stay and say so`() {
    let (count, pages) = join(
      page("a.html", "a_2.html", "a_3.html"), page("a_3.html", "a_2.html", "a.html"))
    #expect(count == 0)
    #expect(quality(pages) == [Self.cut, Self.cut])
    #expect(
      quality(join(page("a.html", "a_2.html"), page("a_2.html", "a.html", "a_3.html")).pages)
        == [Self.cut, Self.cut])
    #expect(quality(join(page("a.html", "a_2.html")).pages) == [Self.cut])
    #expect(quality(join(page("a_2.html", "a.html")).pages) == [Self.cut])
  }

  @Test func `pages that do not confirm each other stay apart`() {
    let none: [[String]] = [[], []]
    let other = join(page("a.html", "a_2.html"), page("a_2.html", "a.html", title: "别的会议"))
    #expect(other.count == 0)
    #expect(quality(other.pages) == none)
    let unlinked = join(page("a.html"), page("a_2.html"))
    #expect(unlinked.count == 0)
    #expect(quality(unlinked.pages) == none)
    let untitled = join(
      page("a.html", "a_2.html", title: nil), page("a_2.html", "a.html", title: nil))
    #expect(untitled.count == 0)
    let same = join(
      page("a.html", "a_2.html", text: "same"), page("a_2.html", "a.html", text: "same"))
    #expect(same.count == 0)
  }

  @Test func `a link to the next article is no page link`() {
    #expect(
      quality(join(page("content_12.html", "content_11.html", "content_13.html")).pages) == [[]])
    let others = join(
      page("content_1.html", "content_2.html", title: "甲的会议"),
      page("content_2.html", "content_1.html", "content_3.html", title: "乙的会议"))
    #expect(others.count == 0)
    #expect(quality(others.pages) == [[], []])
  }

  @Test func `an extra file beside the pages stays by itself`() {
    let (count, pages) = join(
      page("a.html", "a_2.html"), page("a_2.html", "a.html"), page("a_9.html", title: "别的会议"))
    #expect(count == 1)
    #expect(pages.map(\.path) == ["a.html", "a_9.html"])
  }
}
