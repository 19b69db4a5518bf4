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
    let wanted = Array(wanted)
    guard let first = wanted.first, count >= wanted.count else { return nil }
    let offset = withUnsafeBufferPointer { bytes in
      (0...(bytes.count - wanted.count)).first { start in
        bytes[start] == first && Self.equal(bytes, start, wanted)
      }
    }
    return offset.map { startIndex + $0..<startIndex + $0 + wanted.count }
  }

  /// Where `wanted` last stands.
  func lastRange(of wanted: some Collection<UInt8>) -> Range<Int>? {
    let wanted = Array(wanted)
    guard let first = wanted.first, count >= wanted.count else { return nil }
    let offset = withUnsafeBufferPointer { bytes in
      (0...(bytes.count - wanted.count)).last { start in
        bytes[start] == first && Self.equal(bytes, start, wanted)
      }
    }
    return offset.map { startIndex + $0..<startIndex + $0 + wanted.count }
  }

  /// Holds the bytes of `text`, in a row.
  func containsRun(_ text: StaticString) -> Bool {
    range(of: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)) != nil
  }

  /// Ends with the bytes of `tail`.
  func ends(with tail: [UInt8]) -> Bool { suffix(tail.count).elementsEqual(tail) }

  @inline(__always)
  private static func equal(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ wanted: [UInt8]
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
