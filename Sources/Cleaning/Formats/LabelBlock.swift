/// The labelled lines at the head of an article in an archive's export: 标题：…, 来源：…, 日期：….
struct LabelBlock {
  enum Field: Hashable {
    case title, publisher, date, author, section, address, tag, other
    /// What follows is the text.
    case body
  }

  private(set) var entries: [(field: Field, value: ArraySlice<UInt8>)] = []
  /// The line that the text begins on, which may be the label's own.
  private(set) var end: Int

  /// Whether a block may begin with this line.
  static func begins(_ line: ArraySlice<UInt8>) -> Bool { entry(of: line)?.field == .title }

  /// Nil where the lines, blanks trimmed, do not begin with a title and one label more.
  init?(_ lines: ArraySlice<ArraySlice<UInt8>>) {
    end = lines.startIndex
    var blanks = 0
    for (index, line) in zip(lines.indices, lines) {
      if line.isEmpty {
        blanks += 1
        if blanks > 1 { break }
        continue
      }
      guard let entry = Self.entry(of: line), entries.isEmpty == (entry.field == .title) else {
        break
      }
      blanks = 0
      entries.append(entry)
      end = index + 1
      guard entry.field != .body else {
        if !entry.value.isEmpty { end = index }
        break
      }
    }
    guard entries.count >= 2, let title = entries.first, !title.value.isEmpty,
      entries.contains(where: { Self.telling.contains($0.field) })
    else { return nil }
  }

  /// 正文：河滨市…: the text on the label's own line.
  var firstText: ArraySlice<UInt8>? {
    guard let last = entries.last, last.field == .body, !last.value.isEmpty else { return nil }
    return last.value
  }

  /// What the labels say of the article.
  func state(in statements: inout Statements) {
    for (field, value) in entries {
      guard let stated = Self.fields[field] else { continue }
      statements.add(stated, String(decoding: value, as: UTF8.self), .frontMatter)
    }
  }

  private static func entry(of line: ArraySlice<UInt8>) -> (field: Field, value: ArraySlice<UInt8>)?
  {
    guard let first = line.first, first >= 0xE3 else { return nil }
    for (label, field) in labels {
      if line.starts(with: label) {
        let rest = line.dropFirst(label.count)
        for colon in colons where rest.starts(with: colon) {
          return (field, rest.dropFirst(colon.count).trimmingWideBlanks)
        }
      } else if line.starts(with: opening), line.dropFirst(3).starts(with: label) {
        let rest = line.dropFirst(3 + label.count)
        guard rest.starts(with: closing) else { continue }
        return (field, rest.dropFirst(closing.count).trimmingWideBlanks)
      }
    }
    return nil
  }

  private static let telling: Set<Field> = [.publisher, .date, .body]
  private static let fields: [Field: Statement.Field] = [
    .title: .title, .publisher: .publisher, .date: .date, .author: .author, .section: .section,
    .address: .address, .tag: .tag,
  ]
  private static let colons = ["：", ":"].map { Array($0.utf8) }
  private static let opening = Array("【".utf8)
  private static let closing = Array("】".utf8)
  private static let labels: [([UInt8], Field)] = [
    ("标题", .title), ("題目", .title), ("题目", .title), ("標題", .title),
    ("来源", .publisher), ("來源", .publisher), ("出处", .publisher), ("出處", .publisher),
    ("媒体", .publisher), ("报纸", .publisher),
    ("日期", .date), ("时间", .date), ("時間", .date), ("发布时间", .date), ("发布日期", .date),
    ("发表时间", .date), ("发表日期", .date), ("刊发日期", .date),
    ("作者", .author), ("栏目", .section), ("频道", .section), ("版面", .other), ("版次", .other),
    ("网址", .address), ("链接", .address), ("原文链接", .address), ("网站链接", .address),
    ("关键词", .tag), ("主题词", .tag), ("字数", .other), ("编号", .other),
    ("正文", .body), ("内容", .body), ("全文", .body),
  ].map { (Array($0.utf8), $1) }
}
