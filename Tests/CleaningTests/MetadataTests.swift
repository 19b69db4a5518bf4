import Model
import Testing

@testable import Cleaning

@Suite struct MetadataTests {
  @Test(arguments: [
    ("撰文丨余青 高原", ["余青", "高原"]), ("文 |周恒", ["周恒"]), ("作者:周恒编辑:胡迎", ["周恒"]),
    ("采写：河滨日报记者 余青 向阳", ["余青", "向阳"]), ("2019-09-26 12:11来源：河滨新闻网作者：李山", ["李山"]),
    ("作者： 记者王敬", ["王敬"]),
  ])
  func `a labelled by-line gives its names`(line: String, names: [String]) {
    #expect(BylineReader.names(inLabelled: Array(line.utf8)) == names)
  }

  @Test(arguments: ["责任编辑：李曦", "摄影：王小明", "作者：", "文化部门", "记者从会上获悉，方案已通过。"])
  func `editors, photographers and sentences are no authors`(line: String) {
    #expect(BylineReader.names(inLabelled: Array(line.utf8)) == nil)
  }

  @Test(arguments: [
    ("新华社河滨12月9日电（记者唐青）河滨9日", ["唐青"]), ("快讯（记者 裴飞）今日", ["裴飞"]),
    ("城！（评论员 罗文 萧海）", ["罗文", "萧海"]),
  ])
  func `reporters in brackets are read`(line: String, names: [String]) {
    #expect(BylineReader.names(inBrackets: Array(line.utf8)) == names)
  }

  @Test(arguments: [
    ("来源：新华社 责任编辑：李某", "新华社"), ("本文来源：河滨周刊 责任编辑", "河滨周刊"),
    ("( 2012-06-04 09:20:26 ) 稿件来源： 河北日报", "河北日报"),
    ("来源于：北区办事处", "北区办事处"),
  ])
  func `a labelled source is the publisher`(line: String, name: String) {
    #expect(PublisherReader.name(inLabelled: Array(line.utf8)) == name)
  }

  @Test(arguments: [
    ("2019年09月07日 04:04 北京日报", "北京日报"), ("河滨青年报2023-11-12 21:33:010", "河滨青年报"),
  ])
  func `an outlet beside the date is the publisher`(line: String, name: String) {
    #expect(PublisherReader.name(inDateLine: Array(line.utf8)) == name)
  }

  @Test func `來源 without a mark is a word like any other`() {
    #expect(PublisherReader.name(inLabelled: Array("能源来源广泛，结构合理".utf8)) == nil)
  }

  @Test(arguments: [
    ("市政府部署防汛工作_河滨新闻网", "市政府部署防汛工作"), ("市政府部署防汛工作-新华网", "市政府部署防汛工作"),
    ("市政府部署防汛工作_时政_澎湃新闻-The Paper", "市政府部署防汛工作"), ("观察|数据业整顿：信息与边界", "观察|数据业整顿：信息与边界"),
    ("Flood plan agreed | BBC News", "Flood plan agreed"),
  ])
  func `a title loses the names of site and section`(title: String, clean: String) {
    #expect(HeadlineReader.withoutSite(title, names: []) == clean)
  }

  @Test func `a heading is whole where the page's title is cut at a quotation mark`() throws {
    let article = try cleaned(
      """
      <html><head><meta property="og:title" content="多地项目爆雷 集团"><title>多地项目爆雷 集团"暗伤"曝露？_河滨网</title>
      </head><body><h1>多地项目爆雷 集团"暗伤"曝露？</h1>\(markup(3))</body></html>
      """)
    #expect(article.title == "多地项目爆雷 集团\"暗伤\"曝露？")
  }

  @Test func `the printed time wins over the crawl's`() throws {
    let article = try cleaned(
      """
      <html><head><meta property="article:published_time" content="2019-10-23T09:10:42+08:00"></head>
      <body><h1>市政府部署防汛工作</h1><p class="date">2019年10月23日 09:05 环球网</p><div>\(markup(3))</div></body></html>
      """)
    #expect(article.publishedAt == "2019-10-23T09:05")
    #expect(article.publishedBasis == .visible)
    #expect(article.publisher == "环球网")
  }

  @Test func `address, section and tags are read`() throws {
    let article = try cleaned(
      """
      <!--http://news.example.cn/20/0229/18/F6.html-->
      <html><head><meta name="keywords" content="防汛,会议"><meta property="article:section" content="时政"></head>
      <body><h1>市政府部署防汛工作</h1>\(markup(3))</body></html>
      """)
    #expect(article.url == "http://news.example.cn/20/0229/18/F6.html")
    #expect(article.section == "时政")
    #expect(article.tags == ["防汛", "会议"])
    #expect(article.publishedAt == "2020-02-29")
    #expect(article.publishedBasis == .url)
  }

  @Test func `a page without a year has no date`() throws {
    let article = try cleaned(
      "河滨市召开会议\n\n11月12日讯 \(paragraphs(1)[0])\n\n\(paragraphs(2)[1])", as: "a.txt")
    #expect(article.publishedAt == nil)
    #expect(article.quality.contains("date.missing"))
  }

  @Test func `the script is told by its characters`() {
    #expect(Script.of("国务院发布会议".utf8) == .hans)
    #expect(Script.of("國務院發布會議".utf8) == .hant)
    #expect(Script.of("abc".utf8) == nil)
  }
}
