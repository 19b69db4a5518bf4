import Model

/// One pass over a text in search of dates.
struct DateScan {
  private let text: [UInt8]
  /// Where each byte stands in what was given, where digits were folded.
  private let places: [Int]?
  private var index = 0

  /// Wide digits (２０２４) and dates in characters (二〇二四年十一月十二日) are read as plain ones.
  init(_ text: some Collection<UInt8>) {
    let bytes = Array(text)
    if let folded = FoldedDigits(bytes) {
      (self.text, places) = (folded.text, folded.places)
    } else {
      (self.text, places) = (bytes, nil)
    }
  }

  /// The range of what was found is that of the bytes given.
  mutating func next() -> PrintedDate? {
    guard var found = nextFolded() else { return nil }
    if let places {
      found.range = places[found.range.lowerBound]..<places[found.range.upperBound]
    }
    return found
  }

  private mutating func nextFolded() -> PrintedDate? {
    while index < text.count {
      let start = index
      let found = isDigit(index) ? numeric() : isLetter(index) ? english() : nil
      if let found {
        index = found.range.upperBound
        return found
      }
      index = start
      skipWord()
    }
    return nil
  }

  mutating func nextInAddress() -> PartialDate? {
    while index < text.count {
      guard isDigit(index) else {
        index += 1
        continue
      }
      let start = index
      let digits = skipDigits()
      if let day = addressDay(digits, start) { return day }
      index = max(index, start + 1)
    }
    return nil
  }

  // MARK: Numbers

  private mutating func numeric() -> PrintedDate? {
    let start = index
    let first = skipDigits()
    switch first.count {
    case 4: return yearFirst(start, first.value) ?? yearApart(start, first.value)
    case 6: return yearAndMonth(start)
    case 1, 2: return dayFirst(start, first.value)
    // In running text such a number is a licence or an order, not a date.
    case 14 where text.count == 14, 8 where text.count == 8:
      return compact(start)
    default: return nil
    }
  }

  /// 2024-11-12, 2024/11/12, 2024.11.12, 2024年11月12日.
  private mutating func yearFirst(_ start: Int, _ year: Int) -> PrintedDate? {
    guard (1900...2100).contains(year), let mark = separator(Self.afterYear) else { return nil }
    let month = skipDigits(atMost: 2)
    guard month.count > 0 else { return nil }
    let afterMonth = index
    guard let second = separator(Self.afterMonth), mark == 3 || second != 3 else {
      return mark == 3 && takes("月") ? ended(start, year, month.value, nil) : nil
    }
    let day = skipDigits(atMost: 2)
    guard day.count > 0 else {
      index = afterMonth
      return mark == 3 && takes("月") ? ended(start, year, month.value, nil) : nil
    }
    if !takes("日") { _ = takes("号") }
    return ended(start, year, month.value, day.value)
  }

  /// 2024 11/12 08:30: the year in a box of its own.
  private mutating func yearApart(_ start: Int, _ year: Int) -> PrintedDate? {
    index = start + 4
    guard (1990...2100).contains(year), skipOne(Self.blanks) else { return nil }
    let month = skipDigits()
    guard month.count == 2, skipOne([UInt8(ascii: "/")]) else { return nil }
    let day = skipDigits(atMost: 2)
    return day.count == 2 ? ended(start, year, month.value, day.value) : nil
  }

  /// 202411/1208:30:22: the same without its spaces.
  private mutating func yearAndMonth(_ start: Int) -> PrintedDate? {
    guard skipOne([UInt8(ascii: "/")]) else { return nil }
    let year = number(start, 4)
    let day = skipDigits(atMost: 2)
    guard (1990...2100).contains(year), day.count == 2 else { return nil }
    let found = ended(start, year, number(start + 4, 2), day.value)
    return found?.time == nil ? nil : found
  }

  /// 30/10/2020, 30.10.2020, 24 Jul 2020. Where both could be months, the day is first.
  private mutating func dayFirst(_ start: Int, _ day: Int) -> PrintedDate? {
    let mark = index < text.count ? text[index] : 0
    if mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") {
      index += 1
      let second = skipDigits(atMost: 2)
      guard second.count > 0, index < text.count, text[index] == mark else { return nil }
      index += 1
      let year = skipDigits()
      guard year.count == 4, (1900...2100).contains(year.value) else { return nil }
      return second.value > 12
        ? ended(start, year.value, day, second.value)
        : ended(start, year.value, second.value, day)
    }
    skip(Self.blanks)
    guard let month = monthName() else { return nil }
    skip(Self.blanks + [UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: ".")])
    let year = skipDigits()
    guard year.count == 4, (1900...2100).contains(year.value) else { return nil }
    return ended(start, year.value, month, day)
  }

  /// 20201216 and 20201216083000.
  private mutating func compact(_ start: Int) -> PrintedDate? {
    let year = number(start, 4)
    let end = index
    guard (1900...2100).contains(year),
      let day = PartialDate(year: year, month: number(start + 4, 2), day: number(start + 6, 2))
    else { return nil }
    var found = PrintedDate(day: day, time: nil, zone: nil, range: start..<end)
    if end - start == 14, number(start + 8, 2) < 24, number(start + 10, 2) < 60 {
      found.time = Self.two(number(start + 8, 2)) + ":" + Self.two(number(start + 10, 2))
    }
    return found
  }

  /// November 12, 2024.
  private mutating func english() -> PrintedDate? {
    let start = index
    guard let month = monthName() else { return nil }
    skip(Self.blanks + [UInt8(ascii: ".")])
    let day = skipDigits()
    guard day.count == 1 || day.count == 2 else { return nil }
    for suffix in ["st", "nd", "rd", "th"] where takes(suffix) { break }
    skip(Self.blanks + [UInt8(ascii: ",")])
    let year = skipDigits()
    guard year.count == 4, (1900...2100).contains(year.value) else { return nil }
    return ended(start, year.value, month, day.value)
  }

  // MARK: Times

  private mutating func ended(_ start: Int, _ year: Int, _ month: Int, _ day: Int?) -> PrintedDate?
  {
    guard let date = PartialDate(year: year, month: month, day: day) else { return nil }
    var found = PrintedDate(day: date, time: nil, zone: nil, range: start..<index)
    guard day != nil else { return found }
    if let time = time() {
      found.time = time
      found.zone = zone()
      found.range = start..<index
    } else {
      index = found.range.upperBound
    }
    return found
  }

  private mutating func time() -> String? {
    var steps = 0
    var isAfternoon = false
    while steps < 8, index < text.count, !isDigit(index) {
      steps += 1
      if takes("下午") || takes("晚上") || takes("晚间") || takes("傍晚") {
        isAfternoon = true
      } else if !(takes("上午") || takes("凌晨") || takes("早上") || takes("at ") || takes("中午")
        || skipWeekday() || skipOne(Self.beforeTime))
      {
        return nil
      }
    }
    let hour = skipDigits()
    guard hour.count == 1 || hour.count == 2, hour.value < 24 else { return nil }
    guard takes(":") || takes("：") || takes("时") || takes("點") || takes("点") else { return nil }
    let minute = skipDigits(atMost: 2)
    guard minute.count == 2 && minute.value < 60 else { return nil }
    _ = takes("分")
    var isPM = isAfternoon
    var seconds = ""
    if takes(":") || takes("：") {
      let second = skipDigits(atMost: 2)
      if second.count == 2, second.value < 60 { seconds = ":" + Self.two(second.value) }
    }
    if !seconds.isEmpty, takes(".") { _ = skipDigits() }
    let beforeMark = index
    skip(Self.blanks)
    if takes("PM") || takes("pm") || takes("p.m.") {
      isPM = true
    } else if takes("AM") || takes("am") || takes("a.m.") {
      isPM = false
    } else {
      index = beforeMark
    }
    let shifted = isPM && hour.value < 12 ? hour.value + 12 : hour.value
    return Self.two(shifted) + ":" + Self.two(minute.value) + seconds
  }

  private mutating func zone() -> String? {
    let before = index
    skip(Self.blanks)
    for name in ["Z", "GMT", "UTC"] where takes(name) {
      if index < text.count, isLetter(index) { break }
      return "Z"
    }
    if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") {
      let sign = text[index] == UInt8(ascii: "+") ? "+" : "-"
      index += 1
      let start = index
      let hour = skipDigits(atMost: 2)
      let hasColon = takes(":")
      let minute = skipDigits(atMost: 2)
      // A zone stands close to its time: "12:34 - 2" is none.
      let isClose = start - before <= 2
      if isClose, hour.count == 2, hour.value <= 14,
        minute.count == 2 || minute.count == 0 && !hasColon
      {
        return sign + Self.two(hour.value) + ":" + Self.two(minute.value)
      }
    }
    index = before
    return nil
  }

  // MARK: Addresses

  private mutating func addressDay(_ digits: (count: Int, value: Int), _ start: Int) -> PartialDate?
  {
    let before = start > 0 ? text[start - 1] : 0
    switch digits.count {
    case 8, 14, 9, 10, 11, 12:
      // A number of nine to twelve digits is a date only with the time in it: /202012160830/.
      guard digits.count == 8 || digits.count == 12 || digits.count == 14 else { return nil }
      return plausible(number(start, 4), number(start + 4, 2), number(start + 6, 2))
    case 4:
      let year = digits.value
      let resume = index
      if (1990...2100).contains(year), let day = parts(year) { return day }
      index = resume
      return shortYear(before, start, digits.value)
    case 6:
      // /202012/16/, /202012/t20201216_1.html
      let resume = index
      if skipOne([UInt8(ascii: "/"), UInt8(ascii: "-")]) {
        _ = takes("t")
        let day = skipDigits()
        if day.count == 2 { return plausible(number(start, 4), number(start + 4, 2), day.value) }
      }
      index = resume
      return nil
    default: return nil
    }
  }

  /// 2020-12/16, 2020/12/16, 2020/1216, 2020-12-16.
  private mutating func parts(_ year: Int) -> PartialDate? {
    let marks = [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_")]
    guard skipOne(marks) else { return nil }
    let start = index
    let month = skipDigits()
    if month.count == 4 { return plausible(year, number(start, 2), number(start + 2, 2)) }
    guard month.count == 1 || month.count == 2, skipOne(marks) else { return nil }
    let day = skipDigits()
    guard day.count == 1 || day.count == 2 else { return nil }
    return plausible(year, month.value, day.value)
  }

  /// /20/0229/
  private func shortYear(_ before: UInt8, _ start: Int, _ value: Int) -> PartialDate? {
    guard before == UInt8(ascii: "/"), start >= 4, text[start - 4] == UInt8(ascii: "/"),
      isDigit(start - 3), isDigit(start - 2), index < text.count, text[index] == UInt8(ascii: "/")
    else { return nil }
    return plausible(2000 + number(start - 3, 2), value / 100, value % 100)
  }

  private func plausible(_ year: Int, _ month: Int, _ day: Int) -> PartialDate? {
    guard (1990...2100).contains(year) else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  // MARK: Steps

  private func isDigit(_ at: Int) -> Bool { text[at] >= 0x30 && text[at] <= 0x39 }

  private func isLetter(_ at: Int) -> Bool { text[at] | 0x20 >= 0x61 && text[at] | 0x20 <= 0x7A }

  private func isYear(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8)
  }

  private func number(_ start: Int, _ count: Int) -> Int {
    text[start..<start + count].reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  private mutating func skipDigits(atMost most: Int = 16) -> (count: Int, value: Int) {
    var value = 0
    var count = 0
    while index < text.count, isDigit(index), count < most {
      value = value * 10 + Int(text[index]) - 0x30
      count += 1
      index += 1
    }
    return (count, value)
  }

  /// Past the run of digits or letters, or the one byte, at the index.
  private mutating func skipWord() {
    let isNumber = isDigit(index)
    guard isNumber || isLetter(index) else {
      index += 1
      return
    }
    while index < text.count, isNumber ? isDigit(index) : isLetter(index) { index += 1 }
  }

  private mutating func skip(_ bytes: [UInt8]) {
    while skipOne(bytes) {}
  }

  private mutating func skipOne(_ bytes: [UInt8]) -> Bool {
    guard index < text.count, bytes.contains(text[index]) else { return false }
    index += 1
    return true
  }

  private mutating func takes(_ word: String) -> Bool {
    guard text[index...].starts(with: word.utf8) else { return false }
    index += word.utf8.count
    return true
  }

  /// Which of the marks stands here, spaces around it passed over.
  private mutating func separator(_ marks: [String]) -> Int? {
    let before = index
    skip(Self.blanks)
    for (number, mark) in marks.enumerated() where takes(mark) {
      skip(Self.blanks)
      return number
    }
    index = before
    return nil
  }

  private mutating func skipWeekday() -> Bool {
    guard takes("星期") || takes("周") else { return false }
    for day in ["一", "二", "三", "四", "五", "六", "日", "天"] where takes(day) { break }
    return true
  }

  private mutating func monthName() -> Int? {
    let start = index
    var letters: [UInt8] = []
    while index < text.count, isLetter(index), letters.count < 10 {
      letters.append(text[index] | 0x20)
      index += 1
    }
    for (number, name) in Self.months.enumerated()
    where letters.count >= 3 && name.starts(with: letters)
      || letters.elementsEqual("sept".utf8) && number == 8
    {
      return number + 1
    }
    index = start
    return nil
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static let blanks: [UInt8] = [0x20]
  private static let beforeTime = Array(" T,-|()·".utf8)
  private static let afterYear = ["-", "/", ".", "年"]
  private static let afterMonth = ["-", "/", ".", "月"]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }
}
