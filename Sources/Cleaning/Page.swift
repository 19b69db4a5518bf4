import Model

/// A document in whatever format, as lines and as what its markup says of it.
struct Page: Sendable {
  /// One line of the page as a reader sees it: a paragraph, a heading, a link, a button.
  struct Line: Sendable {
    var text: String
    /// How much of it is links, 0 to 1.
    var linkShare = 0.0
    var isHeading = false
    /// Stands where the format found the article, as far as the format can tell.
    var isBody = true
  }

  /// What markup says outside the text; best source first in each list.
  struct Facts: Sendable {
    var titles: [String] = []
    /// `<title>`, with the site's name still on it.
    var windowTitle: String?
    var headings: [String] = []
    /// Named as the source of this very article (front matter, meta source).
    var publishers: [String] = []
    /// The site that shows it; weaker than a visible 来源.
    var sites: [String] = []
    var authors: [String] = []
    var dates: [(text: String, basis: Article.DateBasis)] = []
    /// Dates found in scripts: taken where nothing better is found.
    var weakDates: [String] = []
    var urls: [String] = []
    var section: String?
    var tags: [String] = []
  }

  var lines: [Line] = []
  var facts = Facts()
}

/// A way of writing documents: recognised by its head or its name, read into a `Page`.
protocol InputFormat: Sendable {
  static var format: Article.Format { get }
  /// `head` is the decoded beginning of the file, `name` its name in lower case.
  static func recognises(head: String, name: String) -> Bool
  static func read(_ utf8: [UInt8]) throws(HTMLFailure) -> Page
}

enum InputFormats {
  /// Asked in this order: front matter and names in `.md` before HTML, since such files are half
  /// HTML; plain text takes what no other wants.
  static let all: [any InputFormat.Type] = [
    MarkdownFormat.self, HTMLFormat.self, PlainTextFormat.self,
  ]

  static func format(of utf8: [UInt8], path: String) -> any InputFormat.Type {
    let head = String(decoding: utf8.prefix(4096), as: UTF8.self)
    var name = path.lowercased()
    if name.ends(".gz") { name = String(name.dropLast(3)) }
    return all.first { $0.recognises(head: head, name: name) } ?? PlainTextFormat.self
  }
}
