/// A stretch of an article's text: 0-based Unicode scalar offsets, end exclusive.
package struct Span: Hashable, Sendable, Comparable, BitwiseCopyable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  package var length: Int { end - start }

  package static func < (a: Span, b: Span) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}

/// Where a fact was read: the words, their place, and the rule that read them.
package struct Evidence: Hashable, Sendable {
  /// 0-based, in the article's text split at newlines.
  package var paragraph: Int
  package var span: Span
  /// Exactly the scalars `span` of the article's text.
  package var text: String
  /// The name of the rule.
  package var rule: String

  package init(paragraph: Int, span: Span, text: String, rule: String) {
    self.paragraph = paragraph
    self.span = span
    self.text = text
    self.rule = rule
  }
}
