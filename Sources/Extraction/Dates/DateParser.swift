import Model

/// Reads the dates that a passage prints: 2020年12月13日, 今年3月, 12日至13日, 上周五（8日）, 次日.
struct DateParser {
  let passage: Passage

  /// A date, or a stretch of days from one to another.
  struct Found: Hashable {
    var start: PrintedDate
    var end: PrintedDate?

    var range: Range<Int> { start.range.lowerBound..<(end ?? start).range.upperBound }
  }

  /// Every date of the text, in order.
  func dates() -> [Found] {
    var found: [Found] = []
    var last = 0
    for mark in passage.outline.dateMarks where mark >= last {
      if let date = counted(at: mark, from: last) {
        found.append(Found(start: date, end: nil))
        last = date.range.upperBound
        continue
      }
      guard
        var date = period(withMark: mark, from: last)
          ?? start(ofDateWith: mark, from: last).flatMap({ whole(at: $0) })
      else { continue }
      date.start.side = side(of: date.range, isStretch: date.end != nil)
      date.end?.side = date.start.side
      found.append(date)
      last = date.range.upperBound
    }
    return found
  }

  /// 将于1月6日, 早在3月2日, 3月23日宣布了: what is said before a date, or of what was done on it.
  private func side(of range: Range<Int>, isStretch: Bool) -> PrintedDate.Side? {
    func stands(_ words: [String]) -> Bool {
      words.contains { passage.stands($0, at: range.lowerBound - $0.unicodeScalars.count) }
    }
    if stands(Self.aheads) { return .ahead }
    if isStretch { return nil }
    if stands(Self.behinds) { return .behind }
    let rest = range.upperBound..<min(range.upperBound + Self.deedReach, passage.count)
    for place in rest {
      let scalar = passage.scalar(place)
      if scalar.isComma || scalar.endsSentence || scalar.opensQuotation { return nil }
      if scalar == 0x4E86, passage.scalar(place + 1) != 0x89E3 { return .behind }  // 了, not 了解
    }
    return nil
  }

  /// How far behind a date its deed may stand.
  private static let deedReach = 16

  /// 两年前, 五个月前, 三天前, 两年后: years, months or days by their number, with the mark at a place.
  ///
  /// What lies before is counted from the article; what lies behind, only where it opens a clause,
  /// from the date told last.
  private func counted(at mark: Int, from limit: Int) -> PrintedDate? {
    let unit: PrintedDate.Count.Unit
    switch passage.scalar(mark) {
    case 0x5E74: unit = .year
    case 0x6708: unit = .month
    case 0x5929: unit = .day  // 天
    default: return nil
    }
    var end = mark + 1
    if passage.scalar(end) == 0x4E4B || passage.scalar(end) == 0x4EE5 { end += 1 }  // 之以
    let isBefore = passage.scalar(end) == 0x524D  // 前
    guard isBefore || passage.scalar(end) == 0x540E, let number = number(before: mark, from: limit)
    else { return nil }  // 后
    if !isBefore, unit == .day || !opensClause(number.start) { return nil }
    if passage.scalar(mark - 1) == 0x534A, unit == .year {  // 半年
      return counted(number.start..<end + 1, .month, isBefore ? -6 : 6, isBefore)
    }
    return counted(number.start..<end + 1, unit, isBefore ? -number.value : number.value, isBefore)
  }

  private func counted(
    _ range: Range<Int>, _ unit: PrintedDate.Count.Unit, _ number: Int, _ isBefore: Bool
  ) -> PrintedDate {
    var date = PrintedDate(range: range)
    date.count = PrintedDate.Count(unit: unit, number: number, isFromArticle: isBefore)
    var place = range.upperBound
    takeBracket(&place, &date)
    if date.day != nil { date.count = nil }
    date.range = range.lowerBound..<place
    return date
  }

  private func opensClause(_ start: Int) -> Bool {
    let before = passage.scalar(start - 1)
    return before.isComma || before.endsSentence || passage.stands("时隔", at: start - 2)
  }

  /// The small number that ends before a place: 3, 五, 十一, and 个 behind it.
  private func number(before end: Int, from limit: Int) -> (value: Int, start: Int)? {
    var place = end
    if passage.scalar(place - 1) == 0x4E2A { place -= 1 }  // 个
    let last = place
    var (value, unit) = (0, 1)
    while place > limit, last - place < 2, passage.scalar(place - 1).isDigit {
      value += unit * (Int(passage.scalar(place - 1)) - 0x30)
      unit *= 10
      place -= 1
    }
    if place < last { return passage.scalar(place - 1).isDigit ? nil : (value, place) }
    guard let digit = Self.numerals[passage.scalar(last - 1)] else { return nil }
    guard passage.scalar(last - 2) == 0x5341 else {  // 十
      return Self.numerals[passage.scalar(last - 2)] == nil ? (digit, last - 1) : nil
    }
    return digit < 10 && Self.numerals[passage.scalar(last - 3)] == nil
      ? (10 + digit, last - 2) : nil
  }

  /// 一二两三四五六七八九十, and 半 for what its unit makes of it.
  private static let numerals: [UInt32: Int] = [
    0x4E00: 1, 0x4E8C: 2, 0x4E24: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5, 0x516D: 6, 0x4E03: 7,
    0x516B: 8, 0x4E5D: 9, 0x5341: 10, 0x534A: 0,
  ]

  /// Where a date begins that has its first 年, 月, 日, 天 or 周 at a place.
  private func start(ofDateWith mark: Int, from limit: Int) -> Int? {
    let isSpaced = passage.scalar(mark - 1).isSpace && passage.scalar(mark - 2).isDigit
    let edge = isSpaced ? mark - 1 : mark
    var digits = edge
    while digits > limit, passage.scalar(digits - 1).isDigit { digits -= 1 }
    if digits < edge {
      guard edge - digits <= 4, passage.scalar(digits - 1) != 0x7B2C else { return nil }  // 第
      return dayBefore(digits, mark, from: limit) ?? digits
    }
    guard mayStandInWord(mark) else { return nil }
    for start in max(limit, mark - 2)...mark {
      if let date = date(at: start), date.range.contains(mark) { return start }
    }
    return nil
  }

  /// Whether the letter beside a mark is that of a word for a date: 今年, 上月, 次日, 周五. Hardly any mark
  /// without digits is, so that is asked first.
  private func mayStandInWord(_ mark: Int) -> Bool {
    let before = passage.scalar(mark - 1)
    switch passage.scalar(mark) {
    case 0x5468:  // 周
      return passage.scalar(mark + 1).isDayOfWeek
    case 0x671F:  // 期
      return before == 0x661F && passage.scalar(mark + 1).isDayOfWeek  // 星
    case 0x62DC:  // 拜
      return before == 0x793C && passage.scalar(mark + 1).isDayOfWeek  // 礼
    default:
      return before.pointsToDate
    }
  }

  /// Where the first of two days, or years, before one mark begins: 12至·13日.
  private func dayBefore(_ start: Int, _ mark: Int, from limit: Int) -> Int? {
    guard joint(at: start - 1) != nil, passage.scalar(start - 2).isDigit else { return nil }
    var first = start - 2
    while first > limit, passage.scalar(first - 1).isDigit { first -= 1 }
    let count = start - 1 - first
    // 2011至·2017年: two years before one mark.
    return count <= 2 || count == 4 && mark - start == 4 ? first : nil
  }

  /// A date with what joins it to a second one: 12日至13日, 12至13日.
  private func whole(at start: Int) -> Found? {
    if let period = period(at: start) { return period }
    if let years = sharedYears(at: start) { return years }
    if let days = sharedDays(at: start) { return days }
    guard let first = date(at: start) else { return nil }
    let end = first.range.upperBound
    if let next = joint(at: end), let second = date(at: next), second.day != nil || first.day == nil
    {
      return Found(start: first, end: second)
    }
    return Found(start: first, end: nil)
  }

  /// 12至13日, 12月12、13日: two days before one mark.
  private func sharedDays(at start: Int) -> Found? {
    var place = start
    var first = PrintedDate(range: start..<start)
    first.year = year(&place)
    first.month = month(&place)
    guard let day = digits(&place, upTo: 2), let next = joint(at: place),
      let second = date(at: next), second.day != nil, second.month == nil, second.year == nil
    else { return nil }
    first.day = .number(day)
    first.range = start..<place
    return Found(start: first, end: second)
  }

  /// 2011至2017年: two years before one mark.
  private func sharedYears(at start: Int) -> Found? {
    var place = start
    guard let first = digits(&place, upTo: 4), place - start == 4, (1800...2199).contains(first),
      let next = joint(at: place), let second = date(at: next), case .number? = second.year,
      second.range.lowerBound == next
    else { return nil }
    var date = PrintedDate(range: start..<place)
    date.year = .number(first)
    return Found(start: date, end: second)
  }

  private func joint(at place: Int) -> Int? {
    switch passage.scalar(place) {
    case 0x81F3, 0x5230, 0x2D, 0x2014, 0x2013, 0x7E, 0xFF5E, 0x3001: place + 1  // 至到 - — – ~ ～ 、
    default: nil
    }
  }

  /// The date that begins at a place and is no part of a longer number.
  func date(at start: Int) -> PrintedDate? {
    guard !passage.scalar(start - 1).isDigit || !passage.scalar(start).isDigit else { return nil }
    var place = start
    var date = PrintedDate(range: start..<start)
    date.year = year(&place)
    date.month = month(&place)
    date.day = day(&place)
    if date.day == nil { date.weekday = weekday(&place) }
    if date.weekday != nil || date.day != nil { takeBracket(&place, &date) }
    guard !date.isEmpty else { return nil }
    date.range = start..<place
    return date
  }

  // MARK: the parts; each moves the place beyond what it takes

  /// A number, and a space on either side of it that typesetters put there: 12 月 4 日.
  private func digits(_ place: inout Int, upTo most: Int) -> Int? {
    var end = place
    if passage.scalar(end).isSpace, passage.scalar(end + 1).isDigit { end += 1 }
    let start = end
    var number = 0
    while passage.scalar(end).isDigit, end - start <= most {
      number = number * 10 + Int(passage.scalar(end)) - 0x30
      end += 1
    }
    guard end > start, end - start <= most else { return nil }
    if passage.scalar(end).isSpace, passage.scalar(end + 1).endsDateNumber { end += 1 }
    place = end
    return number
  }

  private func take<Value>(_ words: [(String, Value)], _ place: inout Int) -> Value? {
    for (word, value) in words where passage.stands(word, at: place) {
      place += word.unicodeScalars.count
      return value
    }
    return nil
  }

  private static let years: [(String, PrintedDate.Year)] = [
    ("今年", .fromArticle(0)), ("本年", .fromArticle(0)), ("去年", .fromArticle(-1)),
    ("前年", .fromArticle(-2)), ("明年", .fromArticle(1)), ("后年", .fromArticle(2)),
    ("同年", .fromLast(0)), ("当年", .fromLast(0)), ("次年", .fromLast(1)), ("翌年", .fromLast(1)),
    ("隔年", .fromLast(1)),
  ]

  func year(_ place: inout Int) -> PrintedDate.Year? {
    var end = place
    if let number = digits(&end, upTo: 4), (1800...2199).contains(number),
      passage.scalar(end) == 0x5E74, passage.scalar(end + 1) != 0x4EE3  // 年, and no 年代
    {
      place = end + 1
      return .number(number)
    }
    end = place
    guard let year = take(Self.years, &end), !isAge(at: end) else { return nil }
    place = end
    return year
  }

  /// 今年·55岁, 今年·已满60岁: the age of somebody, and no date of what they do.
  private func isAge(at place: Int) -> Bool {
    var place = place
    for _ in 0..<3 where passage.scalar(place).isHan { place += 1 }
    return digits(&place, upTo: 3) != nil && passage.scalar(place) == 0x5C81  // 岁
  }

  private static let months: [(String, PrintedDate.Month)] = [
    ("本月", .fromArticle(0)), ("上个月", .fromArticle(-1)), ("上月", .fromArticle(-1)),
    ("下个月", .fromArticle(1)), ("下月", .fromArticle(1)), ("当月", .fromLast(0)), ("同月", .fromLast(0)),
    ("次月", .fromLast(1)),
  ]
  private static let partsOfMonths: [(String, Bool)] = [
    ("份", true), ("上旬", true), ("中旬", true), ("下旬", true), ("初", true), ("底", true), ("末", true),
  ]

  private func month(_ place: inout Int) -> PrintedDate.Month? {
    var end = place
    if let number = digits(&end, upTo: 2), (1...12).contains(number), passage.scalar(end) == 0x6708
    {  // 月
      place = end + 1
      _ = take(Self.partsOfMonths, &place)
      return .number(number)
    }
    let month = take(Self.months, &place)
    if month != nil { _ = take(Self.partsOfMonths, &place) }
    return month
  }

  private static let days: [(String, PrintedDate.Day)] = [
    ("今天", .fromArticle(0)), ("今日", .fromArticle(0)), ("今早", .fromArticle(0)),
    ("今晨", .fromArticle(0)), ("今晚", .fromArticle(0)), ("昨天", .fromArticle(-1)),
    ("昨日", .fromArticle(-1)), ("昨晚", .fromArticle(-1)), ("昨晨", .fromArticle(-1)),
    ("前天", .fromArticle(-2)), ("前日", .fromArticle(-2)), ("明天", .fromArticle(1)),
    ("明日", .fromArticle(1)), ("后天", .fromArticle(2)), ("当天", .fromLast(0)), ("当日", .fromLast(0)),
    ("当晚", .fromLast(0)), ("同日", .fromLast(0)), ("同一天", .fromLast(0)), ("次日", .fromLast(1)),
    ("翌日", .fromLast(1)), ("隔日", .fromLast(1)), ("隔天", .fromLast(1)), ("第二天", .fromLast(1)),
    ("前一天", .fromLast(-1)),
  ]

  private func day(_ place: inout Int) -> PrintedDate.Day? {
    var end = place
    if let number = digits(&end, upTo: 2), (1...31).contains(number),
      passage.scalar(end) == 0x65E5 || passage.scalar(end) == 0x53F7 && !isNumbered(end)  // 日号
    {
      place = end + 1
      return .number(number)
    }
    // 目前日: words whose end only looks like a day.
    return take(Self.days, &place)
  }

  /// 12号文件, 3号线: a number of something, and no day.
  private func isNumbered(_ mark: Int) -> Bool {
    ["文", "线", "楼", "院", "令", "公", "房", "馆", "法", "提", "议", "机", "车", "病", "种", "码"].contains {
      passage.stands($0, at: mark + 1)
    }
  }

  private static let weeks: [(String, Int)] = [
    ("上个", -1), ("上", -1), ("下个", 1), ("下", 1), ("本", 0), ("这", 0),
  ]
  private static let weekdays: [(String, Int)] = [
    ("一", 0), ("二", 1), ("三", 2), ("四", 3), ("五", 4), ("六", 5), ("日", 6), ("天", 6), ("末", 5),
  ]

  /// What stands before a date to come: 将在周二.
  private static let aheads = ["将在", "将于", "定于", "定在", "拟于", "预定", "预计在", "预计于", "将"]

  /// What stands before a date that is past: 早在3月2日.
  private static let behinds = ["早在", "早于", "曾于", "曾在", "已于", "已在"]

  /// 周五, 上周五, 星期日.
  private func weekday(_ place: inout Int) -> PrintedDate.Weekday? {
    var end = place
    let week = take(Self.weeks, &end)
    guard take([("周", true), ("星期", true), ("礼拜", true)], &end) != nil,
      let day = take(Self.weekdays, &end)
    else { return nil }
    place = end
    return PrintedDate.Weekday(day: day, week: week)
  }

  /// 周五（8日）, 8日（周五）, 今天（12月13日）: the bracket says the same day more plainly.
  private func takeBracket(_ place: inout Int, _ date: inout PrintedDate) {
    guard passage.scalar(place).opensBracket else { return }
    var end = place + 1
    let month = month(&end)
    let day = day(&end)
    let check = day == nil ? weekday(&end) : nil
    if day == nil, check == nil { return }
    guard passage.scalar(end) == 0x29 || passage.scalar(end) == 0xFF09 else { return }
    if let month { date.month = month }
    date.check = check?.day ?? date.weekday?.day
    if let day {
      date.day = day
      date.weekday = nil
    }
    place = end + 1
  }
}

extension UInt32 {
  /// 一二三四五六日天末
  fileprivate var isDayOfWeek: Bool {
    switch self {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x65E5, 0x5929, 0x672B: true
    default: false
    }
  }

  /// 今去前明后同当本次翌隔昨上下个一二
  fileprivate var pointsToDate: Bool {
    switch self {
    case 0x4ECA, 0x53BB, 0x524D, 0x660E, 0x540E, 0x540C, 0x5F53, 0x672C, 0x6B21, 0x7FCC, 0x9694,
      0x6628, 0x4E0A, 0x4E0B, 0x4E2A, 0x4E00, 0x4E8C:
      true
    default: false
    }
  }
}

extension UInt32 {
  /// 年, 月, 日 or 号.
  fileprivate var endsDateNumber: Bool { [0x5E74, 0x6708, 0x65E5, 0x53F7].contains(self) }
}
