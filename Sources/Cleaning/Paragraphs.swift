/// Chooses the lines that are the article's paragraphs.
enum Paragraphs {
  /// Tidy, none empty, without furniture and without the headline above the first of them.
  static func keep(_ lines: [Page.Line], title: String?) -> [String] {
    let body = lines.filter(\.isBody)
    let rules = body.map { NoiseRules.rule(for: $0.text) }
    let headline = title?.bare ?? ""
    var kept: [String] = []
    for index in 0..<end(of: body, rules) where rules[index] == nil {
      let whole = body[index].text
      let text = LineEnds.trimmed(whole)
      if text.isEmpty || text.utf8.count != whole.utf8.count && NoiseRules.rule(for: text) != nil {
        continue
      }
      if kept.isEmpty, !headline.isEmpty, isHeadline(text, headline) { continue }
      if kept.isEmpty, Labels.soloByLine(text) != nil { continue }
      kept.append(text)
    }
    while let last = kept.last, kept.count > 1, Labels.soloByLine(last) != nil { kept.removeLast() }
    return kept
  }

  /// The headline again, perhaps with a site's name behind it.
  private static func isHeadline(_ text: String, _ headline: String) -> Bool {
    guard text.length <= 120 else { return false }
    let bare = text.bare
    if bare == headline { return true }
    return headline.length >= 8 && bare.starts(headline) && bare.length < headline.length + 12
  }

  /// The first line behind the prose that begins the furniture of the page's end.
  private static func end(of lines: [Page.Line], _ rules: [NoiseRule?]) -> Int {
    let weights = lines.map { weight($0.text) }
    let all = weights.reduce(0, +)
    var before = 0
    for index in lines.indices {
      if case .end = rules[index]?.effect, before * 2 >= all, before > 0 { return index }
      before += weights[index]
    }
    return lines.count
  }

  private static func weight(_ text: String) -> Int {
    let length = text.length
    return length >= 30 && text.hasAny(["，", "。", ",", "."]) ? length : 0
  }
}
