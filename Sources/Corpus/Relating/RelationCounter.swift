import Model

/// Counts who was how often together with whom. What is counted is whole numbers, so that the order
/// of the documents changes nothing.
struct RelationCounter {
  private struct Pair: Hashable {
    var source: Int32
    var target: Int32
    var kind: RelationRow.Kind
  }

  fileprivate struct Count {
    var events = 0
    /// In millionths.
    var weight = 0
    var first: Day?
    var last: Day?
    var kinds: Set<Event.Kind> = []
    var documents = 0
    var lastDocument = -1
  }

  private static let unit = 1_000_000

  private let log: EncounterLog
  private let people: People
  private var counts: [Pair: Count] = [:]

  /// - Parameter isCounted: whether the document of an id counts, and is no copy of another.
  init(_ log: EncounterLog, _ people: People, where isCounted: (String) -> Bool) {
    self.log = log
    self.people = people
    for (number, document) in log.documents.enumerated() where isCounted(document.id) {
      for encounter in log.encounters[document.encounters] { count(encounter, number) }
    }
  }

  private mutating func count(_ encounter: EncounterLog.Encounter, _ document: Int) {
    let all = log.participants[encounter.participants]
    // Newman's weight: who meets one person has one encounter, who meets ten has ten tenths.
    let others = all.count - 1
    let weight = (Self.unit + others / 2) / others
    for first in all.indices {
      for second in first + 1..<all.endIndex {
        let pair = pair(all[first], all[second])
        counts[pair, default: Count()].add(encounter, weight, document)
      }
    }
  }

  private func pair(
    _ one: EncounterLog.Participant, _ other: EncounterLog.Participant
  ) -> Pair {
    let kind: RelationRow.Kind =
      if one.side == 0 || other.side == 0 {
        .coListed
      } else {
        one.side == other.side ? .sameSide : .oppositeSide
      }
    let (mine, theirs) = (people.person(of: one.person), people.person(of: other.person))
    return Pair(source: min(mine, theirs), target: max(mine, theirs), kind: kind)
  }

  /// By source, target and kind; the source is the one whose id comes first.
  func rows() -> [RelationRow] {
    counts.map { pair, count in
      Self.row(
        people.identity(of: pair.source), people.identity(of: pair.target), pair.kind, count)
    }.sorted {
      ($0.sourcePersonID, $0.targetPersonID, $0.kind)
        < ($1.sourcePersonID, $1.targetPersonID, $1.kind)
    }
  }

  private static func row(
    _ one: People.Identity, _ other: People.Identity, _ kind: RelationRow.Kind,
    _ count: Count
  ) -> RelationRow {
    let (source, target) = one.id < other.id ? (one, other) : (other, one)
    return RelationRow(
      sourcePersonID: source.id, sourceName: source.name, targetPersonID: target.id,
      targetName: target.name, kind: kind.rawValue, events: count.events,
      weight: Double(count.weight) / Double(unit), firstDate: count.first?.iso,
      lastDate: count.last?.iso, types: count.kinds.map(\.rawValue).sorted(),
      documents: count.documents)
  }
}

extension RelationCounter.Count {
  mutating func add(
    _ encounter: EncounterLog.Encounter, _ weight: Int, _ document: Int
  ) {
    events += 1
    self.weight += weight
    first = [first, encounter.first].compactMap { $0 }.min()
    last = [last, encounter.last].compactMap { $0 }.max()
    kinds.insert(encounter.kind)
    if lastDocument != document { documents += 1 }
    lastDocument = document
  }
}
