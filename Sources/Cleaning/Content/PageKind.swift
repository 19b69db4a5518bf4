/// What a page is that holds no article, as far as its words and links tell.
///
/// Asked only of pages with little running text, or with the marks of a chapter: a flash of two
/// sentences is an article. Each kind names what was seen, for the `rejects` table.
enum PageKind: String, Sendable, CaseIterable {
  case errorPage = "error page"
  case loginWall = "login wall"
  case index = "index page"
  case video = "video page"
  case gallery = "gallery"
  case fiction = "chapter of fiction"

  /// Nil for an article.
  static func of(_ draft: Draft, kept: [Line], title: String?) -> PageKind? {
    let page = Glance(draft, kept: kept, title: title)
    return allCases.first { $0.fits(page) }
  }

  /// What the kinds are told by.
  struct Glance {
    let titles: [String]
    /// The words of the page's lines that are short enough to be labels.
    let labels: [String]
    /// Of the text that was kept, in scalars; and of its sentences.
    let size: Int
    let running: Int
    /// Lines that are links.
    let links: Int

    init(_ draft: Draft, kept: [Line], title: String?) {
      // The window's title has the page's kind where the heading has not.
      let window = draft.statements.values(.title, from: .titleElement).first
      titles = [title, window].compactMap(\.self)
      let texts = kept.map { String(decoding: $0.text, as: UTF8.self) }
      size = texts.reduce(0) { $0 + $1.unicodeScalars.count }
      running = zip(kept, texts).reduce(0) { sum, line in
        Sentence.isEnded(line.0.text) || line.1.unicodeScalars.count >= 60
          ? sum + line.1.unicodeScalars.count : sum
      }
      let all = draft.head + draft.body + draft.tail
      links = all.count { $0.linkShare > 0.8 }
      labels =
        size < 400 || titles.contains(where: Self.isChapter)
        ? all.filter { $0.text.count < 240 }.map { String(decoding: $0.text, as: UTF8.self) } : []
    }

    func says(_ words: [String]) -> Bool {
      isTitled(words) || words.contains { word in labels.contains { $0.contains(word) } }
    }

    func isTitled(_ words: [String]) -> Bool {
      words.contains { word in titles.contains { $0.contains(word) } }
    }

    func isTitledAtEdge(_ words: [String]) -> Bool {
      words.contains { word in titles.contains { $0.hasPrefix(word) || $0.hasSuffix(word) } }
    }

    var isChapter: Bool { titles.contains(where: Self.isChapter) }

    /// 第十二章, 第3回.
    static func isChapter(_ title: String) -> Bool {
      guard let start = title.range(of: "第") else { return false }
      let rest = title[start.upperBound...].unicodeScalars
      let number = rest.prefix { "0123456789一二三四五六七八九十百千零〇两".unicodeScalars.contains($0) }
      guard !number.isEmpty, let mark = rest.dropFirst(number.count).first else { return false }
      return mark == "章" || mark == "回" || mark == "节"
    }
  }

  private func fits(_ page: Glance) -> Bool {
    switch self {
    case .errorPage:
      page.size < 300 && page.isTitled(Self.errors) || page.running < 40 && page.says(Self.errors)
        || page.size < 40 && page.titles.contains("404")
    case .loginWall: page.running < 40 && page.says(Self.walls)
    case .index: page.running == 0 && page.links >= 15 && page.links * 30 > page.size
    case .video: page.running < 20 && page.size < 100 && page.isTitledAtEdge(Self.videos)
    case .gallery: page.running < 20 && page.size < 100 && page.isTitledAtEdge(Self.galleries)
    case .fiction: page.isChapter && page.says(Self.chapters)
    }
  }

  private static let errors = [
    "404 Not Found", "404错误", "Error 404", "页面不存在", "页面没有找到", "页面未找到", "页面已删除", "您访问的页面", "你访问的页面",
    "您要访问的", "您请求的页面",
    "文章不存在", "文章已删除", "内容已删除", "内容不存在", "已被发布者删除", "此内容因违规无法查看", "该内容暂时无法查看",
    "403 Forbidden", "502 Bad Gateway", "503 Service", "504 Gateway", "500 Internal", "Not Found",
    "Access Denied", "Access denied", "服务器错误", "系统繁忙", "访问过于频繁", "请完成验证", "安全验证",
    "人机验证", "Just a moment", "Attention Required", "Verify you are human", "网站维护中",
    "正在跳转", "頁面不存在", "找不到網頁", "找不到頁面",
  ]
  private static let walls = [
    "请登录后", "登录后查看", "登录后阅读", "登录查看全文", "请先登录", "扫码登录", "会员专享", "开通会员", "付费阅读",
    "订阅后阅读", "Subscribe to continue", "Sign in to continue", "Log in to continue",
    "subscribers only",
  ]
  private static let videos = ["视频", "[视频]", "【视频】", "直播回放"]
  private static let galleries = ["图集", "组图", "高清", "高清图", "图片", "【图集】", "【组图】"]
  private static let chapters = ["上一章", "下一章", "章节目录", "章节列表", "加入书架", "最新章节", "上一回", "下一回"]
}
