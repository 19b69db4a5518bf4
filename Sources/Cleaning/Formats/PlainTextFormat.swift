import Model

/// Text without markup: what remains when a page is copied by hand.
enum PlainTextFormat: InputFormat {
  static let format = Article.Format.text

  static func recognises(head: String, name: String) -> Bool { true }

  static func read(_ utf8: [UInt8]) throws(HTMLFailure) -> Page {
    let lines = utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    var page = Page()
    page.lines = WrappedLines.joined(lines).map { Page.Line(text: $0) }
    if let url = page.lines.first(where: { $0.text.starts("http") })?.text,
      !url.utf8.contains(0x20), url.utf8.count < 2048
    {
      page.facts.urls = [url]
    }
    return page
  }
}

/// Undoes hard wrapping: lines that were cut at one width become paragraphs again.
enum WrappedLines {
  /// Tidy paragraphs, none empty.
  static func joined(_ lines: [String]) -> [String] {
    let width = wrapWidth(lines)
    var result: [String] = []
    var paragraph = ""
    var open = false
    for line in lines {
      let text = line.tidy
      if !open || text.isEmpty || isIndented(line) {
        if !paragraph.isEmpty { result.append(paragraph) }
        paragraph = ""
      }
      if text.isEmpty { continue }
      if needsSpace(paragraph, text) { paragraph += " " }
      paragraph += text
      open =
        width > 0 && columns(line) >= width - 8 && columns(line) <= width
        && !endsSentence(text)
    }
    if !paragraph.isEmpty { result.append(paragraph) }
    return result
  }

  /// The width at which lines were cut; 0 where they were not.
  private static func wrapWidth(_ lines: [String]) -> Int {
    let widths = lines.map(columns).filter { $0 > 0 }
    guard widths.count >= 6, let longest = widths.max(), longest <= 132, longest >= 40 else {
      return 0
    }
    let full = zip(lines, lines.dropFirst()).filter { line, next in
      columns(line) >= longest - 8 && columns(next) > 0 && !endsSentence(line.tidy)
    }.count
    return full * 4 >= widths.count ? longest : 0
  }

  private static func needsSpace(_ first: String, _ second: String) -> Bool {
    guard let last = first.unicodeScalars.last, let next = second.unicodeScalars.first else {
      return false
    }
    return !last.isWide && !next.isWide
  }

  private static func isIndented(_ line: String) -> Bool {
    line.starts("\u{3000}") || line.starts("    ")
  }

  private static func columns(_ line: String) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.isWide ? 2 : 1) }
  }

  private static func endsSentence(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return true }
    return "。！？!?…".unicodeScalars.contains(last)
  }
}
