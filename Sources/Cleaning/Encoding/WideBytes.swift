/// Passes over bytes eight at a time: pages are ASCII for the most part.
enum WideBytes {
  static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The first byte from `start` on that is no ASCII; the end where there is none.
  @inline(__always)
  static func firstWide(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return start }
    while index + 8 <= bytes.count {
      let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self) & highBits
      if word != 0 { return index + word.littleEndian.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// Calls `body` with every scalar of valid UTF-8 that is no ASCII.
  @inline(__always)
  static func forEachWideScalar(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void
  ) {
    var index = 0
    while true {
      if index >= bytes.count || bytes[index] < 0x80 { index = firstWide(bytes, from: index) }
      guard index < bytes.count else { return }
      let lead = bytes[index]
      let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      // Where a cut was made within a character.
      guard index + width <= bytes.count else { return }
      var scalar = UInt32(lead & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07))
      for offset in 1..<width { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
      body(scalar)
      index += width
    }
  }
}
