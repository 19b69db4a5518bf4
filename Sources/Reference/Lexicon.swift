/// Many written forms, found in a text in one pass.
///
/// A trie over dense classes of characters, laid out as a double array: the child of a state for a
/// class is the cell `base + class`, if that cell bears the class. Forms hold
/// characters of the Basic Multilingual Plane only; a text may hold any scalar. Finding costs one
/// look at the cells for each character and form that begins there.
package struct Lexicon: Sendable {
  /// A form found in a text: scalar offsets, end exclusive, and the value that it was entered with.
  package struct Match: Hashable, Sendable {
    package let start: Int32
    package let end: Int32
    package let value: Int32

    package var length: Int { Int(end - start) }
  }

  /// A state of the trie, which is known by the number of its cell, in eight bytes: the table is
  /// looked into at every character, and the less of it there is, the more of it is at hand.
  struct Cell {
    private var bits: UInt64 = 0

    /// A free cell.
    init() {}

    init(kind: Int) { bits = UInt64(kind) << 48 }

    /// The class by which the state is reached, 0 where the cell is free or the root's. No two
    /// states have one base, so that the class alone tells whose child this is.
    var kind: UInt16 { UInt16(truncatingIfNeeded: bits >> 48) }

    /// Where the children lie, 0 for none.
    var base: Int {
      get { Int(bits >> 24 & 0xFF_FFFF) }
      set { bits = bits & ~(0xFF_FFFF << 24) | UInt64(newValue) << 24 }
    }

    /// The place after which the values of the form that ends here begin, 0 for none.
    var values: Int {
      get { Int(bits & 0xFF_FFFF) }
      set { bits = bits & ~0xFF_FFFF | UInt64(newValue) }
    }
  }

  /// For each code its class, 0 for those that no form holds.
  let classes: [UInt16]
  /// The first is the root, whose base is 0. No base and class together lead beyond the last.
  let cells: [Cell]
  /// The values of all forms; the last of each form is stored as its complement.
  let values: [Int32]

  /// Every form at every place of `text` within `range`, by start and then by length.
  package func matches(in text: [UInt32], _ range: Range<Int>) -> [Match] {
    var found: [Match] = []
    var starts: [Int32] = []
    find(in: text, range, &found, &starts)
    return found
  }

  /// Puts every form at every place of `text` within `range` into `found`, by start and then by
  /// length, and into `starts` the index of the first form of each place, with one place more.
  package func find(
    in text: [UInt32], _ range: Range<Int>, _ found: inout [Match], _ starts: inout [Int32]
  ) {
    found.reserveCapacity(range.count * 2)
    starts.reserveCapacity(range.count + 2)
    // A class for each place, and one more that no form goes beyond.
    var kinds = text[range].map { $0 < 1 << 16 ? classes[Int($0)] : 0 }
    kinds.append(0)
    kinds.withUnsafeBufferPointer { kinds in
      cells.withUnsafeBufferPointer { cells in
        for block in stride(from: 0, to: range.count, by: Self.block) {
          let places = block..<min(block + Self.block, range.count)
          let worth = Self.placesWorthALook(in: kinds, places, cells)
          for place in places {
            starts.append(Int32(found.count))
            if worth[place - block] {
              find(in: kinds, from: place, offset: range.lowerBound, cells, &found)
            }
          }
        }
      }
    }
    starts.append(Int32(found.count))
  }

  /// The places that are looked at in one go.
  private static let block = 512

  /// Where a form of one character stands, or two characters that a form begins with. Without a
  /// branch, so that the processor fetches many cells at once; the walk that follows finds them
  /// at hand.
  private static func placesWorthALook(
    in kinds: UnsafeBufferPointer<UInt16>, _ places: Range<Int>, _ cells: UnsafeBufferPointer<Cell>
  ) -> [Bool] {
    [Bool](unsafeUninitializedCapacity: places.count) { worth, count in
      for place in places {
        let first = cells[Int(kinds[place])]
        let next = kinds[place + 1]
        let isPair = cells[first.base + Int(next)].kind == next
        worth[place - places.lowerBound] = isPair || first.values > 0
      }
      count = places.count
    }
  }

  /// The forms that begin at one place, shortest first.
  @inline(__always)
  private func find(
    in kinds: UnsafeBufferPointer<UInt16>, from place: Int, offset: Int,
    _ cells: UnsafeBufferPointer<Cell>, _ found: inout [Match]
  ) {
    var base = 0
    var end = place
    while kinds[end] != 0 {
      let next = base + Int(kinds[end])
      let cell = cells[next]
      guard cell.kind == kinds[end] else { return }
      end += 1
      if cell.values > 0 { add(cell.values - 1, place + offset, end + offset, to: &found) }
      base = cell.base
      if base == 0 { return }
    }
  }

  @inline(__always)
  private func add(_ first: Int, _ start: Int, _ end: Int, to found: inout [Match]) {
    var index = first
    while true {
      let value = values[index]
      found.append(
        Match(start: Int32(start), end: Int32(end), value: value < 0 ? ~value : value))
      if value < 0 { return }
      index += 1
    }
  }
}
