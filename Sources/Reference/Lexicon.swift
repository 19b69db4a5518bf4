/// Many written forms, found in a text in one pass.
///
/// A trie over 16-bit codes: the first step is a table, the others a hash of (node, code). Forms
/// hold characters of the Basic Multilingual Plane only; a text may hold any scalar. Finding costs
/// one lookup for each character and form that begins there; nothing is allocated per match but
/// the match itself.
package struct Lexicon: Sendable {
  /// A form found in a text: scalar offsets, end exclusive, and the value that it was entered with.
  package struct Match: Hashable, Sendable {
    package let start: Int32
    package let end: Int32
    package let value: Int32

    package var length: Int { Int(end - start) }
  }

  private var root = [Int32](repeating: 0, count: 1 << 16)
  private var keys: [UInt64]
  private var children: [Int32]
  private var filled = 0
  private var nodes: Int32 = 0
  /// For each node the head of its list of values, -1 for none.
  private var firstValue: [Int32] = [-1]
  private var values: [(value: Int32, next: Int32)] = []

  /// An empty lexicon with room for about `capacity` characters of forms.
  package init(capacity: Int = 1 << 16) {
    var size = 1 << 10
    while size < capacity * 2 { size <<= 1 }
    keys = [UInt64](repeating: .max, count: size)
    children = [Int32](repeating: 0, count: size)
  }

  /// Enters a form; a form may be entered with several values, found in the order of entry.
  /// Forms that are empty or hold characters outside the BMP are left out.
  package mutating func insert(_ form: String, _ value: Int) {
    let codes = form.unicodeScalars.map(\.value)
    guard !codes.isEmpty, codes.allSatisfy({ $0 < 1 << 16 }) else { return }
    var node: Int32 = 0
    for (depth, code) in codes.enumerated() { node = childMade(of: node, code, depth: depth) }
    let new = Int32(values.count)
    values.append((Int32(value), -1))
    guard firstValue[Int(node)] >= 0 else {
      firstValue[Int(node)] = new
      return
    }
    var last = firstValue[Int(node)]
    while values[Int(last)].next >= 0 { last = values[Int(last)].next }
    values[Int(last)].next = new
  }

  /// Every form at every place of `text` within `range`, by start and then by length.
  package func matches(in text: [UInt32], _ range: Range<Int>) -> [Match] {
    var found: [Match] = []
    found.reserveCapacity(range.count)
    for start in range {
      var node: Int32 = 0
      var place = start
      while place < range.upperBound {
        let code = text[place]
        guard code < 1 << 16 else { break }
        node = place == start ? root[Int(code)] : child(of: node, code)
        guard node > 0 else { break }
        place += 1
        var entry = firstValue[Int(node)]
        while entry >= 0 {
          let value = values[Int(entry)]
          found.append(Match(start: Int32(start), end: Int32(place), value: value.value))
          entry = value.next
        }
      }
    }
    return found
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != .max, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private func child(of node: Int32, _ code: UInt32) -> Int32 {
    let slot = slot(of: UInt64(node) << 16 | UInt64(code))
    return keys[slot] == .max ? 0 : children[slot]
  }

  private mutating func childMade(of node: Int32, _ code: UInt32, depth: Int) -> Int32 {
    if depth == 0 {
      if root[Int(code)] == 0 { root[Int(code)] = newNode() }
      return root[Int(code)]
    }
    if filled * 2 > keys.count { grow() }
    let key = UInt64(node) << 16 | UInt64(code)
    let slot = slot(of: key)
    if keys[slot] == .max {
      keys[slot] = key
      children[slot] = newNode()
      filled += 1
    }
    return children[slot]
  }

  private mutating func newNode() -> Int32 {
    nodes += 1
    firstValue.append(-1)
    return nodes
  }

  private mutating func grow() {
    let old = zip(keys, children).filter { $0.0 != .max }
    keys = [UInt64](repeating: .max, count: keys.count * 2)
    children = [Int32](repeating: 0, count: keys.count)
    for (key, node) in old {
      let slot = slot(of: key)
      keys[slot] = key
      children[slot] = node
    }
  }
}
