import Model

/// Saved web pages, HTML and XHTML.
enum HTMLFormat: InputFormat {
  static let format = Article.Format.html

  static func recognises(head: String, name: String) -> Bool {
    if name.ends(".html") || name.ends(".htm") || name.ends(".xhtml") || name.ends(".shtml") {
      return true
    }
    let lower = head.lowercased()
    return lower.hasAny(["<!doctype html", "<html", "<head>", "<body"])
      || (lower.tidy.starts("<") && lower.hasAny(["<p>", "<p ", "<div", "<br"]))
  }

  static func read(_ utf8: [UInt8]) throws(HTMLFailure) -> Page {
    let tree = try HTMLTree(parsing: utf8)
    var lines = HTMLLines.read(tree)
    HTMLContent.mark(&lines, in: tree)
    var page = Page()
    page.facts = HTMLFacts.read(tree)
    page.lines = lines.map { line in
      Page.Line(
        text: line.text, linkShare: line.linkShare, isHeading: line.isHeading, isBody: line.isBody)
    }
    return page
  }
}
