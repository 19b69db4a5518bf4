import Model

/// Fills what printed dates leave out: from the article's date, and from the date that the text told
/// last.
struct DateResolver {
  /// A day or a stretch of days.
  struct Resolved: Hashable {
    var start: DayName
    var end: DayName
    var basis: DateBasis
  }

  private let published: PartialDate?
  private let publishedDay: CalendarDay?
  private let session: Int?
  /// The date told last: what 当天 and 次年 lean on.
  private(set) var last: DayName?
  /// Whether that was in the same paragraph, so that a bare 13日 is of its month.
  private var isLastNear = false
  /// Whether the year of that date was printed, so that months after it are of that year.
  private var isLastYearPrinted = false

  /// - Parameter session: the year that a dated session gives an article without a date.
  init(published: PartialDate?, session: Int? = nil) {
    self.published = published
    self.session = session
    publishedDay = CalendarDay(published)
  }

  /// Days and months without a year lean on no date of another paragraph.
  mutating func enterParagraph() {
    isLastNear = false
    isLastYearPrinted = false
  }

  /// The dates of a printed stretch; nil where the text leaves even the month open.
  mutating func resolve(_ found: DateParser.Found) -> Resolved? {
    guard let (start, basis) = resolve(found.start) else { return nil }
    note(start, found.start)
    guard let second = found.end else { return Resolved(start: start, end: start, basis: basis) }
    guard let (end, _) = resolve(second) else {
      return Resolved(start: start, end: start, basis: basis)
    }
    note(end, second)
    return Resolved(start: start, end: end, basis: basis)
  }

  private mutating func note(_ day: DayName, _ printed: PrintedDate) {
    last = day
    isLastNear = true
    if case .number? = printed.year { isLastYearPrinted = true }
    if case .fromArticle? = printed.year { isLastYearPrinted = true }
  }

  private func resolve(_ printed: PrintedDate) -> (DayName, DateBasis)? {
    if let weekday = printed.weekday { return resolve(weekday, printed.side) }
    if let count = printed.count { return resolve(count) }
    switch printed.day {
    case .fromArticle(let days)?:
      return shifted(publishedDay, by: days).map { ($0, .relative) }
    case .fromLast(let days)?:
      if let day = shifted(last?.date.flatMap(CalendarDay.init), by: days) {
        return (day, .inherited)
      }
      // 7月……同日: of that month. Nothing else tells the day of an article without a date.
      if days == 0, isLastNear || published == nil, let last { return (last, .inherited) }
      return shifted(publishedDay, by: days).map { ($0, .relative) }
    case .number(let day)?:
      return printed.month == nil
        ? checked(day, printed.check) ?? bareDay(day, printed.side) : month(printed, day: day)
    case nil:
      return printed.month == nil
        ? year(printed).flatMap { year, basis in
          DayName(year: year).map { ($0, basis) }
        } : month(printed, day: nil)
    }
  }

  private func shifted(_ day: CalendarDay?, by days: Int) -> DayName? {
    day.flatMap { ($0 + days).date }.map(DayName.init)
  }

  /// 周五: the last one up to the article's day; 将在周五: the next; 上周五, 下周一: of the week before or after.
  private func resolve(
    _ weekday: PrintedDate.Weekday, _ side: PrintedDate.Side?
  ) -> (DayName, DateBasis)? {
    guard let today = publishedDay else { return nil }
    let sinceThen = (today.weekday - weekday.day + 7) % 7
    let untilThen = (weekday.day - today.weekday + 7) % 7
    let days =
      weekday.week.map { $0 * 7 + weekday.day - today.weekday }
      ?? (side == .ahead ? untilThen : -sinceThen)
    return shifted(today, by: days).map { ($0, .relative) }
  }

  /// 两年前 from the article, 两年后 from the date told last, as closely as their unit is.
  private func resolve(_ count: PrintedDate.Count) -> (DayName, DateBasis)? {
    guard let base = count.isFromArticle ? published.map(DayName.init) : last else { return nil }
    let basis: DateBasis = count.isFromArticle ? .relative : .inherited
    switch count.unit {
    case .year:
      return base.year.flatMap { DayName(year: $0 + count.number) }.map { ($0, basis) }
    case .month:
      guard let month = base.month else { return nil }
      let own = Self.shifted(base.year, month, by: count.number)
      return DayName(year: own.0, month: own.1).map { ($0, basis) }
    case .day:
      return shifted(base.date.flatMap(CalendarDay.init), by: count.number).map { ($0, basis) }
    }
  }

  /// 周六（26日）: the day that is of that number and of that day of the week, nearest to the article.
  private func checked(_ day: Int, _ weekday: Int?) -> (DayName, DateBasis)? {
    guard let weekday, let published, let month = published.month, let publishedDay else {
      return nil
    }
    let near = [0, -1, 1].compactMap { months -> CalendarDay? in
      let own = Self.shifted(published.year, month, by: months)
      return own.0.flatMap {
        CalendarDay(PartialDate(year: $0, month: own.1, day: day))
      }
    }
    let meant = near.filter { $0.weekday == weekday }
      .min { abs($0.number - publishedDay.number) < abs($1.number - publishedDay.number) }
    return meant?.date.map { (DayName($0), .publication) }
  }

  /// 13日: of the month told last, else the last such day up to the article's, and 将于13日 the next.
  private func bareDay(_ day: Int, _ side: PrintedDate.Side?) -> (DayName, DateBasis)? {
    if isLastNear, let last, let month = last.month {
      // 31日……1日: the next month.
      let goesOn = (last.day ?? 1) - day > 20
      let next = goesOn ? Self.shifted(last.year, month, by: 1) : (last.year, month)
      return DayName(year: next.0, month: next.1, day: day).map { ($0, .inherited) }
    }
    guard let published, let month = published.month else { return nil }
    let isLater = day > (published.day ?? 31) + 1
    let isNext = side == .ahead && day < (published.day ?? 1)
    let months = side == .ahead ? (isNext ? 1 : 0) : (isLater ? -1 : 0)
    let own = Self.shifted(published.year, month, by: months)
    return DayName(year: own.0, month: own.1, day: day).map { ($0, .publication) }
  }

  private static func shifted(_ year: Int?, _ month: Int, by months: Int) -> (Int?, Int) {
    let count = month - 1 + months
    let years = count >= 0 ? count / 12 : -1
    return (year.map { $0 + years }, (count % 12 + 12) % 12 + 1)
  }

  private func month(_ printed: PrintedDate, day: Int?) -> (DayName, DateBasis)? {
    switch printed.month {
    case .fromArticle(let months)?:
      guard let published, let month = published.month else { return nil }
      let own = Self.shifted(published.year, month, by: months)
      return DayName(year: own.0, month: own.1, day: day).map { ($0, .relative) }
    case .fromLast(let months)?:
      guard let base = last ?? published.map(DayName.init), let month = base.month else {
        return nil
      }
      let own = Self.shifted(base.year, month, by: months)
      return DayName(year: own.0, month: own.1, day: day).map { ($0, .inherited) }
    case .number(let month)?:
      if let (year, basis) = year(printed) {
        return DayName(year: year, month: month, day: day).map { ($0, basis) }
      }
      if isLastYearPrinted, let year = last?.year {
        return DayName(year: year, month: month, day: day).map { ($0, .inherited) }
      }
      guard let published else {
        return DayName(year: session, month: month, day: day).map {
          ($0, session == nil ? .stated : .session)
        }
      }
      let year = Self.year(of: month, day, by: published, printed.side)
      return DayName(year: year, month: month, day: day).map { ($0, .publication) }
    case nil: return nil
    }
  }

  /// The year of a month told without one: the article's, or the one before where that would lie
  /// more than two months ahead of the article (12月 in an article of January), or the words say that
  /// it lies behind; the next, where they say that it lies ahead (将于1月 in an article of December).
  private static func year(
    of month: Int, _ day: Int?, by published: PartialDate, _ side: PrintedDate.Side?
  ) -> Int {
    guard let own = published.month else { return published.year }
    switch side {
    case .ahead: return month <= own - 6 ? published.year + 1 : published.year
    case .behind: return month > own ? published.year - 1 : published.year
    case nil: return month > own + 2 ? published.year - 1 : published.year
    }
  }

  private func year(_ printed: PrintedDate) -> (Int, DateBasis)? {
    switch printed.year {
    case .number(let year)?: (year, .stated)
    case .fromArticle(let years)?: published.map { ($0.year + years, .relative) }
    case .fromLast(let years)?:
      (last?.year ?? published?.year).map { ($0 + years, .inherited) }
    case nil: nil
    }
  }
}
