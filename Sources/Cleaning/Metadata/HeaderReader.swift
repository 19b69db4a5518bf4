import Model

/// What the lines around an article say of it: 来源, 记者, 作者, dates.
struct VisibleFacts: Sendable {
  var publishers: [String] = []
  var authors: [String] = []
  var date: String?
}

/// Reads the lines above the article's prose, its first and last paragraphs, and the lines below.
enum HeaderReader {
  static func read(_ lines: [Page.Line]) -> VisibleFacts {
    var facts = VisibleFacts()
    let prose = lines.indices.filter { isProse(lines[$0]) }
    let first = prose.first ?? lines.count
    let last = prose.last ?? lines.count
    // From the article upwards: what stands nearer to it is more likely about it.
    for index in (max(0, first - 40)..<min(lines.count, first + 1)).reversed()
    where lines[index].linkShare < 0.9 || lines[index].text.has("来源") {
      readLine(lines[index].text, isHead: true, into: &facts)
    }
    for index in first..<min(lines.count, last + 15) where index > first {
      readLine(lines[index].text, isHead: false, into: &facts)
    }
    if facts.publishers.isEmpty, let column = Labels.column(in: lines[..<first]) {
      facts.publishers.append(column)
    }
    for index in [first - 2, first - 1, first, last, last + 1, last + 2]
    where facts.authors.isEmpty && lines.indices.contains(index) && lines[index].isBody {
      facts.authors = Labels.soloByLine(lines[index].text) ?? []
    }
    if facts.authors.isEmpty { readProse(lines, first: first, last: last, into: &facts) }
    return facts
  }

  private static func isProse(_ line: Page.Line) -> Bool {
    line.isBody && line.text.length >= 40 && line.text.hasAny(["，", "。", ",", ". "])
      && !line.text.starts("来源")
  }

  private static func readLine(_ line: String, isHead: Bool, into facts: inout VisibleFacts) {
    guard line.length <= 120 else { return }
    if let account = Labels.account(in: line) { facts.publishers.insert(account, at: 0) }
    if let source = Labels.source(in: line) { facts.publishers.append(source) }
    if let owner = Labels.owner(in: line) { facts.publishers.append(owner) }
    if facts.authors.isEmpty { facts.authors = Labels.authors(in: line) }
    guard isHead || line.hasAny(["发布日期", "发布时间", "发表时间"]), facts.date == nil,
      let date = DateReader.first(in: line)
    else { return }
    guard line.length <= 60 || date.range.lowerBound < 12 else { return }
    guard NoiseShapes.isDateLine(line) || hasHeaderWord(line) else { return }
    facts.date = date.iso
    if facts.publishers.isEmpty, let outlet = outlet(beside: date, in: line) {
      facts.publishers.append(outlet)
    }
  }

  private static func hasHeaderWord(_ line: String) -> Bool {
    line.length <= 80
      && line.hasAny(["来源", "來源", "时间", "发布", "日期", "编辑", "作者", "记者", "更新", "稿源", "评论", "字号", "阅读"])
  }

  /// 北京青年报 in `北京青年报2023-11-12 21:33`.
  private static func outlet(beside date: PrintedDate, in line: String) -> String? {
    let before = Array(line.unicodeScalars)[..<date.range.lowerBound]
    let name = String(String.UnicodeScalarView(before)).trimmed(" |丨｜:：-·")
    return name.length <= 16 && Names.isOutlet(name) ? name : nil
  }

  /// `（记者 陆一夫）` in the first paragraph, `(李楠)` at the end of the last.
  private static func readProse(
    _ lines: [Page.Line], first: Int, last: Int, into facts: inout VisibleFacts
  ) {
    guard first < lines.count else { return }
    for index in first..<min(lines.count, first + 2) where facts.authors.isEmpty {
      facts.authors = Labels.reporter(in: lines[index].text)
    }
    for index in last..<min(lines.count, last + 4) where facts.authors.isEmpty {
      guard lines[index].isBody else { continue }
      facts.authors = Labels.signature(in: lines[index].text)
    }
  }
}
