import Model

/// Reads what the head and the attributes of a page say of the article.
enum HTMLFacts {
  static func read(_ tree: HTMLTree) -> Page.Facts {
    var facts = Page.Facts()
    var metas: [String: String] = [:]
    for index in tree.nodes.indices { visit(index, tree, &facts, &metas) }
    addMetas(metas, to: &facts)
    return facts
  }

  private static func visit(
    _ index: Int, _ tree: HTMLTree, _ facts: inout Page.Facts, _ metas: inout [String: String]
  ) {
    switch tree.nodes[index].tag {
    case .meta: addMeta(index, tree, &metas)
    case .title:
      if facts.windowTitle == nil { facts.windowTitle = tree.allText(of: index).tidy }
    case .h1, .h2:
      let heading = tree.allText(of: index).tidy
      if !heading.isEmpty { facts.headings.append(heading) }
    case .link:
      if tree.attribute("rel", of: index)?.lowercased() == "canonical",
        let url = tree.attribute("href", of: index)
      {
        metas["canonical"] = metas["canonical"] ?? url
      }
    case .html:
      if let date = tree.attribute("data-publishtime", of: index) { metas["publishtime"] = date }
    case .time:
      if let date = tree.attribute("datetime", of: index) {
        metas["time"] = metas["time"] ?? date
      }
    case .script:
      if tree.attribute("type", of: index)?.has("ld+json") == true {
        LinkedData.read(tree.allText(of: index), into: &metas)
      } else if metas["script-date"] == nil {
        metas["script-date"] = scriptDate(tree.allText(of: index))
      }
    case .comment:
      if let url = leadingURL(tree.words(of: index)) { metas["saved-from"] = url }
    default: break
    }
  }

  /// `<!--http://…-->` and the browser's `<!-- saved from url=(0050)http://… -->`.
  private static func leadingURL(_ comment: String) -> String? {
    var body = comment.tidy
    if body.starts("saved from url="), let (_, url) = body.cut(at: ")") { body = url.tidy }
    guard body.starts("http://") || body.starts("https://"), body.utf8.count < 2048 else {
      return nil
    }
    return body.utf8.contains(0x20) ? nil : body
  }

  /// The date that a page's script keeps of the article.
  private static func scriptDate(_ script: String) -> String? {
    for key in ["pubtime", "publishDate", "publish_time", "publishTime", "pubDate"] {
      if let value = LinkedData.string(script, key: key), let date = DateReader.first(in: value) {
        return date.iso
      }
    }
    return nil
  }

  private static func addMeta(_ index: Int, _ tree: HTMLTree, _ metas: inout [String: String]) {
    guard let content = tree.attribute("content", of: index)?.tidy, !content.isEmpty else { return }
    for key in ["property", "name", "itemprop", "http-equiv"] {
      guard let name = tree.attribute(key, of: index)?.lowercased() else { continue }
      metas[name] = metas[name] ?? content
    }
  }

  private static func addMetas(_ metas: [String: String], to facts: inout Page.Facts) {
    func all(_ names: [String]) -> [String] { names.compactMap { metas[$0] } }
    facts.titles = all([
      "ld:headline", "og:title", "twitter:title", "articletitle", "dc.title", "title",
    ]).map(\.tidy)
    facts.publishers = all([
      "mediaid", "source", "contentsource", "article:source", "publisher-source", "copyrightholder",
    ])
    facts.sites = all(["ld:publisher", "og:site_name", "application-name", "publisher"])
    facts.authors = all(["ld:author", "article:author", "author", "byl", "dc.creator"])
    facts.dates = all([
      "ld:datepublished", "article:published_time", "og:published_time", "publishdate", "pubdate",
      "apub:time",
      "publish-date", "datepublished", "firstcreatetime", "publishtime", "weibo: article:create_at",
      "bytedance:published_time", "og:release_date", "dc.date", "date", "time",
    ]).map { ($0, .meta) }
    facts.weakDates = all(["script-date"])
    facts.urls = all(["og:url", "canonical", "saved-from"])
    facts.section = metas["article:section"] ?? metas["ld:articlesection"]
    facts.tags = (metas["keywords"] ?? metas["news_keywords"] ?? "").utf8
      .split { $0 == 0x2C || $0 == 0x3B }
      .map { String(decoding: $0, as: UTF8.self).tidy }.filter { !$0.isEmpty }
  }
}
