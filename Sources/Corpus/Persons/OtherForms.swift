import Model

/// Finds names that are other forms of a name, misread or short: who is seen under both in one
/// single seat, and under the rarer one in no seat of its own (赵一鸣 and 赵一鸣于, 甲乙丙 and 丁戊·甲乙丙).
struct OtherForms {
  private let register: PersonRegister
  private let profiles: [SeatProfile]
  private let space: any ScratchSpace
  private var documents: [Int32]

  init(_ register: PersonRegister, _ profiles: [SeatProfile], _ space: any ScratchSpace) {
    self.register = register
    self.profiles = profiles
    self.space = space
    documents = Array(repeating: 0, count: register.names.count)
    for index in register.appearances.indices {
      documents[Int(register.appearances[index].name)] += 1
    }
  }

  /// A name in a seat, on a day where it is known.
  private struct Holding: BitwiseCopyable, Comparable {
    let seat: Int32
    let name: Int32
    let day: Day?

    static func < (a: Self, b: Self) -> Bool { (a.seat, a.name) < (b.seat, b.name) }
  }

  private struct Pair {
    let form: Int32
    let name: Int32
  }

  /// By the number of the other form the number of the name that it stands for.
  func found() -> [Int32: Int32] {
    let pairs = pairsInOneSeat()
    let seats = seats(of: Set(pairs.flatMap { [$0.form, $0.name] }))
    var found: [Int32: Int32] = [:]
    for pair in pairs {
      let (mine, theirs) = (seats[pair.form] ?? [], seats[pair.name] ?? [])
      guard mine.allSatisfy({ theirs.contains($0) || !profiles[Int($0)].isKnown }) else { continue }
      if let known = found[pair.form], key(of: known) < key(of: pair.name) { continue }
      found[pair.form] = pair.name
    }
    // A form of a form stands for the name proper.
    return found.mapValues { meant in
      var name = meant
      for _ in 0..<4 { name = found[name] ?? name }
      return name
    }.filter { $0.key != $0.value }
  }

  private func key(of name: Int32) -> (Int32, String) {
    (-documents[Int(name)], register.names[Int(name)])
  }

  /// The pairs whose letters and days agree, in some seat that one holds at a time.
  private func pairsInOneSeat() -> [Pair] {
    let holdings = Sorter<Holding>(space)
    for index in register.sightings.indices {
      let sighting = register.sightings[index]
      guard profiles[Int(sighting.seat)].tellsHolder else { continue }
      let isHeld = sighting.manner == .held || sighting.manner == .acting
      holdings.append(
        Holding(
          seat: sighting.seat, name: register.appearances[sighting.appearance].name,
          day: isHeld ? sighting.day : nil))
    }
    var sorted = holdings.sorted()
    var pairs: [Pair] = []
    while true {
      let seat = sorted.group { $0.seat == $1.seat }
      if seat.isEmpty { return pairs }
      pairs += self.pairs(in: seat)
    }
  }

  /// - Parameter seat: the holdings of one seat, those of a name beside one another.
  private func pairs(in seat: [Holding]) -> [Pair] {
    var holders: [(name: Int32, days: Days?)] = []
    for holding in seat {
      if holders.last?.name != holding.name { holders.append((holding.name, nil)) }
      if let day = holding.day { holders[holders.count - 1].days.include(day) }
    }
    var places: [String: Int] = [:]
    for (place, holder) in holders.enumerated() where holder.days != nil {
      places[register.names[Int(holder.name)]] = place
    }
    // Every pair would be looked at in vain: a seat can have thousands of holders.
    return holders.flatMap { whole in
      Self.parts(of: register.names[Int(whole.name)]).compactMap { part in
        guard let place = places[part], let days = whole.days, let others = holders[place].days,
          days.months(to: others) <= 12
        else { return nil }
        return pair(whole.name, holders[place].name)
      }
    }
  }

  /// What could be other forms of a name within it: all that it begins with, and all behind a dot.
  private static func parts(of name: String) -> [String] {
    let characters = name.unicodeScalars
    return characters.indices.flatMap { place -> [String] in
      guard place > characters.startIndex else { return [] }
      let start = String(characters[..<place])
      return characters[place] == "·"
        ? [start, String(characters[characters.index(after: place)...])] : [start]
    }
  }

  /// A name and one within it, if one of them is a form of the other.
  private func pair(_ whole: Int32, _ part: Int32) -> Pair? {
    if isForm(whole, of: part) { return Pair(form: whole, name: part) }
    if isForm(part, of: whole) { return Pair(form: part, name: whole) }
    return nil
  }

  private func seats(of names: Set<Int32>) -> [Int32: Set<Int32>] {
    guard !names.isEmpty else { return [:] }
    var seats: [Int32: Set<Int32>] = [:]
    for index in register.sightings.indices {
      let sighting = register.sightings[index]
      let name = register.appearances[sighting.appearance].name
      if names.contains(name) { seats[name, default: []].insert(sighting.seat) }
    }
    return seats
  }

  /// So many times as often a name is seen as a form of it that is one letter off.
  private static let times: Int32 = 3

  private func isForm(_ form: Int32, of name: Int32) -> Bool {
    guard form != name, documents[Int(name)] >= documents[Int(form)],
      key(of: name) < key(of: form)
    else { return false }
    let (printed, proper) = (register.names[Int(form)], register.names[Int(name)])
    let isWhole = printed.hasSuffix("·" + proper) || proper.hasSuffix("·" + printed)
    let isCut =
      printed.hasPrefix(proper)
      && printed.unicodeScalars.count == proper.unicodeScalars.count + 1
      || proper.hasPrefix(printed)
    return isWhole || isCut && documents[Int(name)] >= Self.times * documents[Int(form)]
  }
}

extension SeatProfile {
  /// Whether one seat is one person at a time, of whom much is told.
  fileprivate var tellsHolder: Bool {
    singleSeat && isKnown && !isUnplaced && !isMembership
  }
}
