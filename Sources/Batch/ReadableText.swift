import Export

/// A JSON value as a person reads it in a terminal: `key: value` lines, lists with dashes, and
/// texts of several lines indented below their key. What is null or empty is left out.
enum ReadableText {
  static func text(of value: JSONValue) -> String {
    lines(of: value).map { $0 + "\n" }.joined()
  }

  private static func lines(of value: JSONValue) -> [String] {
    switch value {
    case .object(let members): members.flatMap(lines(of:))
    case .array(let items): items.flatMap(lines(ofItem:))
    case .null, .boolean, .integer, .number, .string: [scalar(value)]
    }
  }

  private static func lines(of member: JSONValue.Member) -> [String] {
    switch member.value {
    case .null, .string(""), .array([]), .object([]): return []
    case .string(let text) where text.utf8.contains(10):
      let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
      return ["\(member.key):"] + parts.map { "    " + $0 }
    case .array(let items) where items.allSatisfy(isScalar):
      return ["\(member.key): \(inline(items))"]
    case .array(let items):
      return ["\(member.key): \(items.count)"] + lines(of: .array(items)).map { "  " + $0 }
    case .object: return ["\(member.key):"] + lines(of: member.value).map { "  " + $0 }
    case .boolean, .integer, .number, .string: return ["\(member.key): \(scalar(member.value))"]
    }
  }

  /// Texts and numbers on one line: `a; b`.
  static func inline(_ items: [JSONValue]) -> String {
    items.map(scalar).joined(separator: "; ")
  }

  private static func lines(ofItem item: JSONValue) -> [String] {
    lines(of: item).enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
  }

  private static func isScalar(_ value: JSONValue) -> Bool {
    switch value {
    case .array, .object: false
    case .null, .boolean, .integer, .number, .string: true
    }
  }

  private static func scalar(_ value: JSONValue) -> String {
    if case .string(let text) = value { return text }
    return String(decoding: value.line, as: UTF8.self)
  }
}
