import Model
import Reference

/// Makes the rows of the persons.
struct PersonRows {
  let register: PersonRegister
  let directory: Directory
  let almanac: Almanac
  /// The numbers of each appearance's sightings.
  private let sightings: [[Int32]]

  init(_ register: PersonRegister, _ directory: Directory, _ almanac: Almanac) {
    self.register = register
    self.directory = directory
    self.almanac = almanac
    var sightings = [[Int32]](repeating: [], count: register.appearances.count)
    for (index, sighting) in register.sightings.enumerated() {
      sightings[Int(sighting.appearance)].append(Int32(index))
    }
    self.sightings = sightings
  }

  /// In the order of the persons.
  func rows(_ people: People) -> [PersonRow] { people.all.map(row) }

  private func row(_ person: People.Person) -> PersonRow {
    let own = person.appearances.map { register.appearances[Int($0)] }
    let days = own.compactMap { register.documents[Int($0.document)].day }
    let held = person.appearances.flatMap { sightings[Int($0)] }
      .map { register.sightings[Int($0)] }
    let latest = latest(held)
    let spelling = spelling(person, held)
    return PersonRow(
      personID: person.id, name: person.name, namePinyin: spelling?.text,
      aliases: aliases(person),
      firstSeen: days.min()?.iso, lastSeen: days.max()?.iso,
      documents: Set(own.map(\.document)).count,
      mentions: own.reduce(0) { $0 + Int($1.mentions) }, latestOfficeID: latest?.officeID,
      latestOffice: latest?.officeName, highestRank: highestRank(person, held),
      homonym: person.homonym, pinyinBasis: spelling?.basis.rawValue)
  }

  /// Nil for who is seen in offices abroad alone: 拜登 begins with no surname.
  private func spelling(
    _ person: People.Person, _ sightings: [PersonRegister.Sighting]
  ) -> Spelling? {
    let isForeign =
      !sightings.isEmpty
      && sightings.allSatisfy { directory[register.seats[$0.seat]].system == .foreign }
    return isForeign ? nil : almanac.pinyin.spelling(of: person.name)
  }

  /// The other names under which the person appears.
  private func aliases(_ person: People.Person) -> [String] {
    var names: Set<String> = []
    for index in person.appearances {
      names.insert(register.names[Int(register.appearances[Int(index)].name)])
      names.formUnion(register.aliases[index] ?? [])
    }
    names.remove(person.name)
    return names.sorted()
  }

  /// Of the offices held on the latest day the highest; no day is earlier than any.
  private func latest(_ sightings: [PersonRegister.Sighting]) -> (Directory.Entry)? {
    let held = sightings.filter { $0.manner == .held || $0.manner == .acting }
    let day = held.compactMap(\.day).max()
    return held.filter { $0.day == day }.map { directory[register.seats[$0.seat]] }.min {
      ($0.rankOrder ?? .max, $0.officeName, $0.officeID)
        < ($1.rankOrder ?? .max, $1.officeName, $1.officeID)
    }
  }

  private func highestRank(
    _ person: People.Person, _ sightings: [PersonRegister.Sighting]
  ) -> String? {
    let held = sightings.lazy.filter { $0.manner != .incoming }.compactMap {
      directory[register.seats[$0.seat]].rank
    }
    let printed = person.appearances.flatMap { register.printedRanks[$0] ?? [] }.compactMap {
      word in almanac.ranks.all.first { $0.name == word || $0.aliases.contains(word) }?.name
    }
    return (Array(held) + printed).min {
      (almanac.ranks.order(of: $0) ?? .max, $0) < (almanac.ranks.order(of: $1) ?? .max, $1)
    }
  }
}
