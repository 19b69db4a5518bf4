/// Finds one text in long ones: looks at every sixth byte or so (Horspool).
struct ByteFinder {
  private let wanted: [UInt8]
  /// How far to go on from a byte that stands where the last one should.
  private let steps: [Int]

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ wanted: [UInt8]) {
    self.wanted = wanted
    var steps = [Int](repeating: max(1, wanted.count), count: 256)
    for (index, byte) in wanted.enumerated().dropLast() {
      steps[Int(byte)] = wanted.count - 1 - index
    }
    self.steps = steps
  }

  /// Where the text first begins at `start` or after.
  func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let last = wanted.last else { return nil }
    return steps.withUnsafeBufferPointer { steps in
      var index = start + wanted.count - 1
      while index < bytes.count {
        let byte = bytes[index]
        if byte == last, isThere(bytes, index - wanted.count + 1) {
          return index - wanted.count + 1
        }
        index += steps[Int(byte)]
      }
      return nil
    }
  }

  private func isThere(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    for index in wanted.indices where bytes[start + index] != wanted[index] { return false }
    return true
  }
}
