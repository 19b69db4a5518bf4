import Model

/// A date as printed, in the form of `Article.publishedAt`, and where it stood.
struct PrintedDate: Hashable, Sendable {
  var iso: String
  /// Scalar offsets in the line.
  var range: Range<Int>
}

/// Finds whole dates: 2023年11月12日, 2023-11-12 21:33, 2020-12-16T08:02:00.000Z, 30/10/2020 and
/// `Sat, 25 Jul 2020 01:33:14 GMT`. A date without a year is no date.
struct DateReader {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  static func first(in text: String) -> PrintedDate? { all(in: text).first }

  static func all(in text: String) -> [PrintedDate] {
    var reader = DateReader(text)
    var dates: [PrintedDate] = []
    while let date = reader.next() { dates.append(date) }
    return dates
  }

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  private mutating func next() -> PrintedDate? {
    while index < scalars.count {
      let start = index
      guard scalars[start].isDigit, start == 0 || !scalars[start - 1].isDigit else {
        index += 1
        continue
      }
      if let day = yearFirst() ?? restart(start, dayFirst) ?? restart(start, english) {
        let time = self.time()
        return PrintedDate(iso: day.iso + time, range: start..<index)
      }
      index = start
      while index < scalars.count, scalars[index].isDigit { index += 1 }
    }
    return nil
  }

  private mutating func restart(
    _ start: Int, _ read: (inout DateReader) -> PartialDate?
  ) -> PartialDate? {
    index = start
    return read(&self)
  }

  private func dayFirst(_ reader: inout DateReader) -> PartialDate? { reader.readDayFirst() }
  private func english(_ reader: inout DateReader) -> PartialDate? { reader.readEnglish() }

  private mutating func yearFirst() -> PartialDate? {
    guard let year = number(4, 4), (1980...2100).contains(year) else { return nil }
    if let mark = peek, "年-/.".unicodeScalars.contains(mark) {
      return afterYear(year, mark)
    }
    return nil
  }

  private mutating func afterYear(_ year: Int, _ mark: Unicode.Scalar) -> PartialDate? {
    skip()
    spaces()
    guard let month = number(1, 2) else { return nil }
    spaces()
    let second: Unicode.Scalar = mark == "年" ? "月" : mark
    guard peek == second else { return nil }
    skip()
    spaces()
    guard let day = number(1, 2) else { return nil }
    spaces()
    if mark == "年" {
      guard peek == "日" || peek == "号" || peek == "號" else { return nil }
      skip()
    }
    return PartialDate(year: year, month: month, day: day)
  }

  /// 30/10/2020 as French and British pages print it.
  private mutating func readDayFirst() -> PartialDate? {
    guard let day = number(1, 2), peek == "/" || peek == "." else { return nil }
    skip()
    guard let month = number(1, 2), peek == "/" || peek == "." else { return nil }
    skip()
    guard let year = number(4, 4), (1980...2100).contains(year) else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  /// 25 Jul 2020
  private mutating func readEnglish() -> PartialDate? {
    guard let day = number(1, 2), peek == " " else { return nil }
    skip()
    var word = ""
    while let letter = peek, letter.isASCIILetter {
      word.unicodeScalars.append(letter)
      skip()
    }
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    guard word.utf8.count >= 3,
      let month = names.firstIndex(of: String(word.lowercased().prefix(3)))
    else { return nil }
    if peek == "," { skip() }
    spaces()
    guard let year = number(4, 4), (1980...2100).contains(year) else { return nil }
    return PartialDate(year: year, month: month + 1, day: day)
  }

  /// `T21:33:01Z`, as far as it is printed; empty where no time follows.
  private mutating func time() -> String {
    let start = index
    while let mark = peek, index - start < 6,
      mark.isBlank || "T-—,，星期周上下午".unicodeScalars.contains(mark)
        || "一二三四五六日天（）()".unicodeScalars.contains(mark)
    {
      skip()
    }
    guard let hour = number(1, 2), hour < 24, peek == ":" || peek == "：" || peek == "时" else {
      index = start
      return ""
    }
    skip()
    guard let minute = number(2, 2), minute < 60 else {
      index = start
      return ""
    }
    return "T" + Self.two(hour) + ":" + Self.two(minute) + seconds() + zone()
  }

  private mutating func seconds() -> String {
    let start = index
    guard peek == ":" || peek == "：" else { return "" }
    skip()
    guard let second = number(2, 2), second < 60 else {
      index = start
      return ""
    }
    if peek == "." {
      skip()
      while let digit = peek, digit.isDigit { skip() }
    }
    return ":" + Self.two(second)
  }

  private mutating func zone() -> String {
    let start = index
    if peek == "Z" {
      skip()
      return "Z"
    }
    if peek == " ", rest(4) == [" ", "G", "M", "T"] {
      index += 4
      return "Z"
    }
    guard let sign = peek, sign == "+" || sign == "-" else { return "" }
    skip()
    guard let hours = number(2, 2), hours < 15 else {
      index = start
      return ""
    }
    if peek == ":" { skip() }
    guard let minutes = number(2, 2), minutes < 60 else {
      index = start
      return ""
    }
    if hours == 0, minutes == 0 { return "Z" }
    return String(Character(sign)) + Self.two(hours) + ":" + Self.two(minutes)
  }

  private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
  private mutating func skip() { index += 1 }
  private func rest(_ count: Int) -> [Unicode.Scalar] { Array(scalars[index...].prefix(count)) }
  private mutating func spaces() { while let mark = peek, mark.isBlank { skip() } }

  /// Exactly this many digits at least, no more than `most` taken.
  private mutating func number(_ least: Int, _ most: Int) -> Int? {
    var value = 0
    var count = 0
    while count < most, let digit = peek, digit.isDigit {
      value = value * 10 + Int(digit.value - 0x30)
      count += 1
      skip()
    }
    return count >= least ? value : nil
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
