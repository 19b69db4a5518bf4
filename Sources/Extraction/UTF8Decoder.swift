/// Decodes texts for those who work on scalars.
enum UTF8Decoder {
  /// The scalars of a text.
  static func scalars(of text: String) -> [UInt32] {
    let count = text.utf8.count
    let decoded = text.utf8.withContiguousStorageIfAvailable { bytes in
      [UInt32](unsafeUninitializedCapacity: count) { buffer, filled in
        filled = decode(bytes, into: buffer)
      }
    }
    return decoded ?? text.unicodeScalars.map(\.value)
  }

  /// Decodes valid UTF-8, as a `String` always holds it; returns the count of scalars.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, into scalars: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    var count = 0
    var place = 0
    while place < bytes.count {
      let lead = UInt32(bytes[place])
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard place + length <= bytes.count else { break }
      var scalar = length == 1 ? lead : lead & (0x7F >> UInt32(length))
      for next in place + 1..<place + length { scalar = scalar << 6 | UInt32(bytes[next]) & 0x3F }
      scalars[count] = scalar
      count += 1
      place += length
    }
    return count
  }
}
