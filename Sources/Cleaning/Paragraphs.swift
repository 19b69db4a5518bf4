/// Chooses the lines that are the article's paragraphs.
enum Paragraphs {
  static func keep(_ lines: [Page.Line], title: String?) -> [String] {
    let body = lines.filter(\.isBody)
    let ending = end(of: body)
    var kept: [String] = []
    let headline = title?.bare ?? ""
    for line in body[..<ending] {
      guard !isNoise(line.text.tidy) else { continue }
      let text = LineEnds.trimmed(line.text.tidy)
      guard !text.isEmpty, !isNoise(text) else { continue }
      // The headline again, above the first paragraph.
      if kept.isEmpty, !headline.isEmpty, text.length <= 100, isHeadline(text, headline) { continue }
      kept.append(text)
    }
    return kept
  }

  private static func isHeadline(_ text: String, _ headline: String) -> Bool {
    let bare = text.bare
    return bare == headline || (bare.length >= 8 && bare.starts(headline) && bare.length < headline.length + 12)
  }

  private static func isNoise(_ text: String) -> Bool {
    NoiseRules.all.contains { rule in
      rule.holds(for: text)
    }
  }

  /// The first line behind the prose that begins the furniture of the page's end.
  private static func end(of lines: [Page.Line]) -> Int {
    let weights = lines.map { weight($0.text) }
    let all = weights.reduce(0, +)
    var before = 0
    for (index, line) in lines.enumerated() {
      let isEnd = NoiseRules.all.contains { rule in
        if case .end = rule.effect { rule.holds(for: line.text) } else { false }
      }
      if isEnd, before * 2 >= all, before > 0 { return index }
      before += weights[index]
    }
    return lines.count
  }

  private static func weight(_ text: String) -> Int {
    text.length >= 30 && text.hasAny(["，", "。", ",", "."]) ? text.length : 0
  }
}
