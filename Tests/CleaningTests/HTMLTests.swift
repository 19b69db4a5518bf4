import Model
import Testing

@testable import Cleaning

@Suite struct HTMLTests {
  @Test func `the article is found among furniture`() throws {
    let article = try cleaned(
      """
      <html><head><title>市政府部署防汛工作_河滨新闻网</title></head><body>
      <div class="nav"><a href="/">首页</a> <a href="/n">新闻</a></div>
      <div class="main"><h1>市政府部署防汛工作</h1>
      <div class="info">2024-07-01 08:30 来源：河滨日报</div>
      <div class="txt">\(markup(3))<p>责任编辑：李某某</p></div>
      <div class="share">分享到 微信 微博</div></div>
      <div class="list"><ul><li><a href="/1">别处的一条新闻标题在这里</a></li>
      <li><a href="/2">别处的又一条新闻标题在这里</a></li></ul></div>
      <div class="footer">版权所有 河滨日报社</div></body></html>
      """)
    #expect(lines(article) == paragraphs(3))
    #expect(article.title == "市政府部署防汛工作")
    #expect(article.publisher == "河滨日报")
    #expect(article.publishedAt == "2024-07-01T08:30")
    #expect(article.publishedBasis == .visible)
    #expect(article.format == .html)
  }

  private static let layouts: [(String, String)] = [
    ("br", paragraphs(3).joined(separator: "<br><br>\u{3000}\u{3000}")),
    ("div", paragraphs(3).map { "<div>\($0)</div>" }.joined()),
    (
      "nested sections",
      paragraphs(3).map { "<section><section><span>\($0)</span></section></section>" }.joined()
    ),
    (
      "table cells",
      "<table>" + paragraphs(3).map { "<tr><td>\($0)</td></tr>" }.joined() + "</table>"
    ),
    ("list", "<ul>" + paragraphs(3).map { "<li>\($0)</li>" }.joined() + "</ul>"),
  ]

  @Test(arguments: layouts)
  func `paragraphs are kept however they are marked up`(name: String, body: String) throws {
    let article = try cleaned("<html><body><div>\(body)</div></body></html>")
    #expect(lines(article) == paragraphs(3), "\(name)")
  }

  @Test func `sub-headings stay, the title does not come twice`() throws {
    let article = try cleaned(
      """
      <html><head><title>市政府部署防汛工作</title></head><body><article>
      <h1>市政府部署防汛工作</h1>\(markup(1))<h2>三项任务</h2>\(markup(1))</article></body></html>
      """.replacing("第1段", with: "第一段", maxReplacements: 1))
    #expect(lines(article).count == 3)
    #expect(lines(article)[1] == "三项任务")
  }

  @Test func `what a page hides is not read`() throws {
    let article = try cleaned(
      """
      <html><body><div>\(markup(3))<p style="display: none">藏起来的一段话，读者看不见它，所以它不是正文的一部分。</p>
      <script>var a = "脚本里的话，也不是正文的一部分。";</script></div></body></html>
      """)
    #expect(lines(article) == paragraphs(3))
  }

  @Test func `a comment thread is no article, however long`() throws {
    let thread = (1...20).map { "<p>网友说，第\($0)条评论写得很长很长，比正文还要长得多，而且有标点，也没有链接。</p>" }
    let article = try cleaned(
      "<html><body><div class='txt'>\(markup(3))</div><div class='comments'>\(thread.joined())</div></body></html>"
    )
    #expect(lines(article) == paragraphs(3))
  }

  @Test func `a body that stands only in embedded data is read from there`() throws {
    let body = paragraphs(3).joined(separator: "\\n")
    let article = try cleaned(
      """
      <html><head><script type="application/ld+json">{"@type":"NewsArticle",
      "headline":"市政府部署防汛工作","datePublished":"2024-07-01T08:30:00+08:00","articleBody":"\(body)"}
      </script></head><body><div id="app"></div></body></html>
      """)
    #expect(lines(article) == paragraphs(3))
    #expect(article.title == "市政府部署防汛工作")
    #expect(article.publishedAt == "2024-07-01T08:30:00+08:00")
    #expect(article.quality.contains("body.embedded"))
  }

  @Test func `a page without text is rejected`() {
    #expect(throws: Reject.self) { try cleaned("<html><body><p></p></body></html>") }
  }
}
