import Model

/// A date as it is printed, with as much of the time as stands there.
struct PrintedDate: Hashable, Sendable {
  var day: PartialDate
  /// `08:30` or `08:30:00`.
  var time: String?
  /// `Z` or `+08:00`; nil where none is printed.
  var zone: String?
  /// The bytes that it was read from.
  var range: Range<Int>

  /// The same moment with China's time in place of universal time; itself where no zone or
  /// another one is printed.
  var inChina: PrintedDate {
    guard zone == "Z" || zone == "+00:00", let time, let hour = Int(time.prefix(2)),
      let date = day.day, let month = day.month
    else { return self }
    var moved = self
    moved.zone = "+08:00"
    let later = (hour + 8) % 24
    moved.time = (later < 10 ? "0" : "") + String(later) + time.dropFirst(2)
    guard hour >= 16 else { return moved }
    let next =
      PartialDate(year: day.year, month: month, day: date + 1)
      ?? PartialDate(year: day.year, month: month + 1, day: 1)
      ?? PartialDate(year: day.year + 1, month: 1, day: 1)
    if let next { moved.day = next }
    return moved
  }

  /// `2020-12-16T08:02:00Z`, `2024-11-12T08:30`, `2024-11-12`.
  var iso: String {
    guard let time else { return day.iso }
    return day.iso + "T" + time + (zone ?? "")
  }
}

/// Reads dates out of text: 2024-11-12 08:30, 2024年11月12日08:30, 30/10/2020 - 12:34,
/// 24 Jul 2020 22:33:39 GMT, November 12, 2024. A date without its year is none.
enum DateReader {
  static func first(in text: some Collection<UInt8>) -> PrintedDate? {
    var scan = DateScan(text)
    return scan.next()
  }

  /// A value of data: a date as above, or seconds or milliseconds since 1970, given in China's time.
  static func date(ofValue value: some Collection<UInt8>) -> PrintedDate? {
    first(in: value) ?? unixTime(value)
  }

  private static func unixTime(_ value: some Collection<UInt8>) -> PrintedDate? {
    guard value.count == 10 || value.count == 13, value.first == UInt8(ascii: "1"),
      value.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    let seconds = value.prefix(10).reduce(0) { $0 * 10 + Int($1) - 0x30 } + 8 * 3_600
    let time = seconds % 86_400
    guard let day = PartialDate(daysSince1970: seconds / 86_400) else { return nil }
    let parts = [time / 3_600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return PrintedDate(
      day: day, time: parts.joined(separator: ":"), zone: "+08:00", range: 0..<value.count)
  }

  static func all(in text: some Collection<UInt8>) -> [PrintedDate] {
    var scan = DateScan(text)
    var dates: [PrintedDate] = []
    while let date = scan.next() { dates.append(date) }
    return dates
  }

  /// The day in an address or file name: /2020-12/16/, /2020/12/16/, 20201216, /20/0229/.
  static func day(inAddress address: some Collection<UInt8>) -> PartialDate? {
    var scan = DateScan(address)
    return scan.nextInAddress()
  }
}

extension PartialDate {
  /// Howard Hinnant's `civil_from_days`, from 1970 on.
  fileprivate init?(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
