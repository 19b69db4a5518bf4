import Model

/// The tenures of one office, held against one another.
struct SeatHistory {
  /// In the order of their keys.
  private(set) var tenures: [Tenure]
  let profile: SeatProfile
  let days: [SeenDays]
  /// For those who were seen in the seat while another, seen more often, held it: that other.
  private(set) var rivals: [Int: Int] = [:]

  init(_ tenures: [Tenure], _ profile: SeatProfile) {
    self.tenures = tenures
    self.profile = profile
    days = tenures.map { SeenDays($0.seen, end: $0.end?.day) }
    if profile.singleSeat { findRivals() }
    setBounds()
  }

  mutating func conflict(_ one: Int, _ other: Int) {
    tenures[one].conflicts.insert(tenures[other].key)
    tenures[other].conflicts.insert(tenures[one].key)
  }

  /// Each is held against the surest holder of its time: of a seat that many are given by mistake,
  /// one rival for each of them is enough.
  private mutating func findRivals() {
    let full = tenures.indices.filter { !tenures[$0].key.isActing }.sorted {
      (-tenures[$0].observations, $0) < (-tenures[$1].observations, $1)
    }
    for place in full.indices.dropFirst() {
      let own = full[place]
      rivals[own] = full[..<place].first { surer in
        tenures[surer].key.person != tenures[own].key.person
          && days[surer].isContested(by: days[own])
      }
    }
  }

  // MARK: bounds

  /// Bounds every tenure: by those who were seen in the same single seat before and after, and by
  /// the first time that it was said to be over. Who contradicts a surer holder bounds nobody.
  private mutating func setBounds() {
    if profile.singleSeat {
      let sure = tenures.indices.filter { rivals[$0] == nil }
      let neighbours = Neighbours(tenures, among: sure)
      for index in tenures.indices {
        tenures[index].notBefore = neighbours.before(index)
        let next = neighbours.after(index)
        tenures[index].notAfter = next?.day
        tenures[index].successor = next.map { tenures[$0.tenure].key }
      }
    }
    for index in tenures.indices {
      guard let gone = tenures[index].farewell else { continue }
      tenures[index].notAfter = [tenures[index].notAfter, gone.day].compactMap { $0 }.min()
    }
  }
}

/// Who was seen in a seat when, for finding who came before and after.
private struct Neighbours {
  struct Entry {
    let day: Day
    let tenure: Int
  }

  private let tenures: [Tenure]
  private let byStart: [Entry]
  private let byEnd: [Entry]

  init(_ tenures: [Tenure], among own: [Int]) {
    self.tenures = tenures
    let all = own.flatMap { index in tenures[index].seen.map { Entry(day: $0.day, tenure: index) } }
    byStart = all.sorted { ($0.day.earliest, $0.tenure) < ($1.day.earliest, $1.tenure) }
    byEnd = all.sorted { ($0.day.latest, $0.tenure) < ($1.day.latest, $1.tenure) }
  }

  /// The last day on which another was certainly seen before a tenure begins. Who holds an office
  /// does not act in it before: so acting is bounded by no full tenure of one's own.
  func before(_ index: Int) -> Day? {
    guard let first = tenures[index].first else { return nil }
    var best: Day?
    for entry in byEnd[..<Self.place(in: byEnd) { $0.latest >= first.earliest }].reversed() {
      if let best, entry.day.latest < best.earliest { break }
      if isOwn(entry, index), tenures[index].key.isActing { continue }
      best = best.map { max($0, entry.day) } ?? entry.day
    }
    return best
  }

  /// The first sighting of another that is certainly after a tenure's last. Who holds an office acts
  /// in it no longer: so a full tenure is bounded by no acting of one's own.
  func after(_ index: Int) -> (Entry)? {
    guard let last = tenures[index].last else { return nil }
    var best: Entry?
    for entry in byStart[Self.place(in: byStart) { $0.earliest > last.latest }...] {
      if let best, best.day.latest < entry.day.earliest { break }
      if isOwn(entry, index), !tenures[index].key.isActing { continue }
      if let known = best, (known.day, known.tenure) <= (entry.day, entry.tenure) { continue }
      best = entry
    }
    return best
  }

  private func isOwn(_ entry: Entry, _ index: Int) -> Bool {
    tenures[entry.tenure].key.person == tenures[index].key.person
  }

  private static func place(in entries: [Entry], where holds: (Day) -> Bool) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(entries[middle].day) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
