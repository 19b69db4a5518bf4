/// Chooses the headline among what the page offers, and takes the site's name off it.
enum Titles {
  static func choose(_ page: Page) -> String? {
    let facts = page.facts
    let window = facts.windowTitle.map(withoutSite)
    let headings = facts.headings + page.lines.filter { $0.text.length >= 10 }.map(\.text)
    if let marked = facts.titles.first {
      // An unescaped quotation mark cuts the attribute short; the window's title is whole.
      if let window, window.starts(marked), window != marked {
        return confirmed(window, by: facts.headings) ?? window
      }
      return confirmed(marked, by: facts.headings) ?? withoutSite(marked)
    }
    if let full = facts.windowTitle, !full.isEmpty {
      if let heading = confirmed(full, by: headings) { return heading }
      if let window, !window.isEmpty { return window }
    }
    return facts.headings.first ?? firstLine(page.lines)
  }

  /// The heading that is said again inside `title`.
  private static func confirmed(_ title: String, by headings: [String]) -> String? {
    let bare = title.bare
    var best: String?
    for heading in headings where heading.length >= 5 {
      let other = heading.bare
      guard !other.isEmpty, bare.has(other), other.length * 5 >= bare.length * 2 else { continue }
      if heading.length > (best?.length ?? 0) { best = heading }
    }
    return best
  }

  /// `标题_新闻频道_央视网(cctv.com)` is 标题: from the right, parts that name an outlet or a section go.
  static func withoutSite(_ title: String) -> String {
    var text = title.tidy
    for _ in 0..<4 {
      guard let (head, tail) = lastPart(text) else { break }
      guard head.length >= 4, head.length >= tail.length / 2, isSite(tail) else { break }
      text = head
    }
    return text
  }

  private static func lastPart(_ text: String) -> (head: String, tail: String)? {
    let scalars = Array(text.unicodeScalars)
    guard
      let cut = scalars.lastIndex(where: { "_|｜—–-丨·<".unicodeScalars.contains($0) }), cut > 0
    else { return nil }
    let mark = scalars[cut]
    let isSpaced = scalars[cut - 1] == " "
    // A hyphen or dash inside a headline has no spaces: `湖北-武汉`, `——`.
    if "-—–·丨|".unicodeScalars.contains(mark), !isSpaced, mark != "|" {
      let tail = String(String.UnicodeScalarView(scalars[(cut + 1)...])).tidy
      guard mark == "-", Names.isOutlet(tail), scalars[cut - 1] != "-" else { return nil }
    }
    return (
      String(String.UnicodeScalarView(scalars[..<cut])).trimmed(" -_|–—"),
      String(String.UnicodeScalarView(scalars[(cut + 1)...])).tidy
    )
  }

  private static func isSite(_ tail: String) -> Bool {
    if tail.length > 30 { return false }
    if Names.isOutlet(tail) || tail.isEmpty { return true }
    let name = tail.cut(at: "(")?.before ?? tail
    if Names.isOutlet(name) { return true }
    return tail.length <= 8 && !tail.hasAny(["？", "！", "：", "，"])
      || !tail.unicodeScalars.contains(where: \.isHan)
  }

  /// Plain text: the first line that looks like a headline.
  private static func firstLine(_ lines: [Page.Line]) -> String? {
    for line in lines.prefix(12) {
      let length = line.text.length
      guard length >= 6, length <= 80, line.text.hanCount * 2 >= length || line.text.hanCount == 0
      else {
        if length > 120 { return nil }
        continue
      }
      if line.text.ends("。") || DateReader.first(in: line.text) != nil { continue }
      if NoiseRules.rule(for: line.text) != nil { continue }
      return line.text
    }
    return nil
  }
}
