import Model

/// A form that articles are saved in.
protocol InputFormat: Sendable {
  /// Whether a file is of this form, by its head and name.
  func recognises(_ text: [UInt8], path: String) -> Bool
  func draft(of text: [UInt8], path: String) throws(MarkupFault) -> Draft
}

/// The forms that are read.
enum InputFormats {
  /// In the order of trial: the first that recognises a file reads it; plain text takes all.
  static let all: [any InputFormat] = [Markdown(), HTML(), PlainText()]

  /// `type` is the media type that a page was served as, where that is known.
  static func format(of text: [UInt8], path: String, type: String? = nil) -> any InputFormat {
    if type == "text/html" || type == "application/xhtml+xml" { return HTML() }
    if type == "text/markdown" { return Markdown() }
    return all.first { $0.recognises(text, path: path) } ?? PlainText()
  }
}

/// What a file is called, as far as formats care.
enum FileName {
  /// `md` of `a/b.md`, of `a/b.md.gz` and of its second article `a/b.md#2`, in small letters; empty
  /// where there is none.
  static func ending(of path: String) -> String {
    let last = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    let name = withoutNumber(last)
    var parts = name.split(separator: UInt8(ascii: "."))
    if parts.count > 1, parts[parts.count - 1].elementsEqual("gz".utf8) { parts.removeLast() }
    guard parts.count > 1, let last = parts.last else { return "" }
    return String(decoding: last.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private static func withoutNumber(_ name: Substring.UTF8View) -> Substring.UTF8View {
    guard let mark = name.lastIndex(of: UInt8(ascii: "#")),
      name[mark...].dropFirst().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return name }
    return name[..<mark]
  }
}
