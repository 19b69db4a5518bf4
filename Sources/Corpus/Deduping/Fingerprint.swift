import Model

/// What is kept of a text to tell whether another is a copy of it: some kilobytes, whatever its
/// length.
struct Fingerprint: Hashable, Sendable {
  /// The characters of a shingle.
  static let shingleLength = 5
  /// How many minima the sketch has.
  static let minimaCount = 128
  /// How many shingles are kept; a text of a page has no more, and is compared exactly.
  static let sampleLimit = 512

  /// Of the folded text: equal texts have equal hashes.
  let textHash: UInt64
  /// The length of the folded text.
  let length: Int
  /// How many different shingles the text has.
  let shingleCount: Int
  /// One minimum of the shingles' hashes for each of 128 bins (one-permutation MinHash).
  let minima: [UInt32]
  /// The smallest hashes of shingles, ascending: the same shingles are kept of every text.
  let sample: [UInt32]
  let numbers: NumberContexts

  init(_ text: [UInt32]) {
    let hashes = Self.shingles(of: text)
    textHash = StableHash.of(text)
    length = text.count
    minima = Self.minima(of: hashes)
    var unique = hashes.map { UInt32(truncatingIfNeeded: $0) }
    unique.sort()
    var kept = 0
    for hash in unique where kept == 0 || unique[kept - 1] != hash {
      unique[kept] = hash
      kept += 1
    }
    shingleCount = kept
    sample = Array(unique.prefix(min(kept, Self.sampleLimit)))
    numbers = NumberContexts(text)
  }

  /// A text that is shorter than a shingle is one shingle.
  private static func shingles(of text: [UInt32]) -> [UInt64] {
    guard text.count >= shingleLength else {
      return text.isEmpty ? [] : [StableHash.of(text)]
    }
    var hashes: [UInt64] = []
    hashes.reserveCapacity(text.count - shingleLength + 1)
    for start in 0...(text.count - shingleLength) {
      var hash = StableHash.seed
      for place in start..<start + shingleLength { hash = StableHash.step(hash, text[place]) }
      hashes.append(StableHash.mix(hash))
    }
    return hashes
  }

  /// The bin is the hash's top 7 bits, the value the 32 bits below. An empty bin takes the value of
  /// the next one that is not, mixed with the distance, so that texts of few shingles agree as
  /// often as they are alike.
  private static func minima(of hashes: [UInt64]) -> [UInt32] {
    var minima = [UInt32](repeating: .max, count: minimaCount)
    for hash in hashes {
      let bin = Int(hash >> 57)
      minima[bin] = min(minima[bin], UInt32(truncatingIfNeeded: hash >> 25))
    }
    guard !hashes.isEmpty else { return minima }
    var dense = minima
    for bin in 0..<minimaCount where minima[bin] == .max {
      var distance = 1
      while minima[(bin + distance) % minimaCount] == .max, distance < minimaCount { distance += 1 }
      let value = minima[(bin + distance) % minimaCount]
      dense[bin] = UInt32(
        truncatingIfNeeded: StableHash.mix(UInt64(value) << 8 | UInt64(distance)))
    }
    return dense
  }
}

extension Fingerprint {
  func encode(into encoder: inout ByteEncoder) {
    encoder.put(textHash)
    encoder.put(length)
    encoder.put(shingleCount)
    encoder.put(fixed: minima)
    encoder.put(fixed: sample)
    encoder.put(fixed: numbers.entries)
    encoder.put(fixed: numbers.values)
  }

  init?(decoding decoder: inout ByteDecoder) {
    guard let textHash = decoder.number(), let length = decoder.integer(),
      let shingleCount = decoder.integer(), let minima: [UInt32] = decoder.fixed(),
      let sample: [UInt32] = decoder.fixed(), let entries: [UInt64] = decoder.fixed(),
      let values: [UInt32] = decoder.fixed(), minima.count == Self.minimaCount
    else { return nil }
    self.textHash = textHash
    self.length = length
    self.shingleCount = shingleCount
    self.minima = minima
    self.sample = sample
    numbers = NumberContexts(entries: entries, values: values)
  }
}

extension Fingerprint {
  var shingles: ShingleSample { ShingleSample(count: shingleCount, smallest: sample) }

  func overlap(_ other: Fingerprint) -> (similarity: Double, containment: Double) {
    shingles.overlap(other.shingles)
  }
}

/// What is kept of the shingles of a text.
struct ShingleSample {
  /// How many different shingles the text has.
  let count: Int
  /// The smallest hashes, ascending.
  let smallest: [UInt32]

  /// How alike two texts are, from their samples: exact where both are short enough to be kept
  /// whole, else within about 0.02.
  func overlap(_ other: ShingleSample) -> (similarity: Double, containment: Double) {
    guard !smallest.isEmpty, !other.smallest.isEmpty else { return (0, 0) }
    // Below the lower end of the two samples both are complete.
    let limit = min(horizon, other.horizon)
    let (mine, others, common) = Self.counts(smallest.span, other.smallest.span, to: limit)
    let union = mine + others - common
    let shorter = count <= other.count ? mine : others
    guard union > 0, shorter > 0 else { return (0, 0) }
    return (Double(common) / Double(union), Double(common) / Double(shorter))
  }

  /// How many of two ascending lists are no more than a limit, and how many of these both have.
  ///
  /// Without a branch but at the end: which of two hashes is the lesser is a toss of a coin.
  private static func counts(
    _ one: Swift.Span<UInt32>, _ other: Swift.Span<UInt32>, to limit: UInt32
  ) -> (mine: Int, others: Int, common: Int) {
    var (mine, others, common) = (0, 0, 0)
    while mine < one.count, others < other.count {
      let (a, b) = (one[mine], other[others])
      if min(a, b) > limit { break }
      mine += a <= b ? 1 : 0
      others += b <= a ? 1 : 0
      common += a == b ? 1 : 0
    }
    while mine < one.count, one[mine] <= limit { mine += 1 }
    while others < other.count, other[others] <= limit { others += 1 }
    return (mine, others, common)
  }

  /// Up to which hash the sample holds all shingles.
  private var horizon: UInt32 { smallest.count == count ? .max : smallest.last ?? .max }
}
