/// A line as rules compare it: no spaces, wide punctuation, letters and digits made narrow, ASCII
/// letters small, the many upright strokes one.
struct FoldedLine: Sendable {
  private(set) var bytes: [UInt8] = []
  /// The line as it was.
  let original: [UInt8]
  /// Of the folded line.
  private(set) var characters = 0

  init(_ line: some Collection<UInt8>) {
    original = Array(line)
    bytes.reserveCapacity(original.count)
    var index = Self.afterBullet(original)
    while index < original.count {
      let byte = original[index]
      if byte < 0x80 {
        index += 1
        if byte != 0x20 { append(byte) }
      } else {
        let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        appendWide(index, min(index + width, original.count))
        index += width
      }
    }
  }

  /// ◎编辑/李山 is compared as 编辑/李山; a mark alone stays.
  private static func afterBullet(_ line: [UInt8]) -> Int {
    guard line.count > 3, line[0] == 0xE2 else { return 0 }
    let isBullet =
      switch (line[1], line[2]) {
      case (0x96, 0x8C...0x8E), (0x96, 0xA0), (0x97, 0x86), (0x97, 0x8E...0x8F),
        (0x98, 0x85...0x86), (0x80, 0xBB):
        true
      default: false
      }
    return isBullet ? 3 : 0
  }

  private mutating func append(_ byte: UInt8) {
    bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    characters += 1
  }

  private mutating func appendWide(_ start: Int, _ end: Int) {
    if end - start == 3,
      let narrow = narrow(original[start], original[start + 1], original[start + 2])
    {
      append(narrow)
      return
    }
    for index in start..<end { bytes.append(original[index]) }
    characters += 1
  }

  /// The ASCII character that a wide one stands for.
  private func narrow(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt8? {
    switch (a, b, c) {
    case (0xEF, 0xBC, 0x81...0xBF): c - 0x60
    case (0xEF, 0xBD, 0x80...0x9D): c - 0x20
    case (0xE4, 0xB8, 0xA8), (0xE2, 0x94, 0x82), (0xE2, 0x88, 0xA3): UInt8(ascii: "|")
    case (0xE3, 0x80, 0x90): UInt8(ascii: "[")
    case (0xE3, 0x80, 0x91): UInt8(ascii: "]")
    default: nil
    }
  }
}
