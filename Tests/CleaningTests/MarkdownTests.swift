import Model
import Testing

@testable import Cleaning

struct MarkdownTests {
  static let post = """
    ---
    layout: post
    title: "张三在乙市调研"
    date: 2020-12-16T08:02:00.000Z
    author: 联合早报
    from: https://www.example.com/realtime/story20201216-1
    tags: [ 联合早报 ]
    categories: [ 联合早报 ]
    ---
    <!--1608105720000-->
    [张三在乙市调研](https://www.example.com/realtime/story20201216-1)
    ------

    <div>
    \(Sample.html)<div id="dfp-ad-imu1-wrapper"><div id="dfp-ad-imu1">广告</div></div>
    </div>
    """

  @Test func `a post gives its front matter and its HTML`() throws {
    let article = try clean(Self.post, "a.md")
    #expect(article.format == .markdown)
    #expect(article.title == "张三在乙市调研")
    #expect(article.publisher == "联合早报")
    #expect(article.author == nil)
    #expect(article.publishedAt == "2020-12-16T08:02:00Z")
    #expect(article.publishedBasis == .frontMatter)
    #expect(article.url == "https://www.example.com/realtime/story20201216-1")
    #expect(article.text == Sample.text)
  }

  @Test func `the feed is taken off the outlet`() throws {
    let post = "---\nsourceName: \"某某早报 - 中国新闻(RSSHub)\"\n---\n\(Sample.html)"
    #expect(try clean(post, "a.md").publisher == "某某早报")
  }

  @Test func `an author that is the shelf of the feed is the publisher`() throws {
    let post = "---\nauthor: 某地事\ntags: [某地事]\ncategories: [某地事]\n---\n\(Sample.html)"
    let article = try clean(post, "a.md")
    #expect((article.publisher, article.author) == ("某地事", nil))
  }

  @Test func `late UTC becomes the day in China that the address has`() throws {
    let post = "---\ndate: 2020-09-01T23:18:00.000Z\nfrom: https://a.example/story20200902-1\n---\n"
    #expect(
      try clean(post + Sample.html, "a.md").publishedAt == "2020-09-02T07:18:00+08:00")
  }

  @Test func `marks, pictures and links leave only words`() throws {
    let post = """
      # 张三在乙市调研

      **撰文 | 王五 李四**

      ![](https://pic.example/1)
      \(Sample.first)

      **小标题一**

      他说，要把[各项工作](https://a.example/x_(y))抓实抓细，*让群众*得到更多实惠，不能松懈。

      **【版权声明】本文著作权归某新媒体独家所有，未经授权，不得转载。**
      """
    let article = try clean(post, "a.md")
    #expect(article.title == "张三在乙市调研")
    #expect(article.author == "王五;李四")
    #expect(article.publisher == "某新媒体")
    #expect(article.publishedAt == nil)
    #expect(article.text == Sample.first + "\n小标题一\n他说，要把各项工作抓实抓细，让群众得到更多实惠，不能松懈。")
  }

  @Test func `a link that the line end cut is one link`() {
    #expect(MarkdownToHTML.convert("[某地\n新闻](http://a.example)").has(">某地新闻</a>"))
  }

  @Test func `front matter with aliases is read by the line`() throws {
    let post = "---\na: &a [x]\nb: [*a,*a]\ntitle: 张三调研\n---\n\(Sample.html)"
    #expect(try clean(post, "a.md").title == "张三调研")
  }
}

struct PlainTextTests {
  static let text = """
    登陆注册
    30896

    张三率队调研乙市并座谈

    北京青年报2023-11-12 21:33:010

    撰文 | 李四

    \(Sample.first)

    \(Sample.second)

    资料| 各省党报

    责任编辑:王五

    0000
    评论列表
    共(0)条
    """

  @Test func `a copied page gives headline, outlet, date and author`() throws {
    let article = try clean(Self.text, "a.txt")
    #expect(article.format == .text)
    #expect(article.title == "张三率队调研乙市并座谈")
    #expect(article.publisher == "北京青年报")
    #expect(article.author == "李四")
    #expect(article.publishedAt == "2023-11-12T21:33:01")
    #expect(article.text == Sample.text)
  }

  @Test func `hard-wrapped lines are joined`() {
    let full = String(repeating: "字", count: 30)
    let lines = Array(repeating: full, count: 7) + ["完。", "", "下一段。"]
    #expect(WrappedLines.joined(lines) == [String(repeating: "字", count: 210) + "完。", "下一段。"])
  }

  @Test func `lines of their own stay paragraphs`() {
    #expect(WrappedLines.joined(["第一段。", "第二段", "", "第三段"]) == ["第一段。", "第二段", "第三段"])
  }

  @Test func `spaces of all kinds are tidied`() {
    #expect("\u{3000}\u{3000}甲\u{A0}\u{A0}乙\u{200B}丙 ".tidy == "甲 乙丙")
  }

  @Test func `the script is told by the characters`() {
    #expect(ScriptCount.script(of: "国家领导人会见来访的客人") == .hans)
    #expect(ScriptCount.script(of: "國家領導人會見來訪的客人") == .hant)
    #expect(ScriptCount.script(of: "abc") == nil)
  }
}

struct FactTests {
  @Test(arguments: [
    ("2023年11月12日 21:33", "2023-11-12T21:33"),
    ("2020-02-29T18:34:31+08:00", "2020-02-29T18:34:31+08:00"),
    ("2020-12-16T08:02:00.000Z", "2020-12-16T08:02:00Z"),
    ("30/10/2020 - 12:34", "2020-10-30T12:34"),
    ("Sat, 25 Jul 2020 01:33:14 GMT", "2020-07-25T01:33:14Z"), ("2019-9-7", "2019-09-07"),
  ])
  func `dates are read as printed`(_ text: String, _ iso: String) {
    #expect(DateReader.first(in: text)?.iso == iso)
  }

  @Test(arguments: ["11月12日", "2023年13月1日", "12:30", "2023"])
  func `a date without its year or out of the calendar is none`(_ text: String) {
    #expect(DateReader.first(in: text) == nil)
  }

  @Test(arguments: [
    ("http://news.example/2020/12/16/a.html", "2020-12-16"),
    ("story20201216-11.html", "2020-12-16"),
  ])
  func `addresses hold dates`(_ path: String, _ iso: String) {
    #expect(PathDates.date(in: path)?.iso == iso)
  }

  @Test(arguments: [
    ("撰文丨王五 李四", ["王五", "李四"]), ("作者:王五编辑:李四", ["王五"]), ("采写：某都见习记者 王五", ["王五"]),
    ("新某报记者 李 岩", ["李岩"]), ("来源：某报", []), ("某报记者 王五 摄", []),
  ])
  func `by-lines give names`(_ line: String, _ names: [String]) {
    #expect(Labels.authors(in: line) == names)
  }

  @Test func `reporters are read in the first sentence and at the end`() {
    #expect(Labels.reporter(in: "新华社巴黎12月9日电（记者王五）某国9日") == ["王五"])
    #expect(Labels.signature(in: "这是一座城。（评论员 王五 李四）") == ["王五", "李四"])
    #expect(Labels.signature(in: "就这样。（完）") == [])
  }

  @Test(arguments: [
    ("张三调研_新闻频道_央视网(cctv.com)", "张三调研"), ("张三在乙市调研-某某日报", "张三在乙市调研"),
    ("甲乙两地——共同发展", "甲乙两地——共同发展"),
  ])
  func `site names are taken off titles`(_ title: String, _ bare: String) {
    #expect(Titles.withoutSite(title) == bare)
  }
}
