import Model

/// The bytes of a page while it is put together. What comes from articles goes in by `text` alone,
/// and cannot become markup.
struct HTMLText {
  private(set) var bytes: [UInt8] = []

  /// Markup of our own.
  mutating func raw(_ markup: String) { bytes += markup.utf8 }
  mutating func raw(_ other: [UInt8]) { bytes += other }

  /// Any text, between tags or within a quoted attribute.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"": raw("&quot;")
      case "'": raw("&#39;")
      case "\t", "\n": raw(" ")
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": raw("\u{FFFD}")
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }

  /// `<name>text</name>`; `attributes` is markup.
  mutating func element(_ name: String, _ attributes: String = "", _ text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  mutating func element(_ name: String, _ attributes: String = "", _ label: Bilingual) {
    open(name, attributes)
    self.label(label)
    close(name)
  }

  mutating func open(_ name: String, _ attributes: String = "") {
    raw("<\(name)\(attributes.isEmpty ? "" : " " + attributes)>")
  }

  mutating func close(_ name: String) { raw("</\(name)>") }

  /// Both languages, each said to be what it is.
  mutating func label(_ label: Bilingual) {
    open("span", "lang=\"zh\"")
    text(label.chinese)
    raw("</span> ")
    open("span", "lang=\"en\"")
    text(label.english)
    close("span")
  }

  /// A heading of a section, and its beginning.
  mutating func section(_ id: String, _ title: Bilingual, note: Bilingual? = nil) {
    raw("<section id=\"\(id)\" aria-labelledby=\"\(id)-h\">")
    element("h2", "id=\"\(id)-h\"", title)
    if let note { element("p", "class=\"note\"", note) }
  }

  mutating func endSection() { raw("</section>\n") }

  /// A table in a box that scrolls by itself; `body` writes the rows.
  mutating func table(
    _ caption: Bilingual, _ columns: [Bilingual], class name: String = "",
    _ body: (inout HTMLText) -> Void
  ) {
    raw("<div class=\"box\" tabindex=\"0\" role=\"region\" aria-label=\"")
    text(caption.chinese + " " + caption.english)
    raw("\"><table class=\"\(name)\">")
    element("caption", "", caption)
    raw("<thead><tr>")
    for column in columns { element("th", "scope=\"col\"", column) }
    raw("</tr></thead><tbody>")
    body(&self)
    raw("</tbody></table></div>")
  }

  /// Numbers stand at the right.
  mutating func number(_ number: Int) { element("td", "class=\"n\"", number.grouped) }

  mutating func nothing() {
    element("p", "class=\"note\"", Bilingual("本导出中没有。", "None in this export."))
  }
}

extension Int {
  /// `1,234,567`
  var grouped: String {
    let digits = Array(String(magnitude).utf8)
    var bytes: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(digit)
    }
    return (self < 0 ? "-" : "") + String(decoding: bytes, as: UTF8.self)
  }
}
