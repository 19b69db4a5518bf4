import Model

/// The tenures of the corpus and what contradicts itself in them: on the disk where they are many,
/// and made into rows person by person.
final class TenureTable {
  /// Where the record of a tenure lies.
  private struct Entry: BitwiseCopyable, Comparable {
    let key: Tenure.Key
    let place: Int

    static func < (a: Self, b: Self) -> Bool { a.key < b.key }
  }

  private let register: PersonRegister
  private let people: People
  private let profiles: [SeatProfile]
  private let offices: OfficeNumbers
  private let records: SpilledBytes
  private let entries: Sorter<Entry>
  private let contradictions: Sorter<Contradiction>

  init(
    _ register: PersonRegister, _ people: People, _ profiles: [SeatProfile],
    _ offices: OfficeNumbers, _ space: any ScratchSpace
  ) {
    self.register = register
    self.people = people
    self.profiles = profiles
    self.offices = offices
    records = SpilledBytes(space)
    entries = Sorter(space)
    contradictions = Sorter(space)
  }

  /// Adds the tenures of one office.
  func add(_ found: SeatHistory) {
    var history = found
    let finds = ContradictionFinder.finds(in: history)
    for (own, rival) in history.rivals { history.conflict(own, rival) }
    for find in finds { contradictions.append(find) }
    for tenure in history.tenures {
      entries.append(Entry(key: tenure.key, place: records.append(TenureRecord(tenure).bytes)))
    }
  }

  /// Calls `body` with the tenures and the contradictions of each person in turn, in the order of
  /// the rows.
  func forEachPerson<Problem: Error>(
    _ body: ([TenureRow], [ContradictionRow]) throws(Problem) -> Void
  ) throws(Problem) {
    var sorted = entries.sorted()
    var told = contradictions.sorted()
    while true {
      let own = sorted.group { $0.key.person == $1.key.person }
      guard let person = own.first?.key.person else { return }
      // What a failing disk gives back is no record; the run ends before the next step then.
      var tenures = own.compactMap { TenureRecord(records.record(at: $0.place)) }
      var finds = ContradictionFinder.finds(ofOnePerson: tenures, profile)
      note(finds, in: &tenures)
      while let head = told.head, head.tenure.person <= person, let next = told.next() {
        finds.append(next)
      }
      try body(tenures.map(row), finds.sorted().map(row))
    }
  }

  private func note(_ finds: [Contradiction], in tenures: inout [TenureRecord]) {
    for find in finds {
      guard let other = find.other else { continue }
      for index in tenures.indices {
        if tenures[index].key == find.tenure { tenures[index].conflicts.insert(other) }
        if tenures[index].key == other { tenures[index].conflicts.insert(find.tenure) }
      }
    }
  }

  private func profile(of key: Tenure.Key) -> SeatProfile {
    profiles[Int(offices.seat(of: key.office))]
  }

  private func id(of key: Tenure.Key) -> String {
    StableID.tenure([
      people.id(of: key.person), profile(of: key).officeKey, key.isActing ? "acting" : "full",
      "\(key.ordinal)",
    ])
  }

  // MARK: tenures

  private func row(_ tenure: TenureRecord) -> TenureRow {
    let key = tenure.key
    let profile = profile(of: key)
    return TenureRow(
      tenureID: id(of: key), personID: people.id(of: key.person),
      personName: people.name(of: key.person), officeID: StableID.office(key: profile.officeKey),
      officeName: profile.officeName, acting: key.isActing,
      firstObserved: tenure.days.seen.first?.day.iso, lastObserved: tenure.days.seen.last?.day.iso,
      statedStart: tenure.statedStart?.iso, statedEnd: tenure.statedEnd?.iso,
      notBefore: tenure.notBefore?.iso, notAfter: tenure.notAfter?.iso,
      observations: tenure.observations, documents: tenure.documents,
      endedBy: tenure.endedBy.map(words), conflictsWith: tenure.conflicts.map(id).sorted())
  }

  private func words(_ evidence: Tenure.Evidence) -> String {
    switch evidence {
    case .event(let id): id.text("evt")
    case .sighting(let number): mention(number)
    case .successor(let key): id(of: key)
    }
  }

  private func mention(_ number: Int32) -> String {
    let sighting = register.sightings[number]
    let appearance = register.appearances[sighting.appearance]
    return StableID.mention(
      document: register.documents[appearance.document].id, span: sighting.span,
      name: register.names[Int(appearance.name)],
      office: StableID.office(key: profiles[Int(sighting.seat)].officeKey),
      qualifier: sighting.manner.qualifier)
  }

  // MARK: contradictions

  private func row(_ find: Contradiction) -> ContradictionRow {
    let profile = profile(of: find.tenure)
    let isOffice = find.kind == .twoHolders
    return ContradictionRow(
      contradictionID: StableID.contradiction(
        [find.kind.word.rawValue] + [find.tenure, find.other].compactMap { $0 }.map(id)),
      kind: find.kind.word,
      subjectID: isOffice
        ? StableID.office(key: profile.officeKey) : people.id(of: find.tenure.person),
      subjectName: isOffice ? profile.officeName : people.name(of: find.tenure.person),
      detail: detail(find), mentionIDs: find.seen.map(mention),
      documents: Set(find.seen.map(document)).count)
  }

  private func document(of number: Int32) -> Int32 {
    register.appearances[register.sightings[number].appearance].document
  }

  /// Who was in which office on which day, a clause for each sighting.
  private func detail(_ find: Contradiction) -> String {
    var clauses = find.seen.map { number in
      let sighting = register.sightings[number]
      let name = people.name(of: people.person(of: sighting.appearance))
      let office = profiles[Int(sighting.seat)].officeName
      return [sighting.day?.iso ?? "", name, sighting.manner.word + office].joined(separator: " ")
    }
    let profile = profile(of: find.tenure)
    switch find.kind {
    case .heldAfterEnd: clauses.insert("\(find.end?.iso ?? "") 离任", at: 0)
    case .bodyGone:
      clauses.insert("\(profile.goneOn?.iso ?? "") 撤销\(profile.organizationName)", at: 0)
    case .twoHolders, .twoOffices:
      guard find.seen.count == 2, let end = find.end?.iso else { break }
      clauses.append("\(end) \(people.name(of: find.tenure.person)) 离任")
    case .actingAfterFull, .heldAfterFormer: break
    }
    return clauses.joined(separator: "；")
  }
}

extension PersonRegister.Manner {
  var qualifier: OfficeReading.Qualifier? {
    switch self {
    case .held: nil
    case .acting: .acting
    case .former: .former
    case .incoming: .incoming
    }
  }

  /// The word that the news puts before an office so held.
  fileprivate var word: String {
    switch self {
    case .held: ""
    case .acting: "代"
    case .former: "原"
    case .incoming: "拟任"
    }
  }
}
