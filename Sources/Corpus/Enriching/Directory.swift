import Model
import Reference

/// The bodies, offices and divisions that the tables list: those that the articles give, and those
/// above them, so that every reference leads to a row.
///
/// A class, for a struct of so many parts is copied wherever it goes along.
final class Directory: Sendable {
  /// What a mention needs to know of its office.
  struct Entry: Hashable, Sendable {
    let officeID: String
    let officeName: String
    let post: String
    let organizationID: String
    let organizationName: String
    let rank: String?
    let rankOrder: Int?
    let system: OfficeSystem
  }

  /// What a party to an event needs to know of itself as a body.
  struct BodyEntry: Hashable, Sendable {
    let organizationID: String
    let name: String
  }

  let offices: [OfficeRow]
  let organizations: [OrganizationRow]
  let divisions: [DivisionRow]
  private let entries: [Seat: Entry]
  private let bodies: [Body: BodyEntry]
  private let resolver: CorrectedOffices
  /// The offices that are meant where articles give others.
  private let meant: [Seat: Seat]
  private let almanac: Almanac

  /// `seats` counts the mentions of each office; `bodies` are those that stand without one; `areas`
  /// are the ids of divisions and states where things took place; `meant` are the offices that people
  /// have corrected.
  init(
    _ seats: [Seat: Int], bodies: Set<Body> = [], areas: Set<String> = [],
    meant: [Seat: Seat] = [:], almanac: Almanac, resolver: CorrectedOffices
  ) {
    self.meant = meant
    self.almanac = almanac
    self.resolver = resolver
    var builder = DirectoryBuilder(almanac: almanac, resolver: resolver)
    for seat in seats.keys { builder.add(seat) }
    for body in bodies { builder.add(body) }
    for area in areas { builder.add(area: area) }
    self.bodies = builder.bodyEntries()
    entries = builder.entries()
    var mentions: [String: Int] = [:]
    for (seat, count) in seats {
      mentions[entries[seat]?.organizationID ?? "", default: 0] += count
    }
    offices = builder.officeRows()
    organizations = builder.organizationRows(mentions: mentions)
    divisions = builder.divisionRows()
  }

  /// The office of a mention; resolved anew for one that was not counted.
  subscript(_ seat: Seat) -> Entry {
    entries[seat] ?? Entry(resolver.office(seat))
  }

  /// The office that is meant where an article gives one.
  subscript(_ office: OfficeReading) -> Entry {
    let printed = Seat(body: office.body, title: office.title)
    return self[meant[printed] ?? printed]
  }

  /// A body that stands without an office; resolved anew where it was not counted.
  subscript(_ body: Body) -> BodyEntry { bodies[body] ?? BodyEntry(resolver.organization(body)) }

  /// The code of the division that a place lies in; nil abroad and where it has none.
  func code(of place: Event.Place) -> String? { place.area.flatMap { almanac.divisions[$0]?.code } }

  /// The names from the province, or the state, down to a place: 湖南省/衡阳市, 法国/巴黎.
  func path(of place: Event.Place) -> String? {
    guard let area = place.area else { return nil }
    var names = almanac.path(ofArea: area)
    if let state = almanac.organizations[area],
      ![state.name, state.shortName].contains(place.name), !state.aliases.contains(place.name)
    {
      names.append(place.name)
    }
    return names.isEmpty ? nil : names.joined(separator: "/")
  }
}

extension Directory.Entry {
  init(_ office: Office) {
    self.init(
      officeID: StableID.office(key: office.key), officeName: office.name, post: office.title,
      organizationID: StableID.organization(key: office.organization.key),
      organizationName: office.organization.nameOfFacts, rank: office.rank,
      rankOrder: office.rankOrder,
      system: office.system)
  }
}

extension Directory.BodyEntry {
  init(_ body: Organization) {
    self.init(organizationID: StableID.organization(key: body.key), name: body.nameOfFacts)
  }
}

extension Organization {
  /// The name that stands beside facts: the full one of bodies that a table or a pattern names, that
  /// of the news for departments (湖北省卫健委) and for bodies that no table lists.
  fileprivate var nameOfFacts: String {
    switch body {
    case .listed, .local, .unplaced: name
    case .part, .written: shortName
    }
  }
}

/// Gathers what the directory lists, in any order, to the same result.
struct DirectoryBuilder {
  private let almanac: Almanac
  private let resolver: CorrectedOffices
  private var keys: [Seat: String] = [:]
  private var bodyKeys: [Body: String] = [:]
  private var offices: [String: Office] = [:]
  private var organizations: [String: Organization] = [:]
  private var divisions: [String: Division] = [:]

  init(almanac: Almanac, resolver: CorrectedOffices) {
    self.almanac = almanac
    self.resolver = resolver
  }

  /// Adds an office, the body that it belongs to and all that is above the two.
  mutating func add(_ seat: Seat) {
    var next: Seat? = seat
    while let seat = next, keys[seat] == nil {
      let office = resolver.office(seat)
      keys[seat] = office.key
      add(office.organization)
      if let known = offices[office.key] {
        offices[office.key] = Self.better(known, office)
      } else {
        offices[office.key] = office
      }
      next = office.superior.map { Seat(body: $0.body, title: $0.title) }
    }
  }

  /// Adds a body and those above it.
  mutating func add(_ body: Body) {
    guard bodyKeys[body] == nil else { return }
    let organization = resolver.organization(body)
    bodyKeys[body] = organization.key
    add(organization)
  }

  /// Adds a division and those above it; what is no division adds nothing.
  mutating func add(area: String) { add(almanac.divisions[area]) }

  private mutating func add(_ organization: Organization) {
    add(organization.division)
    if let known = organizations[organization.key] {
      let better = Self.better(known, organization)
      if better == known { return }
      organizations[organization.key] = better
    } else {
      organizations[organization.key] = organization
    }
    if let parent = organization.parent { add(resolver.organization(parent)) }
    if let successor = organization.successor { add(resolver.organization(successor)) }
  }

  /// Where a code was borne by several names in turn, the name that it bears today, or bore last.
  private mutating func add(_ division: Division?) {
    guard let division else { return }
    for step in almanac.divisions.path(of: division) {
      guard let code = step.code else { continue }
      if let known = divisions[code], known.isAtLeastAsLate(as: step) { continue }
      divisions[code] = step
    }
  }

  /// A body known by its name alone may be read in one place and in another: the same one of the
  /// two is kept in whatever order they come.
  private static func better(_ a: Organization, _ b: Organization) -> Organization {
    rankForChoice(a) <= rankForChoice(b) ? a : b
  }

  /// Of one organization, the reading that knows whom the office answers to.
  private static func better(_ a: Office, _ b: Office) -> Office {
    let (one, other) = (rankForChoice(a.organization), rankForChoice(b.organization))
    return (one, rankForChoice(a.superior)) <= (other, rankForChoice(b.superior)) ? a : b
  }

  private static func rankForChoice(_ organization: Organization) -> String {
    (organization.division?.id ?? "~") + " " + (organization.parent.map { "\($0)" } ?? "~")
  }

  private static func rankForChoice(_ superior: Office.Superior?) -> String {
    superior.map { "\($0.body) \($0.title)" } ?? "~"
  }

  // MARK: rows

  func entries() -> [Seat: Directory.Entry] {
    keys.compactMapValues { offices[$0].map(Directory.Entry.init) }
  }

  func bodyEntries() -> [Body: Directory.BodyEntry] {
    bodyKeys.compactMapValues { organizations[$0].map(Directory.BodyEntry.init) }
  }

  /// By name, then by id.
  func officeRows() -> [OfficeRow] {
    offices.values.map(row).sorted { ($0.name, $0.officeID) < ($1.name, $1.officeID) }
  }

  private func row(_ office: Office) -> OfficeRow {
    let body = organizations[office.organization.key] ?? office.organization
    let superior = office.superior.flatMap { keys[Seat(body: $0.body, title: $0.title)] }
    return OfficeRow(
      officeID: StableID.office(key: office.key), name: office.name, fullName: office.fullName,
      nameEnglish: almanac.hierarchy.nameEnglish(of: office),
      organizationID: StableID.organization(key: body.key),
      organizationName: body.name, post: office.title, rank: office.rank,
      rankOrder: office.rankOrder, level: office.level?.rawValue, system: office.system.rawValue,
      divisionCode: body.division?.code, isHead: office.isHead, isDeputy: office.isDeputy,
      singleSeat: office.singleSeat, superiorOfficeID: superior.map(StableID.office))
  }

  /// By name, then by id.
  func organizationRows(mentions: [String: Int]) -> [OrganizationRow] {
    organizations.values.map { row($0, mentions) }
      .sorted { ($0.name, $0.organizationID) < ($1.name, $1.organizationID) }
  }

  private func row(_ body: Organization, _ mentions: [String: Int]) -> OrganizationRow {
    let id = StableID.organization(key: body.key)
    let parent = body.parent.map { resolver.organization($0).key }
    let successor = body.successor.map { resolver.organization($0).key }
    return OrganizationRow(
      organizationID: id, name: body.name, shortName: body.shortName,
      nameEnglish: almanac.hierarchy.nameEnglish(of: body), kind: body.kind, rank: body.rank,
      parentID: parent.map(StableID.organization), divisionCode: body.division?.code,
      validFrom: body.validFrom, validTo: body.validTo,
      successorID: successor.map(StableID.organization), mentions: mentions[id] ?? 0)
  }

  /// By code.
  func divisionRows() -> [DivisionRow] {
    divisions.map { code, division in row(code, division) }
      .sorted { $0.divisionCode < $1.divisionCode }
  }

  private func row(_ code: String, _ division: Division) -> DivisionRow {
    let parent = almanac.divisions.parent(of: division)?.code
    return DivisionRow(
      divisionCode: code, name: division.name, shortName: division.shortName,
      nameEnglish: division.nameEnglish.isEmpty ? nil : division.nameEnglish,
      level: division.level.rawValue, kind: division.kind,
      parentCode: parent.flatMap { divisions[$0] == nil ? nil : $0 },
      validFrom: division.validFrom, validTo: division.validTo)
  }
}

extension Division {
  /// Live before closed, then by the end of its period, then by id.
  fileprivate func isAtLeastAsLate(as other: Division) -> Bool {
    (validTo ?? "9999", id) >= (other.validTo ?? "9999", other.id)
  }
}
