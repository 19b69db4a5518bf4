/// The note that browsers and their extensions leave at the top of a page that they save.
enum SavedNote {
  /// Where the page was when it was saved; nil where no note tells.
  static func address(in text: [UInt8]) -> String? {
    let head = text.prefix(16_384)
    guard head.contains(UInt8(ascii: "!")) else { return nil }
    for note in notes {
      guard let mark = head.range(of: note.mark.utf8) else { continue }
      let rest = head[mark.upperBound...].prefix(4_096)
      guard let start = rest.range(of: note.before.utf8), start.lowerBound - rest.startIndex < 80
      else { continue }
      let address = rest[start.upperBound...].drop { $0 <= 0x20 }
        .prefix { $0 > 0x20 && !note.ends.contains($0) }
      let whole = note.scheme + String(decoding: address, as: UTF8.self)
      if whole.hasPrefix("http://") || whole.hasPrefix("https://") { return whole }
    }
    return nil
  }

  private struct Note {
    let mark: String
    /// Stands behind the mark and before the address.
    let before: String
    let scheme: String
    let ends: [UInt8]

    init(_ mark: String, before: String, scheme: String = "", ends: String = "<>\"") {
      self.mark = mark
      self.before = before
      self.scheme = scheme
      self.ends = Array(ends.utf8)
    }
  }

  private static let notes = [
    // <!-- Page saved with SingleFile url: http://… saved date: … -->
    Note("Page saved with SingleFile", before: "url:"),
    // <!-- saved from url=(0042)http://… -->
    Note("<!-- saved from url=", before: ")"),
    // <!-- Mirrored from www.host/path by HTTrack Website Copier/3.x … -->
    Note("<!-- Mirrored from", before: " ", scheme: "http://"),
    // <html data-scrapbook-source="http://…" …>
    Note("data-scrapbook-source=", before: "\""),
  ]
}
