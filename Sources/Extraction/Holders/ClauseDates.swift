import Model

/// Reads the date that stands before a place in its sentence: 2015年7月, 今年3月23日, 次年.
struct ClauseDates {
  let passage: Passage
  /// The date of the article, by which 今年 and 去年 are told.
  let published: PartialDate?

  /// The last date between two places; nil where none is whole. A month without a year has the year
  /// before it in the sentence; 同年 and 次年 lean on the date told before.
  func date(before end: Int, from start: Int, previous: PartialDate? = nil) -> PartialDate? {
    for place in stride(from: end - 1, through: start, by: -1) {
      if passage.scalar(place) == 0x5E74, let year = year(endingAt: place, previous) {  // 年
        return day(after: place + 1, year: year, limit: end)
      }
    }
    return nil
  }

  private func year(endingAt place: Int, _ previous: PartialDate?) -> Int? {
    if let year = passage.year(endingAt: place) { return year }
    switch passage.scalar(place - 1) {
    case 0x4ECA: return published?.year  // 今
    case 0x53BB: return published.map { $0.year - 1 }  // 去
    case 0x540C, 0x5F53: return previous?.year  // 同当
    case 0x6B21, 0x7FCC, 0x9694: return previous.map { $0.year + 1 }  // 次翌隔
    default: return nil
    }
  }

  /// The month and day that follow a year.
  private func day(after place: Int, year: Int, limit: Int) -> PartialDate? {
    var place = place
    guard let month = number(at: &place, mark: 0x6708), place <= limit,  // 月
      let whole = PartialDate(year: year, month: month)
    else { return PartialDate(year: year) }
    guard let day = number(at: &place, mark: 0x65E5), place <= limit else { return whole }  // 日
    return PartialDate(year: year, month: month, day: day) ?? whole
  }

  /// A number of one or two digits before a mark; moves the place after the mark.
  private func number(at place: inout Int, mark: UInt32) -> Int? {
    var end = place
    var number = 0
    while passage.scalar(end).isDigit, end < place + 2 {
      number = number * 10 + Int(passage.scalar(end)) - 0x30
      end += 1
    }
    guard end > place, passage.scalar(end) == mark else { return nil }
    place = end + 1
    return number
  }
}
