import Model

/// Sorts more than memory holds: parts that fit are sorted and written to the disk, then merged.
///
/// Equal elements come in any order: what is to be told apart must differ. O(n log n) comparisons.
final class Sorter<Element: BitwiseCopyable & Comparable> {
  private let space: any ScratchSpace
  private var scratch: (any Scratch)?
  private var pending: [Element] = []
  /// The sorted parts in the scratch, as places of elements.
  private var runs: [Range<Int>] = []
  private(set) var count = 0

  private static var stride: Int { MemoryLayout<Element>.stride }
  private let mostPending: Int

  init(_ space: any ScratchSpace) {
    self.space = space
    mostPending = max(2, space.limit.multipliedReportingOverflow(by: 4).partialValue / Self.stride)
  }

  func append(_ element: Element) {
    pending.append(element)
    count += 1
    if pending.count >= mostPending { spill() }
  }

  /// All elements, the least first, as often as wanted. Nothing may be appended afterwards.
  func sorted() -> SortedElements<Element> {
    guard let scratch else {
      pending.sort()
      return SortedElements([RunReader(pending)])
    }
    if !pending.isEmpty { spill() }
    pending = []
    return SortedElements(runs.map { RunReader(scratch, $0) })
  }

  private func spill() {
    let scratch = self.scratch ?? space.scratch()
    self.scratch = scratch
    pending.sort()
    pending.withUnsafeBytes { scratch.append($0) }
    let start = runs.last?.upperBound ?? 0
    runs.append(start..<start + pending.count)
    pending.removeAll(keepingCapacity: true)
  }
}

/// Sorted elements, one after the other.
struct SortedElements<Element: BitwiseCopyable & Comparable>: Sequence, IteratorProtocol {
  /// A heap: no reader's next element is less than that of the one above it.
  private var readers: [RunReader<Element>]

  fileprivate init(_ runs: [RunReader<Element>]) {
    readers = runs.filter { $0.head != nil }
    for index in readers.indices.reversed() { sink(index) }
  }

  /// The next element, without taking it.
  var head: Element? { readers.first?.head }

  mutating func next() -> Element? {
    guard let element = readers.first?.head else { return nil }
    readers[0].advance()
    if readers[0].head == nil {
      let last = readers.removeLast()
      if !readers.isEmpty { readers[0] = last }
    }
    if readers.count > 1 { sink(0) }
    return element
  }

  /// The next elements for which `isSame` holds with the first of them; empty at the end.
  mutating func group(where isSame: (Element, Element) -> Bool) -> [Element] {
    guard let first = next() else { return [] }
    var group = [first]
    while let head, isSame(first, head), let element = next() { group.append(element) }
    return group
  }

  private mutating func sink(_ start: Int) {
    var parent = start
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < readers.count && readers[child].isLess(than: readers[least]) { least = child }
      if least == parent { return }
      readers.swapAt(parent, least)
      parent = least
    }
  }
}

/// Reads one sorted part.
private struct RunReader<Element: BitwiseCopyable & Comparable> {
  private let scratch: (any Scratch)?
  /// What is still in the scratch.
  private var rest: Range<Int>
  private var buffer: [Element]
  private var place = 0

  private static var bufferSize: Int { Swift.max(1, (32 << 10) / MemoryLayout<Element>.stride) }

  init(_ elements: [Element]) {
    scratch = nil
    rest = 0..<0
    buffer = elements
  }

  init(_ scratch: any Scratch, _ run: Range<Int>) {
    self.scratch = scratch
    rest = run
    buffer = []
    fill()
  }

  var head: Element? { place < buffer.count ? buffer[place] : nil }

  func isLess(than other: Self) -> Bool {
    guard let mine = head, let theirs = other.head else { return head != nil }
    return mine < theirs
  }

  mutating func advance() {
    place += 1
    if place == buffer.count, !rest.isEmpty { fill() }
  }

  private mutating func fill() {
    let stride = MemoryLayout<Element>.stride
    let wanted = rest.prefix(Self.bufferSize)
    buffer = [Element](unsafeUninitializedCapacity: wanted.count) { elements, count in
      let bytes = UnsafeMutableRawBufferPointer(
        start: elements.baseAddress, count: wanted.count * stride)
      scratch?.read(bytes, at: wanted.lowerBound * stride)
      count = wanted.count
    }
    place = 0
    rest = wanted.upperBound..<rest.upperBound
  }
}
