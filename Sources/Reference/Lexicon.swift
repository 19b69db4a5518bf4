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
            Self.look(ahead: openings[..<count], kinds, cells)
            for opening in openings[..<count] {
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
    /// Where the children of the state after two characters lie, 0 where there is no such state.
    var base: Int32
    /// Whether forms may go on for a third character.
    var goesOn: Bool
  }

  /// Fetches the cells of the second characters, and of the third. Without a branch, so that the
  /// processor fetches many at once; the walk that follows finds them at hand.
  private static func look(
    ahead openings: Slice<UnsafeMutableBufferPointer<Opening>>,
    _ kinds: UnsafeBufferPointer<UInt16>, _ cells: UnsafeBufferPointer<Cell>
  ) {
    let openings = UnsafeMutableBufferPointer(rebasing: openings)
    for index in openings.indices {
      let place = Int(openings[index].place)
      let first = cells[Int(kinds[place])]
      let second = cells[first.base + Int(kinds[place + 1])]
      let isPair = second.kind == kinds[place + 1] && first.base != 0
      openings[index].base = isPair ? Int32(truncatingIfNeeded: second.base) : 0
    }
    for index in openings.indices {
      let (base, kind) = (Int(openings[index].base), kinds[Int(openings[index].place) + 2])
      openings[index].goesOn = cells[base + Int(kind)].kind == kind && base != 0
    }
  }

  /// The forms that begin at one place, shortest first.
  @inline(__always)
  private func find(
    in kinds: UnsafeBufferPointer<UInt16>, _ opening: Opening, offset: Int,
    _ cells: UnsafeBufferPointer<Cell>, _ found: inout [Match]
  ) {
    let place = Int(opening.place)
    let first = cells[Int(kinds[place])]
    let start = place + offset
    if first.values > 0 { add(first.values, start, start + 1, to: &found) }
    let second = cells[first.base + Int(kinds[place + 1])]
    guard second.kind == kinds[place + 1], first.base != 0 else { return }
    if second.values > 0 { add(second.values, start, start + 2, to: &found) }
    guard opening.goesOn else { return }
    var base = Int(opening.base)
    var end = place + 2
    while kinds[end] != 0 {
      let cell = cells[base + Int(kinds[end])]
      guard cell.kind == kinds[end] else { return }
      end += 1
      if cell.values > 0 { add(cell.values, start, end + offset, to: &found) }
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
        let isPair = bits[bit >> 6] >> UInt64(bit & 63) & 1 != 0
        let isForm = cells[Int(kinds[place])].values > 0
        openings[count] = Lexicon.Opening(
          place: Int32(truncatingIfNeeded: place), base: 0, goesOn: false)
        count += isPair || isForm ? 1 : 0
      }
      return count
    }
  }
}
