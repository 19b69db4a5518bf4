import Model

/// Markdown posts, with YAML front matter or without, with HTML in them or without.
enum MarkdownFormat: InputFormat {
  static let format = Article.Format.markdown

  static func recognises(head: String, name: String) -> Bool {
    if name.ends(".md") || name.ends(".markdown") { return true }
    if name.ends(".html") || name.ends(".htm") { return false }
    if head.starts("---\n"), FrontMatter.split(Array(head.utf8)) != nil { return true }
    return head.starts("# ") || head.has("\n# ") || head.has("\n![](http")
  }

  static func read(_ utf8: [UInt8]) throws(HTMLFailure) -> Page {
    let (header, body) = FrontMatter.split(utf8) ?? ([], utf8[...])
    let html = MarkdownToHTML.convert(String(decoding: body, as: UTF8.self))
    let tree = try HTMLTree(parsing: Array(html.utf8))
    var page = Page()
    page.facts = HTMLFacts.read(tree)
    FrontMatter.read(header, into: &page.facts)
    page.lines = HTMLLines.read(tree).map { line in
      Page.Line(
        text: line.text, linkShare: line.linkShare, isHeading: line.isHeading,
        isBody: !line.isFurniture && (line.linkShare <= 0.8 || line.letters > 80))
    }
    return page
  }
}

/// Rewrites the marks of Markdown as HTML, and leaves HTML alone.
enum MarkdownToHTML {
  static func convert(_ text: String) -> String {
    var result = ""
    var paragraph: [String] = []
    func close() {
      guard !paragraph.isEmpty else { return }
      result += "<p>" + inline(joined(paragraph)) + "</p>\n"
      paragraph.removeAll()
    }
    for part in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = String(decoding: part, as: UTF8.self)
      let bare = line.trimmed(" \t\u{3000}\u{A0}")
      if bare.isEmpty || isRule(bare) {
        close()
      } else if bare.starts("<") {
        close()
        result += inline(line) + "\n"
      } else if let (level, heading) = heading(bare) {
        close()
        result += "<h\(level)>" + inline(heading) + "</h\(level)>\n"
      } else {
        if startsItem(bare) { close() }
        paragraph.append(withoutMark(bare))
      }
    }
    close()
    return result
  }

  /// Line ends inside a paragraph: a wrapped line goes on, a whole one is a paragraph itself.
  private static func joined(_ lines: [String]) -> String {
    var result = ""
    for (index, line) in lines.enumerated() {
      result += line
      guard index + 1 < lines.count else { break }
      let isOpen = openBrackets(result)
      result += isOpen ? "" : isWrapped(line) ? "\n" : "<br>"
    }
    return result
  }

  /// html2text cuts at 78 columns, between words of Latin script only.
  private static func isWrapped(_ line: String) -> Bool {
    guard let last = line.unicodeScalars.last else { return false }
    return last.value < 0x80 && !".!?:)*".unicodeScalars.contains(last) && line.length >= 40
  }

  /// A link's text or address that the line end cut in two.
  private static func openBrackets(_ text: String) -> Bool {
    var square = 0
    var address = false
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars.suffix(2000) {
      switch scalar {
      case "[": square += 1
      case "]": square = max(0, square - 1)
      case "(" where last == "]": address = true
      case ")": address = false
      default: break
      }
      last = scalar
    }
    return square > 0 || address
  }

  private static func isRule(_ line: String) -> Bool {
    guard let first = line.unicodeScalars.first, "-*_=".unicodeScalars.contains(first) else {
      return false
    }
    return line.length >= 3
      && line.unicodeScalars.allSatisfy { $0 == first || $0 == " " || $0 == "|" }
  }

  private static func heading(_ line: String) -> (Int, String)? {
    let level = line.unicodeScalars.prefix { $0 == "#" }.count
    guard (1...6).contains(level) else { return nil }
    let rest = String(line.unicodeScalars.dropFirst(level))
    // `#话题#` is a topic on a social network, not a heading.
    guard rest.starts(" ") || rest.starts("\u{3000}") else { return nil }
    return (level, rest.trimmed(" #\t\u{3000}"))
  }

  private static func startsItem(_ line: String) -> Bool {
    line.starts("* ") || line.starts("- ") || line.starts("+ ") || line.starts("> ")
  }

  private static func withoutMark(_ line: String) -> String {
    var text = line
    // All marks at once: a line may hold a hundred thousand of them.
    text = String(text.drop { $0 == ">" || $0 == " " }).tidy
    if text.starts("* ") || text.starts("- ") || text.starts("+ ") {
      text = String(text.dropFirst(2))
    }
    return text
  }

  /// Pictures go, links become anchors, emphasis and escapes lose their marks.
  static func inline(_ text: String) -> String {
    var scanner = MarkdownInline(text)
    return scanner.run()
  }
}
