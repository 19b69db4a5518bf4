import Export

/// Why a line that a worker was given, or that a worker wrote, is not what it should be.
struct BadLine: Error, Equatable {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// The members of an object in a line: no key but the known ones, and each of its kind.
struct LineFields {
  private let tree: JSONTree
  /// What the object is, for messages.
  private let what: String

  /// The object that is all of a line.
  init(line: [UInt8], _ what: String, known: Set<String>) throws(BadLine) {
    guard !line.isEmpty else { throw BadLine("a blank line") }
    guard !line.contains(0x0D) else {
      throw BadLine("a carriage return inside of the line")
    }
    let document = JSONDocument(line)
    if let problem = document.problems.first {
      throw BadLine("byte \(problem.place.offset): \(problem.message)")
    }
    guard let tree = document.tree else { throw BadLine("no JSON") }
    try self.init(tree, what, known: known)
  }

  init(_ tree: JSONTree, _ what: String, known: Set<String>) throws(BadLine) {
    guard let members = tree.members else {
      throw BadLine("\(what) is \(tree.kind), and must be an object")
    }
    if let unknown = members.first(where: { !known.contains($0.key) }) {
      throw BadLine("\(what) has the key \"\(unknown.key.prefix(40))\", which is not known")
    }
    self.tree = tree
    self.what = what
  }

  /// Not below 0.
  func count(_ key: String) throws(BadLine) -> Int {
    guard let number = try optionalCount(key) else { throw missing(key) }
    return number
  }

  func optionalCount(_ key: String) throws(BadLine) -> Int? {
    guard let value = value(key) else { return nil }
    guard let number = value.integer, number >= 0 else {
      throw wrong(key, "a whole number from 0")
    }
    return number
  }

  func number(_ key: String) throws(BadLine) -> Double {
    guard let value = value(key) else { throw missing(key) }
    guard case .number(let digits) = value.value, let number = Double(digits) else {
      throw wrong(key, "a number")
    }
    return number
  }

  func text(_ key: String) throws(BadLine) -> String {
    guard let text = try optionalText(key) else { throw missing(key) }
    return text
  }

  func optionalText(_ key: String) throws(BadLine) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.text else { throw wrong(key, "a text") }
    return text
  }

  func flag(_ key: String) throws(BadLine) -> Bool {
    guard let value = value(key) else { throw missing(key) }
    guard case .boolean(let flag) = value.value else { throw wrong(key, "true or false") }
    return flag
  }

  /// Nil where the key is left out.
  func bytes(_ key: String) throws(BadLine) -> [UInt8]? {
    guard let text = try optionalText(key) else { return nil }
    guard let bytes = Base64.bytes(in: text) else { throw wrong(key, "base64") }
    return bytes
  }

  func items(_ key: String) throws(BadLine) -> [JSONTree] {
    guard let value = value(key) else { throw missing(key) }
    guard let items = value.items else { throw wrong(key, "a list") }
    return items
  }

  func object(_ key: String, known: Set<String>) throws(BadLine) -> LineFields? {
    guard let value = value(key) else { return nil }
    return try LineFields(value, "\(what).\(key)", known: known)
  }

  /// Nil for null too.
  private func value(_ key: String) -> JSONTree? {
    tree[key].flatMap { $0.value == .null ? nil : $0 }
  }

  private func missing(_ key: String) -> BadLine { BadLine("\(what) has no \"\(key)\"") }

  private func wrong(_ key: String, _ wanted: String) -> BadLine {
    BadLine("\(what).\(key) must be \(wanted)")
  }
}
