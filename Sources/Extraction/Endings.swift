import Reference

/// The forms of a passage by the place where they end.
struct Endings {
  /// For each place the kinds of the forms that end before it.
  let kinds: [TermKinds]
  /// For each place the first of the forms that end before it, -1 for none.
  let first: [Int32]
  /// For each form the next that ends at the same place, -1 for none.
  let next: [Int32]

  /// Takes the forms of a text of `count` scalars, by start and then by length.
  init(of matches: [Lexicon.Match], count: Int) {
    var kinds = [TermKinds](repeating: [], count: count + 1)
    var first = [Int32](repeating: -1, count: count + 1)
    var next = [Int32](repeating: -1, count: matches.count)
    // From the last to the first, so that the longest of each place comes to stand first.
    for index in matches.indices.reversed() {
      let match = matches[index]
      let end = Int(match.end)
      kinds[end].formUnion(match.kind)
      next[index] = first[end]
      first[end] = Int32(index)
    }
    self.kinds = kinds
    self.first = first
    self.next = next
  }
}

/// The forms that end at one place, longest first.
struct EndingMatches: Sequence, IteratorProtocol {
  let matches: [Lexicon.Match]
  let before: [Int32]
  var index: Int32

  mutating func next() -> Lexicon.Match? {
    guard index >= 0 else { return nil }
    let match = matches[Int(index)]
    index = before[Int(index)]
    return match
  }
}
