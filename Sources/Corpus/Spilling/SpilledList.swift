import Model

/// A list that moves to the disk when it outgrows its share of memory; what is read of it then
/// comes by pages, of which the last ones are kept.
///
/// Appending and reading in order cost a few nanoseconds an element; reading at random costs a page
/// of four kilobytes where the list is on the disk.
final class SpilledList<Element: BitwiseCopyable> {
  private let space: any ScratchSpace
  private var scratch: (any Scratch)?
  /// What is not in the scratch: the elements from `stored` on.
  private var tail: [Element] = []
  private var stored = 0
  private var pages: [Page] = []

  private struct Page {
    var number = -1
    var elements: [Element] = []
  }

  private static var stride: Int { MemoryLayout<Element>.stride }
  private static var pageSize: Int { max(1, 4096 / stride) }
  private static var pageCount: Int { 512 }
  /// The tail of a list that is on the disk, in bytes.
  private static var tailSize: Int { 1 << 20 }

  init(_ space: any ScratchSpace) { self.space = space }

  var count: Int { stored + tail.count }
  var indices: Range<Int> { 0..<count }

  func append(_ element: Element) {
    tail.append(element)
    let limit = scratch == nil ? space.limit : min(space.limit, Self.tailSize)
    if tail.count * Self.stride >= limit, tail.count >= Self.pageSize { spill() }
  }

  subscript(index: Int) -> Element {
    index >= stored ? tail[index - stored] : page(index / Self.pageSize)[index % Self.pageSize]
  }

  subscript(index: Int32) -> Element { self[Int(index)] }

  /// Writes the whole pages of the tail.
  private func spill() {
    let scratch = self.scratch ?? space.scratch()
    self.scratch = scratch
    let whole = tail.count / Self.pageSize * Self.pageSize
    tail.withUnsafeBytes { scratch.append(.init(rebasing: $0[..<(whole * Self.stride)])) }
    stored += whole
    // A new array: the room of a list that was all in memory comes back.
    tail = Array(tail[whole...])
  }

  private func page(_ number: Int) -> [Element] {
    if pages.isEmpty { pages = Array(repeating: Page(), count: Self.pageCount) }
    let slot = number % Self.pageCount
    if pages[slot].number != number {
      pages[slot] = Page(number: number, elements: read(number))
    }
    return pages[slot].elements
  }

  private func read(_ page: Int) -> [Element] {
    [Element](unsafeUninitializedCapacity: Self.pageSize) { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(
        start: buffer.baseAddress, count: Self.pageSize * Self.stride)
      scratch?.read(bytes, at: page * Self.pageSize * Self.stride)
      count = Self.pageSize
    }
  }
}

/// Records of bytes of any length, each read back by its place.
final class SpilledBytes {
  private let space: any ScratchSpace
  private var scratch: (any Scratch)?
  private var tail: [UInt8] = []
  private var stored = 0

  private static let prefixSize = 4
  private static let tailSize = 1 << 20

  init(_ space: any ScratchSpace) { self.space = space }

  /// Gives the place by which the record is read back.
  func append(_ record: [UInt8]) -> Int {
    let place = stored + tail.count
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: record.count)) { tail.append(contentsOf: $0) }
    tail += record
    if tail.count >= (scratch == nil ? space.limit : min(space.limit, Self.tailSize)) { spill() }
    return place
  }

  /// Appends numbers as they lie in memory; `numbers` gives them back.
  func append(numbers: [UInt32]) -> Int {
    append(numbers.withUnsafeBytes { Array($0) })
  }

  /// So many numbers as were appended at a place.
  func numbers(_ count: Int, at place: Int) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: count) { numbers, filled in
      let bytes = UnsafeMutableRawBufferPointer(
        start: numbers.baseAddress, count: count * MemoryLayout<UInt32>.stride)
      read(into: bytes, at: place + Self.prefixSize)
      filled = count
    }
  }

  func record(at place: Int) -> [UInt8] {
    let prefix = bytes(Self.prefixSize, at: place)
    let count = prefix.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
    return bytes(Int(count), at: place + Self.prefixSize)
  }

  private func spill() {
    let wasInMemory = scratch == nil
    let scratch = self.scratch ?? space.scratch()
    self.scratch = scratch
    tail.withUnsafeBytes { scratch.append($0) }
    stored += tail.count
    // The room of a list that was all in memory comes back.
    tail.removeAll(keepingCapacity: !wasInMemory)
  }

  private func bytes(_ count: Int, at place: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      read(into: UnsafeMutableRawBufferPointer(buffer), at: place)
      filled = count
    }
  }

  private func read(into buffer: UnsafeMutableRawBufferPointer, at place: Int) {
    guard place >= stored else {
      scratch?.read(buffer, at: place)
      return
    }
    tail.withUnsafeBytes {
      buffer.copyMemory(
        from: .init(rebasing: $0[(place - stored)..<(place - stored + buffer.count)]))
    }
  }
}
