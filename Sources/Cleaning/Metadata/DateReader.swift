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
