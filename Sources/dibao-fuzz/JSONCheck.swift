import Export

/// What must hold of a text that is read as JSON.
struct JSONCheck {
  private let count: Int
  private let document: JSONDocument

  init(_ bytes: [UInt8]) {
    count = bytes.count
    document = JSONDocument(bytes)
  }

  func check() throws(Broken) -> Fate {
    for problem in document.problems {
      guard problem.place.line > 0, problem.place.column > 0, !problem.message.isEmpty,
        (0...count).contains(problem.place.offset)
      else { throw Broken("\(problem.code) stands nowhere") }
    }
    guard let tree = document.tree else {
      guard !document.problems.isEmpty else { throw Broken("nothing is wrong, and nothing read") }
      return .rejected
    }
    let written = Self.value(tree)
    for bytes in [written.line, written.document] {
      guard let again = JSONDocument(bytes).tree, Self.value(again) == written else {
        throw Broken("what was read is written as something else")
      }
    }
    return .read
  }

  /// Numbers as texts: how they were written is kept when they are read, and not when they are
  /// written.
  private static func value(_ tree: JSONTree) -> JSONValue {
    switch tree.value {
    case .null: .null
    case .boolean(let flag): .boolean(flag)
    case .number(let digits): .string(digits)
    case .string(let text): .string(text)
    case .array(let items): .array(items.map(value))
    case .object(let members):
      .object(members.map { JSONValue.Member($0.key, value($0.value)) })
    }
  }
}
