/// The sentence that a span of a text lies in.
struct MarkedSentence: Hashable {
  let before: String
  let words: String
  let after: String
  /// From 0, in the text.
  let paragraph: Int

  /// Of a sentence without end, so much before and behind the span.
  private static let reach = 200

  /// Nil where the span does not lie in the text.
  init?(_ text: String, start: Int, end: Int) {
    let scalars = Array(text.unicodeScalars)
    guard start >= 0, start <= end, end <= scalars.count else { return nil }
    var first = start
    while first > max(0, start - Self.reach), !Self.ends(scalars[first - 1]) { first -= 1 }
    var last = end
    while last < min(scalars.count, end + Self.reach), scalars[last] != "\n" {
      last += 1
      if Self.ends(scalars[last - 1]) { break }
    }
    before = Ink.safe(scalars[first..<start])
    words = Ink.safe(scalars[start..<end])
    after = Ink.safe(scalars[end..<last])
    paragraph = scalars[..<start].count { $0 == "\n" }
  }

  var text: String { before + words + after }

  private static func ends(_ scalar: Unicode.Scalar) -> Bool {
    ["。", "！", "？", "；", "!", "?", "\n"].contains(scalar)
  }
}
