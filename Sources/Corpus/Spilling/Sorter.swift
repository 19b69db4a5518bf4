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
  private let sort: (inout [Element]) -> Void

  convenience init(_ space: any ScratchSpace) { self.init(space) { $0.sort() } }

  private init(_ space: any ScratchSpace, by sort: @escaping (inout [Element]) -> Void) {
    self.space = space
    self.sort = sort
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
      sort(&pending)
      return SortedElements([RunReader(pending)])
    }
    if !pending.isEmpty { spill() }
    pending = []
    return SortedElements(runs.map { RunReader(scratch, $0) })
  }

  private func spill() {
    let scratch = self.scratch ?? space.scratch()
    self.scratch = scratch
    sort(&pending)
    pending.withUnsafeBytes { scratch.append($0) }
    let start = runs.last?.upperBound ?? 0
    runs.append(start..<start + pending.count)
    pending.removeAll(keepingCapacity: true)
  }
}

extension Sorter where Element: Ranked {
  /// One of elements that are sorted by their ranks.
  convenience init(ranked space: any ScratchSpace) { self.init(space, by: RankSort.sort) }
}

/// Sorted elements, one after the other.
struct SortedElements<Element: BitwiseCopyable & Comparable>: Sequence, IteratorProtocol {
  /// The next element of a part, and its reader. Apart from the readers, so that the heap moves bytes
  /// and counts no references: merging was most of a large corpus's search for copies.
  private struct Entry: BitwiseCopyable {
    let element: Element
    let reader: Int
  }

  private var readers: [RunReader<Element>]
  /// A heap: no element is less than the one above it.
  private var heap: [Entry] = []

  fileprivate init(_ runs: [RunReader<Element>]) {
    readers = runs
    for index in readers.indices {
      if let first = readers[index].next() { heap.append(Entry(element: first, reader: index)) }
    }
    for place in heap.indices.reversed() { sink(place) }
  }

  /// The next element, without taking it.
  var head: Element? { heap.first?.element }

  mutating func next() -> Element? {
    guard let top = heap.first, let last = heap.last else { return nil }
    if let following = readers[top.reader].next() {
      heap[0] = Entry(element: following, reader: top.reader)
    } else {
      heap[0] = last
      heap.removeLast()
    }
    sink(0)
    return top.element
  }

  /// The next elements for which `isSame` holds with the first of them; empty at the end.
  mutating func group(where isSame: (Element, Element) -> Bool) -> [Element] {
    guard let first = next() else { return [] }
    var group = [first]
    while let head, isSame(first, head), let element = next() { group.append(element) }
    return group
  }

  /// Puts the next group that has more than one element into `group`; false at the end.
  mutating func nextSeveral(
    _ group: inout [Element], where isSame: (Element, Element) -> Bool
  ) -> Bool {
    while let first = next() {
      guard let second = head, isSame(first, second) else { continue }
      group.removeAll(keepingCapacity: true)
      group.append(first)
      while let head, isSame(first, head), let element = next() { group.append(element) }
      return true
    }
    return false
  }

  private mutating func sink(_ start: Int) {
    guard start < heap.count else { return }
    let entry = heap[start]
    var place = start
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].element < heap[child].element { child += 1 }
      guard heap[child].element < entry.element else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = entry
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
  }

  mutating func next() -> Element? {
    if place == buffer.count {
      if rest.isEmpty { return nil }
      fill()
    }
    defer { place += 1 }
    return buffer[place]
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
