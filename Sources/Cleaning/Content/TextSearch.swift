/// Searches in strings by their bytes. The standard library's compare characters under canonical
/// equivalence and build a table for each search: dozens of times slower, and nothing is gained,
/// since what is searched for here is printed in one way.
extension StringProtocol {
  func contains(_ wanted: String) -> Bool {
    wanted.isEmpty || offset(wanted, { $0.firstOffset(of: $1) }) != nil
  }

  /// Where `wanted` first stands.
  func range(of wanted: String) -> Range<Index>? {
    offset(wanted, { $0.firstOffset(of: $1) }).map { range(at: $0, wanted) }
  }

  /// Where `wanted` last stands.
  func lastRange(of wanted: String) -> Range<Index>? {
    offset(wanted, { $0.lastOffset(of: $1) }).map { range(at: $0, wanted) }
  }

  private func range(at offset: Int, _ wanted: String) -> Range<Index> {
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: wanted.utf8.count)
  }

  /// Nil too for a string that is no UTF-8 inside, which none is on Linux.
  @inline(__always)
  private func offset(
    _ wanted: String,
    _ find: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Int?
  ) -> Int? {
    let found: Int??? = utf8.withContiguousStorageIfAvailable { text in
      wanted.utf8.withContiguousStorageIfAvailable { find(text, $0) }
    }
    return (found ?? nil) ?? nil
  }
}

extension String {
  func hasPrefix(_ prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

  func hasSuffix(_ suffix: String) -> Bool {
    utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// With `other` in every place of `wanted`.
  func replacing(_ wanted: String, with other: String) -> String {
    guard var found = range(of: wanted) else { return self }
    var result = ""
    var start = startIndex
    while true {
      result += self[start..<found.lowerBound]
      result += other
      start = found.upperBound
      guard let next = self[start...].range(of: wanted) else { return result + self[start...] }
      found = next
    }
  }

  /// Without the spaces at both ends.
  var trimmed: String {
    var rest = utf8[...]
    while rest.first == 0x20 { rest.removeFirst() }
    while rest.last == 0x20 { rest.removeLast() }
    return rest.count == utf8.count ? self : String(Substring(rest))
  }
}

extension Substring {
  func hasPrefix(_ prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

  func hasSuffix(_ suffix: String) -> Bool {
    utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes stand before the first place of `wanted`.
  func firstOffset(of wanted: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = wanted.first, let last = wanted.last else { return nil }
    let end = count - wanted.count
    let width = wanted.count - 1
    var start = 0
    while start <= end {
      // Chinese characters share their first byte; the last one tells them apart.
      if self[start] == first, self[start + width] == last, holds(wanted, at: start) {
        return start
      }
      start += 1
    }
    return nil
  }

  /// How many bytes stand before the last place of `wanted`.
  func lastOffset(of wanted: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = wanted.first, let last = wanted.last else { return nil }
    let width = wanted.count - 1
    var start = count - wanted.count
    while start >= 0 {
      if self[start] == first, self[start + width] == last, holds(wanted, at: start) {
        return start
      }
      start -= 1
    }
    return nil
  }

  @inline(__always)
  func holds(_ wanted: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for index in wanted.indices where self[start + index] != wanted[index] { return false }
    return true
  }
}
