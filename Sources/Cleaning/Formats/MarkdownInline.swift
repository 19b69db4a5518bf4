/// Rewrites the marks inside a line of Markdown, in one pass over its scalars.
struct MarkdownInline {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var result = String.UnicodeScalarView()

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func run() -> String {
    while index < scalars.count { step() }
    return String(result)
  }

  private mutating func step() {
    let scalar = scalars[index]
    switch scalar {
    case "<": tag()
    case "!" where next == "[": picture()
    case "[": link()
    case "*" where next == "*", "_" where next == "_" && !isInsideWord: index += 2
    case "*" where isEmphasis: index += 1
    case "`": index += 1
    case "\\" where next.map(isEscapable) == true: escape()
    default: take(scalar)
    }
  }

  private var next: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) {
    result.append(scalar)
    index += 1
  }

  private mutating func escape() {
    index += 1
    take(scalars[index])
  }

  private func isEscapable(_ scalar: Unicode.Scalar) -> Bool {
    "\\`*_{}[]()#+-.!|>~".unicodeScalars.contains(scalar)
  }

  private var isInsideWord: Bool {
    index > 0 && (scalars[index - 1].isASCIILetter || scalars[index - 1].isDigit)
  }

  /// A single star that hugs a word; `3 * 4` keeps its star.
  private var isEmphasis: Bool {
    let before = index > 0 ? scalars[index - 1] : " "
    let after = next ?? " "
    if before.isDigit && after.isDigit { return false }
    return !(before.isBlank && after.isBlank)
  }

  /// HTML goes through as it is.
  private mutating func tag() {
    guard let first = next, first.isASCIILetter || first == "/" || first == "!",
      let end = scalars[index...].firstIndex(of: ">")
    else {
      result.append(contentsOf: "&lt;".unicodeScalars)
      index += 1
      return
    }
    result.append(contentsOf: scalars[index...end])
    index = end + 1
  }

  private mutating func picture() {
    index += 1
    guard let parts = brackets() else {
      result.append("!")
      return
    }
    index = parts.end
  }

  private mutating func link() {
    guard let parts = brackets() else {
      take("[")
      return
    }
    var inner = MarkdownInline(String(String.UnicodeScalarView(scalars[parts.text])))
    let label = inner.run()
    index = parts.end
    result.append(contentsOf: ("<a href=\"#\">" + label + "</a>").unicodeScalars)
  }

  /// `[text](address)` from here; nil where it is no such thing.
  private func brackets() -> (text: Range<Int>, end: Int)? {
    guard index < scalars.count, scalars[index] == "[" else { return nil }
    guard let close = closing("[", "]", from: index), close + 1 < scalars.count,
      scalars[close + 1] == "(", let end = closing("(", ")", from: close + 1)
    else { return nil }
    return ((index + 1)..<close, end + 1)
  }

  /// The mark that closes the one at `start`, within a sane distance.
  private func closing(_ open: Unicode.Scalar, _ close: Unicode.Scalar, from start: Int) -> Int? {
    var depth = 0
    for position in start..<min(scalars.count, start + 4000) {
      if scalars[position] == open { depth += 1 }
      if depth > 8 { return nil }
      if scalars[position] == close {
        depth -= 1
        if depth == 0 { return position }
      }
    }
    return nil
  }
}
