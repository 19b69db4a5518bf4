import Glibc

/// A second in time, in UTC: the only door to the clock.
struct Moment: Hashable, Sendable {
  let seconds: Int

  static var now: Moment { Moment(seconds: time(nil)) }

  init(seconds: Int) { self.seconds = seconds }

  /// `2026-11-21T02:15:00Z`.
  var iso: String {
    let parts = self.parts
    let day = parts.prefix(3).map(Self.padded).joined(separator: "-")
    return day + "T" + parts.dropFirst(3).map(Self.padded).joined(separator: ":") + "Z"
  }

  /// `20261121T021500Z`: sorts as time does, and may be part of a file's name.
  var stamp: String {
    let parts = self.parts.map(Self.padded)
    return parts.prefix(3).joined() + "T" + parts.dropFirst(3).joined() + "Z"
  }

  private var parts: [Int32] {
    var seconds = seconds
    var time = tm()
    gmtime_r(&seconds, &time)
    return [
      time.tm_year + 1900, time.tm_mon + 1, time.tm_mday, time.tm_hour, time.tm_min, time.tm_sec,
    ]
  }

  private static func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
