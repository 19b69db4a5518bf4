/// A date cut to what is known: a year, a year and month, or a whole day.
package struct PartialDate: Hashable, Sendable {
  package var year: Int
  package var month: Int?
  package var day: Int?

  /// Nil unless the date exists in the calendar; a day needs its month.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1000...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...Self.days(inMonth: month, of: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2024`, `2024-12` and `2024-12-13`; nil for anything else.
  package init?(iso text: some StringProtocol) {
    var parts: (Int, Int?, Int?) = (0, nil, nil)
    var (number, digits, part) = (0, 0, 0)
    func close() -> Bool {
      guard digits > 0 else { return false }
      switch part {
      case 0: parts.0 = number
      case 1: parts.1 = number
      default: parts.2 = number
      }
      (number, digits, part) = (0, 0, part + 1)
      return true
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9") where digits < 4:
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
      case UInt8(ascii: "-") where part < 2 && close(): continue
      default: return nil
      }
    }
    guard close() else { return nil }
    self.init(year: parts.0, month: parts.1, day: parts.2)
  }

  /// `2024`, `2024-12` or `2024-12-13`.
  package var iso: String {
    String(unsafeUninitializedCapacity: 10) { bytes in
      var end = 0
      func put(_ number: Int, _ width: Int) {
        var rest = number
        for place in (end..<end + width).reversed() {
          bytes.initializeElement(at: place, to: UInt8(ascii: "0") + UInt8(rest % 10))
          rest /= 10
        }
        end += width
      }
      for (number, width) in [(year, 4), (month ?? -1, 2), (day ?? -1, 2)] where number >= 0 {
        if end > 0 {
          bytes.initializeElement(at: end, to: UInt8(ascii: "-"))
          end += 1
        }
        put(number, width)
      }
      return end
    }
  }

  /// The first of the days that it may mean.
  package var firstDay: PartialDate {
    var day = self
    (day.month, day.day) = (month ?? 1, self.day ?? 1)
    return day
  }

  /// The last of them.
  package var lastDay: PartialDate {
    var day = self
    let month = month ?? 12
    (day.month, day.day) = (month, self.day ?? Self.days(inMonth: month, of: year))
    return day
  }

  /// The first day, counted from one to the next, by the civil calendar.
  package var dayNumber: Int {
    let (month, day) = (month ?? 1, self.day ?? 1)
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
  }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension PartialDate: Comparable {
  /// By day; what is unknown stands before what is known.
  package static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }
}
