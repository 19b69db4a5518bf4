import Glibc

extension [UInt8] {
  /// What stands between the line feeds, empty lines among it.
  var lines: [ArraySlice<UInt8>] { self[...].lines }

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
  /// What stands between the line feeds, empty lines among it.
  var lines: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = startIndex
    while let end = firstIndex(of: 0x0A, from: start) {
      lines.append(self[start..<end])
      start = end + 1
    }
    lines.append(self[start...])
    return lines
  }

  private func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + (start - startIndex), Int32(byte), endIndex - start)
      else { return nil }
      return startIndex + (UnsafeRawPointer(found) - base)
    }
  }

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
        bytes.holds(tail, at: bytes.count - tail.count)
      }
    }
  }

  private func range(ofBuffer wanted: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let offset = withUnsafeBufferPointer { $0.firstOffset(of: wanted) }
    return offset.map { startIndex + $0..<startIndex + $0 + wanted.count }
  }

  private func lastRange(ofBuffer wanted: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let offset = withUnsafeBufferPointer { $0.lastOffset(of: wanted) }
    return offset.map { startIndex + $0..<startIndex + $0 + wanted.count }
  }
}
