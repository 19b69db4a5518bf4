/// A set of characters of the basic plane, a bit each.
struct ScalarSet: Sendable {
  private var words = [UInt64](repeating: 0, count: 1_024)

  init(_ text: String) {
    for scalar in text.unicodeScalars where scalar.value < 0x10000 {
      words[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
    }
  }

  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    scalar < 0x10000 && words[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1
  }
}
