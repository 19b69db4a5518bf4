import Model

/// The doubtful choices between namesakes, kept as numbers until their rows are wanted.
final class JudgementList {
  /// In the order of the rows: by name, rule and persons.
  private struct Entry: BitwiseCopyable, Comparable {
    let name: Int32
    let rank: Int32
    let rule: UInt8
    let person: PackedID
    let other: PackedID
    let id: PackedID
    let one: Int32
    let another: Int32

    static func < (a: Self, b: Self) -> Bool {
      if (a.rank, a.rule, a.person) != (b.rank, b.rule, b.person) {
        return (a.rank, a.rule, a.person) < (b.rank, b.rule, b.person)
      }
      return (a.other, a.id) < (b.other, b.id)
    }
  }

  /// In the order of their names.
  private static let rules = SamenessRule.allCases.sorted { $0.rawValue < $1.rawValue }

  private let register: PersonRegister
  private let profiles: [SeatProfile]
  /// The places of the names in their order.
  private let ranks: [Int32]
  private let entries: Sorter<Entry>

  init(
    _ register: PersonRegister, _ profiles: [SeatProfile], _ ranks: [Int32],
    _ space: any ScratchSpace
  ) {
    self.register = register
    self.profiles = profiles
    self.ranks = ranks
    entries = Sorter(space)
  }

  /// Notes a choice between two appearances whose persons are known.
  func append(
    _ rule: SamenessRule, name: Int32, _ one: Int32, _ other: Int32, _ people: People
  ) {
    let parts =
      [register.names[Int(name)], rule.rawValue] + [one, other].map(document)
      + [one, other].map { office(of: $0) ?? "" }
    let another = people.packedID(of: people.person(of: other))
    entries.append(
      Entry(
        name: name, rank: ranks[Int(name)], rule: UInt8(Self.rules.firstIndex(of: rule) ?? 0),
        person: people.packedID(of: people.person(of: one)),
        other: rule.joins ? PackedID("") : another, id: PackedID(StableID.namesake(parts)),
        one: one, another: other))
  }

  /// By name, rule and persons.
  func forEachRow<Problem: Error>(
    _ body: (NamesakeRow) throws(Problem) -> Void
  ) throws(Problem) {
    for entry in entries.sorted() { try body(row(entry)) }
  }

  private func row(_ entry: Entry) -> NamesakeRow {
    let rule = Self.rules[Int(entry.rule)]
    return NamesakeRow(
      namesakeID: entry.id.text("nsk"), name: register.names[Int(entry.name)],
      decision: rule.joins ? "joined" : "apart", rule: rule.rawValue,
      personID: entry.person.text("per"),
      otherPersonID: rule.joins ? nil : entry.other.text("per"), office: office(of: entry.one),
      otherOffice: office(of: entry.another), documentID: document(entry.one),
      otherDocumentID: document(entry.another))
  }

  private func document(_ appearance: Int32) -> String {
    register.documents[register.appearances[appearance].document].id
  }

  /// The highest office of an appearance.
  private func office(of appearance: Int32) -> String? {
    register.sightings(of: appearance).map { profiles[Int($0.seat)] }
      .min { ($0.rankOrder ?? .max, $0.officeName) < ($1.rankOrder ?? .max, $1.officeName) }?
      .officeName
  }
}
