import Model

/// Makes the rows of tenures and contradictions.
struct TenureRows {
  private let people: People
  private let history: SeatHistory
  private let finds: [ContradictionFinder.Find]
  private let ids: [String]

  init(_ found: SeatHistory, _ people: People) {
    self.people = people
    var history = found
    finds = ContradictionFinder(history: found).finds()
    for find in finds where find.tenures.count == 2 {
      history.conflict(find.tenures[0], find.tenures[1])
    }
    self.history = history
    ids = history.tenures.map { tenure in
      StableID.tenure([
        people.all[Int(tenure.key.person)].id, history.profile(of: tenure).officeKey,
        tenure.key.isActing ? "acting" : "full", "\(tenure.ordinal)",
      ])
    }
  }

  // MARK: tenures

  /// By person, then by office.
  func tenures() -> [TenureRow] { history.tenures.indices.map(row) }

  private func row(_ index: Int) -> TenureRow {
    let tenure = history.tenures[index]
    let person = people.all[Int(tenure.key.person)]
    let profile = history.profile(of: tenure)
    return TenureRow(
      tenureID: ids[index], personID: person.id, personName: person.name,
      officeID: StableID.office(key: profile.officeKey), officeName: profile.officeName,
      acting: tenure.key.isActing, firstObserved: tenure.first?.iso,
      lastObserved: tenure.last?.iso, statedStart: tenure.start?.day.iso,
      statedEnd: tenure.end?.day.iso, notBefore: tenure.notBefore?.iso,
      notAfter: tenure.notAfter?.iso, observations: tenure.observations,
      documents: tenure.documents.count,
      endedBy: tenure.end?.event ?? tenure.farewell.map(mention)
        ?? tenure.successor.map { ids[$0] },
      conflictsWith: tenure.conflicts.map { ids[$0] }.sorted())
  }

  private func mention(_ seen: Tenure.Seen) -> String {
    let register = history.register
    let sighting = register.sightings[Int(seen.sighting)]
    let appearance = register.appearances[Int(sighting.appearance)]
    return StableID.mention(
      document: register.documents[Int(appearance.document)].id, span: sighting.span,
      name: register.names[Int(appearance.name)],
      office: StableID.office(key: history.profiles[Int(sighting.seat)].officeKey),
      qualifier: sighting.manner.qualifier)
  }

  // MARK: contradictions

  /// In the order of the tenures.
  func contradictions() -> [ContradictionRow] {
    finds.map { find in
      let tenure = history.tenures[find.tenures[0]]
      let profile = history.profile(of: tenure)
      let person = people.all[Int(tenure.key.person)]
      let isOffice = find.kind == .twoHolders
      return ContradictionRow(
        contradictionID: StableID.contradiction(
          [find.kind.rawValue] + find.tenures.map { ids[$0] }),
        kind: find.kind,
        subjectID: isOffice ? StableID.office(key: profile.officeKey) : person.id,
        subjectName: isOffice ? profile.officeName : person.name, detail: detail(find),
        mentionIDs: find.seen.map(mention),
        documents: Set(find.seen.map { document(of: $0) }).count)
    }
  }

  private func document(of seen: Tenure.Seen) -> Int32 {
    let sighting = history.register.sightings[Int(seen.sighting)]
    return history.register.appearances[Int(sighting.appearance)].document
  }

  /// Who was in which office on which day, a clause for each sighting.
  private func detail(_ find: ContradictionFinder.Find) -> String {
    var clauses = find.seen.map { seen in
      let sighting = history.register.sightings[Int(seen.sighting)]
      let person = people.all[Int(people.person(of: sighting.appearance))]
      let office = history.profiles[Int(sighting.seat)].officeName
      return [seen.day.iso ?? "", person.name, sighting.manner.word + office]
        .joined(separator: " ")
    }
    let tenure = history.tenures[find.tenures[0]]
    let profile = history.profile(of: tenure)
    switch find.kind {
    case .heldAfterEnd: clauses.insert("\(tenure.end?.day.iso ?? "") 离任", at: 0)
    case .bodyGone:
      clauses.insert("\(profile.goneOn?.iso ?? "") 撤销\(profile.organizationName)", at: 0)
    case .twoHolders, .twoOffices:
      guard find.seen.count == 2, let end = tenure.end?.day.iso else { break }
      clauses.append("\(end) \(people.all[Int(tenure.key.person)].name) 离任")
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
