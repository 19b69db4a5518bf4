/// A JSON text (RFC 8259), read strictly, with all that is wrong with it.
///
/// What only looks like JSON is a problem: comments, commas after the last item, keys that stand
/// twice (the first holds), a byte order mark. Reading goes on after those, so that a person sees
/// all mistakes at once; where the structure is lost, `root` is nil.
package struct JSONDocument: Sendable {
  package let root: JSONTree?
  /// In the order of the text.
  package let problems: [JSONProblem]

  /// The value, when nothing was wrong.
  package var tree: JSONTree? { problems.isEmpty ? root : nil }

  package init(_ bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    root = reader.document()
    problems = reader.problems
  }
}

/// The reader of one text; goes over the bytes once.
struct JSONReader {
  /// The structure is lost; the problem is noted already.
  struct Lost: Error {}

  private enum Step {
    case key(String)
    case index(Int)
  }

  static let deepest = 64

  let bytes: [UInt8]
  var index = 0
  private(set) var problems: [JSONProblem] = []
  private var path: [Step] = []
  private var counter = PlaceCounter()

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() -> JSONTree? {
    do {
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        note(.byteOrderMark, at: 0)
        index = 3
      }
      try skipSpace()
      let root = try value()
      try skipSpace()
      if index < bytes.count { throw lost(.trailingText(found)) }
      return root
    } catch {
      return nil
    }
  }

  // MARK: Values

  private mutating func value() throws(Lost) -> JSONTree {
    let place = place(of: index)
    guard let byte = peek else { throw lost(.unexpectedEnd(expected: "a value")) }
    let value: JSONTree.Value
    switch byte {
    case UInt8(ascii: "{"): value = .object(try members())
    case UInt8(ascii: "["): value = .array(try items())
    case UInt8(ascii: "\""): value = .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), 0x30...0x39:
      value = .number(try number())
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      value = try word()
    default: throw lost(.unexpected(found: found, expected: "a value"))
    }
    return JSONTree(value: value, place: place)
  }

  private mutating func members() throws(Lost) -> [JSONTree.Member] {
    var members: [JSONTree.Member] = []
    var keys = KeyRegister()
    try open()
    while peek != UInt8(ascii: "}") {
      let place = place(of: index)
      let key = try key()
      path.append(.key(key))
      let first = keys.place(of: key)
      if let first { note(.duplicateKey(first: first), at: place.offset) }
      let value = try self.value()
      if first == nil {
        keys.note(key, place)
        members.append(JSONTree.Member(key: key, place: place, value: value))
      }
      path.removeLast()
      try comma(before: UInt8(ascii: "}"))
    }
    index += 1
    return members
  }

  /// Goes past an opening bracket.
  private mutating func open() throws(Lost) {
    guard path.count < Self.deepest else { throw lost(.tooDeep(limit: Self.deepest)) }
    index += 1
    try skipSpace()
  }

  /// A key and its colon.
  private mutating func key() throws(Lost) -> String {
    let expected = "a key in double quotes or }"
    guard let byte = peek else { throw lost(.unexpectedEnd(expected: expected)) }
    guard byte == UInt8(ascii: "\"") else {
      throw lost(.unexpected(found: found, expected: expected))
    }
    let key = try string()
    try skipSpace()
    guard let colon = peek else { throw lost(.unexpectedEnd(expected: "a colon")) }
    guard colon == UInt8(ascii: ":") else {
      throw lost(.unexpected(found: found, expected: "a colon"))
    }
    index += 1
    try skipSpace()
    return key
  }

  private mutating func items() throws(Lost) -> [JSONTree] {
    var items: [JSONTree] = []
    try open()
    while peek != UInt8(ascii: "]") {
      path.append(.index(items.count))
      items.append(try value())
      path.removeLast()
      try comma(before: UInt8(ascii: "]"))
    }
    index += 1
    return items
  }

  /// Goes to the next item, or to the closing bracket.
  private mutating func comma(before close: UInt8) throws(Lost) {
    try skipSpace()
    let closing = "a comma or " + String(UnicodeScalar(close))
    switch peek {
    case close: return
    case UInt8(ascii: ","):
      let place = index
      index += 1
      try skipSpace()
      if peek == close { note(.trailingComma, at: place) }
    case nil: throw lost(.unexpectedEnd(expected: closing))
    case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["): note(.missingComma, at: index)
    default: throw lost(.unexpected(found: found, expected: closing))
    }
  }

  private mutating func word() throws(Lost) -> JSONTree.Value {
    let word = token { $0 == 0x5F || Self.isLetter($0) || (0x30...0x39).contains($0) }
    let value: JSONTree.Value
    switch word {
    case "null": value = .null
    case "true": value = .boolean(true)
    case "false": value = .boolean(false)
    default: throw lost(.unknownWord(Self.shortened(word)))
    }
    index += word.utf8.count
    return value
  }

  private mutating func number() throws(Lost) -> String {
    let number = token { $0 != 0x2C && ((0x2B...0x39).contains($0) || Self.isLetter($0)) }
    guard Self.isNumber(number) else { throw lost(.badNumber(Self.shortened(number))) }
    index += number.utf8.count
    return number
  }

  /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
  static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole == 1 || (whole > 1 && !startsWithZero) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  // MARK: Bytes

  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func token(while belongs: (UInt8) -> Bool) -> String {
    String(decoding: bytes[index...].prefix(while: belongs), as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  private static func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }

  /// What stands at the index, for messages.
  private var found: String {
    let rest = bytes[index...].prefix(4)
    guard let scalar = String(decoding: rest, as: UTF8.self).unicodeScalars.first else {
      return "nothing"
    }
    return scalar.value < 0x20 ? "a control character" : String(scalar)
  }

  private mutating func skipSpace() throws(Lost) {
    while let byte = peek {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case UInt8(ascii: "/"): try skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() throws(Lost) {
    let start = index
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    if second == UInt8(ascii: "/") {
      index = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
    } else if second == UInt8(ascii: "*") {
      index += 2
      while index < bytes.count, !bytes[index...].starts(with: "*/".utf8) { index += 1 }
      index = min(index + 2, bytes.count)
    } else {
      throw lost(.unexpected(found: "/", expected: "a value or a bracket"))
    }
    note(.comment, at: start)
  }

  // MARK: Problems

  private var pointer: String {
    path.reduce(JSONPointer.whole) { pointer, step in
      switch step {
      case .key(let key): pointer.appending(key)
      case .index(let index): pointer.appending(index)
      }
    }.description
  }

  mutating func note(_ kind: JSONProblem.Kind, at offset: Int) {
    problems.append(JSONProblem(kind: kind, pointer: pointer, place: place(of: offset)))
  }

  mutating func lost(_ kind: JSONProblem.Kind) -> Lost {
    note(kind, at: index)
    return Lost()
  }

  private mutating func place(of offset: Int) -> JSONTree.Place {
    counter.place(of: offset, in: bytes)
  }
}

/// Tells whether a key stands already in an object. By bytes: two keys that look alike but are
/// written otherwise are two keys.
struct KeyRegister {
  /// Objects of fewer keys, the rows of tables among them, are quicker to look through.
  private static let fewest = 32

  private var places: [[UInt8]: JSONTree.Place] = [:]
  private var waiting: [(key: String, place: JSONTree.Place)] = []

  mutating func note(_ key: String, _ place: JSONTree.Place) {
    waiting.append((key, place))
    guard waiting.count == Self.fewest else { return }
    for (key, place) in waiting { places[Array(key.utf8)] = place }
    waiting.removeAll(keepingCapacity: true)
  }

  func place(of key: String) -> JSONTree.Place? {
    for (other, place) in waiting where other == key && other.utf8.elementsEqual(key.utf8) {
      return place
    }
    return places.isEmpty ? nil : places[Array(key.utf8)]
  }
}

/// Finds lines and columns; each stretch of the text is counted once when places are asked for in
/// their order.
struct PlaceCounter {
  private var offset = 0
  private var line = 1
  private var column = 1

  mutating func place(of target: Int, in bytes: [UInt8]) -> JSONTree.Place {
    if target < offset { self = PlaceCounter() }
    for byte in bytes[offset..<target] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    offset = target
    return JSONTree.Place(line: line, column: column, offset: target)
  }
}
