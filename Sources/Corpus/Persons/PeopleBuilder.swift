import Model
import Reference

/// Makes persons of appearances: every name by itself, so that names may be many.
///
/// A class, for a struct of so many parts is copied for every closure.
final class PeopleBuilder {
  private let register: PersonRegister
  private let profiles: [SeatProfile]
  private let corrections: Corrections
  private let kinds: NameKinds
  /// By the number of another form of a name the number of the name.
  private let forms: [Int32: Int32]
  /// The names that have other forms.
  private let formed: Set<Int32>
  private let areas: DocumentAreas
  /// The numbers of the names in their order, and the place of each in it.
  private let order: [Int32]
  private let ranks: [Int32]
  let byName: AppearancesByName
  private let space: any ScratchSpace

  init(
    _ register: PersonRegister, profiles: [SeatProfile], almanac: Almanac,
    corrections: Corrections, space: any ScratchSpace
  ) {
    self.register = register
    self.profiles = profiles
    self.corrections = corrections
    self.space = space
    kinds = NameKinds(almanac)
    let forms = OtherForms(register, profiles, space).found()
    self.forms = forms
    formed = Set(forms.values)
    areas = DocumentAreas(register, profiles)
    order = register.names.indices.map(Int32.init).sorted {
      register.names[Int($0)] < register.names[Int($1)]
    }
    var ranks = [Int32](repeating: 0, count: order.count)
    for (rank, name) in order.enumerated() { ranks[Int(name)] = Int32(rank) }
    self.ranks = ranks
    byName = AppearancesByName(register, space) { ranks[Int(forms[$0] ?? $0)] }
  }

  func people() -> People {
    let judgements = JudgementList(register, profiles, ranks, space)
    var people = People(register, corrections: corrections, forms: forms, judgements: judgements)
    byName.forEach { rank, appearances in
      add(order[Int(rank)], appearances, to: &people, judgements)
    }
    return people
  }

  /// The corrections of which both sides occur.
  func usedCorrections() -> Set<Corrections.Place> {
    let pairs = corrections.same + corrections.apart
    guard !pairs.isEmpty else { return [] }
    let wanted = Set(pairs.flatMap { [$0.first.name, $0.second.name] })
    var members: [String: [NamedAppearance]] = [:]
    byName.forEach { rank, appearances in
      let name = register.names[Int(order[Int(rank)])]
      if wanted.contains(name) { members[name] = appearances }
    }
    let used = pairs.filter { pair in
      [pair.first, pair.second].allSatisfy { who in
        (members[who.name] ?? []).contains { holds($0, who.office) }
      }
    }
    return Set(used.map(\.place))
  }

  // MARK: one name

  private func add(
    _ number: Int32, _ unordered: [NamedAppearance], to people: inout People,
    _ told: JudgementList
  ) {
    let name = register.names[Int(number)]
    // In an order that does not depend on that of the documents.
    let own = Self.ordered(unordered)
    let (groups, judgements) = grouping(of: own, named: number).grouped()
    let homonyms = homonyms(of: groups, own)
    let persons = zip(groups, homonyms).map { group, homonym in
      (id: PackedID(StableID.person(name: name, homonym: homonym)), homonym: homonym, group: group)
    }
    for person in persons.sorted(by: { $0.id < $1.id }) {
      let appearances = person.group.members.map { own[$0] }
      let added = people.add(
        person.id, name: number, homonym: person.homonym, appearances: appearances.map(\.number))
      if formed.contains(number) { noteForms(of: added, appearances, in: told, people) }
    }
    for judgement in judgements where judgement.rule.isDoubtful {
      told.append(
        judgement.rule, name: number, own[judgement.first].number, own[judgement.second].number,
        people)
    }
  }

  private static func ordered(_ appearances: [NamedAppearance]) -> [NamedAppearance] {
    appearances.sorted {
      ($0.documentID, $0.homonym ?? "") < ($1.documentID, $1.homonym ?? "")
    }
  }

  /// Notes each form of a name that was taken for the name.
  private func noteForms(
    of person: Int32, _ appearances: [NamedAppearance], in told: JudgementList, _ people: People
  ) {
    guard appearances.contains(where: isForm) else { return }
    let own = Self.ordered(appearances)
    let proper = own.first { !isForm($0) }
    var known: Set<Int32> = []
    for appearance in own where isForm(appearance) && known.insert(appearance.name).inserted {
      told.append(
        .otherForm, name: appearance.name, (proper ?? appearance).number, appearance.number,
        people)
    }
  }

  private func isForm(_ appearance: NamedAppearance) -> Bool { forms[appearance.name] != nil }

  private func grouping(of own: [NamedAppearance], named number: Int32) -> PersonGrouping {
    let name = register.names[Int(number)]
    return PersonGrouping(
      members: own, profiles: profiles,
      rules: SamenessRules(profiles: profiles, name: kinds.kind(of: name)),
      same: pairs(corrections.same, name, own), apart: pairs(corrections.apart, name, own)
    ) { [areas] in areas.of($0, without: number) }
  }

  /// The members that corrections name.
  private func pairs(
    _ corrections: [Corrections.Pair], _ name: String, _ members: [NamedAppearance]
  ) -> [(Int, Int)] {
    corrections.flatMap { pair -> [(Int, Int)] in
      guard pair.first.name == name, pair.second.name == name else { return [] }
      let one = members.indices.filter { holds(members[$0], pair.first.office) }
      let other = members.indices.filter { holds(members[$0], pair.second.office) }
      return one.flatMap { a in other.compactMap { a == $0 ? nil : (a, $0) } }
    }
  }

  private func holds(_ member: NamedAppearance, _ office: String?) -> Bool {
    guard let office else { return true }
    return member.sightings.contains { profiles[Int($0.seat)].isCalled(office) }
  }

  // MARK: what tells them apart

  /// The office that each is most seen in, where there are several; nil where there is one.
  private func homonyms(
    of groups: [PersonGrouping.Group], _ own: [NamedAppearance]
  ) -> [String?] {
    guard groups.count > 1 else { return [groups[0].onlyHomonym(own)] }
    var taken: [String: Int] = [:]
    return groups.map { group in
      let word = group.isUndecided ? Self.undecided : telling(group, own)
      taken[word, default: 0] += 1
      let count = taken[word] ?? 1
      return count == 1 ? word : "\(word) (\(count))"
    }
  }

  /// Not told which of several persons.
  private static let undecided = "未详"

  private func telling(_ group: PersonGrouping.Group, _ own: [NamedAppearance]) -> String {
    var documents: [Int32: Set<Int32>] = [:]
    for member in group.members {
      for sighting in own[member].sightings {
        documents[sighting.seat, default: []].insert(own[member].document)
      }
    }
    let seat = documents.min { one, other in
      let (mine, theirs) = (profiles[Int(one.key)], profiles[Int(other.key)])
      return (-one.value.count, mine.rankOrder ?? .max, mine.officeName, mine.officeKey)
        < (-other.value.count, theirs.rankOrder ?? .max, theirs.officeName, theirs.officeKey)
    }
    if let seat { return profiles[Int(seat.key)].officeName }
    return group.members.lazy.compactMap { own[$0].homonym }.first ?? Self.undecided
  }
}

extension PersonGrouping.Group {
  /// Where one document tells a person from another whom no other document names.
  fileprivate func onlyHomonym(_ own: [NamedAppearance]) -> String? {
    members.count == 1 ? own[members[0]].homonym : nil
  }
}

extension SeatProfile {
  /// Whether words name the office: its name in the news, its full name or its id.
  func isCalled(_ words: String) -> Bool {
    words == officeName || words == officeFullName || words == StableID.office(key: officeKey)
  }
}

/// How often the provinces and states of the offices stand in each document.
struct DocumentAreas {
  private let register: PersonRegister
  private let profiles: [SeatProfile]

  init(_ register: PersonRegister, _ profiles: [SeatProfile]) {
    self.register = register
    self.profiles = profiles
  }

  /// The areas of a document, without those of a name.
  func of(_ document: Int32, without own: Int32) -> [String: Int] {
    var counts: [String: Int] = [:]
    for index in register.sightings(in: Int(document)) {
      let sighting = register.sightings[index]
      guard let area = profiles[Int(sighting.seat)].area,
        register.appearances[sighting.appearance].name != own
      else { continue }
      counts[area, default: 0] += 1
    }
    return counts
  }
}
