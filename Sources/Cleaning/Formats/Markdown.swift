import Model

/// Markdown with or without front matter, with HTML inside, and what html2text writes.
struct Markdown: InputFormat {
  func recognises(_ text: [UInt8], path: String) -> Bool {
    switch FileName.ending(of: path) {
    case "md", "markdown", "mdx": return true
    case "html", "htm", "xhtml", "shtml": return false
    default: return FrontMatter(text) != nil
    }
  }

  func draft(of text: [UInt8], path: String) throws(MarkupFault) -> Draft {
    let front = FrontMatter(text)
    let limit = MarkupLimits().text
    let body = text[(front?.end ?? 0)...].prefix(limit).wholeScalars
    let markup = MarkdownMarkup.html(of: body)
    let tree = try HTMLTree.parse(markup)
    var draft = HTML.draft(ofWhole: tree, format: .markdown)
    if text.count - (front?.end ?? 0) > limit { draft.quality.insert("page.truncated") }
    if let front {
      front.state(in: &draft.statements)
      if front.isDamaged { draft.quality.insert("front-matter.damaged") }
    }
    if draft.statements.values(.title, from: .frontMatter).isEmpty {
      let heading = draft.body.prefix(6).first { $0.role == .heading }
      if let heading {
        draft.statements.add(.title, String(decoding: heading.text, as: UTF8.self), .heading)
      }
    }
    return draft
  }
}

/// Turns Markdown into markup, so that one reader of lines serves both.
enum MarkdownMarkup {
  static func html(of text: ArraySlice<UInt8>) -> [UInt8] {
    var writer = MarkdownWriter()
    for line in text.lines { writer.add(line) }
    writer.endBlock()
    return writer.markup
  }
}

/// Takes lines, writes blocks.
private struct MarkdownWriter {
  private(set) var markup: [UInt8] = []
  private var block: [ArraySlice<UInt8>] = []
  private var isFenced = false
  /// Inside a link or image whose address goes on on the next line.
  private var isOpen = false

  mutating func add(_ line: ArraySlice<UInt8>) {
    let trimmed = line.trimmingBlanks
    if trimmed.starts(with: "```".utf8) || trimmed.starts(with: "~~~".utf8) {
      endBlock()
      isFenced.toggle()
    } else if isFenced {
      write("p", [line])
    } else if trimmed.isEmpty {
      endBlock()
    } else if isSetextRule(trimmed), !block.isEmpty {
      write("h2", block)
      block = []
    } else if isRule(trimmed) {
      endBlock()
    } else if let heading = headingText(trimmed) {
      endBlock()
      write("h2", [heading])
    } else if isMarkup(trimmed) {
      endBlock()
      markup += line
      markup.append(0x0A)
    } else if let item = itemText(trimmed) {
      endBlock()
      block = [item]
      isOpen = false
    } else if trimmed.first == UInt8(ascii: "|"), trimmed.last == UInt8(ascii: "|") {
      endBlock()
      writeRow(trimmed)
    } else {
      block.append(trimmed.first == UInt8(ascii: ">") ? trimmed.dropFirst().trimmingBlanks : line)
    }
  }

  mutating func endBlock() {
    guard !block.isEmpty else { return }
    let joined = MarkdownInline.text(Array(block.joined(separator: [0x0A])))
    let lines = joined.lines.filter { !$0.isEmpty }
    for paragraph in WrappedLines.joined(lines) { write("p", paragraph) }
    block = []
  }

  private mutating func write(_ tag: String, _ lines: [ArraySlice<UInt8>]) {
    let joined = Array(lines.joined(separator: [0x0A]))
    let text = tag == "h2" ? MarkdownInline.text(joined) : joined
    write(tag, text)
  }

  private mutating func write(_ tag: String, _ text: [UInt8]) {
    markup += "<\(tag)>".utf8
    markup += text
    markup += "</\(tag)>\n".utf8
  }

  private mutating func writeRow(_ line: ArraySlice<UInt8>) {
    let cells = line.split(separator: UInt8(ascii: "|"))
    guard !cells.allSatisfy({ $0.allSatisfy { "-: ".utf8.contains($0) } }) else { return }
    markup += "<table><tr>".utf8
    for cell in cells {
      markup += "<td>".utf8
      markup += MarkdownInline.text(Array(cell))
      markup += "</td>".utf8
    }
    markup += "</tr></table>\n".utf8
  }

  private func headingText(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let marks = line.prefix { $0 == UInt8(ascii: "#") }
    guard (1...6).contains(marks.count) else { return nil }
    let rest = line.dropFirst(marks.count)
    guard rest.first == 0x20 || rest.first ?? 0 >= 0x80 else { return nil }
    var text = rest.trimmingBlanks
    while text.last == UInt8(ascii: "#") { text = text.dropLast() }
    return text
  }

  /// A line of markup: it begins with a tag or comment.
  private func isMarkup(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "<"), let next = line.dropFirst().first else { return false }
    return next | 0x20 >= 0x61 && next | 0x20 <= 0x7A || next == UInt8(ascii: "/")
      || next == UInt8(ascii: "!")
  }

  private func itemText(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = line.first else { return nil }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: "*") {
      let rest = line.dropFirst()
      return rest.first == 0x20 ? rest.trimmingBlanks : nil
    }
    return nil
  }

  private func isSetextRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 2
      && (line.allSatisfy { $0 == UInt8(ascii: "=") }
        || line.allSatisfy { $0 == UInt8(ascii: "-") })
  }

  private func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    let marks = line.filter { $0 != 0x20 }
    guard marks.count >= 3, let first = marks.first, "-*_=".utf8.contains(first) else {
      return false
    }
    return marks.allSatisfy { $0 == first }
  }
}

/// The marks inside a paragraph.
enum MarkdownInline {
  /// Links as markup, images gone, emphasis and escapes resolved; line ends stay.
  static func text(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "!") where index + 1 < text.count && text[index + 1] == UInt8(ascii: "["):
        if let link = link(text, at: index + 1) {
          index = link.end
        } else {
          out.append(byte)
          index += 1
        }
      case UInt8(ascii: "["):
        if let link = link(text, at: index) {
          out += "<a>".utf8
          out += Self.text(Array(link.text))
          out += "</a>".utf8
          index = link.end
        } else {
          out.append(byte)
          index += 1
        }
      case UInt8(ascii: "*"):
        index += 1
      case UInt8(ascii: "_"):
        let isInWord = isWord(text, index - 1) && isWord(text, index + 1)
        if isInWord { out.append(byte) }
        index += 1
      case UInt8(ascii: "\\") where index + 1 < text.count && isMark(text[index + 1]):
        out.append(text[index + 1])
        index += 2
      default:
        let end = text[(index + 1)...].firstIndex(where: isSpecial) ?? text.count
        out += text[index..<end]
        index = end
      }
    }
    return out
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  /// `[text](address)`, the address over several lines where html2text broke it.
  private static func link(
    _ text: [UInt8], at start: Int
  ) -> (text: ArraySlice<UInt8>, end: Int)? {
    var depth = 0
    var index = start
    while index < text.count, index - start < 2_000 {
      if text[index] == UInt8(ascii: "[") { depth += 1 }
      if text[index] == UInt8(ascii: "]") { depth -= 1 }
      // Links do not stand in one another; a row of brackets is not searched for each of them.
      if depth == 0 || depth > 16 { break }
      index += 1
    }
    guard index < text.count, depth == 0, index + 1 < text.count,
      text[index + 1] == UInt8(ascii: "(")
    else { return nil }
    let inner = text[(start + 1)..<index]
    var close = index + 2
    var open = 1
    while close < text.count, close - index < 4_000 {
      if text[close] == UInt8(ascii: "(") { open += 1 }
      if text[close] == UInt8(ascii: ")") { open -= 1 }
      if open == 0 { return (inner, close + 1) }
      close += 1
    }
    return nil
  }

  private static func isWord(_ text: [UInt8], _ index: Int) -> Bool {
    guard text.indices.contains(index) else { return false }
    return text[index] | 0x20 >= 0x61 && text[index] | 0x20 <= 0x7A
      || text[index] >= 0x30 && text[index] <= 0x39
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    "\\`*_{}[]()#+-.!|>~".utf8.contains(byte)
  }
}

extension ArraySlice<UInt8> {
  /// Without the part of a character at the end.
  var wholeScalars: ArraySlice<UInt8> {
    guard let start = suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return self }
    let lead = self[start]
    let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return start + width > endIndex ? self[..<start] : self
  }

  var trimmingBlanks: ArraySlice<UInt8> {
    var rest = self
    while let first = rest.first, first <= 0x20 { rest = rest.dropFirst() }
    while let last = rest.last, last <= 0x20 { rest = rest.dropLast() }
    return rest
  }
}
