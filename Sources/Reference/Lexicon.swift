/// Many written forms, found in a text in one pass.
///
/// A trie over dense classes of characters, laid out as a double array: the child of a state for a
/// class is the cell `base + class`, if that cell bears the class. Forms hold
/// characters of the Basic Multilingual Plane only; a text may hold any scalar. Finding costs a look
/// at a small filter for each character, and one at the cells for each character of a form.
package struct Lexicon: Sendable {
  /// A form found in a text: scalar offsets, end exclusive, and the value that it was entered with.
  package struct Match: Hashable, Sendable {
    package let start: Int32
    package let end: Int32
    package let value: Int32

    @inlinable package var length: Int { Int(end - start) }
  }

  /// A state of the trie, which is known by the number of its cell, in eight bytes: the table is
  /// looked into at every character, and the less of it there is, the more of it is at hand.
  struct Cell {
    private var bits: UInt64

    init(kind: Int = free) { bits = UInt64(kind) << 48 }

    /// The class of no character, which free cells and the root bear.
    static let free = 0xFFFF

    /// The class by which the state is reached. No two states have one base, so that the class alone
    /// tells whose child this is.
    var kind: UInt16 { UInt16(truncatingIfNeeded: bits >> 48) }

    var isFree: Bool { kind == UInt16(Self.free) }

    /// Where the children lie; where there are none, before free cells only.
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
  /// The first is the root, whose base is 1. No base and class together lead beyond the last.
  let cells: [Cell]
  /// The values of all forms; the last of each form is stored as its complement.
  let values: [Int32]
  /// Refuses most pairs of characters that no form begins with.
  let pairs: PairFilter

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
        withUnsafeTemporaryAllocation(of: Opening.self, capacity: Self.block) { openings in
          for start in stride(from: 0, to: range.count, by: Self.block) {
            let places = start..<min(start + Self.block, range.count)
            let count = pairs.openings(in: kinds, places, cells, openings)
            let worth = UnsafeMutableBufferPointer(rebasing: openings[..<count])
            Self.look(ahead: worth, kinds, cells)
            for opening in worth {
              find(in: kinds, opening, offset: range.lowerBound, cells, &found)
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
  private static let margin = 3

  /// A place where forms may begin.
  struct Opening {
    /// Counted from the beginning of what is searched.
    var place: Int32
    /// The states after two characters and after three, by their cells; a free one where there is
    /// none.
    var second: Int32 = 0
    var third: Int32 = 0
  }

  /// Goes on to the states of the second characters, and of the third. Without a branch, so that
  /// the processor fetches many cells at once; the walk that follows finds them at hand.
  private static func look(
    ahead openings: UnsafeMutableBufferPointer<Opening>, _ kinds: UnsafeBufferPointer<UInt16>,
    _ cells: UnsafeBufferPointer<Cell>
  ) {
    let dead = cells.count - 1
    for index in openings.indices {
      let place = Int(openings[index].place)
      let state = cells[1 + Int(kinds[place])].base + Int(kinds[place + 1])
      let isState = cells[state].kind == kinds[place + 1]
      openings[index].second = Int32(truncatingIfNeeded: isState ? state : dead)
    }
    for index in openings.indices {
      let kind = kinds[Int(openings[index].place) + 2]
      let state = cells[Int(openings[index].second)].base + Int(kind)
      let isState = cells[state].kind == kind
      openings[index].third = Int32(truncatingIfNeeded: isState ? state : dead)
    }
  }

  /// The forms that begin at one place, shortest first.
  @inline(__always)
  private func find(
    in kinds: UnsafeBufferPointer<UInt16>, _ opening: Opening, offset: Int,
    _ cells: UnsafeBufferPointer<Cell>, _ found: inout [Match]
  ) {
    let place = Int(opening.place)
    let start = place + offset
    let first = cells[1 + Int(kinds[place])]
    if first.values > 0 { add(first.values, start, start + 1, to: &found) }
    let second = cells[Int(opening.second)]
    if second.values > 0 { add(second.values, start, start + 2, to: &found) }
    var cell = cells[Int(opening.third)]
    var end = place + 3
    while !cell.isFree {
      if cell.values > 0 { add(cell.values, start, end + offset, to: &found) }
      let next = cells[cell.base + Int(kinds[end])]
      guard next.kind == kinds[end] else { return }
      cell = next
      end += 1
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

/// The pairs of classes that forms begin with, as bits by their hash: small enough to be at hand
/// always, which the cells are not.
struct PairFilter: Sendable {
  private static let width: UInt32 = 19
  private var bits = [UInt64](repeating: 0, count: 1 << (width - 6))

  mutating func insert(_ first: Int, _ second: Int) {
    let bit = Self.bit(UInt16(truncatingIfNeeded: first), UInt16(truncatingIfNeeded: second))
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  @inline(__always)
  private static func bit(_ first: UInt16, _ second: UInt16) -> Int {
    Int((UInt32(first) &* 0x9E37_79B1 &+ UInt32(second) &* 0x85EB_CA6B) >> (32 - width))
  }

  /// Notes the places where a form of one character stands, or two characters that forms may begin
  /// with, and returns their count.
  func openings(
    in kinds: UnsafeBufferPointer<UInt16>, _ places: Range<Int>,
    _ cells: UnsafeBufferPointer<Lexicon.Cell>,
    _ openings: UnsafeMutableBufferPointer<Lexicon.Opening>
  ) -> Int {
    bits.withUnsafeBufferPointer { bits in
      var count = 0
      for place in places {
        let bit = Self.bit(kinds[place], kinds[place + 1])
        let pair = Int(truncatingIfNeeded: bits[bit >> 6] >> UInt64(bit & 63) & 1)
        let form = cells[1 + Int(kinds[place])].values
        openings[count] = Lexicon.Opening(place: Int32(truncatingIfNeeded: place))
        count += (pair | form) == 0 ? 0 : 1
      }
      return count
    }
  }
}
