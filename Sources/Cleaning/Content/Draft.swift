import Model

/// What a format read off a file, before noise is told from text.
struct Draft: Sendable {
  var format: Article.Format
  /// What stands before the body, in order, and what stands behind it: no text of the article,
  /// but what its by-line, date and publisher are read from.
  var head: [Line] = []
  var body: [Line] = []
  var tail: [Line] = []
  /// What the file says of itself: meta elements, front matter, embedded data.
  var statements = Statements()
  var quality: Set<String> = []
  /// The addresses of the links to the article's other pages.
  var pageLinks: [String] = []

  init(format: Article.Format) { self.format = format }
}

/// One line of a draft.
struct Line: Hashable, Sendable {
  enum Role: Hashable, Sendable { case text, heading, item, caption, about, byline }

  /// Normalised UTF-8, as `LineText` makes it.
  var text: [UInt8]
  var role: Role
  /// 0 to 1: how much of it stands in links.
  var linkShare: Double

  init(_ text: [UInt8], _ role: Role = .text, linkShare: Double = 0) {
    self.text = text
    self.role = role
    self.linkShare = linkShare
  }
}
