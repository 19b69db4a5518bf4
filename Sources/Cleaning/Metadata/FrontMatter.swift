import Model
import Yams

/// The YAML head of a Markdown post.
enum FrontMatter {
  /// Longer heads are not read: no real one is.
  static let maxBytes = 64 * 1024

  /// The lines between the two `---`, and the rest; nil where the file has no such head.
  static func split(_ utf8: [UInt8]) -> (header: [UInt8], body: ArraySlice<UInt8>)? {
    let text = utf8.drop { $0 == 0x0A || $0 == 0x20 }
    guard text.starts(with: Array("---\n".utf8)) else { return nil }
    let start = text.startIndex + 4
    var line = start
    while line < utf8.count, line - start <= maxBytes {
      let end = utf8[line...].firstIndex(of: 0x0A) ?? utf8.count
      let content = utf8[line..<end].reversed().drop { $0 == 0x20 }.reversed()
      if content.elementsEqual("---".utf8) || content.elementsEqual("...".utf8) {
        return (Array(utf8[start..<line]), utf8[min(end + 1, utf8.count)...])
      }
      line = end + 1
    }
    return nil
  }

  static func read(_ header: [UInt8], into facts: inout Page.Facts) {
    let values = scalars(String(decoding: header, as: UTF8.self))
    func all(_ keys: [String]) -> [String] { keys.compactMap { values[$0]?.first } }
    facts.titles = all(["title", "headline"]) + facts.titles
    facts.publishers =
      all(["sourcename", "publisher", "source", "media", "site"]).map(withoutFeed)
      + facts.publishers
    facts.authors = (values["author"] ?? values["authors"] ?? []) + facts.authors
    facts.dates =
      all(["date", "pubdate", "published", "published_at", "publishdate", "datepublished"])
      .map { ($0, .frontMatter) } + facts.dates
    facts.urls =
      all(["from", "sourceurl", "url", "link", "original", "canonical_url"])
      .filter { $0.starts("http") } + facts.urls
    facts.section = all(["category", "section", "categories"]).first ?? facts.section
    facts.tags = values["tags"] ?? facts.tags
  }

  /// `联合早报 - 中国新闻(RSSHub)` is 联合早报.
  private static func withoutFeed(_ name: String) -> String {
    guard let (outlet, _) = name.cut(at: " - ") else { return name }
    return outlet.tidy
  }

  /// Top-level keys in lower case with their strings. A head with anchors is read line by line:
  /// aliases can blow up to any size.
  private static func scalars(_ yaml: String) -> [String: [String]] {
    guard !yaml.has("&"), !yaml.has("*"), let node = composed(yaml), let mapping = node.mapping
    else {
      return lineByLine(yaml)
    }
    var values: [String: [String]] = [:]
    for (key, value) in mapping {
      guard let name = key.string?.lowercased() else { continue }
      let strings = value.sequence.map { $0.compactMap { $0.scalar?.string } }
      values[name] = (strings ?? [value.scalar?.string ?? ""]).map(\.tidy).filter { !$0.isEmpty }
    }
    return values
  }

  private static func composed(_ yaml: String) -> Node? {
    do { return try Yams.compose(yaml: yaml) } catch { return nil }
  }

  /// `key: value` by the line, for heads that are not quite YAML.
  private static func lineByLine(_ yaml: String) -> [String: [String]] {
    var values: [String: [String]] = [:]
    for line in yaml.utf8.split(separator: 0x0A) {
      let text = String(decoding: line, as: UTF8.self)
      guard !text.starts(" "), let (key, value) = text.cut(at: ":") else { continue }
      let name = key.tidy.lowercased()
      guard !name.isEmpty, values[name] == nil else { continue }
      let list = value.tidy.trimmed("[]").utf8.split(separator: 0x2C)
      let strings =
        value.tidy.starts("[") ? list.map { String(decoding: $0, as: UTF8.self) } : [value]
      values[name] = strings.map { $0.tidy.trimmed("\"'").tidy }.filter { !$0.isEmpty }
    }
    return values
  }
}
