/// One line as it is read off a page: white space runs are one space, none stands at an edge,
/// invisible characters are gone, and what was seen is counted on the way.
struct LineText {
  private(set) var bytes: [UInt8] = []
  private(set) var measure = LineMeasure()
  private var space = Space.none

  private enum Space {
    case none
    case blank
    /// A line of the source ends here: no space between two Chinese characters.
    case newline
  }

  init() {}

  /// Appends valid UTF-8.
  mutating func append(_ text: some Collection<UInt8>) {
    let done: Void? = text.withContiguousStorageIfAvailable { append(buffer: $0) }
    if done == nil { Array(text).withUnsafeBufferPointer { append(buffer: $0) } }
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    measure = LineMeasure()
    space = .none
  }

  mutating func append(buffer text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        append(ascii: byte)
      } else {
        let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard index + width <= text.count else { return }
        append(
          UnsafeBufferPointer(rebasing: text[index..<index + width]), lead: byte)
        index += width
      }
    }
  }

  @inline(__always)
  private mutating func append(ascii byte: UInt8) {
    if byte > 0x20 {
      // Of the control characters, the one that is not below the space.
      guard byte != 0x7F else { return }
      flushSpace(beforeWide: false)
      bytes.append(byte)
      measure.add(ascii: byte)
    } else if byte == 0x0A {
      if space == .none { space = .newline }
    } else if byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0C {
      if space == .none || byte == 0x20 && space != .newline { space = .blank }
    }
  }

  @inline(__always)
  private mutating func append(_ scalar: UnsafeBufferPointer<UInt8>, lead: UInt8) {
    if lead == 0xC2, scalar[1] < 0xA1 {
      // U+0080 to U+009F are control characters, U+00A0 is the space that does not break.
      if scalar[1] == 0xA0 { space = .blank }
      return
    }
    if lead == 0xC2, scalar[1] == 0xAD { return }
    // U+E0000 to U+E0FFF: tags, which no one sees.
    if lead == 0xF3, scalar[1] == 0xA0 { return }
    if lead == 0xE2 || lead == 0xE3 || lead == 0xEF, scalar.count == 3 {
      switch Self.kind(lead, scalar[1], scalar[2]) {
      case .invisible: return
      case .space:
        space = .blank
        return
      case .visible: break
      }
    }
    flushSpace(beforeWide: lead >= 0xE3)
    bytes.append(contentsOf: scalar)
    measure.add(lead: lead, scalar)
  }

  private enum Kind { case visible, invisible, space }

  private static func kind(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Kind {
    switch (a, b, c) {
    case (0xE3, 0x80, 0x80): .space  // ideographic space
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F): .space
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE): .invisible
    case (0xE2, 0x81, 0xA0...0xAF), (0xEF, 0xBB, 0xBF): .invisible
    case (0xEF, 0xBF, 0xB9...0xBB), (0xEF, 0xBF, 0xBE...0xBF): .invisible  // no characters
    case (0xE2, 0x80, 0xA8...0xA9): .space  // line and paragraph separators
    default: .visible
    }
  }

  @inline(__always)
  private mutating func flushSpace(beforeWide: Bool) {
    guard space != .none else { return }
    let afterWide = bytes.count >= 3 && bytes[bytes.count - 3] >= 0xE3
    if !bytes.isEmpty, !(space == .newline && beforeWide && afterWide) { bytes.append(0x20) }
    space = .none
  }
}

/// What a line is made of.
struct LineMeasure: Sendable {
  /// Length in quarters of a Chinese character; a Latin letter is one quarter.
  var weight: Int32 = 0
  /// Marks that end or part sentences.
  var punctuation: Int32 = 0
  /// Chinese characters.
  var han: Int32 = 0

  @inline(__always)
  mutating func add(ascii byte: UInt8) {
    weight += 1
    if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: "!") || byte == UInt8(ascii: ";")
    {
      punctuation += 1
    }
  }

  @inline(__always)
  mutating func add(lead: UInt8, _ scalar: UnsafeBufferPointer<UInt8>) {
    if lead < 0xE0 {
      weight += 1
    } else if lead >= 0xE4, lead <= 0xE9 {
      weight += 4
      han += 1
    } else if lead == 0xE3, scalar[1] == 0x80 {
      weight += 2
      if scalar[2] == 0x82 { punctuation += 1 }  // 。
    } else if lead == 0xEF, scalar[1] == 0xBC {
      weight += 2
      switch scalar[2] {
      case 0x8C, 0x9B, 0x9F, 0x81: punctuation += 1  // ，；？！
      default: break
      }
    } else {
      weight += lead == 0xE2 ? 2 : 4
    }
  }

  static func - (a: Self, b: Self) -> Self {
    LineMeasure(
      weight: a.weight - b.weight, punctuation: a.punctuation - b.punctuation, han: a.han - b.han)
  }
}
