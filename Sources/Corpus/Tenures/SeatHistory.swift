import Model

/// The tenures of all offices, those of one office held against one another.
struct SeatHistory {
  private(set) var tenures: [Tenure]
  let register: PersonRegister
  let profiles: [SeatProfile]
  let offices: OfficeNumbers
  /// The tenures of each office, by number.
  private(set) var byOffice: [Int32: [Int]] = [:]
  private(set) var byPerson: [Int32: [Int]] = [:]

  init(
    tenures: [Tenure], register: PersonRegister, profiles: [SeatProfile], offices: OfficeNumbers
  ) {
    self.tenures = tenures
    self.register = register
    self.profiles = profiles
    self.offices = offices
    for (index, tenure) in tenures.enumerated() {
      byOffice[tenure.key.office, default: []].append(index)
      byPerson[tenure.key.person, default: []].append(index)
    }
  }

  func profile(of tenure: Tenure) -> SeatProfile {
    profiles[Int(offices.seat(of: tenure.key.office))]
  }

  mutating func conflict(_ one: Int, _ other: Int) {
    tenures[one].conflicts.insert(other)
    tenures[other].conflicts.insert(one)
  }

  /// The full tenures of a seat, those seen most first.
  func surestFirst(_ own: [Int]) -> [Int] {
    own.filter { !tenures[$0].key.isActing }.sorted {
      (-tenures[$0].observations, $0) < (-tenures[$1].observations, $1)
    }
  }

  /// Those who were seen in a seat while another, seen more often, held it.
  private func contested(_ own: [Int]) -> Set<Int> {
    let full = surestFirst(own)
    let contested = full.indices.dropFirst().filter { place in
      full[..<place].contains { tenures[$0].isContested(by: tenures[full[place]]) }
    }
    return Set(contested.map { full[$0] })
  }

  // MARK: bounds

  /// Bounds every tenure: by those who were seen in the same single seat before and after, and by
  /// the first time that it was said to be over. Who contradicts a surer holder bounds nobody.
  mutating func setBounds() {
    for own in byOffice.values {
      let isSingle = profile(of: tenures[own[0]]).singleSeat
      let contested = isSingle ? contested(own) : []
      let sure = own.filter { !contested.contains($0) }
      for index in own {
        if isSingle { bound(index, among: sure) }
        if let gone = tenures[index].farewell {
          tenures[index].notAfter = [tenures[index].notAfter, gone.day].compactMap { $0 }.min()
        }
      }
    }
  }

  private mutating func bound(_ index: Int, among own: [Int]) {
    let tenure = tenures[index]
    guard let first = tenure.first, let last = tenure.last else { return }
    var next: (day: Day, tenure: Int)?
    for other in own where other != index {
      // Who acted in an office did not hold it yet, and who holds it acts no longer.
      for seen in tenures[other].seen {
        if seen.day.isBefore(first) {
          tenures[index].notBefore = max(tenures[index].notBefore ?? seen.day, seen.day)
        } else if last.isBefore(seen.day), next.map({ (seen.day, other) < $0 }) ?? true {
          next = (seen.day, other)
        }
      }
    }
    tenures[index].notAfter = next?.day
    tenures[index].successor = next?.tenure
  }
}
