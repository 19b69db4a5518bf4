import Model
import Testing

@testable import Cleaning

/// Pages whose article stands in data for their scripts.
@Suite struct EmbeddedBodyTests {
  private let body = paragraphs(3).map { "<p>\($0)</p>" }.joined()

  private func page(_ content: String) -> String {
    "<html><head><title>市政府部署防汛工作_河滨新闻网</title></head><body><div id='app'></div>\(content)</body></html>"
  }

  @Test func `the state of a framework holds the article with its head`() throws {
    let article = try cleaned(
      page(
        """
        <script id="__NEXT_DATA__" type="application/json">{"props":{"detail":{"name":"市政府部署防汛工作",
        "pubTime":"2024-07-01 08:30","author":"李山","source":"河滨日报","content":"\(body)"}}}</script>
        """))
    #expect(lines(article) == paragraphs(3))
    #expect(article.publishedAt == "2024-07-01T08:30")
    #expect(article.publisher == "河滨日报")
    #expect(article.author == "李山")
    #expect(article.quality.contains("body.embedded"))
  }

  @Test func `markup escaped twice in a script is read`() throws {
    let escaped = body.replacing("<", with: "\\u003C").replacing("/", with: "\\u002F")
    let article = try cleaned(
      page(
        """
        <script>var DATA = { info: { title: '&quot;市政府部署防汛工作&quot;'.slice(6, -6),
        content: '&quot;\(escaped)&quot;'.slice(6, -6), time: '2024-07-01 08:30:11' } }</script>
        """))
    #expect(lines(article) == paragraphs(3))
    #expect(article.title == "市政府部署防汛工作")
    #expect(article.publishedAt == "2024-07-01T08:30:11")
  }

  @Test func `paragraphs that a script holds one by one are put together`() throws {
    let items = paragraphs(3).map { "{\"type\":1,\"value\":\"\($0)\"}" }.joined(separator: ",")
    let article = try cleaned(page("<script>window.DATA = {\"cnt\":[\(items)]};</script>"))
    #expect(lines(article) == paragraphs(3))
  }

  @Test func `a text area with escaped markup is the article of a page that shows none`() throws {
    let escaped = body.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    let article = try cleaned(
      page(
        "<textarea class='content'>\(escaped)</textarea><textarea>1719793800000</textarea>"))
    #expect(lines(article) == paragraphs(3))
    #expect(article.publishedAt == "2024-07-01T08:30:00+08:00")
  }

  @Test func `a script beside a shown article changes nothing`() throws {
    let other = "别的页面的正文，它不在这一页上，而且比这一页的正文还要长一些。"
    let article = try cleaned(
      "<html><body><div>\(markup(4))</div><script>var d = {\"content\": \"\(other)\"}</script></body></html>"
    )
    #expect(lines(article) == paragraphs(4))
  }

  @Test func `a literal is decoded as a script would`() {
    let keys = ScriptStrings(["text"])
    let script = Array(
      #"{ text : '\u6cb3\x41\'\n\ud83d\ude00', "text2": 1, x: "text: 'no'" }"#.utf8)
    let values = keys.values(in: script[...]).map { String(decoding: $0.value, as: UTF8.self) }
    #expect(values.first == "河A'\n😀")
  }

  @Test func `an open literal is none`() {
    #expect(ScriptStrings(["text"]).values(in: Array("{text: 'abc".utf8)[...]).isEmpty)
  }
}
