import Model

/// Counts who was how often together with whom: events, and not the reports of them. What is counted
/// is whole numbers, so that the order of the documents changes nothing.
struct RelationCounter {
  /// Two persons in one report of an encounter, in the order of the rows, and of one pair in that of
  /// the reports.
  private struct Meeting: BitwiseCopyable, Comparable {
    /// The places of the two ids among all, the lower first.
    let source: Int32
    let target: Int32
    var kind: UInt8
    let event: UInt8
    let document: Int32
    /// The places of the report, and of the one that stands for its event, among all.
    let report: Int32
    let standing: Int32
    /// In millionths.
    var weight: Int32
    let first: Day?
    let last: Day?

    static func < (a: Self, b: Self) -> Bool {
      (a.source, a.target, a.report) < (b.source, b.target, b.report)
    }

    func isSamePair(as other: Meeting) -> Bool {
      (source, target) == (other.source, other.target)
    }
  }

  private static let unit = 1_000_000
  /// In the order of their words.
  private static let kinds = RelationRow.Kind.allCases.sorted { $0.rawValue < $1.rawValue }

  private let log: EncounterLog
  private let people: People
  private let events: EventIndex
  private let meetings: Sorter<Meeting>
  /// The persons in the order of their ids, and the place of each in it.
  private let persons: [Int32]
  private let ranks: [Int32]

  /// - Parameter isCounted: whether the document of a number counts, and is no copy of another.
  init(
    _ log: EncounterLog, _ people: People, _ events: EventIndex, space: any ScratchSpace,
    where isCounted: (Int) -> Bool
  ) {
    self.log = log
    self.people = people
    self.events = events
    meetings = Sorter(space)
    persons = (0..<Int32(people.count)).sorted { people.packedID(of: $0) < people.packedID(of: $1) }
    var ranks = [Int32](repeating: 0, count: people.count)
    for (rank, person) in persons.enumerated() { ranks[Int(person)] = Int32(rank) }
    self.ranks = ranks
    for index in log.encounters.indices {
      let encounter = log.encounters[index]
      if isCounted(Int(encounter.document)) { note(encounter) }
    }
  }

  private func note(_ encounter: EncounterLog.Encounter) {
    let all = log.participants(in: encounter)
    // Newman's weight: who meets one person has one encounter, who meets ten has ten tenths.
    let others = all.count - 1
    let weight = Int32((Self.unit + others / 2) / others)
    for first in all.indices {
      for second in all[(first + 1)...] { note(all[first], second, encounter, weight) }
    }
  }

  private func note(
    _ one: EncounterLog.Participant, _ other: EncounterLog.Participant,
    _ encounter: EncounterLog.Encounter, _ weight: Int32
  ) {
    let kind: RelationRow.Kind =
      if one.side == 0 || other.side == 0 {
        .coListed
      } else {
        one.side == other.side ? .sameSide : .oppositeSide
      }
    let mine = ranks[Int(people.person(of: one.person))]
    let theirs = ranks[Int(people.person(of: other.person))]
    meetings.append(
      Meeting(
        source: min(mine, theirs), target: max(mine, theirs),
        kind: UInt8(Self.kinds.firstIndex(of: kind) ?? 0), event: encounter.kind,
        document: encounter.document, report: events.rank(of: encounter.event),
        standing: events.rank(of: events.standing(for: encounter.event)), weight: weight,
        first: encounter.first, last: encounter.last))
  }

  /// By source, target and kind; the source is the one whose id comes first.
  func forEachRow<Problem: Error>(
    _ body: (RelationRow) throws(Problem) -> Void
  ) throws(Problem) {
    var sorted = meetings.sorted()
    while true {
      let pair = sorted.group { $0.isSamePair(as: $1) }
      guard !pair.isEmpty else { return }
      for kind in Self.kinds.indices {
        let meetings = Self.meetings(of: pair, UInt8(kind))
        if let first = meetings.first { try body(row(meetings, first)) }
      }
    }
  }

  /// Those of the events that the first report of each tells to be of a kind, and that first report's
  /// weight on it alone: an event counts once.
  private static func meetings(of pair: [Meeting], _ kind: UInt8) -> [Meeting] {
    var kinds: [Int32: UInt8] = [:]
    return pair.compactMap { meeting in
      var meeting = meeting
      if let known = kinds[meeting.standing] {
        meeting.kind = known
        meeting.weight = 0
      }
      kinds[meeting.standing] = meeting.kind
      return meeting.kind == kind ? meeting : nil
    }
  }

  private func row(_ meetings: [Meeting], _ first: Meeting) -> RelationRow {
    let source = people.identity(of: persons[Int(first.source)])
    let target = people.identity(of: persons[Int(first.target)])
    let weight = meetings.reduce(0) { $0 + Int($1.weight) }
    let types = Set(meetings.map { EncounterLog.kinds[Int($0.event)].rawValue })
    return RelationRow(
      sourcePersonID: source.id, sourceName: source.name, targetPersonID: target.id,
      targetName: target.name, kind: Self.kinds[Int(first.kind)].rawValue,
      events: Set(meetings.map(\.standing)).count, weight: Double(weight) / Double(Self.unit),
      firstDate: meetings.compactMap(\.first).min()?.iso,
      lastDate: meetings.compactMap(\.last).max()?.iso, types: types.sorted(),
      documents: Set(meetings.map(\.document)).count)
  }
}
