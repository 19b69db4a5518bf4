/// A day, month or year of which the year may be unknown: `2024-12-13`, `--12-13`, `2024`.
package struct DayName: Hashable, Sendable {
  package var year: Int?
  package var month: Int?
  package var day: Int?

  /// Nil unless such a date may exist; a day needs its month, a month alone its year or none.
  package init?(year: Int?, month: Int? = nil, day: Int? = nil) {
    guard year != nil || month != nil else { return nil }
    // 29 February is a day in some year.
    guard PartialDate(year: year ?? 2000, month: month, day: day) != nil else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  package init(_ date: PartialDate) {
    year = date.year
    month = date.month
    day = date.day
  }

  /// The date, where its year is known.
  package var date: PartialDate? {
    year.flatMap { PartialDate(year: $0, month: month, day: day) }
  }

  /// ISO 8601, cut to what is known; with `--` in place of a year that is not known.
  package var iso: String {
    if let date { return date.iso }
    let whole = PartialDate(year: 2000, month: month, day: day)?.iso ?? ""
    return "-" + whole.dropFirst(4)
  }

  /// Reads what `iso` gives.
  package init?(iso text: String) {
    if text.hasPrefix("--") {
      guard let date = PartialDate(iso: "2000" + text.dropFirst()) else { return nil }
      self.init(year: nil, month: date.month, day: date.day)
    } else {
      guard let date = PartialDate(iso: text) else { return nil }
      self.init(date)
    }
  }

  package enum Precision: String, Hashable, Sendable { case day, month, year, none }

  package var precision: Precision { day != nil ? .day : month != nil ? .month : .year }
}

/// What tells a date that a text leaves in part unsaid (`date_basis`).
package enum DateBasis: String, Hashable, Sendable, CaseIterable {
  /// Printed whole.
  case stated
  /// Counted from the article's date: 昨日, 去年.
  case relative
  /// Year or month taken from the date told before it.
  case inherited
  /// Year or month taken from the article's date.
  case publication
  /// Year taken from a session of congress or party that the article dates.
  case session
  case none
}
