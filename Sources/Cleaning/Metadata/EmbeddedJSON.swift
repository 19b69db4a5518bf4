/// A JSON text read leniently, as pages embed it: control characters in strings are let through.
indirect enum EmbeddedJSON: Sendable {
  case object([(key: String, value: EmbeddedJSON)])
  case array([EmbeddedJSON])
  case string(String)
  case number(String)
  case boolean(Bool)
  case null

  /// Nil for what is no JSON; nothing is read below 64 levels.
  init?(parsing text: ArraySlice<UInt8>) {
    var reader = JSONReader(text)
    guard let value = reader.value(depth: 0) else { return nil }
    self = value
  }

  subscript(key: String) -> EmbeddedJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .object, .array, .boolean, .null: nil
    }
  }

  var items: [EmbeddedJSON] {
    if case .array(let items) = self { return items }
    return [self]
  }
}

private struct JSONReader {
  private let text: ArraySlice<UInt8>
  private var index: Int

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    index = text.startIndex
  }

  mutating func value(depth: Int) -> EmbeddedJSON? {
    skipBlanks()
    guard depth < 64, index < text.endIndex else { return nil }
    switch text[index] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map(EmbeddedJSON.string)
    case UInt8(ascii: "t"): return word("true").map { .boolean(true) }
    case UInt8(ascii: "f"): return word("false").map { .boolean(false) }
    case UInt8(ascii: "n"): return word("null").map { .null }
    default: return number()
    }
  }

  private mutating func object(_ depth: Int) -> EmbeddedJSON? {
    index += 1
    var members: [(key: String, value: EmbeddedJSON)] = []
    while true {
      skipBlanks()
      if takes(UInt8(ascii: "}")) { return .object(members) }
      if !members.isEmpty {
        guard takes(UInt8(ascii: ",")) else { return nil }
        skipBlanks()
        if takes(UInt8(ascii: "}")) { return .object(members) }
      }
      guard index < text.endIndex, text[index] == UInt8(ascii: "\""), let key = string() else {
        return nil
      }
      skipBlanks()
      guard takes(UInt8(ascii: ":")), let value = value(depth: depth + 1) else { return nil }
      members.append((key, value))
    }
  }

  private mutating func array(_ depth: Int) -> EmbeddedJSON? {
    index += 1
    var items: [EmbeddedJSON] = []
    while true {
      skipBlanks()
      if takes(UInt8(ascii: "]")) { return .array(items) }
      if !items.isEmpty {
        guard takes(UInt8(ascii: ",")) else { return nil }
        skipBlanks()
        if takes(UInt8(ascii: "]")) { return .array(items) }
      }
      guard let value = value(depth: depth + 1) else { return nil }
      items.append(value)
    }
  }

  private mutating func string() -> String? {
    index += 1
    var bytes: [UInt8] = []
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard escape(into: &bytes) else { return nil }
      default: bytes.append(byte)
      }
    }
    return nil
  }

  private mutating func escape(into bytes: inout [UInt8]) -> Bool {
    guard index < text.endIndex else { return false }
    let byte = text[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"): bytes.append(0x20)
    case UInt8(ascii: "u"):
      guard let scalar = scalar() else { return false }
      bytes.append(contentsOf: String(Character(scalar)).utf8)
    default: bytes.append(byte)
    }
    return true
  }

  private mutating func scalar() -> Unicode.Scalar? {
    guard let high = unit() else { return nil }
    if (0xD800..<0xDC00).contains(high), text[index...].starts(with: "\\u".utf8) {
      let resume = index
      index += 2
      if let low = unit(), (0xDC00..<0xE000).contains(low) {
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
      }
      index = resume
    }
    return Unicode.Scalar(high) ?? "\u{FFFD}"
  }

  private mutating func unit() -> UInt32? {
    guard index + 4 <= text.endIndex else { return nil }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = text[index]
      index += 1
      switch byte {
      case 0x30...0x39: value = value << 4 + UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 + UInt32(byte | 0x20) - 0x57
      default: return nil
      }
    }
    return value
  }

  private mutating func number() -> EmbeddedJSON? {
    let start = index
    while index < text.endIndex, "+-.0123456789eE".utf8.contains(text[index]) { index += 1 }
    guard index > start else { return nil }
    return .number(String(decoding: text[start..<index], as: UTF8.self))
  }

  private mutating func word(_ word: String) -> Void? {
    guard text[index...].starts(with: word.utf8) else { return nil }
    index += word.utf8.count
    return ()
  }

  private mutating func takes(_ byte: UInt8) -> Bool {
    guard index < text.endIndex, text[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while index < text.endIndex, text[index] <= 0x20 { index += 1 }
  }
}
