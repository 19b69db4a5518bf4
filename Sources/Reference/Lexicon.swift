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

    /// Where the values of the form that ends here begin, counted from one, 0 for none; the value
    /// itself, where it is the only one and small, marked by `single`.
    var values: Int {
      get { Int(bits & 0xFF_FFFF) }
      set { bits = bits & ~0xFF_FFFF | UInt64(newValue) }
    }

    static let single = 1 << 23
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
    found.reserveCapacity(range.count + 16)
    // A class for each place, and some more that no form goes beyond.
    let kinds = [UInt16](unsafeUninitializedCapacity: range.count + Self.margin) { kinds, count in
      for place in range {
        let scalar = text[place]
        kinds[place - range.lowerBound] = scalar < 1 << 16 ? classes[Int(scalar)] : 0
      }
      for place in range.count..<range.count + Self.margin { kinds[place] = 0 }
      count = range.count + Self.margin
    }
    kinds.withUnsafeBufferPointer { kinds in
      cells.withUnsafeBufferPointer { cells in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.block) { worth in
          for start in stride(from: 0, to: range.count, by: Self.block) {
            let places = start..<min(start + Self.block, range.count)
            let count = Self.placesWorthALook(in: kinds, places, cells, worth)
            for index in 0..<count {
              find(in: kinds, from: Int(worth[index]), offset: range.lowerBound, cells, &found)
            }
          }
        }
      }
    }
    return found
  }

  /// The places that are looked at in one go.
  private static let block = 512
  /// What is looked at beyond a place at once.
  private static let margin = 2

  /// Notes where a form of one character stands, or two characters that a form begins with, and
  /// returns their count. Without a branch, so that the processor fetches many cells at once; the
  /// walk that follows finds them at hand.
  private static func placesWorthALook(
    in kinds: UnsafeBufferPointer<UInt16>, _ places: Range<Int>,
    _ cells: UnsafeBufferPointer<Cell>, _ worth: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    var count = 0
    for place in places {
      let first = cells[Int(kinds[place])]
      let second = cells[first.base + Int(kinds[place + 1])]
      let isPair = second.kind == kinds[place + 1] && first.base != 0
      worth[count] = Int32(truncatingIfNeeded: place)
      count += isPair || first.values > 0 ? 1 : 0
    }
    return count
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
      let cell = cells[base + Int(kinds[end])]
      guard cell.kind == kinds[end] else { return }
      end += 1
      if cell.values > 0 { add(cell.values, place + offset, end + offset, to: &found) }
      base = cell.base
      if base == 0 { return }
    }
  }

  @inline(__always)
  private func add(_ held: Int, _ start: Int, _ end: Int, to found: inout [Match]) {
    let (start, end) = (Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: end))
    if held >= Cell.single {
      let value = Int32(truncatingIfNeeded: held & ~Cell.single)
      found.append(Match(start: start, end: end, value: value))
      return
    }
    var index = held - 1
    while true {
      let value = values[index]
      found.append(Match(start: start, end: end, value: value < 0 ? ~value : value))
      if value < 0 { return }
      index += 1
    }
  }
}
