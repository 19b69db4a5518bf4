import Model

/// A line of nothing but one mark, five times or more.
enum Ruler: Hashable, CaseIterable {
  case equals, dashes, stars, hashes, line, doubleLine, emDashes

  static func mark(of line: ArraySlice<UInt8>) -> Ruler? {
    guard let first = line.first, !(0x30...0x7A).contains(first) || first == UInt8(ascii: "=")
    else { return nil }
    return allCases.first { $0.fills(line) }
  }

  private var bytes: [UInt8] {
    switch self {
    case .equals: [UInt8(ascii: "=")]
    case .dashes: [UInt8(ascii: "-")]
    case .stars: [UInt8(ascii: "*")]
    case .hashes: [UInt8(ascii: "#")]
    case .line: [0xE2, 0x94, 0x80]
    case .doubleLine: [0xE2, 0x95, 0x90]
    case .emDashes: [0xE2, 0x80, 0x94]
    }
  }

  private func fills(_ line: ArraySlice<UInt8>) -> Bool {
    let mark = bytes
    guard line.first == mark[0], line.count >= 5 * mark.count, line.count % mark.count == 0 else {
      return false
    }
    return line.enumerated().allSatisfy { $1 == mark[$0 % mark.count] }
  }
}

/// The number that an archive's export sets above an article, on a line by itself.
struct ArticleNumber {
  enum Form: Hashable { case document, article }

  let form: Form
  let number: Int
  /// Of all articles, where it stands there.
  let total: Int?

  /// Cheap: most lines are no number.
  static func isLikely(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 60, let first = line.first else { return false }
    return line.contains { $0 >= 0x30 && $0 <= 0x39 || $0 == 0xEF } && starts.contains(first)
  }

  /// Document 1 of 20; 1 of 20 DOCUMENTS; 第 1 篇; 【第1篇】; 第1篇/共20篇.
  init?(_ line: ArraySlice<UInt8>) {
    var scan = MarkScan(FoldedLine(line).bytes)
    _ = scan.takes("[")
    if scan.takes("document") {
      guard let number = scan.number(), scan.takes("of"), let total = scan.number() else {
        return nil
      }
      (form, self.number, self.total) = (.document, number, total)
    } else if scan.takes("第") {
      guard let number = scan.number(), scan.takes("篇") else { return nil }
      (form, self.number, total) = (.article, number, scan.total())
    } else {
      guard let number = scan.number(), scan.takes("of"), let total = scan.number(),
        scan.takes("documents")
      else { return nil }
      (form, self.number, self.total) = (.document, number, total)
    }
    _ = scan.takes("]")
    _ = scan.takes(":")
    guard scan.isAtEnd else { return nil }
  }

  private static let starts: [UInt8] =
    Array("dD[0123456789".utf8) + [0xE7, 0xE3, 0xEF]  // 第, 【, wide letters and digits
}

/// Reads words and numbers off a folded line.
private struct MarkScan {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  mutating func takes(_ word: String) -> Bool {
    guard bytes[index...].starts(with: word.utf8) else { return false }
    index += word.utf8.count
    return true
  }

  /// Up to five digits without a zero before them.
  mutating func number() -> Int? {
    let digits = bytes[index...].prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard (1...5).contains(digits.count), digits.first != 0x30 else { return nil }
    index += digits.count
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// `/共20篇`, `(共20篇)`, `,共20篇`; nil where none stands here.
  mutating func total() -> Int? {
    let before = index
    for mark in ["/", "(", ","] where takes(mark) { break }
    if takes("共"), let total = number(), takes("篇") {
      _ = takes(")")
      return total
    }
    index = before
    return nil
  }
}

/// The head of an article among others.
enum PieceHead {
  /// A title, and within three lines below it a date or a source.
  static func isPlain(_ text: DigestText, _ piece: Range<Int>) -> Bool {
    let lines = piece.lazy.map { text.lines[$0] }.filter { !$0.isEmpty }.prefix(4)
    guard let title = lines.first, isTitle(title) else { return false }
    return lines.dropFirst().contains { isDate($0) || isSource($0) }
  }

  /// Short, and no sentence, date or furniture.
  static func isTitle(_ line: ArraySlice<UInt8>) -> Bool {
    var line = line
    while line.first == UInt8(ascii: "#") { line = line.dropFirst() }
    let folded = FoldedLine(line.trimmingBlanks)
    guard (4...60).contains(folded.characters), !line.containsRun("。"), !line.containsRun("；"),
      !unfinished.contains(where: { folded.bytes.ends(with: $0) })
    else { return false }
    return NoiseMatcher.standard.rule(for: folded, at: { _ in true }) == nil && !isDate(line)
  }

  private static func isDate(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 160, let date = DateReader.first(in: line), date.day.day != nil else {
      return false
    }
    return line.count - date.range.count <= 60 && !line.containsRun("。")
  }

  private static func isSource(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 90 else { return false }
    let folded = FoldedLine(line).bytes
    return sources.contains { folded.starts(with: $0) }
  }

  private static let unfinished = [",", "、", ":", ";"].map { Array($0.utf8) }
  private static let sources = [
    "来源:", "來源:", "文章来源:", "信息来源:", "稿源:", "出处:", "出處:", "source:",
  ].map { Array($0.utf8) }
}

/// The YAML block of an article among others: every line has a key or belongs to one.
enum FrontMatterBlock {
  /// The line after the block whose three dashes stand at `start`; nil where it is none, or gives
  /// no title.
  static func end(_ text: DigestText, at start: Int) -> Int? {
    var keys: [ArraySlice<UInt8>] = []
    for line in (start + 1)..<min(text.lines.count, start + 200) {
      let bytes = text.lines[line]
      if bytes.elementsEqual("---".utf8) || bytes.elementsEqual("...".utf8) {
        let hasTitle = keys.contains { $0.elementsEqual("title".utf8) }
        return hasTitle && keys.count >= 2 ? line + 1 : nil
      }
      if let key = key(of: bytes) {
        keys.append(key)
      } else if keys.isEmpty || !continues(bytes) {
        return nil
      }
    }
    return nil
  }

  private static func key(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let key = line.prefix {
      $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
        || $0 >= 0x30 && $0 <= 0x39
    }
    let rest = line.dropFirst(key.count)
    guard !key.isEmpty, key.first != UInt8(ascii: "-"), rest.first == UInt8(ascii: ":"),
      rest.dropFirst().first.map({ $0 <= 0x20 }) ?? true
    else { return nil }
    return key
  }

  /// An item of a list.
  private static func continues(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: "-") && line.dropFirst().first == 0x20
  }
}
