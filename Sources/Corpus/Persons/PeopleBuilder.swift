import Model
import Reference

/// Makes persons of appearances: every name by itself, so that names may be many.
struct PeopleBuilder {
  let register: PersonRegister
  let profiles: [SeatProfile]
  let almanac: Almanac
  let corrections: Corrections

  private let byName: [[Int32]]
  private let sightings: [[Int32]]
  private let kinds: NameKinds
  /// By the number of another form of a name the number of the name.
  private let forms: [Int32: Int32]
  private let areas: DocumentAreas

  init(
    _ register: PersonRegister, profiles: [SeatProfile], almanac: Almanac, corrections: Corrections
  ) {
    self.register = register
    self.profiles = profiles
    self.almanac = almanac
    self.corrections = corrections
    kinds = NameKinds(almanac)
    var sightings = [[Int32]](repeating: [], count: register.appearances.count)
    for (index, sighting) in register.sightings.enumerated() {
      sightings[Int(sighting.appearance)].append(Int32(index))
    }
    self.sightings = sightings
    let forms = OtherForms(register, profiles).found()
    var byName = [[Int32]](repeating: [], count: register.names.count)
    for (index, appearance) in register.appearances.enumerated() {
      byName[Int(forms[appearance.name] ?? appearance.name)].append(Int32(index))
    }
    self.forms = forms
    self.byName = byName
    areas = DocumentAreas(register, profiles)
  }

  func people() -> People {
    var persons: [People.Person] = []
    var rows: [NamesakeRow] = []
    for name in byName.indices where !byName[name].isEmpty {
      let (mine, told) = namesakes(of: name)
      persons += mine
      rows += told
    }
    persons.sort { ($0.name, $0.id) < ($1.name, $1.id) }
    rows += formRows(persons)
    rows.sort {
      ($0.name, $0.rule, $0.personID, $0.otherPersonID ?? "", $0.namesakeID)
        < ($1.name, $1.rule, $1.personID, $1.otherPersonID ?? "", $1.namesakeID)
    }
    return People(
      persons, namesakes: rows, register: register, corrections: corrections, forms: forms)
  }

  /// A row for each form of a name that was taken for the name.
  private func formRows(_ persons: [People.Person]) -> [NamesakeRow] {
    guard !forms.isEmpty else { return [] }
    return persons.flatMap { person -> [NamesakeRow] in
      let own = person.appearances.sorted { key(of: $0) < key(of: $1) }
      let proper = own.first { forms[register.appearances[Int($0)].name] == nil }
      var told: Set<Int32> = []
      return own.compactMap { index in
        let name = register.appearances[Int(index)].name
        guard forms[name] != nil, told.insert(name).inserted else { return nil }
        return row(
          .otherForm, register.names[Int(name)], proper ?? index, index, person, nil)
      }
    }
  }

  /// The corrections of which both sides occur.
  func usedCorrections() -> Set<Corrections.Place> {
    let pairs = corrections.same + corrections.apart
    guard !pairs.isEmpty else { return [] }
    var numbers: [String: Int] = [:]
    for (number, name) in register.names.enumerated() { numbers[name] = number }
    let used = pairs.filter { pair in
      [pair.first, pair.second].allSatisfy { who in
        guard let number = numbers[who.name] else { return false }
        return byName[number].contains { holds(member($0), who.office) }
      }
    }
    return Set(used.map(\.place))
  }

  // MARK: one name

  private func namesakes(of number: Int) -> (persons: [People.Person], rows: [NamesakeRow]) {
    let name = register.names[number]
    // In an order that does not depend on that of the documents.
    let own = byName[number].sorted { key(of: $0) < key(of: $1) }
    let grouping = grouping(of: own, named: name)
    let (groups, judgements) = grouping.grouped()
    let homonyms = homonyms(of: groups, own)
    let persons = zip(groups, homonyms).map { group, homonym in
      People.Person(
        id: StableID.person(name: name, homonym: homonym), name: name, homonym: homonym,
        appearances: group.members.map { own[$0] })
    }
    let rows = judgements.filter { $0.rule.isDoubtful }.map { judgement in
      row(judgement, name, own, persons, groups)
    }
    return (persons, rows)
  }

  private func key(of appearance: Int32) -> (String, String) {
    let entry = register.appearances[Int(appearance)]
    return (register.documents[Int(entry.document)].id, entry.homonym ?? "")
  }

  private func grouping(of own: [Int32], named name: String) -> PersonGrouping {
    let members = own.map(member)
    let number = register.appearances[Int(own[0])].name
    return PersonGrouping(
      members: members, profiles: profiles,
      rules: SamenessRules(profiles: profiles, name: kinds.kind(of: name)),
      same: pairs(corrections.same, name, members), apart: pairs(corrections.apart, name, members)
    ) { areas.of($0, without: number) }
  }

  private func member(_ appearance: Int32) -> PersonGrouping.Member {
    let entry = register.appearances[Int(appearance)]
    return PersonGrouping.Member(
      document: entry.document, homonym: entry.homonym,
      sightings: sightings[Int(appearance)].map { register.sightings[Int($0)] })
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
      for index in sightings[Int(own[member])] {
        let sighting = register.sightings[Int(index)]
        let document = register.appearances[Int(own[member])].document
        documents[sighting.seat, default: []].insert(document)
      }
    }
    let seat = documents.min { one, other in
      let (mine, theirs) = (profiles[Int(one.key)], profiles[Int(other.key)])
      return (-one.value.count, mine.rankOrder ?? .max, mine.officeName, mine.officeKey)
        < (-other.value.count, theirs.rankOrder ?? .max, theirs.officeName, theirs.officeKey)
    }
    if let seat { return profiles[Int(seat.key)].officeName }
    return group.members.lazy.compactMap { register.appearances[Int(own[$0])].homonym }.first
      ?? Self.undecided
  }

  // MARK: rows

  private func row(
    _ judgement: PersonGrouping.Judgement, _ name: String, _ own: [Int32],
    _ persons: [People.Person], _ groups: [PersonGrouping.Group]
  ) -> NamesakeRow {
    let (one, other) = (own[judgement.first], own[judgement.second])
    let mine = persons.first { $0.appearances.contains(one) }
    let theirs = persons.first { $0.appearances.contains(other) }
    return row(judgement.rule, name, one, other, mine, theirs)
  }

  private func row(
    _ rule: SamenessRule, _ name: String, _ one: Int32, _ other: Int32, _ mine: People.Person?,
    _ theirs: People.Person?
  ) -> NamesakeRow {
    let documents = [one, other].map {
      register.documents[Int(register.appearances[Int($0)].document)].id
    }
    let offices = [one, other].map { office(of: $0) ?? "" }
    return NamesakeRow(
      namesakeID: StableID.namesake([name, rule.rawValue] + documents + offices), name: name,
      decision: rule.joins ? "joined" : "apart", rule: rule.rawValue, personID: mine?.id ?? "",
      otherPersonID: rule.joins ? nil : theirs?.id, office: office(of: one),
      otherOffice: office(of: other), documentID: documents[0], otherDocumentID: documents[1])
  }

  /// The highest office of an appearance.
  private func office(of appearance: Int32) -> String? {
    sightings[Int(appearance)].map { profiles[Int(register.sightings[Int($0)].seat)] }
      .min { ($0.rankOrder ?? .max, $0.officeName) < ($1.rankOrder ?? .max, $1.officeName) }?
      .officeName
  }
}

extension PersonGrouping.Group {
  /// Where one document tells a person from another whom no other document names.
  fileprivate func onlyHomonym(_ own: [Int32], _ register: PersonRegister) -> String? {
    members.count == 1 ? register.appearances[Int(own[members[0]])].homonym : nil
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
  private var seats: [[(name: Int32, area: String)]]

  init(_ register: PersonRegister, _ profiles: [SeatProfile]) {
    seats = Array(repeating: [], count: register.documents.count)
    for sighting in register.sightings {
      guard let area = profiles[Int(sighting.seat)].area else { continue }
      let appearance = register.appearances[Int(sighting.appearance)]
      seats[Int(appearance.document)].append((appearance.name, area))
    }
  }

  /// The areas of a document, without those of a name.
  func of(_ document: Int32, without own: Int32) -> [String: Int] {
    var counts: [String: Int] = [:]
    for (name, area) in seats[Int(document)] where name != own { counts[area, default: 0] += 1 }
    return counts
  }
}
