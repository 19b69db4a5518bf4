import Model

/// A day as its count from 1970-01-01, for arithmetic over months and years.
///
/// Source of the conversions: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
/// (days_from_civil, civil_from_days); they hold for the Gregorian calendar of any year.
struct CalendarDay: Hashable, Comparable {
  var number: Int

  init(_ number: Int) { self.number = number }

  /// Nil unless the date is a whole day.
  init?(_ date: PartialDate?) {
    guard let date, let month = date.month, let day = date.day else { return nil }
    let year = month <= 2 ? date.year - 1 : date.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  var date: PartialDate? {
    let days = number + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthOfYear = (5 * dayOfYear + 2) / 153
    let month = monthOfYear + (monthOfYear < 10 ? 3 : -9)
    return PartialDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthOfYear + 2) / 5 + 1)
  }

  /// 0 for Monday, 6 for Sunday.
  var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  static func + (day: Self, days: Int) -> Self { Self(day.number + days) }
  static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}
