import Model

/// Why two reports are held to be about one event, the surest first: joins are made in this order.
enum EventRule: String, CaseIterable, Sendable {
  /// Copies of one article tell it in one sentence.
  case copyWords = "copy-same-words"
  /// Copies of one article tell it in other words, of the same parties on the same days.
  case copy = "copy"
  /// The same sentence in two articles.
  case words = "same-words"
  /// The same person takes or leaves the same office.
  case office = "same-office"
  /// The same step of a case against the same person, or the same death.
  case step = "same-step"
  /// The same person takes or leaves an office on the same day, which one of the two does not name.
  case turn = "same-turn"
  /// Two parties or more, and most of them, on the same days.
  case persons = "same-persons"
  /// A conference of the same name with one party in common.
  case name = "same-name"
  /// The same person on the same days in the same place.
  case place = "same-place"

  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  var isOfCopies: Bool { self == .copyWords || self == .copy }
}

/// Holds two reports against the rules.
///
/// Measured by reading: of 55 clusters over articles that are no copies, 52 are one event, and the
/// three others rest on events that were misread.
struct EventRules {
  /// The first rule by which the two are one event; nil where none says so.
  static func verdict(_ a: EventNote, _ b: EventNote) -> EventRule? {
    // A plan is told before its day and may come to nothing; what came of it is told apart.
    guard a.kind == b.kind, a.status == b.status, a.document != b.document else { return nil }
    let shared = shared(a.parties, b.parties)
    guard shared > 0 else { return nil }
    if a.article == b.article, let rule = ofCopies(a, b, shared) { return rule }
    guard let mine = a.window, let theirs = b.window, mine.touches(theirs),
      agree(a.place, b.place)
    else { return nil }
    let fewest = min(a.parties.count, b.parties.count)
    if a.words != 0, a.words == b.words, shared == fewest { return .words }
    switch a.kind {
    case .appointment, .removal: return ofOffices(a, b)
    case .discipline: return a.step == b.step ? .step : nil
    case .other where a.step != b.step: return nil
    case .other where a.step == .death: return .step
    case .meeting, .signing, .conference, .visit, .inspection, .other:
      return a.isDay && b.isDay ? ofGatherings(a, b, shared, fewest) : nil
    }
  }

  private static func ofCopies(_ a: EventNote, _ b: EventNote, _ shared: Int) -> EventRule? {
    let fewest = min(a.parties.count, b.parties.count)
    if a.words != 0, a.words == b.words, shared == fewest { return .copyWords }
    guard a.step == b.step, agree(a.place, b.place) else { return nil }
    switch (a.window, b.window) {
    case (nil, nil): return shared == fewest ? .copy : nil
    case (let mine?, let theirs?):
      return mine.touches(theirs) && 2 * shared >= fewest ? .copy : nil
    default: return nil
    }
  }

  private static func ofOffices(_ a: EventNote, _ b: EventNote) -> EventRule? {
    if sharesOffice(a.parties, b.parties) { return .office }
    guard a.isDay, b.isDay, a.isDated, b.isDated else { return nil }
    let isTurn = a.parties.contains { one in
      b.parties.contains { $0.who == one.who && ($0.office < 0 || one.office < 0) }
    }
    return isTurn ? .turn : nil
  }

  private static func ofGatherings(
    _ a: EventNote, _ b: EventNote, _ shared: Int, _ fewest: Int
  ) -> EventRule? {
    let areMost = shared >= 2 && 2 * shared > fewest
    let isPlace = !a.place.isEmpty && !b.place.isEmpty
    switch a.kind {
    case .meeting, .signing: return shared >= 2 ? .persons : nil
    case .conference:
      if a.names.contains(where: b.names.contains) { return .name }
      // Who convenes two conferences of two names on one day, with one body, held two.
      let persons = common(a.parties, b.parties).count { $0.who >= 0 }
      if areMost, persons >= 2 || a.names.isEmpty || b.names.isEmpty { return .persons }
      return isPlace && a.isDated && b.isDated && a.step == .conference && b.step == .conference
        ? .place : nil
    case .visit, .inspection: return isPlace ? .place : areMost ? .persons : nil
    case .other:
      if a.step == .sanction, a.isDated, b.isDated { return .step }
      return areMost ? .persons : nil
    case .appointment, .removal, .discipline: return nil
    }
  }

  // MARK: parties and places

  /// How many of the one are parties of the other.
  static func shared(_ a: [EventNote.Party], _ b: [EventNote.Party]) -> Int {
    common(a, b).count
  }

  /// Those of the one who are parties of the other.
  static func common(_ a: [EventNote.Party], _ b: [EventNote.Party]) -> [EventNote.Party] {
    var free = b
    return a.filter { party in
      guard let place = free.firstIndex(where: party.isSame) else { return false }
      free.remove(at: place)
      return true
    }
  }

  static func sharesOffice(_ a: [EventNote.Party], _ b: [EventNote.Party]) -> Bool {
    a.contains { one in
      one.office >= 0 && b.contains { $0.who == one.who && $0.office == one.office }
    }
  }

  /// Whether one place lies in the other, or one is not told.
  static func agree(_ a: [Int32], _ b: [Int32]) -> Bool {
    zip(a, b).allSatisfy(==)
  }

  /// How many parties the reports of an event must have in common, all of them.
  static func leastCommon(_ kind: Event.Kind) -> Int {
    switch kind {
    case .meeting, .signing: 2
    case .conference, .visit, .inspection, .appointment, .removal, .discipline, .other: 1
    }
  }
}
