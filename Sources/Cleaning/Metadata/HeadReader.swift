/// Reads what a page's head and embedded data say of it.
enum HeadReader {
  static func statements(of tree: PageTree) -> Statements {
    var statements = Statements()
    for comment in tree.comments {
      statements.add(.address, String(decoding: tree.text(comment), as: UTF8.self), .comment)
    }
    for index in tree.nodes.indices {
      let tag = tree.nodes[index].tag
      if tag == .meta {
        readMeta(tree, index, &statements)
      } else if tag == .link {
        readLink(tree, index, &statements)
      } else if tag == .title {
        readTitle(tree, index, &statements)
      } else if tag == .html, let time = tree.value(of: .dataTime, at: index) {
        statements.add(.date, String(decoding: time, as: UTF8.self), .meta)
      }
    }
    for script in tree.scripts where isData(script) {
      LinkedData.read(tree.text(script.text), into: &statements)
    }
    let dates = statements.values(.date, from: .linkedData, .openGraph, .meta)
    if dates.isEmpty {
      for script in tree.scripts where !script.type.hasPrefix("application/ld+json") {
        for date in scriptDates(tree.text(script.text)) { statements.add(.date, date, .script) }
      }
    }
    return statements
  }

  /// The date behind a variable that is called a time of publication: "pubtime":"2019-09-07 19:02:26".
  private static func scriptDates(_ script: ArraySlice<UInt8>) -> [String] {
    var found: [String] = []
    timeNames.forEachMatch(in: script) { match in
      guard found.count < 4 else { return }
      let value = script[match.end...].prefix(40)
        .drop { "\"': =".utf8.contains($0) }.prefix { !"\"'<;,}".utf8.contains($0) }
      guard let first = value.first, first >= 0x30, first <= 0x39, match.end < value.startIndex,
        let date = DateReader.date(ofValue: value), date.range.lowerBound == 0
      else { return }
      found.append(date.iso)
    }
    return found
  }

  private static let timeNames = PhraseFinder(
    [
      "pubtime", "pub_time", "publish_time", "publishtime", "publishdate", "publish_date",
      "publishedat", "published_at", "datepublished", "pubdate", "ptime", "publishedtime",
      "newstime", "createtime", "create_time", "ctime", "var ct",
    ], ignoringCase: true)

  private static func isData(_ script: PageTree.Script) -> Bool {
    script.type.hasPrefix("application/ld+json") || script.type == "application/json"
  }

  private static func readTitle(_ tree: PageTree, _ node: Int, _ statements: inout Statements) {
    let title = tree.text(below: node)
    // Drawings have titles of their own.
    guard statements.values(.title, from: .titleElement).isEmpty else { return }
    statements.add(.title, String(decoding: title, as: UTF8.self), .titleElement)
  }

  private static func readLink(_ tree: PageTree, _ node: Int, _ statements: inout Statements) {
    guard let rel = tree.value(of: .rel, at: node), rel.elementsEqual("canonical".utf8),
      let address = tree.value(of: .href, at: node)
    else { return }
    statements.add(.address, String(decoding: address, as: UTF8.self), .meta)
  }

  private static func readMeta(_ tree: PageTree, _ node: Int, _ statements: inout Statements) {
    guard let content = tree.value(of: .content, at: node) else { return }
    let value = String(decoding: content, as: UTF8.self)
    for attribute in [AttributeName.property, .name, .itemprop] {
      guard let raw = tree.value(of: attribute, at: node) else { continue }
      let name = String(
        decoding: raw.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
      let origin: Statement.Origin =
        name.hasPrefix("og:") || name.hasPrefix("article:") ? .openGraph : .meta
      guard let field = fields[name] else { continue }
      if field == .tag {
        for tag in value.split(whereSeparator: { ",，;；、|".contains($0) }) {
          statements.add(.tag, String(tag), origin)
        }
      } else {
        statements.add(field, value, origin)
      }
    }
  }

  /// What the meta names of the web say, lower-cased.
  private static let fields: [String: Statement.Field] = [
    "og:title": .title, "twitter:title": .title, "title": .title, "dc.title": .title,
    "articletitle": .title, "headline": .title, "sharetitle": .title,
    "article:published_time": .date, "og:published_time": .date, "publishdate": .date,
    "pubdate": .date, "publishtime": .date, "publish_date": .date, "publish-date": .date,
    "publish_time": .date, "publicationdate": .date, "publication_date": .date, "date": .date,
    "dc.date": .date, "dc.date.issued": .date, "dcterms.created": .date, "datepublished": .date,
    "weibo: article:create_at": .date, "weibo:article:create_at": .date, "og:release_date": .date,
    "parsely-pub-date": .date, "sailthru.date": .date, "ptime": .date, "pubtime": .date,
    "bt:pubdate": .date, "firstpublishedtime": .date, "og:pubdate": .date, "datecreated": .date,
    "source": .publisher, "contentsource": .publisher, "mediaid": .publisher,
    "article:source": .publisher, "og:source": .publisher, "articlesource": .publisher,
    "publisher": .publisher, "dc.publisher": .publisher, "dc.source": .publisher,
    "og:site_name": .site, "application-name": .site, "sitename": .site, "twitter:site": .site,
    "author": .author, "article:author": .author, "og:article:author": .author,
    "dc.creator": .author, "byl": .author, "byline": .author, "parsely-author": .author,
    "sailthru.author": .author, "articleauthor": .author,
    "article:section": .section, "section": .section, "channel": .section, "columnname": .section,
    "og:section": .section, "parsely-section": .section, "catalogname": .section,
    "keywords": .tag, "news_keywords": .tag, "article:tag": .tag, "tags": .tag,
    "og:url": .address, "twitter:url": .address,
  ]
}

/// Reads the data that pages embed for search engines (JSON-LD) and for their own scripts.
enum LinkedData {
  static func read(_ text: ArraySlice<UInt8>, into statements: inout Statements) {
    guard text.count < 4 << 20, let value = EmbeddedJSON(parsing: text) else { return }
    var queue = [value]
    var seen = 0
    while let next = queue.popLast(), seen < 2_000 {
      seen += 1
      if case .array(let items) = next { queue += items.reversed() }
      if isArticle(next) { readArticle(next, &statements) }
      if let graph = next["@graph"] { queue.append(graph) }
      if let page = next["mainEntity"] { queue.append(page) }
    }
  }

  private static func isArticle(_ value: EmbeddedJSON) -> Bool {
    if value["pubDate"] != nil { return true }
    let types = value["@type"]?.items.compactMap(\.text) ?? []
    return types.contains { $0.hasSuffix("Article") || $0 == "BlogPosting" || $0 == "Report" }
  }

  private static func readArticle(_ value: EmbeddedJSON, _ statements: inout Statements) {
    let plain: [(String, Statement.Field)] = [
      ("headline", .title), ("datePublished", .date), ("pubDate", .date), ("articleBody", .body),
      ("articleSection", .section), ("url", .address), ("title", .title),
    ]
    for (key, field) in plain {
      for text in value[key]?.items.compactMap(\.text) ?? [] {
        statements.add(field, text, .linkedData)
      }
    }
    for author in value["author"]?.items ?? [] {
      if let name = author.text ?? author["name"]?.text {
        statements.add(.author, name, .linkedData)
      }
    }
    if let name = value["publisher"]?["name"]?.text {
      statements.add(.publisher, name, .linkedData)
    }
  }
}
