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

  /// A sighting or a turn, by number, with its office.
  private struct Entry: BitwiseCopyable, Comparable {
    let office: Int32
    let isTurn: Bool
    let number: Int32

    static func < (a: Self, b: Self) -> Bool {
      (a.office, a.isTurn ? 1 : 0, a.number) < (b.office, b.isTurn ? 1 : 0, b.number)
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
      let tenures = tenures(of: own).map(sorted(_:))
      let all = profile.singleSeat ? tenures.flatMap { parted($0, among: tenures) } : tenures
      table.add(SeatHistory(all.sorted { $0.key < $1.key }, profile))
    }
  }

  private func entries(where isCounted: (Int) -> Bool) -> Sorter<Entry> {
    let entries = Sorter<Entry>(space)
    for document in register.documents.indices where isCounted(document) {
      for number in register.sightings(in: document) {
        let sighting = register.sightings[number]
        guard sighting.manner != .incoming, !profiles[Int(sighting.seat)].isUnplaced else {
          continue
        }
        entries.append(Entry(office: offices[sighting.seat], isTurn: false, number: number))
      }
    }
    for number in register.turns.indices {
      let turn = register.turns[number]
      guard !profiles[Int(turn.seat)].isUnplaced,
        isCounted(Int(register.appearances[turn.appearance].document))
      else { continue }
      entries.append(Entry(office: offices[turn.seat], isTurn: true, number: Int32(number)))
    }
    return entries
  }

  private func tenures(of entries: [Entry]) -> [Tenure] {
    var tenures: [Tenure.Key: Tenure] = [:]
    for entry in entries {
      if entry.isTurn {
        let turn = register.turns[entry.number]
        let key = key(turn.appearance, entry.office, isActing: turn.manner == .acting)
        tenures[key, default: Tenure(key)].add(turn, register)
      } else {
        let sighting = register.sightings[entry.number]
        let key = key(sighting.appearance, entry.office, isActing: sighting.manner == .acting)
        tenures[key, default: Tenure(key)].add(sighting, entry.number, register)
      }
    }
    return Array(tenures.values)
  }

  private func key(_ appearance: Int32, _ office: Int32, isActing: Bool) -> Tenure.Key {
    Tenure.Key(person: people.person(of: appearance), office: office, isActing: isActing)
  }

  private func sorted(_ tenure: Tenure) -> Tenure {
    var tenure = tenure
    tenure.seen.sort { ($0.day, key(of: $0)) < ($1.day, key(of: $1)) }
    tenure.over.sort { ($0.day, key(of: $0)) < ($1.day, key(of: $1)) }
    tenure.turns.sort { ($0.day, $0.event) < ($1.day, $1.event) }
    tenure.settle { register.sightings[$0.sighting].isDated }
    return tenure
  }

  /// The document and the place in it, for an order that does not depend on that of the documents.
  private func key(of seen: Tenure.Seen) -> DocumentPlace {
    let sighting = register.sightings[seen.sighting]
    let document = register.appearances[sighting.appearance].document
    return DocumentPlace(
      document: register.documents[document].packedID, start: sighting.start,
      sighting: seen.sighting)
  }

  private struct DocumentPlace: Comparable {
    let document: PackedID
    let start: Int32
    let sighting: Int32

    static func < (a: Self, b: Self) -> Bool {
      (a.document, a.start, a.sighting) < (b.document, b.start, b.sighting)
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
  fileprivate mutating func add(
    _ sighting: PersonRegister.Sighting, _ number: Int32, _ register: PersonRegister
  ) {
    observations += Int(sighting.mentions)
    documents.insert(register.appearances[sighting.appearance].document)
    guard let day = sighting.day else { return }
    // A former office with a day of its own is told for that day.
    if sighting.manner == .former, !sighting.isDated {
      over.append(Seen(day: day, sighting: number))
    } else {
      seen.append(Seen(day: day, sighting: number))
    }
  }

  fileprivate mutating func add(_ turn: PersonRegister.Turn, _ register: PersonRegister) {
    turns.append(turn)
    documents.insert(register.appearances[turn.appearance].document)
  }
}
