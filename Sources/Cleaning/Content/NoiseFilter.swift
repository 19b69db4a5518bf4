/// Parts the lines of a draft into the article's text and what is none.
struct NoiseFilter {
  private(set) var kept: [Line] = []
  /// In order: what by-line and source are read from.
  private(set) var removed: [Line] = []

  private let matcher = NoiseMatcher.standard

  init(_ lines: [Line], title: String?) {
    let folded = lines.map { FoldedLine($0.text) }
    let everywhere = folded.map { matcher.rule(for: $0) { $0 == .anywhere } }
    let running = lines.indices.map { everywhere[$0] == nil && Self.isRunning(lines[$0]) }
    let edges = Edges(running: running)
    let title = title.map { FoldedLine($0.utf8).bytes }
    var seen: Set<LineBytes> = []
    for (index, line) in lines.enumerated() {
      if let title, edges.isHead(index), isTitle(folded[index], title) {
        removed.append(line)
      } else if let rule = everywhere[index] ?? edgeRule(folded[index], index, edges),
        !Credits.isSentenceWithEditor(line.text)
      {
        removed.append(line)
        if edges.stops(at: index, rule.effect) {
          // What readers wrote says nothing of the article.
          if rule.effect != .end { removed += lines[(index + 1)...] }
          return
        }
      } else if isByline(lines, index) {
        removed.append(Line(line.text, .byline))
      } else if isLinkLine(line)
        || running[index] && !seen.insert(LineBytes(bytes: line.text)).inserted
      {
        removed.append(line)
      } else {
        keep(line)
      }
    }
  }

  /// Where the running text of a draft begins and ends.
  private struct Edges {
    let running: [Bool]
    let first: Int
    let last: Int

    init(running: [Bool]) {
      self.running = running
      first = running.firstIndex(of: true) ?? 0
      last = running.lastIndex(of: true) ?? running.count
    }

    func isHead(_ index: Int) -> Bool { index < max(first, 5) }

    func holds(_ index: Int) -> Bool {
      index < 3 || index >= running.count - 8 || index < first || index > last
    }

    /// Whether nothing behind the line is text any more.
    func stops(at index: Int, _ effect: NoiseRule.Effect) -> Bool {
      switch effect {
      case .drop: false
      case .cut: index > last
      case .end: index > first
      }
    }
  }

  private func edgeRule(_ line: FoldedLine, _ index: Int, _ edges: Edges) -> NoiseRule? {
    edges.holds(index) ? matcher.rule(for: line) { $0 == .edges } : nil
  }

  /// A line of names at the head, with the date above or below it.
  private func isByline(_ lines: [Line], _ index: Int) -> Bool {
    guard index < 4, NamesLine.names(in: lines[index].text) != nil else { return false }
    return [index - 1, index + 1].contains {
      lines.indices.contains($0) && LinePattern.date.fits(FoldedLine(lines[$0].text))
    }
  }

  private func isTitle(_ line: FoldedLine, _ title: [UInt8]) -> Bool {
    line.bytes == title || line.bytes.count > 24 && title.starts(with: line.bytes)
  }

  /// A line that is a link and no sentence: an item of a list of other pages.
  private func isLinkLine(_ line: Line) -> Bool {
    line.linkShare > 0.8 && line.text.count < 240 && !Sentence.isEnded(line.text)
  }

  private mutating func keep(_ line: Line) {
    guard let text = Credits.stripped(line.text) else {
      removed.append(line)
      return
    }
    var line = line
    if text.count < line.text.count {
      removed.append(Line(Array(line.text[text.count...]), .about))
      line.text = text
    }
    kept.append(line)
  }

  /// Whether a line is a sentence long enough to be text for certain.
  static func isRunning(_ line: Line) -> Bool {
    line.text.count >= 90 && line.linkShare < 0.5
      && (Sentence.isEnded(line.text) || line.text.count >= 300)
      && line.role != .about
  }
}

/// A line as it is, hashed in one go and not byte by byte as an array is.
private struct LineBytes: Hashable {
  let bytes: [UInt8]

  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}

/// Credits that stand within a line of text, at its end.
enum Credits {
  /// The text without （责任编辑：…） and without the photographer behind a caption; nil where what is
  /// left is a caption that is no sentence.
  static func stripped(_ text: [UInt8]) -> [UInt8]? {
    if let photographer = withoutPhotographer(text) {
      return isSentence(photographer) ? photographer : nil
    }
    if isLabelOfPicture(text) { return nil }
    return withoutAgency(withoutSource(withoutReturn(withoutEditor(text))))
  }

  /// 考察现场（摄影：李山）
  private static func isLabelOfPicture(_ text: [UInt8]) -> Bool {
    guard text.count <= 180, let open = text.lastRange(of: "（".utf8), open.lowerBound > 0,
      text.ends(with: Array("）".utf8))
    else { return false }
    let inner = FoldedLine(text[open.upperBound...]).bytes
    return ["摄影:", "摄影/", "图:", "图/", "图片:", "供图:"].contains { inner.starts(with: $0.utf8) }
      && !Sentence.isEnded(text[..<open.lowerBound])
  }

  /// 市长率团参观展览。（新华社）: a sentence, once its source is off.
  static func isSentenceCaption(_ text: [UInt8]) -> Bool { Sentence.isEnded(withoutSource(text)) }

  /// Without the picture's agency behind the sentence: …参观展览。（新华社）, …一景。 ©Getty Images
  private static func withoutSource(_ text: [UInt8]) -> [UInt8] {
    for open in ["（", "(", "©"] {
      guard let found = text.suffix(60).lastRange(of: open.utf8), found.lowerBound > 30,
        LinePattern.agency.fits(FoldedLine(text[found.lowerBound...]))
      else { continue }
      let rest = trimmed(text[..<found.lowerBound])
      if Sentence.isEnded(rest) { return rest }
    }
    return text
  }

  /// …仍将持续。返回腾讯网首页>>
  private static func withoutReturn(_ text: [UInt8]) -> [UInt8] {
    guard let found = text.suffix(150).lastRange(of: "返回".utf8),
      text.count - found.lowerBound <= 40,
      text.ends(with: Array(">>".utf8)) || text.ends(with: Array("首页".utf8))
    else { return text }
    return trimmed(text[..<found.lowerBound])
  }

  /// … REUTERS/Mike Blake
  private static func withoutAgency(_ text: [UInt8]) -> [UInt8] {
    for agency in ["REUTERS/", "AP Photo/", "AFP/"] {
      if let found = text.suffix(150).lastRange(of: agency.utf8), found.lowerBound > 30,
        text.count - found.lowerBound <= 50
      {
        return trimmed(text[..<found.lowerBound])
      }
    }
    return text
  }

  /// 11月12日,市长在基地调研。河滨日报全媒体记者 刘文 摄
  private static func withoutPhotographer(_ text: [UInt8]) -> [UInt8]? {
    guard text.count <= 600 else { return nil }
    let folded = FoldedLine(text)
    var rest = folded.bytes[...]
    while let last = rest.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "]") {
      rest = rest.dropLast()
    }
    guard takers.contains(where: { rest.ends(with: $0) }) else { return nil }
    guard let end = lastSentenceEnd(text), text.count - end <= 120 else { return nil }
    return Array(text[..<end])
  }

  private static func lastSentenceEnd(_ text: [UInt8]) -> Int? {
    guard let found = text.suffix(150).lastRange(of: "。".utf8) else { return nil }
    return found.upperBound < text.count ? found.upperBound : nil
  }

  /// Someone does something in it: 市长在基地调研。 but not 河滨森林公园北山景区。
  static func isSentence(_ text: [UInt8]) -> Bool {
    verbs.contains { text.range(of: $0) != nil }
  }

  /// A sentence with the editor behind it: the sentence is text.
  static func isSentenceWithEditor(_ text: [UInt8]) -> Bool {
    let rest = withoutEditor(text)
    return rest.count < text.count && rest.count >= 30 && Sentence.isEnded(rest)
  }

  private static func withoutEditor(_ text: [UInt8]) -> [UInt8] {
    for (open, close) in [("（", "）"), ("(", ")"), ("【", "】"), ("[", "]")] {
      // Behind the bracket a date may stand: （編輯：林治平）1090902
      guard let start = text.suffix(150).lastRange(of: open.utf8),
        text.count - start.lowerBound <= 90,
        let end = text[start.upperBound...].range(of: close.utf8),
        text[end.upperBound...].allSatisfy({ $0 < 0x80 })
      else { continue }
      let inner = FoldedLine(text[start.upperBound...]).bytes
      if editors.contains(where: { inner.starts(with: $0) }) {
        return trimmed(text[..<start.lowerBound])
      }
    }
    for editor in ["责任编辑：", "责任编辑:", "責任編輯：", "责编：", "責編："] {
      if let found = text.suffix(150).lastRange(of: editor.utf8),
        text.count - found.lowerBound <= 90,
        found.lowerBound > 0
      {
        return trimmed(text[..<found.lowerBound])
      }
    }
    return text
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var text = text
    while text.last == 0x20 { text = text.dropLast() }
    return Array(text)
  }

  private static let takers = ["摄", "攝", "供图", "摄影报道"].map { Array($0.utf8) }
  private static let editors = [
    "责任编辑", "责编", "編輯", "编辑:", "責任編輯", "校对", "原标题", "原載", "来源:", "译者", "譯者", "核稿", "翻译:",
  ].map { Array($0.utf8) }
  private static let verbs = [
    "在", "正", "向", "了", "着", "为", "将", "被", "把", "对", "举行", "出席", "参加", "调研", "考察", "会见", "与", "和",
    "展示", "走",
    "來", "来", "为", "為", "會",
  ].map { Array($0.utf8) }
}
