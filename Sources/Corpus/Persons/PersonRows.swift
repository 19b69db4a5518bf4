import Model
import Reference

/// Makes the rows of the persons.
///
/// A class, for a struct of so many parts is copied for every closure.
final class PersonRows {
  private let register: PersonRegister
  private let people: People
  private let byName: AppearancesByName
  private let directory: Directory
  private let almanac: Almanac

  init(
    register: PersonRegister, people: People, byName: AppearancesByName, directory: Directory,
    almanac: Almanac
  ) {
    self.register = register
    self.people = people
    self.byName = byName
    self.directory = directory
    self.almanac = almanac
  }

  /// By name, then by id.
  func forEach<Problem: Error>(_ body: (PersonRow) throws(Problem) -> Void) throws(Problem) {
    try byName.forEach { _, all throws(Problem) in
      let persons = Dictionary(grouping: all) { people.person(of: $0.number) }
      for (person, appearances) in persons.sorted(by: { $0.key < $1.key }) {
        try body(row(person, appearances))
      }
    }
  }

  private func row(_ person: Int32, _ appearances: [NamedAppearance]) -> PersonRow {
    let days = appearances.compactMap(\.day)
    let held = appearances.flatMap(\.sightings)
    let latest = latest(held)
    let name = people.name(of: person)
    let spelling = spelling(name, held)
    return PersonRow(
      personID: people.id(of: person), name: name, namePinyin: spelling?.text,
      aliases: aliases(appearances, of: name),
      firstSeen: days.min()?.iso, lastSeen: days.max()?.iso,
      documents: Set(appearances.map(\.document)).count,
      mentions: appearances.reduce(0) { $0 + Int($1.mentions) },
      latestOfficeID: latest?.officeID, latestOffice: latest?.officeName,
      highestRank: highestRank(appearances, held), homonym: people.homonym(of: person),
      pinyinBasis: spelling?.basis.rawValue)
  }

  /// Nil for who is seen in offices abroad alone: 拜登 begins with no surname.
  private func spelling(
    _ name: String, _ sightings: [PersonRegister.Sighting]
  ) -> Spelling? {
    let isForeign =
      !sightings.isEmpty
      && sightings.allSatisfy { directory[register.seats[$0.seat]].system == .foreign }
    return isForeign ? nil : almanac.pinyin.spelling(of: name)
  }

  /// The other names under which the person appears.
  private func aliases(_ appearances: [NamedAppearance], of name: String) -> [String] {
    var names: Set<String> = []
    for appearance in appearances {
      names.insert(register.names[Int(appearance.name)])
      names.formUnion(register.aliases[appearance.number] ?? [])
    }
    names.remove(name)
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
    _ appearances: [NamedAppearance], _ sightings: [PersonRegister.Sighting]
  ) -> String? {
    let held = sightings.compactMap {
      $0.manner == .incoming ? nil : directory[register.seats[$0.seat]].rank
    }
    let printed = appearances.flatMap { register.printedRanks[$0.number] ?? [] }.compactMap {
      word in almanac.ranks.all.first { $0.name == word || $0.aliases.contains(word) }?.name
    }
    return (held + printed).min {
      (almanac.ranks.order(of: $0) ?? .max, $0) < (almanac.ranks.order(of: $1) ?? .max, $1)
    }
  }
}
