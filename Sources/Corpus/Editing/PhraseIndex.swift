/// Finds where phrases stand in a sequence, without reading it from the start for each.
struct PhraseIndex {
  private let sequence: [UInt32]
  /// The hash of each pair of neighbours in the high half, its place in the low one; ascending.
  private let pairs: [UInt64]

  init(_ sequence: [UInt32]) {
    self.sequence = sequence
    var pairs: [UInt64] = []
    pairs.reserveCapacity(sequence.count)
    for place in sequence.indices.dropLast() {
      let hash = Self.hash(sequence[place], sequence[place + 1])
      pairs.append(hash << 32 | UInt64(place))
    }
    pairs.sort()
    self.pairs = pairs
  }

  /// Whether a phrase stands in the sequence. An empty one does.
  func contains(_ phrase: some RandomAccessCollection<UInt32>) -> Bool {
    let phrase = Array(phrase)
    guard phrase.count > 1 else { return phrase.allSatisfy(sequence.contains) }
    // The rarest pair of the first few has the fewest places to look at.
    let offsets = 0..<min(phrase.count - 1, 16)
    let candidates = offsets.map { ($0, places(of: phrase[$0], phrase[$0 + 1])) }
    guard let (offset, rarest) = candidates.min(by: { $0.1.count < $1.1.count }) else {
      return false
    }
    return rarest.contains { stands(phrase, at: Int(pairs[$0] & 0xFFFF_FFFF) - offset) }
  }

  private func stands(_ phrase: [UInt32], at start: Int) -> Bool {
    guard start >= 0, start + phrase.count <= sequence.count else { return false }
    for place in phrase.indices where sequence[start + place] != phrase[place] { return false }
    return true
  }

  private func places(of first: UInt32, _ second: UInt32) -> Range<Int> {
    let hash = Self.hash(first, second)
    return lowerBound(hash << 32)..<lowerBound((hash + 1) << 32)
  }

  private func lowerBound(_ key: UInt64) -> Int {
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// 31 bits, so that the next hash still fits.
  private static func hash(_ first: UInt32, _ second: UInt32) -> UInt64 {
    StableHash.mix(UInt64(first) << 32 | UInt64(second)) >> 33
  }
}
