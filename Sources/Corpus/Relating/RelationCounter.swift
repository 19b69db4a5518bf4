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
    var first: EncounterLog.Day?
    var last: EncounterLog.Day?
    var kinds: Set<Event.Kind> = []
    var documents = 0
    var lastDocument = -1
  }

  private static let unit = 1_000_000

  private let log: EncounterLog
  private var counts: [Pair: Count] = [:]

  /// - Parameter isCounted: whether the document of an id counts, and is no copy of another.
  init(_ log: EncounterLog, where isCounted: (String) -> Bool) {
    self.log = log
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
        let pair = Self.pair(all[first], all[second])
        counts[pair, default: Count()].add(encounter, weight, document)
      }
    }
  }

  private static func pair(
    _ one: EncounterLog.Participant, _ other: EncounterLog.Participant
  ) -> Pair {
    let kind: RelationRow.Kind =
      if one.side == 0 || other.side == 0 {
        .coListed
      } else {
        one.side == other.side ? .sameSide : .oppositeSide
      }
    return Pair(
      source: min(one.person, other.person), target: max(one.person, other.person), kind: kind)
  }

  /// By source, target and kind; the source is the one whose id comes first.
  func rows(_ persons: PersonRegister) -> [RelationRow] {
    var identities: [Int32: PersonRegister.Identity] = [:]
    func identity(_ number: Int32) -> PersonRegister.Identity {
      if let known = identities[number] { return known }
      let identity = persons.identity(of: number)
      identities[number] = identity
      return identity
    }
    return counts.map { pair, count in
      Self.row(identity(pair.source), identity(pair.target), pair.kind, count)
    }.sorted {
      ($0.sourcePersonID, $0.targetPersonID, $0.kind)
        < ($1.sourcePersonID, $1.targetPersonID, $1.kind)
    }
  }

  private static func row(
    _ one: PersonRegister.Identity, _ other: PersonRegister.Identity, _ kind: RelationRow.Kind,
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
