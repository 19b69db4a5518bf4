import Model

/// Text without markup: title, date line and furniture are told by their words and places.
struct PlainText: InputFormat {
  func recognises(_ text: [UInt8], path: String) -> Bool { true }

  func draft(of text: [UInt8], path: String) -> Draft {
    var draft = Draft(format: .text)
    var block: [ArraySlice<UInt8>] = []
    let limit = MarkupLimits().text
    if text.count > limit { draft.quality.insert("page.truncated") }
    var lines = text.prefix(limit).wholeScalars.lines
    takeLabels(from: &lines, to: &draft)
    for line in lines {
      // An indented line begins a paragraph.
      let isIndented = line.starts(with: "\u{3000}\u{3000}".utf8) || line.starts(with: "    ".utf8)
      if line.trimmingBlanks.isEmpty || isIndented { add(&block, to: &draft) }
      if !line.trimmingBlanks.isEmpty { block.append(line) }
    }
    add(&block, to: &draft)
    if draft.statements.all.isEmpty { findTitle(in: &draft) }
    return draft
  }

  /// 标题：…, 来源：…: labelled lines at the head are no text.
  private func takeLabels(from lines: inout [ArraySlice<UInt8>], to draft: inout Draft) {
    let start = lines.firstIndex { !$0.trimmingWideBlanks.isEmpty } ?? lines.count
    let head = lines[start...].prefix(20).map(\.trimmingWideBlanks)
    guard let block = LabelBlock(head[...]) else { return }
    block.state(in: &draft.statements)
    lines.removeFirst(start + block.end)
    if let text = block.firstText, !lines.isEmpty { lines[0] = text }
  }

  private func add(_ block: inout [ArraySlice<UInt8>], to draft: inout Draft) {
    for paragraph in WrappedLines.joined(block) {
      var line = LineText()
      line.append(paragraph)
      if !line.bytes.isEmpty { draft.body.append(Line(line.bytes)) }
    }
    block = []
  }

  /// The first line that is no furniture and no sentence, before the running text.
  private func findTitle(in draft: inout Draft) {
    for line in draft.body.prefix(12) {
      let folded = FoldedLine(line.text)
      if folded.characters < 4 || NoiseMatcher.standard.rule(for: folded, at: { _ in true }) != nil
      {
        continue
      }
      let isTitle = folded.characters <= 80 && !line.text.ends(with: Array("。".utf8))
      guard isTitle, draft.body.count > 1 else { return }
      draft.statements.add(.title, String(decoding: line.text, as: UTF8.self), .heading)
      return
    }
  }
}
