extension [UInt8] {
  /// Where `wanted` first stands.
  func range(of wanted: some Collection<UInt8>) -> Range<Int>? { self[...].range(of: wanted) }

  /// Where `wanted` last stands.
  func lastRange(of wanted: some Collection<UInt8>) -> Range<Int>? {
    self[...].lastRange(of: wanted)
  }

  /// Holds the bytes of `text`, in a row.
  func containsRun(_ text: StaticString) -> Bool { self[...].containsRun(text) }

  /// Ends with the bytes of `tail`.
  func ends(with tail: [UInt8]) -> Bool { self[...].ends(with: tail) }
}

extension ArraySlice<UInt8> {
  /// Where `wanted` first stands.
  func range(of wanted: some Collection<UInt8>) -> Range<Int>? {
    let found: Range<Int>?? = wanted.withContiguousStorageIfAvailable { range(ofBuffer: $0) }
    if let found { return found }
    return Array(wanted).withUnsafeBufferPointer { range(ofBuffer: $0) }
  }

  /// Where `wanted` last stands.
  func lastRange(of wanted: some Collection<UInt8>) -> Range<Int>? {
    let found: Range<Int>?? = wanted.withContiguousStorageIfAvailable { lastRange(ofBuffer: $0) }
    if let found { return found }
    return Array(wanted).withUnsafeBufferPointer { lastRange(ofBuffer: $0) }
  }

  /// Holds the bytes of `text`, in a row.
  func containsRun(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return range(ofBuffer: wanted) != nil
  }

  /// Ends with the bytes of `tail`.
  func ends(with tail: [UInt8]) -> Bool {
    guard count >= tail.count else { return false }
    return withUnsafeBufferPointer { bytes in
      tail.withUnsafeBufferPointer { tail in
        Self.equal(bytes, bytes.count - tail.count, tail)
      }
    }
  }

  private func range(ofBuffer wanted: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let first = wanted.first, let last = wanted.last, count >= wanted.count else {
      return nil
    }
    let offset = withUnsafeBufferPointer { bytes -> Int? in
      var start = 0
      let end = bytes.count - wanted.count
      let width = wanted.count - 1
      while start <= end {
        // Chinese characters share their first byte; the last one tells them apart.
        if bytes[start] == first, bytes[start + width] == last,
          Self.equal(bytes, start, wanted)
        {
          return start
        }
        start += 1
      }
      return nil
    }
    return offset.map { startIndex + $0..<startIndex + $0 + wanted.count }
  }

  private func lastRange(ofBuffer wanted: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let first = wanted.first, count >= wanted.count else { return nil }
    let offset = withUnsafeBufferPointer { bytes -> Int? in
      var start = bytes.count - wanted.count
      while start >= 0 {
        if bytes[start] == first, Self.equal(bytes, start, wanted) { return start }
        start -= 1
      }
      return nil
    }
    return offset.map { startIndex + $0..<startIndex + $0 + wanted.count }
  }

  @inline(__always)
  private static func equal(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ wanted: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for index in wanted.indices where bytes[start + index] != wanted[index] { return false }
    return true
  }
}

extension StringProtocol {
  /// Where `wanted` first stands.
  func range(of wanted: String) -> Range<Index>? { firstRange(of: wanted) }

  /// Where `wanted` last stands.
  func lastRange(of wanted: String) -> Range<Index>? {
    var found: Range<Index>?
    var rest = self[...]
    while let next = rest.firstRange(of: wanted) {
      found = next
      rest = rest[next.upperBound...]
    }
    return found
  }
}
