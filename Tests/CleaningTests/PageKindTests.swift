import Model
import Testing

@testable import Cleaning

/// Pages that hold no article, and short ones that do.
@Suite struct PageKindTests {
  private func fault(_ title: String, _ body: String) -> Reject? {
    do {
      _ = try cleaned("<html><head><title>\(title)</title></head><body>\(body)</body></html>")
      return nil
    } catch {
      return error as? Reject
    }
  }

  private static let list = (1...40).map { "<li><a href=\"\($0).html\">市政府部署第\($0)项工作</a></li>" }
    .joined()

  private static let pages: [(kind: PageKind, title: String, body: String)] = [
    (.errorPage, "404 Not Found", "<h1>404 Not Found</h1><p>nginx</p>"),
    (.errorPage, "河滨新闻网", "<div>您访问的页面不存在或者已经删除</div><a href=/>返回首页</a>"),
    (.loginWall, "河滨内参", "<h1>河滨内参</h1><div>请登录后查看全文</div><form><input></form>"),
    (.index, "时政_河滨新闻网", "<ul>\(list)</ul>"),
    (.video, "市政府部署防汛工作 视频", "<h1>市政府部署防汛工作</h1><div>河滨新闻网视频频道为您播放节目</div>"),
    (.gallery, "高清组图：河滨的秋天 图集", "<h1>河滨的秋天</h1><div>河滨的秋天，摄于十月的公园</div>"),
    (
      .fiction, "第十二章 风雪夜归人_河滨小说网",
      "<h1>第十二章 风雪夜归人</h1><div>\(markup(4))</div><a href=11>上一章</a><a href=13>下一章</a>"
    ),
  ]

  @Test(arguments: pages)
  func `a page that is no article is refused, and says what it is`(
    page: (kind: PageKind, title: String, body: String)
  ) throws {
    let fault = try #require(self.fault(page.title, page.body))
    #expect(fault.code == .notArticle)
    #expect(fault.detail.hasPrefix(page.kind.rawValue))
  }

  private static let articles: [(String, String)] = [
    (
      "河滨市长会见来宾",
      "<h1>河滨市长会见来宾</h1><p>7月1日，河滨市市长王山会见了来宾。</p><p>副市长李水参加会见。</p><ul>\(list)</ul>"
    ),
    (
      "404路公交明日恢复运行",
      "<h1>404路公交明日恢复运行</h1><p>河滨市公交集团7月1日宣布，404路公交车明日恢复运行，首班车六时整发车。</p>"
    ),
    (
      "第三章程草案提请审议", "<h1>第三章程草案提请审议</h1>\(markup(2))<a href=1>上一篇</a>"
    ),
  ]

  @Test(arguments: articles)
  func `a short article among links is one`(title: String, body: String) {
    #expect(fault(title, body) == nil)
  }
}
