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
    forms = OtherForms(register, profiles, space).found()
    formed = Set(forms.values)
    areas = DocumentAreas(register, profiles)
  }

  /// An appearance of a name; names in their order.
  private struct Named: BitwiseCopyable, Comparable {
    let rank: Int32
    let appearance: Int32

    static func < (a: Self, b: Self) -> Bool { (a.rank, a.appearance) < (b.rank, b.appearance) }
  }

  func people() -> People {
    let order = register.names.indices.sorted { register.names[$0] < register.names[$1] }
    var ranks = [Int32](repeating: 0, count: order.count)
    for (rank, name) in order.enumerated() { ranks[name] = Int32(rank) }
    let named = Sorter<Named>(space)
    for index in register.appearances.indices {
      let name = register.appearances[index].name
      named.append(
        Named(rank: ranks[Int(forms[name] ?? name)], appearance: Int32(index)))
    }
    let judgements = JudgementList(register, profiles, ranks, space)
    var people = People(
      register, corrections: corrections, forms: forms, judgements: judgements, space: space)
    var sorted = named.sorted()
    while true {
      let group = sorted.group { $0.rank == $1.rank }
      guard let first = group.first else { break }
      add(Int32(order[Int(first.rank)]), group.map(\.appearance), to: &people, judgements)
    }
    return people
  }

  /// The corrections of which both sides occur.
  func usedCorrections() -> Set<Corrections.Place> {
    let pairs = corrections.same + corrections.apart
    guard !pairs.isEmpty else { return [] }
    let wanted = Set(pairs.flatMap { [$0.first.name, $0.second.name] })
    var members: [String: [PersonGrouping.Member]] = [:]
    for index in register.appearances.indices {
      let printed = register.appearances[index].name
      let name = register.names[Int(forms[printed] ?? printed)]
      if wanted.contains(name) { members[name, default: []].append(member(Int32(index))) }
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
    _ number: Int32, _ unordered: [Int32], to people: inout People, _ told: JudgementList
  ) {
    let name = register.names[Int(number)]
    // In an order that does not depend on that of the documents.
    let own = unordered.sorted { key(of: $0) < key(of: $1) }
    let (groups, judgements) = grouping(of: own, named: number).grouped()
    let homonyms = homonyms(of: groups, own)
    let persons = zip(groups, homonyms).map { group, homonym in
      (id: PackedID(StableID.person(name: name, homonym: homonym)), homonym: homonym, group: group)
    }
    for person in persons.sorted(by: { $0.id < $1.id }) {
      let appearances = person.group.members.map { own[$0] }
      let added = people.add(
        person.id, name: number, homonym: person.homonym, appearances: appearances)
      if formed.contains(number) { noteForms(of: added, appearances, in: told, people) }
    }
    for judgement in judgements where judgement.rule.isDoubtful {
      told.append(
        judgement.rule, name: number, own[judgement.first], own[judgement.second], people)
    }
  }

  /// Notes each form of a name that was taken for the name.
  private func noteForms(
    of person: Int32, _ appearances: [Int32], in told: JudgementList, _ people: People
  ) {
    guard appearances.contains(where: isForm) else { return }
    let own = appearances.sorted { key(of: $0) < key(of: $1) }
    let proper = own.first { !isForm($0) }
    var known: Set<Int32> = []
    for index in own where isForm(index) {
      let name = register.appearances[index].name
      guard known.insert(name).inserted else { continue }
      told.append(.otherForm, name: name, proper ?? index, index, people)
    }
  }

  private func isForm(_ appearance: Int32) -> Bool {
    forms[register.appearances[appearance].name] != nil
  }

  private func key(of appearance: Int32) -> (PackedID, String) {
    let document = register.appearances[appearance].document
    return (register.documents[document].packedID, register.homonyms[appearance] ?? "")
  }

  private func grouping(of own: [Int32], named number: Int32) -> PersonGrouping {
    let members = own.map(member)
    let name = register.names[Int(number)]
    return PersonGrouping(
      members: members, profiles: profiles,
      rules: SamenessRules(profiles: profiles, name: kinds.kind(of: name)),
      same: pairs(corrections.same, name, members), apart: pairs(corrections.apart, name, members)
    ) { [areas] in areas.of($0, without: number) }
  }

  private func member(_ appearance: Int32) -> PersonGrouping.Member {
    PersonGrouping.Member(
      document: register.appearances[appearance].document,
      homonym: register.homonyms[appearance], sightings: register.sightings(of: appearance))
  }

  /// The members that corrections name.
  private func pairs(
    _ corrections: [Corrections.Pair], _ name: String, _ members: [PersonGrouping.Member]
  ) -> [(Int, Int)] {
    corrections.flatMap { pair -> [(Int, Int)] in
      guard pair.first.name == name, pair.second.name == name else { return [] }
      let one = members.indices.filter { holds(members[$0], pair.first.office) }
      let other = members.indices.filter { holds(members[$0], pair.second.office) }
      return one.flatMap { a in other.compactMap { a == $0 ? nil : (a, $0) } }
    }
  }

  private func holds(_ member: PersonGrouping.Member, _ office: String?) -> Bool {
    guard let office else { return true }
    return member.sightings.contains { profiles[Int($0.seat)].isCalled(office) }
  }

  // MARK: what tells them apart

  /// The office that each is most seen in, where there are several; nil where there is one.
  private func homonyms(of groups: [PersonGrouping.Group], _ own: [Int32]) -> [String?] {
    guard groups.count > 1 else { return [groups[0].onlyHomonym(own, register)] }
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

  private func telling(_ group: PersonGrouping.Group, _ own: [Int32]) -> String {
    var documents: [Int32: Set<Int32>] = [:]
    for member in group.members {
      let document = register.appearances[own[member]].document
      for sighting in register.sightings(of: own[member]) {
        documents[sighting.seat, default: []].insert(document)
      }
    }
    let seat = documents.min { one, other in
      let (mine, theirs) = (profiles[Int(one.key)], profiles[Int(other.key)])
      return (-one.value.count, mine.rankOrder ?? .max, mine.officeName, mine.officeKey)
        < (-other.value.count, theirs.rankOrder ?? .max, theirs.officeName, theirs.officeKey)
    }
    if let seat { return profiles[Int(seat.key)].officeName }
    return group.members.lazy.compactMap { [register] in register.homonyms[own[$0]] }.first
      ?? Self.undecided
  }
}

extension PersonGrouping.Group {
  /// Where one document tells a person from another whom no other document names.
  fileprivate func onlyHomonym(_ own: [Int32], _ register: PersonRegister) -> String? {
    members.count == 1 ? register.homonyms[own[members[0]]] : nil
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
