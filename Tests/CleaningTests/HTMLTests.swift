import Model
import Testing

@testable import Cleaning

struct HTMLTests {
  @Test func `the article is found between navigation and links`() throws {
    let links = (1...9).map { "<li><a href=\"/\($0)\">另一条新闻的标题第\($0)号</a></li>" }.joined()
    let page = Sample.page(
      ("", "<ul>\(links)</ul>", "<div class=\"related\"><ul>\(links)</ul></div>"))
    #expect(try clean(page).text == Sample.text)
  }

  @Test func `line breaks make paragraphs`() throws {
    #expect(try clean("<body>\(Sample.first)<br><br>　　\(Sample.second)").text == Sample.text)
  }

  @Test func `scripts, styles and hidden blocks are no text`() throws {
    let above =
      "<script>var a = \"长长的，文字。\"</script><style>a{}</style><p style=\"display: none\">看不见的，文字。</p>"
    #expect(try clean(Sample.page(("", above, ""))).text == Sample.text)
  }

  @Test func `the headline is not repeated as a paragraph`() throws {
    let page = "<title>张三在乙市调研_某网</title><body><h1>张三在乙市调研</h1>\(Sample.html)</body>"
    let article = try clean(page)
    #expect(article.title == "张三在乙市调研")
    #expect(article.text == Sample.text)
  }

  @Test func `rows of a table stay lines`() throws {
    let table = "<table><tr><td>甲市</td><td>张三</td></tr><tr><td>乙市</td><td>李四</td></tr></table>"
    #expect(try clean("<body>\(Sample.html)\(table)</body>").text == Sample.text + "\n甲市 张三\n乙市 李四")
  }

  @Test func `what follows a heading of related news goes`() throws {
    let below = "<p>相关阅读</p><p>另一篇报道说，某地今天下了一场很大的雨，道路一度中断，现已恢复。</p>"
    let page = "<body><div>\(Sample.html)\(below)</div></body>"
    #expect(try clean(page).text == Sample.text)
  }

  @Test func `source, date and author are read above the text`() throws {
    let above = "<h1>张三在乙市调研</h1><div>2024年11月12日 08:30　来源：某某日报　作者：王五</div>"
    let article = try clean(Sample.page(("", above, "<p>责任编辑：李四</p>")))
    #expect(article.publisher == "某某日报")
    #expect(article.author == "王五")
    #expect(article.publishedAt == "2024-11-12T08:30")
    #expect(article.publishedBasis == .visible)
    #expect(article.text == Sample.text)
  }

  @Test func `meta and linked data give title, date and site`() throws {
    let head = """
      <meta property="og:title" content="张三调研"><meta property="og:url" content="https://a.example/1">
      <meta property="og:site_name" content="某某网">
      <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-02-29T18:34:31+08:00"}</script>
      """
    let article = try clean(Sample.page((head, "", "")))
    #expect(article.title == "张三调研")
    #expect(article.url == "https://a.example/1")
    #expect(article.publisher == "某某网")
    #expect(article.publishedAt == "2020-02-29T18:34:31+08:00")
    #expect(article.publishedBasis == .meta)
  }

  @Test func `the comment of a saved page gives the address`() throws {
    let page = "<!--http://news.example/20/0229/18/F6.html-->" + Sample.page(("", "", ""))
    #expect(try clean(page).url == "http://news.example/20/0229/18/F6.html")
  }

  @Test func `a page of scripts alone has no text`() {
    #expect {
      try clean("<html><script>var a = 1</script></html>")
    } throws: {
      ($0 as? Reject)?.code == .noText
    }
  }

  @Test(arguments: [
    "<html><body>" + String(repeating: "<div>", count: 200_000),
    "<p " + (1...50_000).map { "a\($0)=1" }.joined(separator: " ") + ">",
    "<p>" + String(repeating: "a", count: 17 << 20),
  ])
  func `pages past the limits are rejected`(_ page: String) {
    #expect {
      try clean(page)
    } throws: {
      ($0 as? Reject)?.code == .badMarkup
    }
  }

  @Test func `unclosed quotes and brackets do not hang`() throws {
    let page = String(repeating: "<a \"", count: 20_000) + String(repeating: "<", count: 20_000)
    do { _ = try clean(page) } catch { #expect(error.stage == .clean) }
  }
}
