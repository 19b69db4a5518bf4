import Model

/// Periods of the year and of plans: 第四季度, 去年上半年, 两会期间, 十四五时期, 年底.
extension DateParser {
  /// The period that has its 季, 期 or 年 at a place, where no year stands before it.
  func period(withMark mark: Int, from limit: Int) -> Found? {
    switch passage.scalar(mark) {
    case 0x5B63:  // 季
      let isCounted = passage.scalar(mark - 2) == 0x7B2C  // 第
      return starting(at: mark - (isCounted ? 2 : 1), from: limit)
    case 0x671F:  // 期
      if passage.stands("两会期间", at: mark - 3) { return starting(at: mark - 3, from: limit) }
      return plan(before: mark, from: limit)
    case 0x5E74 where passage.scalar(mark - 1) == 0x534A:  // 半年
      return starting(at: mark - 2, from: limit)
    case 0x5E74 where passage.stands("年底", at: mark) || passage.stands("年末", at: mark):
      return yearEnd(at: mark)
    default: return nil
    }
  }

  private func starting(at start: Int, from limit: Int) -> Found? {
    start >= limit ? period(at: start) : nil
  }

  /// A period with or without its year: 去年第四季度, 上半年.
  func period(at start: Int) -> Found? {
    var place = start
    let year = year(&place)
    guard let (first, last) = months(&place) else { return nil }
    var from = PrintedDate(range: start..<place)
    (from.year, from.month) = (year, .number(first))
    guard first < last else { return Found(start: from, end: nil) }
    var to = PrintedDate(range: place..<place)
    (to.year, to.month) = (year, .number(last))
    return Found(start: from, end: to)
  }

  /// The first and the last month of a part of the year.
  private func months(_ place: inout Int) -> (first: Int, last: Int)? {
    for (word, months) in [("上半年", (1, 6)), ("下半年", (7, 12)), ("两会期间", (3, 3))]
    where passage.stands(word, at: place) {
      place += word.unicodeScalars.count
      return months
    }
    let start = passage.scalar(place) == 0x7B2C ? place + 1 : place  // 第
    guard let quarter = Self.quarters[passage.scalar(start)],
      passage.stands("季度", at: start + 1)
    else { return nil }
    place = start + 3
    return (quarter * 3 - 2, quarter * 3)
  }

  /// 十四五时期, “十三五”期间: the years of a five-year plan, of which the tenth began in 2001.
  private func plan(before mark: Int, from limit: Int) -> Found? {
    guard
      [0x65F6, 0x95F4].contains(passage.scalar(mark - 1))  // 时
        || passage.scalar(mark + 1) == 0x95F4  // 间
    else { return nil }
    var end = passage.scalar(mark + 1) == 0x95F4 ? mark : mark - 1
    if passage.scalar(end - 1).closesQuotation { end -= 1 }
    guard end - 3 >= limit, passage.scalar(end - 1) == 0x4E94,  // 五
      passage.scalar(end - 3) == 0x5341, let number = Self.units[passage.scalar(end - 2)]  // 十
    else { return nil }
    let first = 2001 + number * 5
    var from = PrintedDate(range: end - 3..<end)
    from.year = .number(first)
    var to = PrintedDate(range: end..<end)
    to.year = .number(first + 4)
    return Found(start: from, end: to)
  }

  private func yearEnd(at mark: Int) -> Found? {
    let before = passage.scalar(mark - 1)
    guard !before.isDigit, !before.isHan || passage.ends(.word, at: mark) else { return nil }
    var date = PrintedDate(range: mark..<mark + 2)
    date.year = .fromArticle(0)
    return Found(start: date, end: nil)
  }

  private static let quarters: [UInt32: Int] = [
    0x4E00: 1, 0x4E8C: 2, 0x4E09: 3, 0x56DB: 4, 0x31: 1, 0x32: 2, 0x33: 3, 0x34: 4,
  ]
  /// 一 to 五, as in 十一五 to 十五五.
  private static let units: [UInt32: Int] = [
    0x4E00: 1, 0x4E8C: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5,
  ]
}
