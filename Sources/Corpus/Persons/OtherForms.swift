import Model

/// Finds names that are other forms of a name, misread or short: who is seen under both in one
/// single seat, and under the rarer one in no seat of its own (蔡奇 and 蔡奇治, 巴音 and 巴音朝鲁, 拜登 and
/// 乔·拜登).
struct OtherForms {
  private let register: PersonRegister
  private let profiles: [SeatProfile]
  /// By name: the documents and the days of each seat.
  private var seats: [[Int32: (documents: Set<Int32>, days: Days?)]]
  private var documents: [Int]

  init(_ register: PersonRegister, _ profiles: [SeatProfile]) {
    self.register = register
    self.profiles = profiles
    seats = Array(repeating: [:], count: register.names.count)
    documents = Array(repeating: 0, count: register.names.count)
    for appearance in register.appearances { documents[Int(appearance.name)] += 1 }
    for sighting in register.sightings {
      let appearance = register.appearances[Int(sighting.appearance)]
      var entry = seats[Int(appearance.name)][sighting.seat] ?? ([], nil)
      entry.documents.insert(appearance.document)
      let isHeld = sighting.manner == .held || sighting.manner == .acting
      if isHeld, let day = sighting.day { entry.days.include(day) }
      seats[Int(appearance.name)][sighting.seat] = entry
    }
  }

  /// By the number of the other form the number of the name that it stands for.
  func found() -> [Int32: Int32] {
    var holders: [Int32: [Int32]] = [:]
    for (name, own) in seats.enumerated() {
      for seat in own.keys where profiles[Int(seat)].tellsHolder {
        holders[seat, default: []].append(Int32(name))
      }
    }
    var found: [Int32: Int32] = [:]
    for (seat, names) in holders where names.count > 1 {
      for form in names {
        let meant = names.filter { isForm(form, of: $0, in: seat) }
          .min { key(of: $0) < key(of: $1) }
        guard let meant else { continue }
        if let known = found[form], key(of: known) < key(of: meant) { continue }
        found[form] = meant
      }
    }
    // A form of a form stands for the name proper.
    return found.mapValues { meant in
      var name = meant
      for _ in 0..<4 { name = found[name] ?? name }
      return name
    }.filter { $0.key != $0.value }
  }

  private func key(of name: Int32) -> (Int, String) {
    (-documents[Int(name)], register.names[Int(name)])
  }

  /// So many times as often a name is seen as a form of it that is one letter off.
  private static let times = 3

  private func isForm(_ form: Int32, of name: Int32, in seat: Int32) -> Bool {
    guard form != name, key(of: name) < key(of: form) else { return false }
    let (short, long) = (register.names[Int(form)], register.names[Int(name)])
    let isWhole = short.hasSuffix("·" + long) || long.hasSuffix("·" + short)
    let isCut =
      short.hasPrefix(long) && short.unicodeScalars.count == long.unicodeScalars.count + 1
      || long.hasPrefix(short)
    guard isWhole || isCut && documents[Int(name)] >= Self.times * documents[Int(form)] else {
      return false
    }
    let (mine, theirs) = (seats[Int(form)], seats[Int(name)])
    guard mine.keys.allSatisfy({ theirs[$0] != nil || !profiles[Int($0)].isKnown }) else {
      return false
    }
    guard let days = mine[seat]?.days, let others = theirs[seat]?.days else { return false }
    return days.months(to: others) <= 12
  }
}

extension SeatProfile {
  /// Whether one seat is one person at a time, of whom much is told.
  fileprivate var tellsHolder: Bool {
    singleSeat && isKnown && !isUnplaced && !isMembership
  }
}
