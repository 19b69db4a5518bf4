import Model

/// A date whose year is known, as a number: earlier is less, and less known is less.
struct Day: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Year, month and day as digits, zero for what is not known: 20240300 is March 2024.
  private let number: Int32

  init(_ date: PartialDate) {
    number = Int32(
      truncatingIfNeeded: date.year * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0))
  }

  /// Nil where the year is not known.
  init?(_ name: DayName?) {
    guard let date = name?.date else { return nil }
    self.init(date)
  }

  private var year: Int32 { number / 10_000 }
  private var month: Int32 { number / 100 % 100 }
  private var day: Int32 { number % 100 }

  /// ISO 8601, cut to what is known.
  var iso: String? {
    PartialDate(
      year: Int(year), month: month == 0 ? nil : Int(month), day: day == 0 ? nil : Int(day))?.iso
  }

  /// The first and the last day that it may be, as numbers that only compare.
  var earliest: Int32 { year * 10_000 + max(1, month) * 100 + max(1, day) }
  var latest: Int32 {
    year * 10_000 + (month == 0 ? 12 : month) * 100 + (day == 0 ? 31 : day)
  }

  /// Whether it is certainly before another date.
  func isBefore(_ other: Day) -> Bool { latest < other.earliest }

  /// Whole months from one date to another, the missing month taken as January.
  func months(to other: Day) -> Int {
    Int((other.year - year) * 12 + max(1, other.month) - max(1, month))
  }

  static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

/// From the first to the last date on which something was seen.
struct Days: Hashable, Sendable, BitwiseCopyable {
  private(set) var first: Day
  private(set) var last: Day

  init(_ day: Day) {
    first = day
    last = day
  }

  mutating func include(_ day: Day) {
    first = min(first, day)
    last = max(last, day)
  }

  /// Whether the two certainly have a day in common.
  func overlaps(_ other: Days) -> Bool {
    first.latest <= other.last.earliest && other.first.latest <= last.earliest
  }

  /// The months between the two; 0 where they touch.
  func months(to other: Days) -> Int {
    max(0, last.months(to: other.first), other.last.months(to: first))
  }
}

extension Days? {
  /// Widens the days by one, or begins with it.
  mutating func include(_ day: Day) {
    guard var days = self else {
      self = Days(day)
      return
    }
    days.include(day)
    self = days
  }
}
