import Model

/// HTML and XHTML pages.
struct HTML: InputFormat {
  func recognises(_ text: [UInt8], path: String) -> Bool {
    switch FileName.ending(of: path) {
    case "html", "htm", "xhtml", "shtml", "mhtml": return true
    case "md", "markdown": return false
    default: break
    }
    let head = text.prefix(2_000).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return ["<!doctype html", "<html", "<head", "<body", "<?xml"].contains {
      head.range(of: $0.utf8) != nil
    }
  }

  func draft(of text: [UInt8], path: String) throws(MarkupFault) -> Draft {
    let tree = try HTMLTree.parse(text)
    var draft = Self.draft(of: tree, format: .html)
    draft.pageLinks = PageLinks.addresses(in: tree)
    return draft
  }

  /// The draft of a page: its article found, furniture left out.
  static func draft(of tree: PageTree, format: Article.Format) -> Draft {
    var draft = Draft(format: format)
    draft.statements = HeadReader.statements(of: tree)
    if tree.isTruncated { draft.quality.insert("page.truncated") }
    let lines = LineReader.lines(of: tree)
    fill(&draft, from: lines, of: tree, trust: .names)
    if weight(draft.body) < 60 {
      var second = draft
      fill(&second, from: lines, of: tree, trust: .nothing)
      if weight(second.body) > 2 * weight(draft.body) { draft = second }
    }
    let size = weight(draft.body)
    if size < 400 { EmbeddedBody(tree).use(in: &draft, insteadOf: size) }
    return draft
  }

  /// The whole page is the article: nothing is searched for, furniture inside is left out.
  static func draft(ofWhole tree: PageTree, format: Article.Format) -> Draft {
    var draft = Draft(format: format)
    if tree.isTruncated { draft.quality.insert("page.truncated") }
    let lines = LineReader.lines(of: tree)
    let finder = ArticleFinder(tree: tree, lines: lines, trust: .names)
    let body = BodyLines(tree: tree, lines: lines, finder: finder, range: lines.indices)
    draft.body = body.kept
    draft.tail = body.dropped
    if draft.body.isEmpty {
      // A list of links is all that the page holds.
      draft.body = lines.filter { !finder.isFurniture($0) }.map { line in
        Line(line.text, line.tag == .li ? .item : .text)
      }
      draft.tail = []
      if !draft.body.isEmpty { draft.quality.insert("page.links") }
    }
    return draft
  }

  private static func fill(
    _ draft: inout Draft, from lines: [PageLine], of tree: PageTree, trust: ArticleFinder.Trust
  ) {
    let finder = ArticleFinder(tree: tree, lines: lines, trust: trust)
    guard let found = finder.find() else {
      draft.head = lines.suffix(200).map { BodyLines.line($0) }
      return
    }
    let body = BodyLines(tree: tree, lines: lines, finder: finder, range: found.lines)
    draft.body = body.kept
    draft.head = lines[..<found.lines.lowerBound].suffix(80).map { BodyLines.line($0) }
    draft.head += body.droppedBefore
    draft.tail = body.dropped
    draft.tail += lines[found.lines.upperBound...].prefix(Self.mostTail).map { BodyLines.line($0) }
  }

  /// Far enough for the card of an account, which stands beside or below the comments.
  private static let mostTail = 150

  private static func weight(_ lines: [Line]) -> Int { lines.reduce(0) { $0 + $1.text.count } }
}
