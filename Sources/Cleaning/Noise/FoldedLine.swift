/// A line as rules compare it: no spaces, wide punctuation, letters and digits made narrow, ASCII
/// letters small, the many upright strokes one.
struct FoldedLine: Sendable {
  let bytes: [UInt8]
  /// The line as it was.
  let original: [UInt8]
  /// Of the folded line.
  let characters: Int

  init(_ line: some Collection<UInt8>) {
    let line = Array(line)
    var characters = 0
    bytes = [UInt8](unsafeUninitializedCapacity: line.count) { folded, count in
      line.withUnsafeBufferPointer { (count, characters) = Self.fold($0, into: folded) }
    }
    original = line
    self.characters = characters
  }

  /// Gives how many bytes and how many characters the folded line has: never more than the line.
  private static func fold(
    _ line: UnsafeBufferPointer<UInt8>, into folded: UnsafeMutableBufferPointer<UInt8>
  ) -> (bytes: Int, characters: Int) {
    var index = afterBullet(line)
    var (end, characters) = (0, 0)
    while index < line.count {
      let byte = line[index]
      let width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let next = min(index + width, line.count)
      let letter =
        if width == 1 {
          byte
        } else if next - index == 3 {
          narrow(byte, line[index + 1], line[index + 2])
        } else {
          UInt8?.none
        }
      if let letter {
        if letter != 0x20 {
          folded[end] = letter >= 0x41 && letter <= 0x5A ? letter | 0x20 : letter
          end += 1
          characters += 1
        }
      } else {
        for place in index..<next {
          folded[end] = line[place]
          end += 1
        }
        characters += 1
      }
      index = next
    }
    return (end, characters)
  }

  /// ◎编辑/李山 is compared as 编辑/李山; a mark alone stays.
  private static func afterBullet(_ line: UnsafeBufferPointer<UInt8>) -> Int {
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

  /// The ASCII character that a wide one stands for.
  private static func narrow(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt8? {
    // Nearly all characters of a text are none of these.
    guard a == 0xEF || a == 0xE2 || a == 0xE3 || a == 0xE4 && b == 0xB8 else { return nil }
    return switch (a, b, c) {
    case (0xEF, 0xBC, 0x81...0xBF): c - 0x60
    case (0xEF, 0xBD, 0x80...0x9D): c - 0x20
    case (0xE4, 0xB8, 0xA8), (0xE2, 0x94, 0x82), (0xE2, 0x88, 0xA3): UInt8(ascii: "|")
    case (0xE3, 0x80, 0x90): UInt8(ascii: "[")
    case (0xE3, 0x80, 0x91): UInt8(ascii: "]")
    default: nil
    }
  }
}
