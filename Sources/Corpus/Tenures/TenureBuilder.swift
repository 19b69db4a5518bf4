import Model

/// Makes tenures of sightings, office by office. Copies of an article add nothing to it; an office
/// whose place is open (省委书记, with no province in sight) is nobody's tenure.
///
/// A class, for a struct of so many parts is copied for every closure.
final class TenureBuilder {
  private let register: PersonRegister
  private let people: People
  private let profiles: [SeatProfile]
  private let offices: OfficeNumbers
  private let space: any ScratchSpace

  /// A sighting or a turn, with all that its tenure takes of it: what is sorted is read in one
  /// stretch, and the lists of the register are where they are many on the disk.
  ///
  /// In the order of the offices, and within one in an order that does not depend on that of the
  /// documents.
  fileprivate struct Entry: BitwiseCopyable, Comparable {
    let office: Int32
    let isTurn: Bool
    let day: Day?
    /// The document of a sighting, the event of a turn.
    let source: PackedID
    /// Where a sighting stands in its document; 0 for a turn.
    let start: Int32
    /// Into the sightings or the turns of the register.
    let number: Int32
    let person: Int32
    let document: Int32
    let manner: PersonRegister.Manner
    let isDated: Bool
    let mentions: Int32

    static func < (a: Self, b: Self) -> Bool {
      if (a.office, a.isTurn ? 1 : 0) != (b.office, b.isTurn ? 1 : 0) {
        return (a.office, a.isTurn ? 1 : 0) < (b.office, b.isTurn ? 1 : 0)
      }
      // What has no day is in no order of days.
      if a.day != b.day { return a.day.map { one in b.day.map { one < $0 } ?? false } ?? true }
      return (a.source, a.start, a.number) < (b.source, b.start, b.number)
    }
  }

  init(
    _ register: PersonRegister, _ people: People, _ profiles: [SeatProfile],
    space: any ScratchSpace
  ) {
    self.register = register
    self.people = people
    self.profiles = profiles
    self.space = space
    offices = OfficeNumbers(profiles)
  }

  /// - Parameter isCounted: whether the document of a number counts, and is no copy of another.
  func tenures(where isCounted: (Int) -> Bool) -> TenureTable {
    let table = TenureTable(register, people, profiles, offices, space)
    var sorted = entries(where: isCounted).sorted()
    while true {
      let own = sorted.group { $0.office == $1.office }
      guard let office = own.first?.office else { return table }
      let profile = profiles[Int(offices.seat(of: office))]
      let tenures = tenures(of: own)
      let all = profile.singleSeat ? tenures.flatMap { parted($0, among: tenures) } : tenures
      table.add(SeatHistory(all.sorted { $0.key < $1.key }, profile))
    }
  }

  private func entries(where isCounted: (Int) -> Bool) -> Sorter<Entry> {
    let entries = Sorter<Entry>(space)
    for document in register.documents.indices where isCounted(document) {
      let id = register.documents[document].packedID
      for number in register.sightings(in: document) {
        let sighting = register.sightings[number]
        guard sighting.manner != .incoming, !profiles[Int(sighting.seat)].isUnplaced else {
          continue
        }
        entries.append(
          Entry(
            office: offices[sighting.seat], isTurn: false, day: sighting.day, source: id,
            start: sighting.start, number: number, person: people.person(of: sighting.appearance),
            document: Int32(document), manner: sighting.manner, isDated: sighting.isDated,
            mentions: sighting.mentions))
      }
    }
    for number in register.turns.indices {
      let turn = register.turns[number]
      let document = register.appearances[turn.appearance].document
      guard !profiles[Int(turn.seat)].isUnplaced, isCounted(Int(document)) else { continue }
      entries.append(
        Entry(
          office: offices[turn.seat], isTurn: true, day: turn.day, source: turn.event, start: 0,
          number: Int32(number), person: people.person(of: turn.appearance), document: document,
          manner: turn.manner, isDated: true, mentions: 0))
    }
    return entries
  }

  /// - Parameter entries: those of one office, in order.
  private func tenures(of entries: [Entry]) -> [Tenure] {
    var tenures: [Tenure.Key: Tenure] = [:]
    for entry in entries {
      let key = Tenure.Key(
        person: entry.person, office: entry.office, isActing: entry.manner == .acting)
      tenures[key, default: Tenure(key)].documents.insert(entry.document)
      if entry.isTurn {
        tenures[key]?.turns.append(register.turns[entry.number])
      } else {
        tenures[key]?.add(entry)
      }
    }
    return tenures.values.map { tenure in
      var tenure = tenure
      tenure.settle()
      return tenure
    }
  }

  // MARK: who comes back

  /// For so many months another holds the seat before who returns has a second tenure.
  private static let monthsBetween = 6

  /// Cut where another held the single seat meanwhile, by two sightings half a year apart or more.
  private func parted(_ tenure: Tenure, among others: [Tenure]) -> [Tenure] {
    guard others.count > 1 else { return [tenure] }
    var parts = [Tenure(tenure.key)]
    for seen in tenure.seen {
      if let last = parts[parts.count - 1].last, last.months(to: seen.day) >= Self.monthsBetween,
        isHeld(by: others, not: tenure, last, seen.day)
      {
        var next = Tenure(tenure.key)
        next.key.ordinal = Int32(parts.count)
        parts.append(next)
      }
      parts[parts.count - 1].seen.append(seen)
    }
    guard parts.count > 1 else { return [tenure] }
    return filled(parts, from: tenure)
  }

  private func isHeld(
    by others: [Tenure], not tenure: Tenure, _ from: Day, _ to: Day
  ) -> Bool {
    others.contains { other in
      guard other.key.person != tenure.key.person else { return false }
      let between = other.seen.filter { from.isBefore($0.day) && $0.day.isBefore(to) }
      guard let first = between.first, let last = between.last else { return false }
      return first.day.months(to: last.day) >= Self.monthsBetween
    }
  }

  /// Gives what goes with the days to the parts: turns and farewells to the last part begun by then,
  /// what has no day to the last part.
  private func filled(_ parts: [Tenure], from tenure: Tenure) -> [Tenure] {
    var parts = parts
    for gone in tenure.over {
      parts[parts.lastIndex { $0.first.map { $0 < gone.day } ?? false } ?? 0].over.append(gone)
    }
    for seen in tenure.late {
      parts[parts.lastIndex { $0.first.map { $0 < seen.day } ?? false } ?? 0].late.append(seen)
    }
    for turn in tenure.turns {
      let begun = parts.lastIndex { $0.first.map { $0 <= turn.day } ?? false } ?? 0
      let next = parts.firstIndex { $0.first.map { turn.day <= $0 } ?? false } ?? parts.count - 1
      parts[turn.isStart ? next : begun].turns.append(turn)
    }
    for index in parts.indices {
      let own = parts[index].seen + parts[index].over + parts[index].late
      let sightings = own.map { register.sightings[$0.sighting] }
      parts[index].observations = sightings.reduce(0) { $0 + Int($1.mentions) }
      parts[index].documents = Set(sightings.map { register.appearances[$0.appearance].document })
    }
    let last = parts.count - 1
    parts[last].observations += tenure.observations - parts.reduce(0) { $0 + $1.observations }
    let told = parts.reduce(into: Set<Int32>()) { $0.formUnion($1.documents) }
    parts[last].documents.formUnion(tenure.documents.subtracting(told))
    return parts
  }
}

extension Tenure {
  fileprivate mutating func add(_ entry: TenureBuilder.Entry) {
    observations += Int(entry.mentions)
    guard let day = entry.day else { return }
    let sighting = Seen(day: day, sighting: entry.number, isDated: entry.isDated)
    // A former office with a day of its own is told for that day.
    if entry.manner == .former, !entry.isDated {
      over.append(sighting)
    } else {
      seen.append(sighting)
    }
  }
}
