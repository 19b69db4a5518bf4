import Model

/// A person in an office, as the documents together show it: seen from one day to another, with
/// what they say of its start and end.
struct Tenure {
  /// What makes it one: a person, an office, and whether the person only acts in it.
  struct Key: Hashable {
    let person: Int32
    /// By number, into `OfficeNumbers`.
    let office: Int32
    let isActing: Bool
  }

  /// A dated sighting, by number into the register.
  struct Seen {
    let day: Day
    let sighting: Int32
  }

  let key: Key
  /// Which of several of the key, from 0: who comes back to an office has two tenures.
  var ordinal = 0
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
  /// By number, into all tenures.
  var successor: Int?
  var conflicts: Set<Int> = []

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

  /// Whether one of two persons was seen in the seat within the tenure of the other.
  func isContested(by other: Tenure) -> Bool {
    key.person != other.key.person
      && (other.seen.contains { isInterrupted(on: $0.day) }
        || seen.contains { other.isInterrupted(on: $0.day) })
  }

  /// Sets apart what is seen after the end, where more speaks for the end than against it: a former
  /// holder in the articles' looking back is no holder.
  ///
  /// - Parameter isDated: whether the text gives the day of a sighting, and not the article's date.
  mutating func settle(isDated: (Seen) -> Bool) {
    guard let gone = [over.first?.day, end?.day].compactMap({ $0 }).min() else { return }
    let after = seen.filter { !isDated($0) && gone.isBefore($0.day) }
    let said = over.count { !$0.day.isBefore(gone) } + (end == nil ? 0 : 1)
    guard !after.isEmpty, said >= after.count else { return }
    late = after
    seen.removeAll { !isDated($0) && gone.isBefore($0.day) }
  }

  /// The first time that it was said to be over, after it was last seen.
  var farewell: Seen? { over.first { gone in last.map { $0.isBefore(gone.day) } ?? true } }

  /// Whether another who was seen in office on a day was certainly seen within this tenure: between
  /// two sightings, or between one and the stated end.
  func isInterrupted(on day: Day) -> Bool {
    guard let first, let last else { return false }
    return first.isBefore(day) && (day.isBefore(last) || end.map { day.isBefore($0.day) } ?? false)
  }
}

/// The offices of the seats by number: seats that resolve to one office are one.
struct OfficeNumbers {
  private(set) var seats: [Int32] = []
  private var numbers: [Int32] = []

  init(_ profiles: [SeatProfile]) {
    var known: [String: Int32] = [:]
    for (seat, profile) in profiles.enumerated() {
      if let number = known[profile.officeKey] {
        numbers.append(number)
      } else {
        known[profile.officeKey] = Int32(seats.count)
        numbers.append(Int32(seats.count))
        seats.append(Int32(seat))
      }
    }
  }

  /// The office of a seat.
  subscript(_ seat: Int32) -> Int32 { numbers[Int(seat)] }

  /// A seat that resolves to an office.
  func seat(of office: Int32) -> Int32 { seats[Int(office)] }
}
