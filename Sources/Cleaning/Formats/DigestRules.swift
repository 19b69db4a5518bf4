/// How the articles in one file are told apart: rules from the plainest mark on.
struct DigestRule: Sendable {
  let name: String
  /// The lines of each article, marks between them left out; nil where the marks are not plain.
  let pieces: @Sendable (DigestText) -> [Range<Int>]?
}

enum DigestRules {
  static let all: [DigestRule] = [
    DigestRule(name: "front-matter", pieces: frontMatter),
    DigestRule(name: "numbers", pieces: numbers),
    DigestRule(name: "labels", pieces: labels),
    DigestRule(name: "rulers", pieces: rulers),
  ]

  /// More than this is no digest but an attack.
  private static let most = 10_000
  /// Fewer characters are no article.
  private static let fewest = 20

  /// The articles of the first rule that finds any.
  static func pieces(of text: DigestText) -> [Range<Int>]? {
    guard text.lines.count >= 4 else { return nil }
    for rule in all {
      if let pieces = rule.pieces(text) { return pieces }
    }
    return nil
  }

  // MARK: Rules

  /// Each article begins with a YAML block that gives its title.
  @Sendable private static func frontMatter(_ text: DigestText) -> [Range<Int>]? {
    guard let first = text.lines.indices.first(where: { !text.lines[$0].isEmpty }),
      text.lines[first].elementsEqual("---".utf8), var line = FrontMatterBlock.end(text, at: first)
    else { return nil }
    var starts = [first]
    var isFenced = false
    while line < text.lines.count {
      let next = text.lines[line]
      if next.starts(with: "```".utf8) || next.starts(with: "~~~".utf8) { isFenced.toggle() }
      if !isFenced, next.elementsEqual("---".utf8), let end = FrontMatterBlock.end(text, at: line) {
        starts.append(line)
        line = end
      } else {
        line += 1
      }
    }
    return parted(text, starts.map { Mark(line: $0, start: $0) })
  }

  /// Each article stands below its number: Document 1 of 20, 第 1 篇, 【第1篇】.
  @Sendable private static func numbers(_ text: DigestText) -> [Range<Int>]? {
    var marks: [Mark] = []
    var first: ArticleNumber?
    for (line, bytes) in text.lines.enumerated() where ArticleNumber.isLikely(bytes) {
      guard let number = ArticleNumber(bytes) else { continue }
      let total = first?.total ?? number.total ?? Int.max
      // A number out of its turn is not the archive's.
      guard number.number == marks.count + 1, number.number <= total,
        first == nil || number.form == first?.form && number.total == first?.total
      else { return nil }
      first = first ?? number
      marks.append(Mark(line: line, start: line + 1))
    }
    return parted(text, marks) { piece in
      piece.first.map { PieceHead.isTitle(text.lines[$0]) } ?? false
        || first?.form == .document
    }
  }

  /// Each article begins with the same labels: 标题：…, 来源：…, 日期：….
  @Sendable private static func labels(_ text: DigestText) -> [Range<Int>]? {
    var marks: [Mark] = []
    var common: Set<LabelBlock.Field> = []
    var bodies: [Int] = []
    var line = 0
    while line < text.lines.count {
      if LabelBlock.begins(text.lines[line]), let block = LabelBlock(text.lines[line...]) {
        let fields = Set(block.entries.map(\.field))
        common = marks.isEmpty ? fields : common.intersection(fields)
        marks.append(Mark(line: line, start: line))
        bodies.append(block.end)
        line = max(block.end, line + 1)
      } else {
        line += 1
      }
    }
    guard common.count >= 2 else { return nil }
    let ends = marks.dropFirst().map(\.line) + [text.lines.count]
    guard
      zip(bodies, ends).allSatisfy({ text.characters($0..<max($0, $1), limit: fewest) >= fewest })
    else { return nil }
    return parted(text, marks)
  }

  /// A ruler stands between any two articles, and each begins with a title and its date or source.
  @Sendable private static func rulers(_ text: DigestText) -> [Range<Int>]? {
    var lines: [Ruler: [Int]] = [:]
    for (line, bytes) in text.lines.enumerated() {
      guard let ruler = Ruler.mark(of: bytes) else { continue }
      lines[ruler, default: []].append(line)
    }
    // An article may have rulers of another kind inside.
    for ruler in Ruler.allCases {
      guard let lines = lines[ruler], lines.count <= most else { continue }
      if let pieces = pieces(of: text, between: lines) { return pieces }
    }
    return nil
  }

  private static func pieces(of text: DigestText, between rulers: [Int]) -> [Range<Int>]? {
    let bounds = zip([-1] + rulers, rulers + [text.lines.count])
    var pieces = bounds.map { text.trimmed(($0 + 1)..<$1) }.filter { !$0.isEmpty }
    // The digest's own head.
    if let first = pieces.first, !text.hasSentence(first) { pieces.removeFirst() }
    guard pieces.count >= 2,
      pieces.allSatisfy({ PieceHead.isPlain(text, $0) && text.hasSentence($0) })
    else { return nil }
    return pieces
  }

  // MARK: Parting

  /// Where an article is marked, and where its own lines begin.
  private struct Mark {
    let line: Int
    let start: Int
  }

  /// The lines from each mark to the next; nil where they do not hold an article each, or where
  /// running text stands before the first.
  private static func parted(
    _ text: DigestText, _ marks: [Mark], where isArticle: (Range<Int>) -> Bool = { _ in true }
  ) -> [Range<Int>]? {
    guard (2...most).contains(marks.count), !text.hasSentence(0..<marks[0].line) else { return nil }
    let ends = marks.dropFirst().map(\.line) + [text.lines.count]
    let pieces = zip(marks, ends).map { text.trimmed($0.start..<$1) }
    let areArticles = pieces.allSatisfy {
      text.characters($0, limit: fewest) >= fewest && isArticle($0)
    }
    return areArticles ? pieces : nil
  }
}
