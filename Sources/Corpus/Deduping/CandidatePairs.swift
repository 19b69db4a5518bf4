/// The pairs of documents that are worth comparing, out of all pairs.
///
/// MinHash with banding: two documents meet where all rows of a band agree. Bands of three rows
/// find texts of a similarity of 0.5 with a chance of 99.6 in 100 whenever they were printed; bands
/// of two rows find those of 0.3 (99.7 in 100), but only within neighbouring weeks, for most of
/// what agrees in so little is chance.
struct CandidatePairs {
  /// Documents of one bucket beyond which each is compared with its nearest neighbours only: pages
  /// of nothing but furniture would make squares of thousands.
  static let bucketLimit = 200
  static let neighbours = 40

  private struct Entry {
    let key: UInt64
    let document: Int32
  }

  let notes: [DocumentNote]

  /// Calls `body` with each pair that meets, the lower place first; a pair may come several times.
  func forEach(_ body: (Int, Int) -> Void) {
    var entries: [Entry] = []
    for band in 0..<Fingerprint.minimaCount / 3 {
      entries.removeAll(keepingCapacity: true)
      for place in notes.indices where hasText(place) {
        let key = key(place, rows: band * 3..<band * 3 + 3)
        entries.append(Entry(key: key, document: Int32(place)))
      }
      meet(&entries, body)
    }
    for band in 0..<Fingerprint.minimaCount / 2 {
      entries.removeAll(keepingCapacity: true)
      for place in notes.indices where hasText(place) {
        let key = key(place, rows: band * 2..<band * 2 + 2)
        for week in weeks(place) {
          entries.append(Entry(key: StableHash.mix(key ^ week), document: Int32(place)))
        }
      }
      meet(&entries, body)
    }
  }

  private func hasText(_ place: Int) -> Bool { notes[place].fingerprint.shingleCount > 0 }

  private func key(_ place: Int, rows: Range<Int>) -> UInt64 {
    let minima = notes[place].fingerprint.minima
    return StableHash.of(minima[rows])
  }

  /// The week of publication and the next, so that any two days within a week of each other share
  /// one; one for all documents without a day.
  private func weeks(_ place: Int) -> [UInt64] {
    guard let day = notes[place].day else { return [0] }
    let week = UInt64(day / 7) + 1
    return [week, week + 1]
  }

  private func meet(_ entries: inout [Entry], _ body: (Int, Int) -> Void) {
    entries.sort { ($0.key, $0.document) < ($1.key, $1.document) }
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].key == entries[start].key { end += 1 }
      pair(entries[start..<end], body)
      start = end
    }
  }

  private func pair(_ bucket: ArraySlice<Entry>, _ body: (Int, Int) -> Void) {
    let reach = bucket.count > Self.bucketLimit ? Self.neighbours : bucket.count
    for first in bucket.indices {
      for second in first + 1..<max(first + 1, min(bucket.endIndex, first + 1 + reach)) {
        body(Int(bucket[first].document), Int(bucket[second].document))
      }
    }
  }
}
