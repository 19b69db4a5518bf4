import Model

/// Fills in what an article's head says, out of a draft and its parted lines.
struct MetadataReader {
  let draft: Draft
  let kept: [Line]
  let removed: [Line]
  let path: String
  let hints: InputHints

  func fill(_ article: inout Article, title: String?) {
    article.title = title
    article.url = address
    let choice = DateChoice.date(
      statements: draft.statements, visible: visibleDate(title), address: article.url, path: path)
    article.publishedAt = choice?.iso
    article.publishedBasis = choice?.basis
    article.publisher = publisher(title)
    article.author = author(title)
    article.section = section
    article.tags = tags
  }

  // MARK: Lines

  /// The lines around the text that may tell who, where and when, nearest to the title first.
  private func lines(around title: String?) -> [[UInt8]] {
    let head = draft.head.map(\.text)
    let start = titleLine(head, title) ?? max(0, head.count - 16)
    let below = head[start...].prefix(30)
    let above = head[..<start].suffix(4).reversed()
    return below + removed.map(\.text) + above + kept.prefix(1).map(\.text)
      + draft.tail.prefix(24).map(\.text)
  }

  private func titleLine(_ head: [[UInt8]], _ title: String?) -> Int? {
    guard let title else { return nil }
    let key = FoldedLine(title.utf8).bytes
    return head.lastIndex { $0.count >= 6 && $0.count < 400 && FoldedLine($0).bytes == key }
  }

  private func visibleDate(_ title: String?) -> PrintedDate? {
    var dayOnly: PrintedDate?
    for line in lines(around: title) where line.count <= 240 {
      guard let date = DateReader.first(in: line), date.day.day != nil else { continue }
      let rest = line.count - date.range.count
      // A sentence that mentions a date is not when it was published.
      if rest > 60, Sentence.isEnded(line) { continue }
      if date.time != nil { return date }
      // 日期：2023-04-25 信息来源：… 作者：… 摄影：…
      let isFirst = date.range.lowerBound <= 30 && !Sentence.isEnded(line)
      if dayOnly == nil, rest <= 90 || isFirst { dayOnly = date }
    }
    return dayOnly ?? dateline
  }

  /// 河滨日报2024年7月1日讯 at the head of the text.
  private var dateline: PrintedDate? {
    guard let first = kept.first?.text.prefix(150), let date = DateReader.first(in: first) else {
      return nil
    }
    let rest = first[(first.startIndex + date.range.upperBound)...]
    let isLine = ["讯", "電", "电", "訊", "消息"].contains { rest.starts(with: $0.utf8) }
    return isLine && date.day.day != nil ? date : nil
  }

  // MARK: Fields

  private var address: String? {
    let stated = draft.statements.values(
      .address, from: .frontMatter, .comment, .openGraph, .meta, .linkedData)
    return stated.first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
  }

  private var section: String? {
    let stated = draft.statements.values(
      .section, from: .frontMatter, .linkedData, .openGraph, .meta)
    if let first = stated.first, first != draft.statements.values(.author, from: .frontMatter).first
    {
      return first
    }
    for line in draft.head + removed where line.text.count <= 180 {
      let parts = String(decoding: line.text, as: UTF8.self).split(separator: ">").map {
        String($0).trimmed
      }
      guard parts.count > 1, NoiseMatcher.isTrail(line.text) else { continue }
      if let last = parts.last(where: { $0 != "正文" && !$0.isEmpty }) { return last }
    }
    return nil
  }

  private var tags: [String] {
    var tags: [String] = []
    let outlet = draft.statements.values(.author, from: .frontMatter).first
    for tag in draft.statements.values(.tag, from: .frontMatter, .openGraph, .meta)
    where !tags.contains(tag) && tag != outlet && tag.unicodeScalars.count <= 30 {
      tags.append(tag)
    }
    return Array(tags.prefix(20))
  }

  private func publisher(_ title: String?) -> String? {
    if let stated = draft.statements.values(.publisher, from: .frontMatter).first {
      return PublisherReader.withoutFeed(stated)
    }
    if let outlet = outletAsAuthor { return outlet }
    if let account { return account }
    let lines = lines(around: title)
    let head = Array(draft.head.map(\.text)[(titleLine(draft.head.map(\.text), title) ?? 0)...])
    for lines in [head, lines] {
      for line in lines where line.count <= 300 {
        if let name = PublisherReader.name(inLabelled: line) { return name }
      }
      for line in lines {
        if let name = PublisherReader.name(inDateLine: line) { return name }
      }
    }
    if let own = nameBesideDate(title), !PersonName.isLikely(own.utf8) { return own }
    for line in lines {
      if let name = PublisherReader.name(inNotice: line) { return name }
    }
    if let name = leadIn(lines) { return name }
    if let feed { return feed }
    let stated = draft.statements.values(
      .publisher, from: .meta, .openGraph, .linkedData, .script)
    if let name = stated.first(where: { !$0.hasPrefix("http") }) { return name }
    let authors = draft.statements.values(.author, from: .openGraph, .meta)
    if let name = authors.first(where: PublisherReader.isOutlet) { return name }
    if let site = draft.statements.values(.site, from: .openGraph, .meta).first { return site }
    return hints.publisher ?? siteInTitle
  }

  /// The account that a page is filed under on a platform for many: 澎湃号 > 河滨发布.
  private var account: String? {
    for line in draft.head where line.text.count <= 120 {
      let parts = String(decoding: line.text, as: UTF8.self).split(separator: ">").map {
        String($0).trimmed
      }
      if parts.count == 2, parts[0].hasSuffix("号"), parts[0].unicodeScalars.count <= 4 {
        return parts[1]
      }
    }
    return nil
  }

  /// 原创 GameForce 2019-09-04 22:18:34: a name with the date below the title and nothing else.
  private func nameBesideDate(_ title: String?) -> String? {
    let head = draft.head.map(\.text)
    guard let start = titleLine(head, title) else { return nil }
    let below = Array(head[start...].dropFirst().prefix(6))
    for (index, line) in below.prefix(4).enumerated() where line.count <= 120 {
      guard let date = DateReader.first(in: line), date.day.day != nil else {
        if let name = nameAbove(below[(index + 1)...], line) { return name }
        continue
      }
      if let name = name(in: line, beside: date) { return name }
    }
    return nil
  }

  private func name(in line: [UInt8], beside date: PrintedDate) -> String? {
    let before = Self.withoutMarks(line[..<date.range.lowerBound])
    // 原创 吴白 河滨观察 2024-11-12
    if before.hasPrefix("原创 "), let first = before.split(separator: " ").dropFirst().first,
      PersonName.isLikely(first.utf8)
    {
      return String(first)
    }
    // 吴白 · 2024/11/12 08:30 浏览 356
    if PersonName.isLikely(before.utf8), !PublisherReader.isOutlet(before) { return before }
    let isLast = date.range.upperBound == line.count
    let rest = isLast ? line[..<date.range.lowerBound] : line[date.range.upperBound...]
    guard isLast && date.time != nil || date.range.lowerBound == 0 || isCard(rest) else {
      return nil
    }
    var name = Self.withoutMarks(rest)
    if name.hasPrefix("原创 ") { name = String(name.dropFirst(3)).trimmed }
    guard Self.isOneName(name) else { return nil }
    return isLast && date.time != nil || isCard(name.utf8) ? name : nil
  }

  /// A line of its own with the date below: a person, or an account that says it is one.
  private func nameAbove(_ next: ArraySlice<[UInt8]>, _ line: [UInt8]) -> String? {
    let name = Self.withoutMarks(line)
    guard Self.isOneName(name),
      let dated = next.prefix(2).first(where: { DateReader.first(in: $0)?.range.lowerBound == 0 })
    else { return nil }
    if PersonName.isLikely(line), !PublisherReader.isOutlet(name) { return name }
    let isAccount =
      next.prefix(3).contains { Self.follows($0) || $0.ends(with: Array("账号".utf8)) }
      || dated.ends(with: Array("账号".utf8)) || isCard(line)
    return isAccount ? name : nil
  }

  private static func isOneName(_ name: String) -> Bool {
    (2...16).contains(name.unicodeScalars.count) && !name.contains { " :：|>/／".contains($0) }
      && !["记者", "記者", "作者", "编辑"].contains { name.contains($0) }
  }

  /// A name on its own with an invitation to follow it: the card of the account that wrote the page.
  private func isCard(_ name: some Collection<UInt8>) -> Bool {
    let name = Array(Self.withoutMarks(name).utf8)
    let lines = draft.head + removed + draft.tail
    return lines.indices.contains { index in
      lines[index].text == name
        && lines[(index + 1)...].prefix(3).contains { Self.follows($0.text) }
    }
  }

  private static func follows(_ line: [UInt8]) -> Bool {
    ["关注", "+关注", "+ 关注", "已关注", "關注", "粉丝"].contains { line.starts(with: $0.utf8) }
  }

  private static func withoutMarks(_ text: some Collection<UInt8>) -> String {
    var text = String(decoding: Array(text), as: UTF8.self)[...]
    while let first = text.first, " ·•|丨".contains(first) { text.removeFirst() }
    while let last = text.last, " ·•|丨".contains(last) { text.removeLast() }
    return String(text)
  }

  /// 河伴导读: the column's name stands before its lead-in.
  private func leadIn(_ lines: [[UInt8]]) -> String? {
    for line in lines where line.count <= 30 && line.ends(with: Array("导读".utf8)) {
      let name = String(decoding: line.dropLast(6), as: UTF8.self).trimmed
      if (2...6).contains(name.unicodeScalars.count),
        name.unicodeScalars.allSatisfy(PersonName.isHan)
      {
        return name
      }
    }
    return nil
  }

  private var siteInTitle: String? {
    guard let title = draft.statements.values(.title, from: .titleElement).first else { return nil }
    let parts = title.split(whereSeparator: { "_-|｜–—".contains($0) }).map { String($0).trimmed }
    guard parts.count > 1, let last = parts.last, PublisherReader.isOutlet(last) else { return nil }
    return last
  }

  /// Feeds put the outlet where the author belongs, and often repeat it as tag and category.
  private var outletAsAuthor: String? {
    guard let author = draft.statements.values(.author, from: .frontMatter).first else {
      return nil
    }
    if PublisherReader.isOutlet(author) { return author }
    return feed == author ? author : nil
  }

  /// The one value that front matter gives as tag and as category: the name of the feed.
  private var feed: String? {
    let tags = draft.statements.values(.tag, from: .frontMatter)
    let sections = draft.statements.values(.section, from: .frontMatter)
    return tags.count == 1 && tags == sections ? tags.first : nil
  }

  private func author(_ title: String?) -> String? {
    let stated = draft.statements.values(.author, from: .frontMatter).filter { $0 != "unknown" }
    if let first = stated.first, outletAsAuthor == nil {
      return joined(([first] + stated.dropFirst()).map(Self.withoutRole))
    }
    if let byline = removed.first(where: { $0.role == .byline }),
      let found = NamesLine.names(in: byline.text)
    {
      return joined(found.names)
    }
    for line in draft.head.suffix(40).map(\.text) + removed.map(\.text)
      + draft.tail.prefix(12).map(\.text)
    where line.count <= 240 && !isPhotographer(line) {
      if let names = BylineReader.names(inLabelled: line) ?? ReporterLine.names(in: line)
        ?? BylineReader.names(inWestern: line) ?? namesBehindDate(line) ?? namesInBrackets(line)
      {
        return joined(names)
      }
    }
    for line in removed where line.text.count <= 120 {
      if let found = NamesLine.names(in: line.text), found.isMarked { return joined(found.names) }
    }
    for line in kept.prefix(2) {
      let head = Array(line.text.prefix(300))
      if let names = BylineReader.names(inBrackets: head) { return joined(names) }
    }
    for line in kept.suffix(2).reversed() {
      if let names = BylineReader.names(
        inBrackets: line.text.suffix(120).drop { $0 >= 0x80 && $0 < 0xC0 } + [])
      {
        return joined(names)
      }
    }
    if let last = kept.last, let names = BylineReader.names(inLastBrackets: last.text) {
      return joined(names)
    }
    if let name = statedAuthor { return name }
    // On platforms the account is the author, unless it is an outlet.
    return nameBesideDate(title).flatMap {
      PublisherReader.isOutlet($0) && !isCard($0.utf8) && !isAccount ? nil : $0
    } ?? vcard
  }

  /// 记者 李山 in front matter gives 李山.
  private static func withoutRole(_ author: String) -> String {
    for role in ["记者", "本报记者", "記者", "作者", "By", "by"] where author.hasPrefix(role) {
      let name = withoutMarks(author.dropFirst(role.count).utf8.drop { $0 == 0x3A })
      if PersonName.isLikely(name.utf8) { return name }
    }
    return author
  }

  /// The page says that it is an account's: 河滨市融媒体中心官方账号.
  private var isAccount: Bool {
    draft.head.suffix(12).contains {
      $0.text.count <= 90 && ($0.text.ends(with: Array("账号".utf8)) || Self.follows($0.text))
    }
  }

  /// 摄影报道 says that who took the pictures wrote the text, too.
  private func isPhotographer(_ line: [UInt8]) -> Bool {
    LinePattern.photographer.fits(FoldedLine(line))
      && !["摄影报道", "文/图", "图文"].contains { line.range(of: $0.utf8) != nil }
  }

  /// 2024/11/12 08:30 吴白/综合报道
  private func namesBehindDate(_ line: [UInt8]) -> [String]? {
    guard line.count <= 120, let date = DateReader.first(in: line),
      date.range.upperBound < line.count
    else { return nil }
    let rest = Array(line[date.range.upperBound...].trimmingBlanks)
    return NamesLine.names(in: rest).flatMap { $0.isMarked ? $0.names : nil }
  }

  /// （记者 吴白 摄影报道）: a line that is nothing else.
  private func namesInBrackets(_ line: [UInt8]) -> [String]? {
    let isWhole = line.count <= 90 && (line.starts(with: "（".utf8) || line.first == 0x28)
    return isWhole ? BylineReader.names(inBrackets: line) : nil
  }

  /// 由 吴白, By Ann Lee: in a line that the page calls its by-line.
  private var vcard: String? {
    for line in draft.head + draft.tail where line.role == .about && line.text.count <= 90 {
      for label in ["由 ", "By ", "by "] {
        guard let found = line.text.range(of: label.utf8) else { continue }
        let rest = line.text[found.lowerBound...]
        let names =
          BylineReader.names(inWestern: Array(rest))
          ?? BylineReader.split(rest.dropFirst(label.utf8.count))
        if !names.isEmpty { return joined(names) }
      }
    }
    return nil
  }

  /// A person in the page's head; sites put their own name or an editor's number there.
  private var statedAuthor: String? {
    let stated = draft.statements.values(
      .author, from: .linkedData, .meta, .openGraph, .script)
    let names = stated.filter { PersonName.isLikely($0.utf8) && !PublisherReader.isOutlet($0) }
    return names.isEmpty ? nil : joined(names)
  }

  private func joined(_ names: [String]) -> String? {
    var unique: [String] = []
    for name in names where !unique.contains(name) { unique.append(name) }
    return unique.isEmpty ? nil : unique.joined(separator: ";")
  }
}

extension NoiseMatcher {
  /// 首页 > 新闻 > 湖南要闻
  static func isTrail(_ line: [UInt8]) -> Bool { LinePattern.trail.fits(FoldedLine(line)) }
}
