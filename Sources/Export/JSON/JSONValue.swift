/// A JSON document to be written; objects keep the order of their keys.
///
/// For documents: rows of tables are written straight to bytes, by `JSONText`.
/// Example: `["name": "dibao", "rows": 12, "words": .list(["a", "b"])]`
package enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// A list of strings.
  package static func list(_ texts: some Sequence<String>) -> JSONValue {
    .array(texts.map(JSONValue.string))
  }

  /// An object without the members whose value is nil.
  package static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { key, value in value.map { Member(key, $0) } })
  }
}

extension JSONValue {
  /// On one line, without spaces and without a newline at its end.
  package var line: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: nil)
    return bytes
  }

  /// For people: indented by two spaces, and ended by a newline.
  package var document: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: 0)
    bytes.append(0x0A)
    return bytes
  }

  private func append(to bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .null: JSONText.appendNull(to: &bytes)
    case .boolean(let flag): JSONText.append(flag, to: &bytes)
    case .integer(let number): JSONText.append(number, to: &bytes)
    case .number(let number): JSONText.append(number, to: &bytes)
    case .string(let text): JSONText.append(text, to: &bytes)
    case .array(let items):
      Self.append(items, in: "[", "]", to: &bytes, indent) { item, bytes, indent in
        item.append(to: &bytes, indent: indent)
      }
    case .object(let members):
      Self.append(members, in: "{", "}", to: &bytes, indent) { member, bytes, indent in
        JSONText.append(member.key, to: &bytes)
        bytes += (indent == nil ? ":" : ": ").utf8
        member.value.append(to: &bytes, indent: indent)
      }
    }
  }

  private static func append<Item>(
    _ items: [Item], in open: String, _ close: String, to bytes: inout [UInt8], _ indent: Int?,
    each: (Item, inout [UInt8], Int?) -> Void
  ) {
    bytes += open.utf8
    let inner = indent.map { $0 + 2 }
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let inner { startLine(inner, in: &bytes) }
      each(item, &bytes, inner)
    }
    if let indent, !items.isEmpty { startLine(indent, in: &bytes) }
    bytes += close.utf8
  }

  private static func startLine(_ indent: Int, in bytes: inout [UInt8]) {
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: indent)
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  package init(stringLiteral text: String) { self = .string(text) }
  package init(integerLiteral number: Int) { self = .integer(number) }
  package init(booleanLiteral flag: Bool) { self = .boolean(flag) }
  package init(arrayLiteral items: JSONValue...) { self = .array(items) }
  package init(nilLiteral: ()) { self = .null }

  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}
