/// What the names of elements say: whether they are shown, and whether they are furniture.
enum HTMLNames {
  static func isHidden(_ tree: HTMLTree, _ node: Int) -> Bool {
    for attribute in tree.attributes[tree.nodes[node].attributes] {
      if attribute.name == "hidden" { return true }
      if attribute.name == "style" {
        let style = attribute.value.lowercased().packed
        if style.has("display:none") { return true }
      }
    }
    return false
  }

  /// The names under which publishing systems keep the text of an article.
  static func isArticle(_ tree: HTMLTree, _ node: Int) -> Bool {
    if tree.nodes[node].tag == .article { return true }
    if tree.attribute("itemprop", of: node) == "articleBody" { return true }
    let label = tree.label(of: node)
    return !label.isEmpty && label.hasAny(bodies)
  }

  private static let bodies = [
    "article-body", "article_body", "articlebody", "article__body", "article-content",
    "article_content", "articlecontent", "article__content", "article-text", "post-content",
    "post_content", "postcontent", "post-body", "post_body", "post_text", "entry-content",
    "story-body", "storybody", "story-content", "content-body", "content_body", "artibody",
    "endtext", "rich_media_content", "text-content", "news-content", "news_content", "newscontent",
    "detail-content", "js_content", "articletext", "td-post-content", "single-content",
  ]

  /// By its tag or by a word of its `class` and `id`.
  static func isFurniture(_ tree: HTMLTree, _ node: Int) -> Bool {
    switch tree.nodes[node].tag {
    case .nav, .footer, .aside, .form: return true
    case .html, .body, .main, .article: return false
    default: break
    }
    let label = tree.label(of: node)
    guard !label.isEmpty else { return false }
    return isFurniture(label: label)
  }

  static func isFurniture(label: String) -> Bool {
    if label.hasAny(fragments) { return true }
    return words(label).contains(where: whole.contains)
  }

  /// `article-share_box` holds article, share, box.
  private static func words(_ label: String) -> [String] {
    label.utf8.split { byte in
      !(0x61...0x7A).contains(byte) && !(0x30...0x39).contains(byte)
    }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Anywhere in a name.
  private static let fragments = [
    "comment", "sharebox", "share-", "share_", "-share", "_share", "social", "related",
    "relation-", "recommend", "sidebar", "side-bar", "breadcrumb", "crumbs", "copyright", "footer",
    "navbar", "navigation", "pagination", "pagebar", "advert", "dfp-", "qrcode", "erweima",
    "newsletter", "subscribe", "promo", "sponsor", "outbrain", "taboola", "popup", "modal",
    "cookie", "disclaimer", "statement", "login", "toolbar", "hotnews", "rank-list", "ranklist",
    "tiezi", "gentie", "post_next", "prev-next", "article-tags", "post-tags", "tag-list",
    "trustbadge", "self-promo", "editor-note", "ep-editor", "ep-source", "wemedia-info",
    "skip-link", "screen-reader", "visually-hidden", "hidden-print", "print-only", "moreon",
    "see-also", "read-more", "readmore", "most-read", "mostread", "mostpopular", "most-popular",
    "trending", "slider", "swiper", "carousel", "respond", "disqus", "author-box", "author-bio",
    "about-author",
  ]

  /// As a word of a name.
  private static let whole: Set<String> = [
    "nav", "menu", "share", "sharing", "ad", "ads", "adv", "adbox", "gg", "guanggao", "banner",
    "crumb", "tags", "toolbox", "tools", "rss", "print", "bdshare", "jiathis", "widget", "sns",
    "editor", "zebian", "pl", "pinglun", "hot", "tuijian", "xgxw", "foot", "bottom-bar", "gotop",
    "totop", "vote", "like", "likes", "followus", "signin", "signup", "register", "player",
  ]
}
