/// Collects written forms, and lays them out as a `Lexicon`.
package struct LexiconBuilder {
  private struct Form {
    /// The first four codes, first in the highest bits: sorts most forms without a look at the rest.
    var key: UInt64
    var start: Int32
    var count: Int32
    var value: Int32
  }

  private var codes: [UInt16] = []
  private var forms: [Form] = []

  package init() {}

  /// Enters a form; a form may be entered with several values, found in the order of entry.
  /// Forms that are empty or hold characters outside the BMP are left out.
  package mutating func insert(_ form: String, _ value: Int) {
    let start = codes.count
    var key: UInt64 = 0
    for scalar in form.unicodeScalars {
      guard let code = UInt16(exactly: scalar.value) else {
        codes.removeSubrange(start...)
        return
      }
      codes.append(code)
      if codes.count - start <= 4 { key = key << 16 | UInt64(code) }
    }
    let count = codes.count - start
    guard count > 0 else { return }
    if count < 4 { key <<= UInt64(16 * (4 - count)) }
    forms.append(
      Form(key: key, start: Int32(start), count: Int32(count), value: Int32(value)))
  }

  package func lexicon() -> Lexicon {
    var order = forms
    order.sort { isBefore($0, $1) }
    var layout = Layout(codes: codes)
    layout.add(order.lazy.map { (start: Int($0.start), count: Int($0.count), value: $0.value) })
    return Lexicon(
      classes: layout.classes, cells: layout.paddedCells, values: layout.values,
      pairs: layout.pairs)
  }

  private func isBefore(_ a: Form, _ b: Form) -> Bool {
    if a.key != b.key { return a.key < b.key }
    if a.count > 4 || b.count > 4 {
      let first = codes[Int(a.start)..<Int(a.start + a.count)]
      let second = codes[Int(b.start)..<Int(b.start + b.count)]
      if first.lexicographicallyPrecedes(second) { return true }
      if second.lexicographicallyPrecedes(first) { return false }
    } else if a.count != b.count {
      return a.count < b.count
    }
    return a.start < b.start
  }
}

/// A set of small numbers.
private struct NumberSet {
  private var bits: [UInt64] = []

  func contains(_ number: Int) -> Bool {
    number >> 6 < bits.count && bits[number >> 6] & 1 << UInt64(number & 63) != 0
  }

  mutating func insert(_ number: Int) {
    while bits.count <= number >> 6 { bits.append(0) }
    bits[number >> 6] |= 1 << UInt64(number & 63)
  }
}

/// The layout of a double array: gives each state a base of its own, at which all its
/// children fall on free cells.
private struct Layout {
  let codes: [UInt16]
  private(set) var classes = [UInt16](repeating: 0, count: 1 << 16)
  private(set) var cells: [Lexicon.Cell] = []
  private(set) var values: [Int32] = []
  private(set) var pairs = PairFilter()
  private var ends: [(start: Int, count: Int, value: Int32)] = []
  /// The bases given.
  private var bases = NumberSet()
  /// No cell before this one is worth a look for several children.
  private var free: Int
  /// No cell before this one is worth a look at all.
  private var firstFree: Int

  /// Frequent characters get low classes, so that the children of a state lie close together.
  init(codes: [UInt16]) {
    self.codes = codes
    var counts = [Int32](repeating: 0, count: 1 << 16)
    for code in codes { counts[Int(code)] += 1 }
    let used = counts.indices.filter { counts[$0] > 0 }
      .sorted { (counts[$1], $0) < (counts[$0], $1) }
    for (index, code) in used.enumerated() { classes[code] = UInt16(index + 1) }
    cells = [Lexicon.Cell](repeating: Lexicon.Cell(), count: used.count + 2)
    free = cells.count
    firstFree = cells.count
  }

  /// The cells with as many free ones behind them as there are classes, so that a base and a class
  /// never lead out of the table. States without children lead to those free ones, and so do the
  /// free ones themselves: whoever looks a character ahead needs no question first.
  var paddedCells: [Lexicon.Cell] {
    let most = Int(classes.max() ?? 0)
    var padded = cells + [Lexicon.Cell](repeating: Lexicon.Cell(), count: most + 2)
    for index in padded.indices where padded[index].base == 0 { padded[index].base = cells.count }
    return padded
  }

  /// Lays out forms that are sorted by their codes.
  mutating func add(_ forms: some Sequence<(start: Int, count: Int, value: Int32)>) {
    ends = Array(forms)
    // The states whose children are to be placed, with the forms that go through them. Breadth
    // first, and those of frequent characters before others: what is read often lies together.
    var open: [(state: Int, forms: Range<Int>, depth: Int)] = [(0, ends.indices, 0)]
    var children: [(kind: Int, forms: Range<Int>)] = []
    var next = 0
    while next < open.count {
      let (state, range, depth) = open[next]
      next += 1
      let rest = takeValues(of: state, range, depth)
      group(rest, at: depth, into: &children)
      guard !children.isEmpty else { continue }
      if state == 0 { children.sort { $0.kind < $1.kind } }
      let base = state == 0 ? 1 : base(for: children)
      cells[state].base = base
      for child in children {
        cells[base + child.kind] = Lexicon.Cell(kind: child.kind)
        if depth == 1 { pairs.insert(Int(cells[state].kind), child.kind) }
        open.append((base + child.kind, child.forms, depth + 1))
      }
    }
  }

  /// Keeps the values of the forms that end at a state, and returns the others.
  private mutating func takeValues(of state: Int, _ range: Range<Int>, _ depth: Int) -> Range<Int> {
    var next = range.lowerBound
    while next < range.upperBound, ends[next].count == depth { next += 1 }
    guard next > range.lowerBound else { return range }
    let first = Int(ends[range.lowerBound].value)
    if next == range.lowerBound + 1, (0..<Lexicon.Cell.single).contains(first) {
      cells[state].values = Lexicon.Cell.single | first
      return next..<range.upperBound
    }
    cells[state].values = values.count + 1
    for index in range.lowerBound..<next {
      values.append(index + 1 < next ? ends[index].value : ~ends[index].value)
    }
    return next..<range.upperBound
  }

  /// Parts forms by the character at a depth.
  private func group(
    _ range: Range<Int>, at depth: Int, into children: inout [(kind: Int, forms: Range<Int>)]
  ) {
    children.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    while start < range.upperBound {
      let code = codes[ends[start].start + depth]
      var end = start + 1
      while end < range.upperBound, codes[ends[end].start + depth] == code { end += 1 }
      children.append((Int(classes[Int(code)]), start..<end))
      start = end
    }
  }

  /// A base above 1 at which every child falls on a free cell beyond the root's children. Where many cells in a row were tried in vain, later searches begin after them.
  private mutating func base(for children: [(kind: Int, forms: Range<Int>)]) -> Int {
    let least = children.reduce(Int.max) { min($0, $1.kind) }
    while firstFree < cells.count, !cells[firstFree].isFree { firstFree += 1 }
    if children.count == 1 {
      let base = firstFit(children, from: firstFree, least)
      if base + least - firstFree > 64 { firstFree += (base + least - firstFree) / 2 }
      return base
    }
    free = max(free, firstFree)
    let base = firstFit(children, from: free, least)
    if base + least - free > 64 { free += (base + least - free) / 2 }
    return base
  }

  private mutating func firstFit(
    _ children: [(kind: Int, forms: Range<Int>)], from start: Int, _ least: Int
  ) -> Int {
    var cell = start
    while true {
      let base = cell - least
      if isFree(cell), !bases.contains(base), children.allSatisfy({ isFree(base + $0.kind) }) {
        bases.insert(base)
        let most = children.reduce(0) { max($0, $1.kind) }
        while cells.count <= base + most { cells.append(Lexicon.Cell()) }
        return base
      }
      cell += 1
    }
  }

  private func isFree(_ cell: Int) -> Bool { cell >= cells.count || cells[cell].isFree }
}
