import Model

/// The time that a body or a division was there, told to the day, the month or the year.
struct Lifetime {
  var from: String?
  var to: String?

  /// Whether it was there on a day. Dates are compared as far as both are told; on the day that is
  /// given as its last, it is there no more.
  func holds(_ date: PartialDate) -> Bool {
    if let from, Self.order(of: date, beside: from) == .before { return false }
    guard let to else { return true }
    switch Self.order(of: date, beside: to) {
    case .before, .within: return true
    case .same, .after: return false
    }
  }

  /// Whether it ended before a day.
  func ended(before date: PartialDate) -> Bool {
    guard let to else { return false }
    let order = Self.order(of: date, beside: to)
    return order == .same || order == .after
  }

  private enum Order { case before, same, after, within }

  /// `within` where they agree as far as both are told, and one of them is not told to the day.
  private static func order(of date: PartialDate, beside text: String) -> Order {
    var numbers = (0, 0, 0)
    var part = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "-") {
        part += 1
      } else {
        let digit = Int(byte) - 48
        switch part {
        case 0: numbers.0 = numbers.0 * 10 + digit
        case 1: numbers.1 = numbers.1 * 10 + digit
        default: numbers.2 = numbers.2 * 10 + digit
        }
      }
    }
    if date.year != numbers.0 { return date.year < numbers.0 ? .before : .after }
    guard let month = date.month, numbers.1 > 0 else { return .within }
    if month != numbers.1 { return month < numbers.1 ? .before : .after }
    guard let day = date.day, numbers.2 > 0 else { return .within }
    return day == numbers.2 ? .same : day < numbers.2 ? .before : .after
  }
}
