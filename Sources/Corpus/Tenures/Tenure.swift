import Model

/// A person in an office, as the documents together show it: seen from one day to another, with
/// what they say of its start and end.
struct Tenure {
  /// What makes it one: a person, an office, whether the person only acts in it, and which of several
  /// it is. In the order of the rows: persons by name, offices by name.
  struct Key: Hashable, Comparable, BitwiseCopyable {
    let person: Int32
    /// By number, into `OfficeNumbers`.
    let office: Int32
    let isActing: Bool
    /// From 0: who comes back to an office has two tenures.
    var ordinal: Int32 = 0

    static func < (a: Self, b: Self) -> Bool {
      (a.person, a.office, a.isActing ? 1 : 0, a.ordinal)
        < (b.person, b.office, b.isActing ? 1 : 0, b.ordinal)
    }
  }

  /// A dated sighting, by number into the register.
  struct Seen: BitwiseCopyable {
    let day: Day
    let sighting: Int32
    /// Whether the text gives the day, and not the article's date.
    let isDated: Bool
  }

  /// What tells that it is over.
  enum Evidence {
    case event(PackedID)
    case sighting(Int32)
    case successor(Key)
  }

  var key: Key
  /// On what days the office was held, in order.
  var seen: [Seen] = []
  /// On what days, in order, it was given by articles that look back: undated, after its end.
  var late: [Seen] = []
  /// On what days it was said to be held no longer, in order.
  var over: [Seen] = []
  /// What articles state of starts and ends, in the order of their days.
  var turns: [PersonRegister.Turn] = []
  var observations = 0
  var documents: Set<Int32> = []
  var notBefore: Day?
  var notAfter: Day?
  var successor: Key?
  var conflicts: Set<Key> = []

  init(_ key: Key) { self.key = key }

  var first: Day? { seen.first?.day }
  var last: Day? { seen.last?.day }

  /// The stated start that goes with what was seen: the last one that is not after it.
  var start: PersonRegister.Turn? {
    let starts = turns.filter(\.isStart)
    guard let first else { return starts.first }
    return starts.last { !first.isBefore($0.day) } ?? starts.first
  }

  /// The first stated end that is not before the start and the first sighting; else the last one,
  /// which what was seen contradicts.
  var end: PersonRegister.Turn? {
    let ends = turns.filter { !$0.isStart }
    let from = [first, start?.day].compactMap { $0 }.max()
    return ends.first { end in from.map { !end.day.isBefore($0) } ?? true } ?? ends.last
  }

  /// Sets apart what is seen after the end, where more speaks for the end than against it: a former
  /// holder in the articles' looking back is no holder.
  mutating func settle() {
    guard let gone = [over.first?.day, end?.day].compactMap({ $0 }).min() else { return }
    let after = seen.filter { !$0.isDated && gone.isBefore($0.day) }
    let said = over.count { !$0.day.isBefore(gone) } + (end == nil ? 0 : 1)
    guard !after.isEmpty, said >= after.count else { return }
    late = after
    seen.removeAll { !$0.isDated && gone.isBefore($0.day) }
  }

  /// The first time that it was said to be over, after it was last seen.
  var farewell: Seen? { over.first { gone in last.map { $0.isBefore(gone.day) } ?? true } }

  var endedBy: Evidence? {
    end.map { .event($0.event) } ?? farewell.map { .sighting($0.sighting) }
      ?? successor.map(Evidence.successor)
  }
}

/// Sightings of one tenure by day, and the time within which it certainly lasted: between two
/// sightings, or between one and the stated end.
struct SeenDays {
  let seen: [Tenure.Seen]
  /// What lies between the two, as numbers of days that only compare, is certainly within.
  private let after: Int32
  private let before: Int32

  init(_ seen: [Tenure.Seen], end: Day?) {
    self.seen = seen
    after = seen.first?.day.latest ?? .max
    before = max(seen.last?.day.earliest ?? .min, seen.isEmpty ? .min : end?.earliest ?? .min)
  }

  /// The first sighting of another within the time of this one. O(log n) and what is near.
  func first(of other: SeenDays) -> Tenure.Seen? {
    guard after < before else { return nil }
    let start = other.seen.partitionIndex { $0.day.earliest > after }
    return other.seen[start...].prefix { $0.day.earliest < before }.first {
      after < $0.day.earliest && $0.day.latest < before
    }
  }

  func isContested(by other: SeenDays) -> Bool {
    first(of: other) != nil || other.first(of: self) != nil
  }
}

extension [Tenure.Seen] {
  /// The first place for which `holds`, in a list where all that follow hold as well. Days that are
  /// known to the month sort before those of the month, and begin with it: so earliest days ascend.
  func partitionIndex(where holds: (Tenure.Seen) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// The offices by number, in the order of their names: seats that resolve to one office are one.
struct OfficeNumbers {
  private var numbers: [Int32]
  private var seats: [Int32] = []

  init(_ profiles: [SeatProfile]) {
    numbers = Array(repeating: 0, count: profiles.count)
    let order = profiles.indices.sorted { one, other in
      let (mine, theirs) = (profiles[one], profiles[other])
      return (mine.officeName, mine.officeKey, one) < (theirs.officeName, theirs.officeKey, other)
    }
    for seat in order {
      let isKnown = seats.last.map { profiles[Int($0)].officeKey == profiles[seat].officeKey }
      if isKnown != true { seats.append(Int32(seat)) }
      numbers[seat] = Int32(seats.count - 1)
    }
  }

  /// The office of a seat.
  subscript(_ seat: Int32) -> Int32 { numbers[Int(seat)] }

  /// A seat that resolves to an office.
  func seat(of office: Int32) -> Int32 { seats[Int(office)] }
}
