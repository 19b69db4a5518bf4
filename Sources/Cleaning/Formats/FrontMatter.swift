import Yams

/// The YAML block at the head of a Markdown file.
struct FrontMatter {
  /// Single values, in order.
  private(set) var values: [(key: String, value: String)] = []
  /// Not YAML: read line by line instead.
  private(set) var isDamaged = false
  /// Where the file's text begins.
  let end: Int

  /// Nil where the file does not begin with one.
  init?(_ text: [UInt8]) {
    var start = text.startIndex
    while start < text.count, text[start] <= 0x20 { start += 1 }
    guard text[start...].starts(with: "---\n".utf8) || text[start...].starts(with: "--- \n".utf8)
    else { return nil }
    let first = (text[start...].firstIndex(of: 0x0A) ?? start) + 1
    guard let close = Self.close(text, from: first) else { return nil }
    end = close.upperBound
    read(text[first..<close.lowerBound])
  }

  /// The line of three dashes or dots that ends the block, within the size that is read as YAML.
  private static func close(_ text: [UInt8], from first: Int) -> Range<Int>? {
    var start = first
    while start < text.count, start - first < 65_536 {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let line = text[start..<end]
      if line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8) {
        return start..<min(end + 1, text.count)
      }
      start = end + 1
    }
    return nil
  }

  private mutating func read(_ block: ArraySlice<UInt8>) {
    // Aliases can make a few lines into gigabytes, and no article has use for them.
    if Self.aliases(in: block) <= 8, readYAML(block) { return }
    isDamaged = true
    values = Self.plainLines(block)
  }

  /// How many there may be: an alias begins behind a space or, as in `[*a,*a]`, behind a mark.
  private static func aliases(in block: ArraySlice<UInt8>) -> Int {
    zip(block, block.dropFirst()).filter { before, byte in
      byte == UInt8(ascii: "*") && (before <= 0x20 || "[{,:?".utf8.contains(before))
    }.count
  }

  private mutating func readYAML(_ block: ArraySlice<UInt8>) -> Bool {
    do {
      // The encoding is told, for Yams asks the environment for its own choice each time.
      let yaml = String(decoding: block, as: UTF8.self)
      guard let root = try Yams.compose(yaml: yaml, .default, .default, .utf8),
        let mapping = root.mapping
      else { return block.allSatisfy { $0 <= 0x20 } }
      for (key, value) in mapping {
        guard let key = key.scalar?.string else { continue }
        if let text = value.scalar?.string {
          values.append((key, text))
        } else if let items = value.sequence {
          for case let item? in items.map(\.scalar?.string) { values.append((key, item)) }
        }
      }
      return true
    } catch {
      return false
    }
  }

  /// `key: value` lines, as far as they go.
  private static func plainLines(_ block: ArraySlice<UInt8>) -> [(key: String, value: String)] {
    block.lines.compactMap { line in
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[line.startIndex] > 0x20
      else { return nil }
      var value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
      for quote in ["\"", "'"]
      where value.count > 1 && value.hasPrefix(quote) && value.hasSuffix(quote) {
        value = String(value.dropFirst().dropLast())
      }
      return (String(decoding: line[..<colon], as: UTF8.self).trimmed, value)
    }
  }

  /// What the keys say of the article.
  func state(in statements: inout Statements) {
    for (key, value) in values {
      guard let field = Self.fields[key.lowercased()] else { continue }
      statements.add(field, value, .frontMatter)
    }
  }

  private static let fields: [String: Statement.Field] = [
    "title": .title, "headline": .title,
    "date": .date, "pubdate": .date, "published": .date, "publish_date": .date,
    "publishdate": .date, "published_at": .date, "datetime": .date, "created": .date,
    "date_published": .date, "datepublished": .date, "time": .date,
    "author": .author, "authors": .author, "byline": .author,
    "sourcename": .publisher, "source": .publisher, "publisher": .publisher, "outlet": .publisher,
    "site": .publisher, "media": .publisher,
    "from": .address, "sourceurl": .address, "url": .address, "link": .address,
    "source_url": .address, "original_url": .address, "canonical_url": .address,
    "category": .section, "categories": .section, "section": .section, "channel": .section,
    "tags": .tag, "keywords": .tag,
  ]
}
