/// An element whose order is told first by a number, and by `<` among those of one number.
protocol Ranked: BitwiseCopyable, Comparable, SendableMetatype {
  var rank: UInt64 { get }
}

/// Sorts by the bytes of a number from the highest on, in place: hundreds of millions of keys, which
/// comparisons would take several times as long to order.
enum RankSort {
  /// So few are sorted sooner by comparing them.
  private static let few = 48

  static func sort<Element: Ranked>(_ elements: inout [Element]) {
    elements.withUnsafeMutableBufferPointer { sort($0, byte: 7) }
  }

  private static func sort<Element: Ranked>(
    _ elements: UnsafeMutableBufferPointer<Element>, byte: Int
  ) {
    guard elements.count > few else { return insert(elements) }
    guard byte >= 0 else {
      var ties = elements
      return ties.sort()
    }
    var ends = counts(elements, byte)
    var total = 0
    for digit in ends.indices {
      total += ends[digit]
      ends[digit] = total
    }
    distribute(elements, byte, ends)
    var start = 0
    for digit in ends.indices where ends[digit] > start {
      let part = UnsafeMutableBufferPointer(rebasing: elements[start..<ends[digit]])
      start = ends[digit]
      sort(part, byte: byte - 1)
    }
  }

  private static func digit<Element: Ranked>(_ element: Element, _ byte: Int) -> Int {
    Int(element.rank >> UInt64(byte * 8) & 255)
  }

  private static func counts<Element: Ranked>(
    _ elements: UnsafeMutableBufferPointer<Element>, _ byte: Int
  ) -> InlineArray<256, Int> {
    var counts = InlineArray<256, Int>(repeating: 0)
    for element in elements { counts[digit(element, byte)] += 1 }
    return counts
  }

  /// Brings each element into the stretch of its digit, by exchanges; each stretch ends where `ends`
  /// says and begins where the one before ends.
  private static func distribute<Element: Ranked>(
    _ elements: UnsafeMutableBufferPointer<Element>, _ byte: Int, _ ends: InlineArray<256, Int>
  ) {
    var next = InlineArray<256, Int> { $0 == 0 ? 0 : ends[$0 - 1] }
    for own in next.indices {
      while next[own] < ends[own] {
        var element = elements[next[own]]
        var digit = digit(element, byte)
        while digit != own {
          let place = next[digit]
          next[digit] = place + 1
          (element, elements[place]) = (elements[place], element)
          digit = Self.digit(element, byte)
        }
        elements[next[own]] = element
        next[own] += 1
      }
    }
  }

  private static func insert<Element: Ranked>(_ elements: UnsafeMutableBufferPointer<Element>) {
    for end in elements.indices.dropFirst() {
      let element = elements[end]
      var place = end
      while place > 0, element < elements[place - 1] {
        elements[place] = elements[place - 1]
        place -= 1
      }
      elements[place] = element
    }
  }
}
