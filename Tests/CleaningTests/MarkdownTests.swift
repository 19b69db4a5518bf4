import Model
import Testing

@testable import Cleaning

@Suite struct MarkdownTests {
  @Test func `a post of a feed gives its head and its text`() throws {
    let article = try cleaned(
      """
      ---
      layout: post
      title: "市政府部署防汛工作 市长讲话"
      date: 2020-12-16T08:02:00.000Z
      author: 河滨早报
      from: https://www.example.com/story20201216-1109276
      tags: [ 河滨早报 ]
      categories: [ 河滨早报 ]
      ---
      <!--1608105720000-->
      [市政府部署防汛工作 市长讲话](https://www.example.com/story20201216-1109276)
      ------

      <div>
      \(markup(2))<section id="imu"><div id="dfp-ad-imu1-wrapper" class="dfp-tag-wrapper"> </div></section><p>最后一段说的是天气，预计明天有雨，请市民注意安全。</p>
      </div>
      """, as: "a.md")
    #expect(lines(article) == paragraphs(2) + ["最后一段说的是天气，预计明天有雨，请市民注意安全。"])
    #expect(article.title == "市政府部署防汛工作 市长讲话")
    #expect(article.publisher == "河滨早报")
    #expect(article.author == nil)
    #expect(article.publishedAt == "2020-12-16T08:02:00Z")
    #expect(article.publishedBasis == .frontMatter)
    #expect(article.url == "https://www.example.com/story20201216-1109276")
    #expect(article.tags.isEmpty)
    #expect(article.format == .markdown)
  }

  @Test func `a feed's name loses the feed`() throws {
    let article = try cleaned(
      "---\ntitle: 标题在这里\nsourceName: \"河滨早报 - 中国新闻(RSSHub)\"\n---\n\n\(markup(1))", as: "a.md")
    #expect(article.publisher == "河滨早报")
  }

  @Test func `a time of the night before is the day that the address tells`() throws {
    let article = try cleaned(
      "---\ntitle: 标题在这里\ndate: 2020-09-01T23:18:00Z\nfrom: https://a.cn/story20200902-1\n---\n\n\(markup(1))",
      as: "a.md")
    #expect(article.publishedAt == "2020-09-02T07:18:00+08:00")
  }

  @Test func `what html2text writes is read`() throws {
    let article = try cleaned(
      """
      # 市政府部署防汛工作

      # 市政府部署防汛工作

      **撰文丨余青 高原**

      \(paragraphs(1)[0])

      **三项任务**

      ![](https://img.example.com/Os_IGTYrvMuuAWiE0s2C22NZjNHCs7_lRsQIrLTF5jH-
      EAA/1000)

      详见[市政府网站](https://www.example.com/a_b_c
      d)，那里有\\*全文\\*。

      **【版权声明】本文著作权归河滨新媒体独家所有，未经授权，不得转载。**
      """, as: "a.md")
    #expect(lines(article) == [paragraphs(1)[0], "三项任务", "详见市政府网站，那里有*全文*。"])
    #expect(article.title == "市政府部署防汛工作")
    #expect(article.author == "余青;高原")
    #expect(article.publisher == "河滨新媒体")
  }

  @Test func `front matter that is no YAML is read line by line`() throws {
    let article = try cleaned(
      "---\ntitle: \"他说\"好\"，会议结束\"\ndate: 2024-01-02\n---\n\n\(markup(1))", as: "a.md")
    #expect(article.title == "他说\"好\"，会议结束")
    #expect(article.publishedAt == "2024-01-02")
    #expect(article.quality.contains("front-matter.damaged"))
  }

  @Test func `lines broken at a width are one paragraph`() throws {
    let text = "河滨市政府今天上午召开常务会议研究部署防汛\n工作市长在会上作了讲话各县区的主要负责人都\n参加了会议并且作了发言会议要求各地抓紧工作\n落实。"
    let article = try cleaned("河滨市召开会议\n\n\(text)\n\n\(paragraphs(1)[0])", as: "a.txt")
    #expect(
      lines(article)[0] == "河滨市政府今天上午召开常务会议研究部署防汛工作市长在会上作了讲话各县区的主要负责人都参加了会议并且作了发言会议要求各地抓紧工作落实。"
    )
  }
}
