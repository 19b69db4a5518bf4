/// A value of a JSON text as it was written, with the place where it stands.
package struct JSONTree: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// As written: `1.50`, `12345678901234567890`.
    case number(String)
    case string(String)
    case array([JSONTree])
    /// In the order of the text; no key stands twice.
    case object([Member])
  }

  /// A key and its value.
  package struct Member: Hashable, Sendable {
    package let key: String
    /// Where the key begins.
    package let place: Place
    package let value: JSONTree
  }

  /// A place in a text: the byte from 0; the line and the column from 1, in Unicode scalars.
  package struct Place: Hashable, Sendable, Comparable {
    package let offset: Int
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int, offset: Int = 0) {
      self.offset = offset
      self.line = line
      self.column = column
    }

    package static func < (a: Self, b: Self) -> Bool {
      (a.line, a.column) < (b.line, b.column)
    }
  }

  package let value: Value
  package let place: Place

  /// What kind of value it is, for messages: `an object`, `a number`.
  package var kind: String {
    switch value {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

extension JSONTree {
  /// The value of a key; nil where this is no object or lacks it.
  package subscript(key: String) -> JSONTree? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  package var text: String? {
    if case .string(let text) = value { text } else { nil }
  }

  /// Nil also for `1.0` and for what does not fit.
  package var integer: Int? {
    if case .number(let digits) = value { Int(digits) } else { nil }
  }

  package var items: [JSONTree]? {
    if case .array(let items) = value { items } else { nil }
  }

  package var members: [Member]? {
    if case .object(let members) = value { members } else { nil }
  }
}

/// The way to a value inside a JSON text (RFC 6901): `/writers/0/type`; empty for the whole.
package struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package static let whole = JSONPointer(description: "")

  package func appending(_ key: String) -> JSONPointer {
    JSONPointer(description: description + "/" + Self.escaped(key))
  }

  package func appending(_ index: Int) -> JSONPointer {
    JSONPointer(description: description + "/\(index)")
  }

  private static func escaped(_ key: String) -> String {
    guard key.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return key }
    var text = ""
    for scalar in key.unicodeScalars {
      switch scalar {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
