import Model

/// The pairs of reports that are worth holding against the rules, out of all pairs: those with a
/// party in common on a day in common, and those of copies.
struct EventCandidates {
  /// Longer spans meet by their year.
  private static let longestWindow: Int32 = 40
  private static let mostParties = 12
  /// In a bucket each report is held against so many that follow in their order: enough for an event
  /// that hundreds tell, as every one of them meets its neighbours.
  private static let neighbours = 60

  private struct Entry: Ranked {
    let key: UInt64
    let event: Int32

    var rank: UInt64 { key }

    static func < (a: Self, b: Self) -> Bool { (a.key, a.event) < (b.key, b.event) }
  }

  /// The reports by their numbers in a total order that does not depend on that of the documents, as
  /// they are best read one after another.
  let events: [Int32]
  let space: any ScratchSpace
  let note: (Int) -> EventNote
  let isStopped: () -> Bool

  /// Calls `body` with the pairs that meet, the earlier first; a pair may come several times.
  func forEach(_ body: (Int, EventNote, Int, EventNote) -> Void) {
    let entries = Sorter<Entry>(ranked: space)
    for event in events {
      for key in Self.keys(note(Int(event))) { entries.append(Entry(key: key, event: event)) }
    }
    var sorted = entries.sorted()
    var bucket: [Entry] = []
    while sorted.nextSeveral(&bucket, where: { $0.key == $1.key }), !isStopped() {
      meet(bucket[...], body)
    }
  }

  private func meet(
    _ bucket: ArraySlice<Entry>, _ body: (Int, EventNote, Int, EventNote) -> Void
  ) {
    let notes = bucket.map { note(Int($0.event)) }
    for first in bucket.indices {
      for second in (first + 1)..<max(first + 1, min(bucket.endIndex, first + 1 + Self.neighbours))
      where bucket[first].event != bucket[second].event {
        body(
          Int(bucket[first].event), notes[first - bucket.startIndex],
          Int(bucket[second].event), notes[second - bucket.startIndex])
      }
    }
  }

  /// A key for each party and day; those of what happens once in a while also meet by year, for one
  /// report may tell the day and another the month.
  private static func keys(_ note: EventNote) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    for party in note.parties.prefix(mostParties) {
      let base = StableHash.mix(
        UInt64(UInt32(bitPattern: party.who)) << 8 | UInt64(note.kind.number))
      keys.insert(StableHash.mix(base ^ UInt64(UInt32(bitPattern: note.article)) << 2 ^ 1))
      guard let window = note.window else { continue }
      if window.last - window.first < longestWindow {
        for day in window.first...window.last {
          keys.insert(StableHash.mix(base ^ UInt64(UInt32(bitPattern: day)) << 2 ^ 2))
        }
      }
      guard note.isOnce || window.last - window.first >= longestWindow else { continue }
      for year in (window.first / 365)...(window.last / 365 + 1) {
        keys.insert(StableHash.mix(base ^ UInt64(UInt32(bitPattern: year)) << 2 ^ 3))
      }
    }
    return keys
  }
}

extension EventNote {
  /// Whether a month or year may be told of it where another report tells the day.
  fileprivate var isOnce: Bool {
    switch kind {
    case .appointment, .removal, .discipline: true
    case .other: step == .death
    case .meeting, .inspection, .visit, .signing, .conference: false
    }
  }
}

extension Event.Kind {
  fileprivate var number: UInt8 {
    UInt8(truncatingIfNeeded: Self.allCases.firstIndex(of: self) ?? 0)
  }
}
