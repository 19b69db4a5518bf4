/// The words in class and id names that tell furniture from article, as data.
///
/// Each names a habit of many sites, never one site. What is dropped by name alone is bounded by
/// `ArticleFinder`: an element that holds most of the page's text is never dropped for its name.
enum ElementRules {
  static let all: [ElementRule] = [
    parts(
      .comments, "comment", "discuss", "disqus", "livefyre", "pinglun", "gentie", "tie-area",
      "reply", "replies", "respond", "feedback", "talkback", "guestbook"),
    words(.comments, "cmt", "cmts", "reader"),
    parts(
      .share, "share", "sharing", "social", "fenxiang", "qrcode", "qr-code", "erweima", "jiathis",
      "addthis", "addtoany", "weibo", "fb-like", "follow"),
    words(.share, "sns", "ewm", "qr", "like", "likes", "zan", "shoucang", "print", "report"),
    parts(
      .related, "related", "relate-", "recommend", "tuijian", "xiangguan", "most-read",
      "mostread", "most_read", "most-popular", "popular", "trending", "morenews", "more-news",
      "more_news", "moreon", "more-on", "readmore", "read-more", "read-next", "readnext",
      "also-like", "outbrain", "taboola", "zergnet", "revcontent", "teaser", "promo", "sidebar",
      "side-bar", "side_bar", "rightbar", "right-rail", "right_rail", "rightrail", "hot-news",
      "hotnews", "paihang", "ranking", "latest", "headlines", "carousel", "recirc", "upnext",
      "up-next", "next-post", "prev-post", "post-nav", "postnav", "adjacent", "yanshen",
      "inline-story", "storylist", "story-list", "newslist", "news-list", "linklist", "also-read",
      "special_tag", "tadd"),
    words(.related, "relate", "rail", "rank", "guess", "hot", "aside", "topnews", "xgxw"),
    parts(
      .navigation, "breadcrumb", "crumb", "navbar", "navigation", "toolbar", "tool-bar", "topbar",
      "top-bar", "site-header", "masthead", "pagination", "pager", "pagenav", "page-nav",
      "page_nav", "skip-link", "skiplink", "menu", "dropdown", "search", "daohang", "weizhi"),
    words(.navigation, "nav", "tools", "tool", "search", "subnav", "mainnav"),
    parts(
      .advert, "advert", "sponsor", "adsense", "dfp-", "adbox", "ad-wrap", "ad_wrap", "adwrap",
      "adslot", "ad-slot", "guanggao", "banner", "commercial", "doubleclick", "gpt-"),
    words(.advert, "ad", "ads", "adv", "advs", "dfp", "gg", "mpu", "leaderboard"),
    parts(
      .legal, "footer", "copyright", "copy-right", "disclaimer", "disclaim", "shengming",
      "shenming", "mianze", "statement", "banquan", "license", "privacy"),
    words(.legal, "foot", "legal"),
    parts(
      .signUp, "newsletter", "subscribe", "subscription", "signup", "sign-up", "sign_up", "login",
      "log-in", "signin", "sign-in", "register", "cookie", "gdpr", "consent", "modal",
      "popup", "pop-up", "overlay", "tooltip", "download", "app-", "wxfollow", "donate",
      "donation"),
    words(.signUp, "app", "wx", "weixin", "pop"),
    parts(.tags, "keyword", "tag-list", "taglist", "tags-", "post-tag", "article-tag", "biaoqian"),
    words(.tags, "tags", "tag"),
    parts(
      .about, "byline", "dateline", "timestamp", "post-meta", "entry-meta", "article-meta",
      "postmeta", "meta-data", "article-info", "articleinfo", "article_info", "artinfo",
      "pubtime", "pubdate", "pub-time", "pub_time", "publish-time", "author", "editor", "zebian",
      "bianji", "laiyuan", "ep-source", "bio", "contributor", "dek-byline", "metadata"),
    words(.about, "source", "date", "time", "info", "datetime", "published", "updated", "zz"),
    parts(
      .caption, "caption", "img-desc", "img_desc", "image_desc", "image-desc", "photo-credit",
      "img_wrapper", "img_descr", "picinfo", "pic-txt", "pic-info", "credit", "tuzhu"),
    parts(
      .hidden, "screen-reader", "screenreader", "visually-hidden", "visuallyhidden",
      "visuallyHidden", "offscreen", "off-screen"),
    words(.hidden, "hidden", "hide", "sr-only"),
    parts(
      .body, "article", "content", "post-body", "postbody", "entry", "story", "artibody",
      "endtext", "trs_editor", "rich_media", "maintext", "main-text", "main_text", "zhengwen",
      "bodytext", "body-text", "news_txt", "detail"),
    words(.body, "body", "text", "main", "zoom", "txt"),
    parts(.summary, "introduction", "summary", "zhaiyao", "daodu", "article-abstract", "digest"),
    words(.doubtful, "header", "bottom", "widget", "side", "right", "left", "top", "list"),
  ].flatMap(\.self)

  /// What the words in a class, id or role say together.
  static func names(in value: ArraySlice<UInt8>) -> ElementNames {
    var names: ElementNames = []
    finder.forEachMatch(in: value) { match in
      let rule = all[match.phrase]
      if rule.fit == .word, !isWord(match, in: value) { return }
      names.formUnion(rule.names)
    }
    return names
  }

  private static let finder = PhraseFinder(all.map(\.text), ignoringCase: true)

  private static func isWord(_ match: PhraseFinder.Match, in value: ArraySlice<UInt8>) -> Bool {
    let before = match.start > value.startIndex ? value[match.start - 1] : 0
    let after = match.end < value.endIndex ? value[match.end] : 0
    let isStart = !isLetter(before) || isLower(before) && !isLower(value[match.start])
    let isEnd = !isLetter(after) || !isLower(after) && isLower(value[match.end - 1])
    return isStart && isEnd
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  private static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  private static func parts(_ names: ElementNames, _ texts: String...) -> [ElementRule] {
    texts.map { ElementRule(text: $0, fit: .part, names: names) }
  }

  private static func words(_ names: ElementNames, _ texts: String...) -> [ElementRule] {
    texts.map { ElementRule(text: $0, fit: .word, names: names) }
  }
}
