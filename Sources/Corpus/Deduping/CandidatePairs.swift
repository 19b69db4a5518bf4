import Model

/// The pairs of documents that are worth comparing, out of all pairs.
///
/// MinHash with banding: two documents meet where all rows of a band agree. Bands of three rows
/// find texts of a similarity of 0.5 with a chance of 99.6 in 100 whenever they were printed; bands
/// of two rows find those of 0.3 (99.7 in 100), but only within neighbouring weeks, for most of
/// what agrees in so little is chance.
package enum CandidatePairs {
  /// Documents of one bucket beyond which each is compared with its nearest neighbours only: pages
  /// of nothing but furniture would make squares of thousands.
  package static let bucketLimit = 200
  package static let neighbours = 40
  /// Of so many bits is a place within a stretch of documents whose pairs come one after the other:
  /// 8,192 signatures are one mebibyte, and their shingles sixteen.
  static let stretch = 13

  /// A document in a bucket.
  private struct Entry: Ranked {
    let key: UInt64
    let place: Int32
    /// Of its shingles: at hand here, and anywhere in memory by its place.
    let count: Int32

    var rank: UInt64 { key }

    static func < (a: Self, b: Self) -> Bool { (a.key, a.place) < (b.key, b.place) }
  }

  /// The pairs that meet and pass the rule at a glance, each once: by stretches of the second place,
  /// and in each by the first.
  static func pairs(
    of notes: NoteStore, _ rule: SketchRule, in space: any ScratchSpace,
    _ isStopped: () -> Bool = { false }
  ) -> DistinctPairs {
    let entries = Sorter<Entry>(ranked: space)
    notes.forEachSketch { place, sketch in
      let entry = notes.entries[Int(place)]
      guard entry.length > 0 else { return }
      for key in keys(sketch, day: entry.day < 0 ? nil : Int(entry.day)) {
        entries.append(Entry(key: key, place: place, count: entry.shingleCount))
      }
    }
    let pairs = Sorter<PackedPair>(ranked: space)
    var sorted = entries.sorted()
    var bucket: [Entry] = []
    // Most keys are of one document alone.
    while sorted.nextSeveral(&bucket, where: { $0.key == $1.key }), !isStopped() {
      pair(bucket) { one, other in
        // Sentences that half of a corpus shares make pairs by the hundred million.
        guard notes.mayBeAlike(one.place, other.place, rule, counts: (one.count, other.count))
        else { return }
        pairs.append(PackedPair(one.place, other.place))
      }
    }
    return DistinctPairs(pairs: pairs.sorted())
  }

  /// The buckets of a text: it meets every other that has one of them.
  static func keys(_ sketch: Sketch, day: Int?) -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(Fingerprint.minimaCount * 3 / 2)
    for band in 0..<Fingerprint.minimaCount / 3 {
      keys.append(key(sketch, band * 3..<band * 3 + 3))
    }
    for band in 0..<Fingerprint.minimaCount / 2 {
      let key = key(sketch, band * 2..<band * 2 + 2)
      for week in weeks(day) { keys.append(StableHash.mix(key ^ week)) }
    }
    return keys
  }

  /// The row at which a band begins, and how many it has, are part of the key.
  private static func key(_ sketch: Sketch, _ rows: Range<Int>) -> UInt64 {
    var hash = StableHash.step(StableHash.seed, UInt32(rows.lowerBound << 8 | rows.count))
    for row in rows { hash = StableHash.step(hash, sketch[row]) }
    return StableHash.mix(hash)
  }

  /// The week of publication and the next, so that any two days within a week of each other share
  /// one; one for all documents without a day.
  private static func weeks(_ day: Int?) -> [UInt64] {
    guard let day else { return [0] }
    let week = UInt64(day / 7) + 1
    return [week, week + 1]
  }

  private static func pair(_ bucket: [Entry], _ body: (Entry, Entry) -> Void) {
    let reach = bucket.count > bucketLimit ? neighbours : bucket.count
    for first in bucket.indices {
      for second in first + 1..<max(first + 1, min(bucket.endIndex, first + 1 + reach)) {
        body(bucket[first], bucket[second])
      }
    }
  }
}

/// Two places, ordered by stretches of the second, in each by the first, then by the second: what is
/// read of the documents is read of a stretch after the other, which fits into memory, and of all from
/// the first on in each, not of any two anywhere.
private struct PackedPair: Ranked {
  /// The number of the stretch, the first place, and the second place in the stretch.
  let rank: UInt64

  private static let stretch = UInt64(CandidatePairs.stretch)

  init(_ first: Int32, _ second: Int32) {
    let (first, second) = (UInt64(first), UInt64(second))
    rank =
      (second >> Self.stretch) << (32 + Self.stretch) | first << Self.stretch | second & Self.within
  }

  private static var within: UInt64 { (1 << stretch) - 1 }

  var places: (first: Int, second: Int) {
    let second = (rank >> (32 + Self.stretch)) << Self.stretch | rank & Self.within
    return (Int(rank >> Self.stretch & 0xFFFF_FFFF), Int(second))
  }

  static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}

/// Sorted pairs, each once.
struct DistinctPairs: Sequence, IteratorProtocol {
  fileprivate var pairs: SortedElements<PackedPair>

  mutating func next() -> (first: Int, second: Int)? {
    guard let pair = pairs.next() else { return nil }
    while pairs.head == pair { _ = pairs.next() }
    return pair.places
  }
}
