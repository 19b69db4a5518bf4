/// The string values of a script's objects: `"content": "…"`, `title: '…'`, `publishTime = "…"`.
///
/// A script is no JSON as a whole, so it is not parsed: each key that is looked for is found by
/// its name, and the literal behind it is decoded. One pass over the script.
struct ScriptStrings {
  struct Found {
    /// The key's place in the list that was looked for.
    let key: Int
    /// UTF-8, escapes resolved.
    let value: [UInt8]
  }

  private let finder: PhraseFinder

  /// Longer literals are cut: no article is as long.
  private static let most = 2 << 20

  /// `keys` are compared without regard to ASCII case.
  init(_ keys: [String]) { finder = PhraseFinder(keys, ignoringCase: true) }

  func values(in script: ArraySlice<UInt8>) -> [Found] {
    var found: [Found] = []
    var end = script.startIndex
    finder.forEachMatch(in: script) { match in
      // Keys inside a literal that was taken are its own words.
      guard match.start >= end, isKeyStart(script, match.start),
        let start = literalStart(script, match.end)
      else { return }
      var literal = ScriptLiteral(script, at: start)
      guard let value = literal.read(most: Self.most) else { return }
      end = literal.end
      found.append(Found(key: match.phrase, value: value))
    }
    return found
  }

  private func isKeyStart(_ script: ArraySlice<UInt8>, _ index: Int) -> Bool {
    guard index > script.startIndex else { return true }
    let before = script[index - 1]
    return before <= 0x20 || "\"'{,.".utf8.contains(before)
  }

  /// The quotation mark that opens the value behind a key.
  private func literalStart(_ script: ArraySlice<UInt8>, _ end: Int) -> Int? {
    var index = end
    // The key's own closing quotation mark, escaped in JSON within a string.
    while index < script.endIndex, "\"'\\".utf8.contains(script[index]) { index += 1 }
    skipBlanks(script, &index)
    guard index < script.endIndex, script[index] == 0x3A || script[index] == 0x3D else {
      return nil
    }
    index += 1
    skipBlanks(script, &index)
    guard index < script.endIndex, "\"'`".utf8.contains(script[index]) else { return nil }
    return index
  }

  private func skipBlanks(_ script: ArraySlice<UInt8>, _ index: inout Int) {
    while index < script.endIndex, script[index] <= 0x20 { index += 1 }
  }
}

/// Decodes one string literal of JavaScript or JSON.
struct ScriptLiteral {
  private let script: ArraySlice<UInt8>
  private let mark: UInt8
  /// Behind the closing mark, once read.
  private(set) var end: Int

  /// `index` is that of the opening mark.
  init(_ script: ArraySlice<UInt8>, at index: Int) {
    self.script = script
    mark = script[index]
    end = index + 1
  }

  /// Nil where the literal does not close.
  mutating func read(most: Int) -> [UInt8]? {
    var value: [UInt8] = []
    while end < script.endIndex, value.count < most {
      let byte = script[end]
      end += 1
      if byte == mark { return value }
      if byte == UInt8(ascii: "\\") { escape(into: &value) } else { value.append(byte) }
    }
    return nil
  }

  private mutating func escape(into value: inout [UInt8]) {
    guard end < script.endIndex else { return }
    let byte = script[end]
    end += 1
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "r"): value.append(0x0A)
    case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "v"):
      value.append(0x20)
    case UInt8(ascii: "u"): append(scalar(), to: &value)
    case UInt8(ascii: "x"): append(hexadecimal(2), to: &value)
    case 0x0A: break
    default: value.append(byte)
    }
  }

  /// A pair of surrogates is one scalar; half a pair is none.
  private mutating func scalar() -> UInt32? {
    guard let high = hexadecimal(4) else { return nil }
    guard (0xD800..<0xDC00).contains(high) else { return high }
    guard script[end...].starts(with: "\\u".utf8) else { return nil }
    end += 2
    guard let low = hexadecimal(4), (0xDC00..<0xE000).contains(low) else { return nil }
    return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
  }

  private mutating func hexadecimal(_ digits: Int) -> UInt32? {
    guard end + digits <= script.endIndex else { return nil }
    var value: UInt32 = 0
    for index in end..<end + digits {
      let byte = script[index]
      switch byte {
      case 0x30...0x39: value = value << 4 + UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 + UInt32(byte | 0x20) - 0x57
      default: return nil
      }
    }
    end += digits
    return value
  }

  private func append(_ value: UInt32?, to bytes: inout [UInt8]) {
    guard let value, value >= 0x20 || value == 0x0A, let scalar = Unicode.Scalar(value) else {
      return
    }
    bytes.append(contentsOf: Unicode.UTF8.encode(scalar).map { Array($0) } ?? [])
  }
}
