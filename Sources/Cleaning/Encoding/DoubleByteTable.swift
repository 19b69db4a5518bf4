/// The characters of two bytes of GB18030, as iconv has them: a look-up instead of two conversions
/// for each character.
struct DoubleByteTable: Sendable {
  static let gb18030 = DoubleByteTable()

  /// By lead and trail byte; 0 for what is no character of two bytes.
  private var scalars = [UInt32](repeating: 0, count: 0x80 << 8)

  private init() {
    var pairs: [UInt8] = []
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F { pairs += [lead, trail] }
    }
    let (text, replaced) = Converter.converted(pairs, from: .gb18030)
    let decoded = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    // Another iconv may know fewer: then the table is empty, and every text goes through iconv.
    guard replaced == 0, decoded.count * 2 == pairs.count else { return }
    for (index, scalar) in decoded.enumerated() {
      scalars[slot(pairs[2 * index], pairs[2 * index + 1])] = scalar.value
    }
  }

  @inline(__always)
  private func slot(_ lead: UInt8, _ trail: UInt8) -> Int { Int(lead & 0x7F) << 8 | Int(trail) }

  /// The bytes as UTF-8; nil where anything but ASCII and characters of two bytes stands there.
  func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    var isWhole = true
    let text = bytes.withUnsafeBufferPointer { bytes in
      // A character of two bytes makes four at most.
      [UInt8](unsafeUninitializedCapacity: bytes.count * 2) { out, size in
        isWhole = decode(bytes, into: out, &size)
      }
    }
    return isWhole ? text : nil
  }

  private func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableBufferPointer<UInt8>,
    _ size: inout Int
  ) -> Bool {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        let end = WideBytes.firstWide(bytes, from: index)
        _ = out[size...].update(fromContentsOf: bytes[index..<end])
        size += end - index
        index = end
        continue
      }
      guard index + 1 < bytes.count else { return false }
      let scalar = scalars[slot(lead, bytes[index + 1])]
      guard scalar != 0 else { return false }
      size = Self.write(scalar, to: out, at: size)
      index += 2
    }
    return true
  }

  @inline(__always)
  private static func write(
    _ scalar: UInt32, to out: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) -> Int {
    if scalar < 0x800 {
      out[start] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      out[start + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return start + 2
    }
    if scalar < 0x10000 {
      out[start] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      out[start + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      out[start + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return start + 3
    }
    out[start] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
    out[start + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
    out[start + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
    out[start + 3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    return start + 4
  }
}
