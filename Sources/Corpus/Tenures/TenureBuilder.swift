import Model

/// Makes tenures of sightings. Copies of an article add nothing to it; an office whose place is
/// open (省委书记, with no province in sight) is nobody's tenure.
struct TenureBuilder {
  private let register: PersonRegister
  private let people: People
  private let profiles: [SeatProfile]
  private let offices: OfficeNumbers
  private var tenures: [Tenure.Key: Tenure] = [:]

  /// - Parameter isCounted: whether the document of an id counts, and is no copy of another.
  init(
    _ register: PersonRegister, _ people: People, _ profiles: [SeatProfile],
    where isCounted: (String) -> Bool
  ) {
    self.register = register
    self.people = people
    self.profiles = profiles
    offices = OfficeNumbers(profiles)
    let counted = register.documents.map { isCounted($0.id) }
    for index in register.sightings.indices {
      let appearance = register.sightings[index].appearance
      if counted[Int(register.appearances[Int(appearance)].document)] { add(index) }
    }
    for turn in register.turns
    where counted[Int(register.appearances[Int(turn.appearance)].document)] { add(turn) }
  }

  private mutating func add(_ index: Int) {
    let sighting = register.sightings[index]
    guard sighting.manner != .incoming, !profiles[Int(sighting.seat)].isUnplaced else { return }
    let key = key(sighting.appearance, sighting.seat, isActing: sighting.manner == .acting)
    var tenure = tenures.removeValue(forKey: key) ?? Tenure(key)
    tenure.observations += Int(sighting.mentions)
    tenure.documents.insert(register.appearances[Int(sighting.appearance)].document)
    if let day = sighting.day {
      let seen = Tenure.Seen(day: day, sighting: Int32(index))
      // A former office with a day of its own is told for that day.
      if sighting.manner == .former, !sighting.isDated {
        tenure.over.append(seen)
      } else {
        tenure.seen.append(seen)
      }
    }
    tenures[key] = tenure
  }

  private mutating func add(_ turn: PersonRegister.Turn) {
    guard !profiles[Int(turn.seat)].isUnplaced else { return }
    let key = key(turn.appearance, turn.seat, isActing: turn.manner == .acting)
    tenures[key, default: Tenure(key)].turns.append(turn)
    tenures[key]?.documents.insert(register.appearances[Int(turn.appearance)].document)
  }

  private func key(_ appearance: Int32, _ seat: Int32, isActing: Bool) -> Tenure.Key {
    Tenure.Key(
      person: people.person(of: appearance), office: offices[seat], isActing: isActing)
  }

  // MARK: tenures

  /// In the order of the persons, then of the offices' names.
  consuming func close() -> SeatHistory {
    var all: [Tenure] = []
    let byOffice = Dictionary(grouping: tenures.values) { $0.key.office }
    for (office, own) in byOffice {
      let isSingle = profiles[Int(offices.seat(of: office))].singleSeat
      let ordered = own.map(sorted)
      all += isSingle ? ordered.flatMap { parted($0, among: ordered) } : ordered
    }
    all.sort { sortKey($0).lexicographicallyPrecedes(sortKey($1)) }
    var history = SeatHistory(
      tenures: all, register: register, profiles: profiles, offices: offices)
    history.setBounds()
    return history
  }

  private func sortKey(_ tenure: Tenure) -> [String] {
    let profile = profiles[Int(offices.seat(of: tenure.key.office))]
    return [
      people.all[Int(tenure.key.person)].name, people.all[Int(tenure.key.person)].id,
      profile.officeName, profile.officeKey, tenure.key.isActing ? "1" : "0", "\(tenure.ordinal)",
    ]
  }

  private func sorted(_ tenure: Tenure) -> Tenure {
    var tenure = tenure
    tenure.seen.sort { ($0.day, key(of: $0)) < ($1.day, key(of: $1)) }
    tenure.over.sort { ($0.day, key(of: $0)) < ($1.day, key(of: $1)) }
    tenure.turns.sort { ($0.day, $0.event) < ($1.day, $1.event) }
    tenure.settle { register.sightings[Int($0.sighting)].isDated }
    return tenure
  }

  /// The document and the place in it, for an order that does not depend on that of the documents.
  private func key(of seen: Tenure.Seen) -> String {
    let sighting = register.sightings[Int(seen.sighting)]
    let document = register.appearances[Int(sighting.appearance)].document
    return register.documents[Int(document)].id + " \(sighting.span.start)"
  }

  // MARK: who comes back

  /// For so many months another holds the seat before who returns has a second tenure.
  private static let monthsBetween = 6

  /// Cut where another held the single seat meanwhile, by two sightings half a year apart or more.
  private func parted(_ tenure: Tenure, among others: [Tenure]) -> [Tenure] {
    guard others.count > 1 else { return [tenure] }
    var parts = [Tenure(tenure.key)]
    for seen in tenure.seen {
      if let last = parts[parts.count - 1].last, isHeld(by: others, not: tenure, last, seen.day) {
        var next = Tenure(tenure.key)
        next.ordinal = parts.count
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

  /// Gives what goes with the days to the parts: turns and farewells to the last part begun by then.
  private func filled(_ parts: [Tenure], from tenure: Tenure) -> [Tenure] {
    var parts = parts
    for index in parts.indices {
      let own = parts[index].seen.map { register.sightings[Int($0.sighting)] }
      parts[index].observations = own.reduce(0) { $0 + Int($1.mentions) }
      parts[index].documents = Set(own.map { register.appearances[Int($0.appearance)].document })
    }
    for gone in tenure.over {
      let index = parts.lastIndex { $0.first.map { $0 < gone.day } ?? false } ?? 0
      parts[index].over.append(gone)
      let sighting = register.sightings[Int(gone.sighting)]
      parts[index].observations += Int(sighting.mentions)
      parts[index].documents.insert(register.appearances[Int(sighting.appearance)].document)
    }
    for turn in tenure.turns {
      let begun = parts.lastIndex { $0.first.map { $0 <= turn.day } ?? false } ?? 0
      let next = parts.firstIndex { $0.first.map { turn.day <= $0 } ?? false } ?? parts.count - 1
      parts[turn.isStart ? next : begun].turns.append(turn)
    }
    return parts
  }
}
