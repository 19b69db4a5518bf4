import Model
import Testing

@testable import Cleaning

@Suite struct PlainTextTests {
  @Test func `a page saved as text gives title, date line and body`() throws {
    let article = try cleaned(
      """
      登陆注册
      30896

      落实重大部署,河滨市委书记、市长率队“南下”

      河滨青年报2023-11-12 21:33:010

      撰文 | 李岩

      \(paragraphs(1)[0])

      两份协议

      \(paragraphs(2)[1])

      资料| 各省党报 新华社等

      责任编辑:崔理斯

      0000
      评论列表
      共(0)条
      热点
      关注
      推荐
      """, as: "a.txt")
    #expect(lines(article) == [paragraphs(1)[0], "两份协议", paragraphs(2)[1]])
    #expect(article.title == "落实重大部署,河滨市委书记、市长率队“南下”")
    #expect(article.publisher == "河滨青年报")
    #expect(article.author == "李岩")
    #expect(article.publishedAt == "2023-11-12T21:33:01")
    #expect(article.format == .text)
  }

  @Test func `navigation and share words at the head are left out`() throws {
    let article = try cleaned(
      """
      首页 > 新闻  > 河滨要闻
      市领导赴各县密集督导

      分享到微信朋友圈

      打开微信,点击 “ 发现 ” ,使用 “ 扫一扫 ” 即可将网页分享至朋友圈。

      \(paragraphs(1)[0])

      11月12日,市长在河边调研防汛工作。河滨日报记者 唐俊 摄

      \(paragraphs(2)[1])

      文 |周恒

      作者:周恒编辑:胡迎
      相关稿件
      """, as: "a.txt")
    #expect(
      lines(article) == [
        paragraphs(1)[0], "11月12日,市长在河边调研防汛工作。", paragraphs(2)[1],
      ])
    #expect(article.title == "市领导赴各县密集督导")
    #expect(article.author == "周恒")
    #expect(article.section == "河滨要闻")
  }

  @Test func `spaces are normalised and invisible characters go`() throws {
    let article = try cleaned(
      "标题在这里呀\n\n\u{3000}\u{3000}会议由市长\u{A0}\u{A0}李某\u{200B}某主持，各县区\u{FEFF}负责人参加了会议。\u{3000}\n",
      as: "a.txt")
    #expect(article.text == "会议由市长 李某某主持，各县区负责人参加了会议。")
  }

  @Test func `the date of a dateline is read where nothing else tells one`() throws {
    let article = try cleaned(
      "市政府部署防汛工作\n\n河滨日报2024年7月1日讯 河滨市市长王山今天主持召开会议，研究防汛工作。\n\n\(paragraphs(1)[0])", as: "a.txt")
    #expect(article.publishedAt == "2024-07-01")
    #expect(article.publishedBasis == .visible)
  }

  @Test func `the date that a notice is signed with is read in characters`() throws {
    let article = try cleaned(
      "任职公示\n\n\(paragraphs(1)[0])\n\n二〇二四年七月一日", as: "a.txt")
    #expect(article.publishedAt == "2024-07-01")
    #expect(lines(article) == paragraphs(1))
  }
}
