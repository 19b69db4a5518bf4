import Model

/// One contradiction: a kind, the tenures it is about, and the sightings that show it.
struct Contradiction: BitwiseCopyable, Comparable {
  let kind: Kind
  /// The one that the detail begins with first.
  let tenure: Tenure.Key
  let other: Tenure.Key?
  /// By number, in the order of their days.
  let first: Int32
  let second: Int32?
  let third: Int32?
  /// The stated end of the first tenure.
  let end: Day?

  /// In the order of the words that the table has for them.
  enum Kind: UInt8, CaseIterable {
    case actingAfterFull, bodyGone, heldAfterEnd, heldAfterFormer, twoHolders, twoOffices
  }

  init(
    _ kind: Kind, _ tenure: Tenure.Key, _ other: Tenure.Key? = nil, end: Day?, _ seen: [Tenure.Seen]
  ) {
    self.kind = kind
    self.tenure = tenure
    self.other = other
    self.end = end
    first = seen.first?.sighting ?? 0
    second = seen.count > 1 ? seen[1].sighting : nil
    third = seen.count > 2 ? seen[2].sighting : nil
  }

  var seen: [Int32] { [first, second, third].compactMap { $0 } }

  static func < (a: Self, b: Self) -> Bool {
    if a.tenure != b.tenure { return a.tenure < b.tenure }
    if a.other != b.other {
      guard let mine = a.other, let theirs = b.other else { return a.other == nil }
      return mine < theirs
    }
    return a.kind.rawValue < b.kind.rawValue
  }
}

extension Contradiction.Kind {
  /// As the table has it.
  var word: ContradictionRow.Kind {
    switch self {
    case .actingAfterFull: .actingAfterFull
    case .bodyGone: .bodyGone
    case .heldAfterEnd: .heldAfterEnd
    case .heldAfterFormer: .heldAfterFormer
    case .twoHolders: .twoHolders
    case .twoOffices: .twoOffices
    }
  }
}

/// Finds what tenures say together that cannot all be so.
enum ContradictionFinder {
  // MARK: one office

  /// Those who held one seat at one time, and what each tenure says against itself.
  static func finds(in history: SeatHistory) -> [Contradiction] {
    let rivals = history.rivals.compactMap { own, rival in
      overlap(
        .twoHolders, (history.tenures[rival].key, history.days[rival], history.tenures[rival].end),
        (history.tenures[own].key, history.days[own], history.tenures[own].end))
    }
    return rivals + history.tenures.flatMap { ofOne($0, goneOn: history.profile.goneOn) }
  }

  private static func ofOne(_ tenure: Tenure, goneOn: Day?) -> [Contradiction] {
    let (end, gone) = (tenure.end?.day, tenure.over.first)
    let all = tenure.seen + tenure.late
    var finds: [Contradiction] = []
    if let gone, let later = all.first(where: { gone.day.isBefore($0.day) }) {
      finds.append(Contradiction(.heldAfterFormer, tenure.key, end: end, [gone, later]))
    }
    if let end, let later = all.first(where: { end.isBefore($0.day) }) {
      finds.append(Contradiction(.heldAfterEnd, tenure.key, end: end, [later]))
    }
    if let goneOn, let later = tenure.seen.first(where: { goneOn.isBefore($0.day) }) {
      finds.append(Contradiction(.bodyGone, tenure.key, end: end, [later]))
    }
    return finds
  }

  private typealias Side = (key: Tenure.Key, days: SeenDays, end: PersonRegister.Turn?)

  /// What shows that one of two tenures was seen within the other.
  private static func overlap(
    _ kind: Contradiction.Kind, _ one: Side, _ other: Side
  ) -> Contradiction? {
    for (mine, theirs) in [(one, other), (other, one)] {
      if let seen = interruption(of: mine.days, by: theirs.days) {
        return Contradiction(kind, mine.key, theirs.key, end: mine.end?.day, seen)
      }
    }
    return nil
  }

  /// The first sighting of one tenure that falls within another, between the two around it; the
  /// second is left out where only a stated end comes after.
  private static func interruption(of tenure: SeenDays, by other: SeenDays) -> [Tenure.Seen]? {
    guard let middle = tenure.first(of: other),
      let before = tenure.seen.last(where: { $0.day.isBefore(middle.day) })
    else { return nil }
    let after = tenure.seen.first { middle.day.isBefore($0.day) }
    return [before, middle] + (after.map { [$0] } ?? [])
  }

  // MARK: one person

  /// Who acted in an office after holding it, and who held two that nobody holds at once.
  static func finds(
    ofOnePerson own: [TenureRecord], _ profile: (Tenure.Key) -> SeatProfile
  ) -> [Contradiction] {
    own.indices.flatMap { first in
      own[(first + 1)...].compactMap { find(own[first], $0, profile) }
    }
  }

  private static func find(
    _ one: TenureRecord, _ other: TenureRecord, _ profile: (Tenure.Key) -> SeatProfile
  ) -> Contradiction? {
    if one.key.office == other.key.office {
      return one.key.isActing ? actingAfterFull(other, one) : actingAfterFull(one, other)
    }
    guard !one.key.isActing, !other.key.isActing, profile(one.key).excludes(profile(other.key))
    else { return nil }
    for (mine, theirs) in [(one, other), (other, one)] {
      if let seen = interruption(of: mine.days, by: theirs.days) {
        return Contradiction(.twoOffices, mine.key, theirs.key, end: mine.statedEnd, seen)
      }
    }
    return nil
  }

  private static func actingAfterFull(
    _ full: TenureRecord, _ acting: TenureRecord
  ) -> Contradiction? {
    guard !full.key.isActing, acting.key.isActing, let first = full.days.seen.first,
      let later = acting.days.seen.first(where: { first.day.isBefore($0.day) })
    else { return nil }
    return Contradiction(
      .actingAfterFull, full.key, acting.key, end: full.statedEnd, [first, later])
  }
}
