import Model

/// Tells whether two tellings of an article are of one event.
struct EventSameness {
  let words: EventWords

  /// Whether two tellings by the same parties, of one kind, are of one event.
  func isOne(_ one: Event, _ other: Event) -> Bool {
    if one.evidence.span == other.evidence.span, one.time.start == other.time.start,
      one.place?.name == other.place?.name || one.place == nil || other.place == nil
    {
      return true
    }
    guard one.status == other.status else { return false }
    if one.kind == .visit || one.kind == .inspection,
      isOpen(one) || isOpen(other) || isFiner(one, other)
    {
      // Who travels does so more than once: only the same place makes a trip the same that is told
      // without its day.
      return one.place?.name == other.place?.name && one.place != nil
    }
    if let place = one.place, let next = other.place, place != next { return false }
    return agree(one, other)
  }

  /// Whether nothing says that two events are of two days.
  func agree(_ one: Event, _ other: Event) -> Bool {
    isOpen(one) || isOpen(other) || one.time.start == other.time.start
  }

  /// Whether one of two times lies in the other: 2018年6月 and 2018年6月3日.
  func isFiner(_ one: Event, _ other: Event) -> Bool {
    one.time.isFiner(than: other.time) || other.time.isFiner(than: one.time)
  }

  /// Whether the text itself gives an event no date.
  func isOpen(_ event: Event) -> Bool {
    event.time.isOpen(words)
  }

  /// Whether two times are within about two weeks, or in one month, as far as they are told.
  func isOfOneTrip(_ one: Event.Time, _ other: Event.Time) -> Bool {
    guard let one = one.start, let other = other.start else { return true }
    if let day = CalendarDay(one.date), let next = CalendarDay(other.date) {
      return abs(day.number - next.number) <= 15
    }
    guard one.year == other.year else { return false }
    return one.month == nil || other.month == nil || one.month == other.month
  }

  /// Whether two parties are one, or a person and the body of one of their offices.
  static func areRelated(_ one: Event.Party, _ other: Event.Party) -> Bool {
    if one.key == other.key { return true }
    switch (one, other) {
    case (.person(let person), .body(let body)), (.body(let body), .person(let person)):
      return person.offices.contains { $0.body.isOf(body) }
    default: return false
    }
  }

  /// Whether two names of meetings share most of their pairs of letters, or one holds the other.
  static func areAlike(_ one: String, _ other: String) -> Bool {
    if one.hasSuffix(other) || other.hasSuffix(one) { return true }
    let (one, other) = (pairs(one), pairs(other))
    return one.intersection(other).count * 10 >= max(one.count, other.count) * 6
  }

  private static func pairs(_ name: String) -> Set<[UInt32]> {
    let codes = name.unicodeScalars.map(\.value)
    return Set(zip(codes, codes.dropFirst()).map { [$0, $1] })
  }
}

extension Event.Party {
  /// What tells a party from the others, whatever offices it is given.
  enum Key: Hashable {
    case person(NamedPerson.Key)
    case body(Body)
  }

  var key: Key {
    switch self {
    case .person(let person): .person(person.key)
    case .body(let body): .body(body)
    }
  }
}
