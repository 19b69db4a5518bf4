import Model

/// The article of a page that shows none until its scripts have run: in JSON-LD, in the state that
/// a script hands over (`__NEXT_DATA__`, `articleInfo`), in a `textarea` or `noscript`.
struct EmbeddedBody {
  private let tree: PageTree

  init(_ tree: PageTree) { self.tree = tree }

  /// Takes the place of a body that is much smaller; `size` is that body's, in bytes.
  func use(in draft: inout Draft, insteadOf size: Int) {
    let least = max(90, 3 * size)
    guard let lines = linkedData(draft) ?? scripts(&draft) ?? hiddenElements(&draft),
      lines.reduce(0, { $0 + $1.text.count }) >= least
    else { return }
    draft.tail = draft.body + draft.tail
    draft.body = lines
    draft.quality.insert("body.embedded")
  }

  private func linkedData(_ draft: Draft) -> [Line]? {
    let bodies = draft.statements.values(.body, from: .linkedData)
    return bodies.max { $0.utf8.count < $1.utf8.count }.flatMap { lines(of: Array($0.utf8)) }
  }

  // MARK: Scripts

  /// The longest text that a script holds under a name for bodies. Where it holds the paragraphs
  /// one by one, they are put together.
  private func scripts(_ draft: inout Draft) -> [Line]? {
    var best: [Line] = []
    for script in tree.scripts {
      let found = Self.keys.values(in: tree.text(script.text))
      let body = longest(found.filter { $0.key < Self.pieceKeys.lowerBound })
      let pieces = found.filter { Self.pieceKeys.contains($0.key) && isText($0.value) }
      let all = Array(pieces.map(\.value).joined(separator: [0x0A]))
      let lines = lines(of: all.count > 2 * body.count ? all : body) ?? []
      guard size(lines) > size(best) else { continue }
      best = lines
      state(found, in: &draft.statements)
    }
    return best.isEmpty ? nil : best
  }

  private func longest(_ found: [ScriptStrings.Found]) -> [UInt8] {
    found.filter { isText($0.value) }.map(\.value).max { $0.count < $1.count } ?? []
  }

  /// What else the script says of the article.
  private func state(_ found: [ScriptStrings.Found], in statements: inout Statements) {
    for (keys, field) in Self.fields {
      guard let value = found.first(where: { keys.contains($0.key) && !$0.value.isEmpty })?.value,
        value.count < 300
      else { continue }
      statements.add(field, String(decoding: Self.unescaped(value), as: UTF8.self), .script)
    }
  }

  /// Running text and no address, colour or name.
  private func isText(_ value: [UInt8]) -> Bool {
    value.count >= 30 && !value.starts(with: "http".utf8) && !value.starts(with: "//".utf8)
      && (value.count { $0 >= 0xE3 } >= 8 || value.count { $0 == 0x20 } >= 8)
  }

  private static let bodyNames = [
    "content", "articlebody", "contenthtml", "content_html", "cnt_html", "articlecontent",
    "newscontent", "contenttext", "html", "body", "article_content", "detailcontent",
  ]
  private static let pieceNames = ["value", "data", "text", "desc"]
  private static let titleNames = ["title", "headline", "newstitle", "articletitle"]
  private static let sourceNames = ["source", "sourcename", "medianame", "media_name", "src"]
  private static let dateNames = [
    "publishtime", "pubtime", "publish_time", "pub_time", "newstime", "pubdate", "ctime",
    "time",
  ]
  private static let authorNames = ["author", "authorname", "author_name"]
  private static let names =
    [bodyNames, pieceNames, titleNames, sourceNames, dateNames, authorNames]
  private static let keys = ScriptStrings(names.flatMap(\.self))
  private static let pieceKeys = range(of: 1)
  private static let fields: [(Range<Int>, Statement.Field)] = [
    (range(of: 2), .title), (range(of: 3), .publisher), (range(of: 4), .date),
    (range(of: 5), .author),
  ]

  private static func range(of list: Int) -> Range<Int> {
    let start = names[..<list].reduce(0) { $0 + $1.count }
    return start..<start + names[list].count
  }

  // MARK: Elements

  /// What stands in elements that a browser does not show as text.
  private func hiddenElements(_ draft: inout Draft) -> [Line]? {
    var best: [Line] = []
    for index in tree.nodes.indices {
      guard let tag = tree.nodes[index].tag, tag == .textarea || tag == .noscript else { continue }
      var text: [UInt8] = []
      let isMarkup = tree.nodes[index..<Int(tree.nodes[index].end)].contains { $0.tag == .p }
      for inner in index..<Int(tree.nodes[index].end) {
        if tree.nodes[inner].tag != nil { text.append(0x0A) }
        if tree.nodes[inner].tag == nil { text += tree.text(tree.nodes[inner].range) }
      }
      if let date = DateReader.date(ofValue: text[...].trimmingBlanks),
        date.range.count == text[...].trimmingBlanks.count
      {
        draft.statements.add(.date, date.iso, .script)
      }
      guard text.count >= 90, isMarkup || isText(text) else { continue }
      let lines = lines(of: text) ?? []
      if size(lines) > size(best) { best = lines }
    }
    return best.isEmpty ? nil : best
  }

  // MARK: Lines

  /// The lines of a text that may be markup, or markup escaped once more.
  private func lines(of value: [UInt8]) -> [Line]? {
    var text = value
    for _ in 0..<2 where text.containsRun("&lt;") && !text.containsRun("</p>") {
      text = Self.unescaped(text)
    }
    guard text.contains(UInt8(ascii: "<")) else { return plainLines(of: text) }
    do {
      let page = try HTMLTree.parse(text)
      return HTML.draft(ofWhole: page, format: .html).body
    } catch {
      return nil
    }
  }

  private func plainLines(of text: [UInt8]) -> [Line] {
    text.lines.compactMap { part in
      var line = LineText()
      line.append(part)
      return line.bytes.isEmpty ? nil : Line(line.bytes)
    }
  }

  private static func unescaped(_ text: [UInt8]) -> [UInt8] {
    var rest = String(decoding: text, as: UTF8.self)
    for (entity, mark) in [("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
      rest = rest.replacing(entity, with: mark)
    }
    let quote = UInt8(ascii: "\"")
    let bytes = Array(rest.utf8)
    guard bytes.count > 1, bytes.first == quote, bytes.last == quote else { return bytes }
    return Array(bytes[1..<bytes.count - 1])
  }

  private func size(_ lines: [Line]) -> Int { lines.reduce(0) { $0 + $1.text.count } }
}
