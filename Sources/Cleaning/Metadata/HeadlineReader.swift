/// Chooses an article's title among what the page offers.
enum HeadlineReader {
  /// The title as the page shows it, without the names of site and section; nil where none is.
  ///
  /// A heading that the title element repeats is what readers see, and whole where `og:title` is
  /// cut at a quotation mark. `headings` are the page's, the nearest to the body first.
  static func title(statements: Statements, headings: [String], names: [String]) -> String? {
    if let stated = statements.values(.title, from: .frontMatter).first { return stated }
    let element = statements.values(.title, from: .titleElement).first
    let offered = statements.values(.title, from: .linkedData, .openGraph, .meta, .script)
    let key = element.map { FoldedLine($0.utf8).bytes }
    let shown = headings.filter { isPlausible($0) }
    let confirmed = shown.filter { heading in
      let folded = FoldedLine(heading.utf8).bytes
      if let key, key.starts(with: folded) || key.range(of: folded) != nil { return true }
      return offered.contains { FoldedLine($0.utf8).bytes == folded }
    }
    if let best = confirmed.max(by: { $0.utf8.count < $1.utf8.count }) { return best }
    if let cut = shown.first(where: { isCut($0, of: element) }) { return cut }
    let clean = element.map { withoutSite($0, names: names) }
    for title in offered where isPlausible(title) {
      let stripped = withoutSite(title, names: names)
      // What is cut short at an inner quotation mark is worse than the whole.
      if let clean, clean.hasPrefix(stripped), clean.utf8.count > stripped.utf8.count {
        return clean
      }
      return stripped
    }
    if let clean, isPlausible(clean) { return clean }
    // Nothing confirms these: a sentence of the body is no headline.
    return shown.first {
      !Sentence.isEnded(Array($0.utf8)) || $0.hasSuffix("？") || $0.hasSuffix("！")
    }
  }

  /// Without what stands behind the last marks: 标题_网易新闻, Title | BBC News, 标题-新华网.
  static func withoutSite(_ title: String, names: [String]) -> String {
    var rest = title
    while let mark = lastMark(rest) {
      let head = String(rest[..<mark.lowerBound]).trimmed
      let tail = String(rest[mark.upperBound...]).trimmed
      // A dot parts the names of foreigners, too.
      let isDot = rest[mark] == "·"
      let isSite =
        isDot
        ? names.contains(tail) || PublisherReader.isOutlet(tail)
        : names.contains(tail) || isSiteName(tail) || rest[mark] == "_" || tail.isEmpty
          || isSecondName(tail, of: head)
      guard isSite, head.unicodeScalars.count >= 4 else { break }
      rest = head
    }
    return withoutFront(withoutKeywords(rest), names: names)
  }

  /// 河滨网 - 标题, 时政要闻--标题: the site or section stands in front.
  private static func withoutFront(_ title: String, names: [String]) -> String {
    for mark in ["--", " - ", " | ", "_"] {
      guard let found = title.range(of: mark), found.lowerBound != title.startIndex else {
        continue
      }
      let head = String(title[..<found.lowerBound]).trimmed
      let tail = String(title[found.upperBound...]).trimmed
      let isLong = tail.unicodeScalars.count > 2 * head.unicodeScalars.count
      let isName = names.contains(head) || isSiteName(head) || mark == "--"
      if isLong, isName { return tail }
    }
    return title
  }

  /// 标题|李山|河滨: what stands behind the strokes are words to be found by.
  private static func withoutKeywords(_ title: String) -> String {
    let parts = title.split(separator: "|").map { String($0).trimmed }
    guard parts.count >= 3, let first = parts.first, first.unicodeScalars.count >= 10,
      parts.dropFirst().allSatisfy({ $0.unicodeScalars.count <= 6 })
    else { return title }
    return first
  }

  private static func lastMark(_ title: String) -> Range<String.Index>? {
    var best: Range<String.Index>?
    for mark in [
      "_", " | ", "|", "｜", " - ", "-", " – ", " — ", "——", "·", " · ", ">>", " « ", " :: ",
    ] {
      guard let found = title.lastRange(of: mark) else { continue }
      if let known = best, known.upperBound >= found.upperBound { continue }
      best = found
    }
    return best
  }

  private static func isSiteName(_ name: String) -> Bool {
    let count = name.unicodeScalars.count
    guard count > 0, count <= 30 else { return false }
    if name.contains("www.") || name.contains(".com") || name.contains(".cn") { return true }
    if PublisherReader.isOutlet(name) { return true }
    return count <= 12 && sections.contains { name.hasSuffix($0) }
      || name.hasSuffix(".com") || name.hasSuffix(".cn") || name.contains("网")
  }

  /// The site's name in another script behind the first: …_河滨新闻-Hebin News.
  private static func isSecondName(_ name: String, of head: String) -> Bool {
    guard let first = name.utf8.first, (0x41...0x5A).contains(first),
      name.utf8.allSatisfy({
        $0 == 0x20 || $0 == 0x2E || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A
      }),
      let mark = lastMark(head)
    else { return false }
    return isSiteName(String(head[mark.upperBound...]).trimmed)
  }

  private static func isPlausible(_ title: String) -> Bool {
    let count = title.unicodeScalars.count
    return count >= 4 && count <= 200
  }

  /// A heading that the page itself shortens: 定了！…免... for a longer title element.
  private static func isCut(_ heading: String, of element: String?) -> Bool {
    guard let element else { return false }
    let folded = FoldedLine(heading.utf8).bytes
    let key = FoldedLine(element.utf8).bytes
    let shared = zip(folded, key).prefix { $0 == $1 }.count
    return shared >= 24 && shared * 2 > folded.count
  }

  private static let sections = [
    "频道", "新闻", "国内", "国际", "时政", "社会", "财经", "要闻", "首页", "资讯", "滚动", "正文", "娱乐", "体育", "科技", "中国",
    "观点", "评论",
  ]
}
