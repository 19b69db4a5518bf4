/// The lines inside an article's element, parted into body and the rest.
struct BodyLines {
  private(set) var kept: [Line] = []
  /// Left out, before the first line that was kept.
  private(set) var droppedBefore: [Line] = []
  /// Left out behind it.
  private(set) var dropped: [Line] = []

  init(tree: PageTree, lines: [PageLine], finder: ArticleFinder, range: Range<Int>) {
    var row: Int32 = -1
    let weights = lines[range].reduce(into: (summary: 0, rest: 0)) { sums, line in
      guard finder.isRunning(line) else { return }
      if line.names.contains(.summary) {
        sums.summary += Int(line.weight)
      } else {
        sums.rest += Int(line.weight)
      }
    }
    let dropsSummary = weights.rest > 3 * weights.summary
    for line in lines[range] {
      guard keeps(line, finder), !(dropsSummary && line.names.contains(.summary)) else {
        // A title inside the article's element does not begin its text.
        if kept.allSatisfy({ $0.role == .heading }) {
          droppedBefore.append(Self.line(line))
        } else {
          dropped.append(Self.line(line))
        }
        continue
      }
      if line.row >= 0, line.row == row, line.weight < 160, let last = kept.indices.last,
        kept[last].text.count < 600
      {
        kept[last].text += [0x20] + line.text
      } else {
        kept.append(Self.line(line))
      }
      row = line.weight < 160 ? line.row : -1
    }
  }

  private func keeps(_ line: PageLine, _ finder: ArticleFinder) -> Bool {
    if finder.isFurniture(line) { return false }
    if line.names.contains(.about), line.weight < 240, !finder.isRunning(line) { return false }
    if line.names.contains(.caption), !Credits.isSentenceCaption(line.text) { return false }
    return line.linkShare < 0.6 || line.weight > 400
      || Sentence.isEnded(line.text) && line.linkShare < 0.9
  }

  static func line(_ line: PageLine) -> Line {
    let role: Line.Role =
      if line.tag.isHeading {
        .heading
      } else if line.names.contains(.caption) {
        .caption
      } else if line.names.contains(.about) {
        .about
      } else {
        line.tag == .li ? .item : .text
      }
    return Line(line.text, role, linkShare: line.linkShare)
  }
}
