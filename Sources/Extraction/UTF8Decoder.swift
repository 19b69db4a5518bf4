import Reference

/// Decodes texts for those who work on scalars.
enum UTF8Decoder {
  /// The scalars of a text as they are written, and as they are folded for reading, one for one.
  static func scalars(
    of text: String, folding: Folding
  ) -> (written: [UInt32], folded: [UInt32]) {
    var text = text
    return text.withUTF8 { bytes in
      var folded: [UInt32] = []
      let written = [UInt32](unsafeUninitializedCapacity: bytes.count) { written, count in
        folded = [UInt32](unsafeUninitializedCapacity: bytes.count) { folded, filled in
          filled = folding.table.withUnsafeBufferPointer {
            decode(bytes, into: written, folded, $0)
          }
        }
        count = folded.count
      }
      return (written, folded)
    }
  }

  /// Decodes valid UTF-8, as a `String` always holds it; returns the count of scalars.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, into written: UnsafeMutableBufferPointer<UInt32>,
    _ folded: UnsafeMutableBufferPointer<UInt32>, _ folding: UnsafeBufferPointer<UInt16>
  ) -> Int {
    var count = 0
    var place = 0
    while place < bytes.count {
      let lead = UInt32(bytes[place])
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard place + length <= bytes.count else { break }
      var scalar = lead
      if length == 3 {
        scalar =
          (lead & 0xF) << 12 | (UInt32(bytes[place + 1]) & 0x3F) << 6
          | UInt32(bytes[place + 2]) & 0x3F
      } else if length > 1 {
        scalar = lead & (0x7F >> UInt32(length))
        for next in place + 1..<place + length { scalar = scalar << 6 | UInt32(bytes[next]) & 0x3F }
      }
      written[count] = scalar
      folded[count] = scalar < 1 << 16 ? UInt32(folding[Int(scalar)]) : scalar
      count += 1
      place += length
    }
    return count
  }
}
