import Model
import Reference

/// Every office and body that the readings speak of, resolved once, with those above them.
struct OfficeIndex {
  /// An office as printed: a body and a title.
  struct Key: Hashable {
    var body: Body
    var title: String
  }

  /// A resolved office with its ids.
  struct Entry {
    var office: Office
    var officeID: String
    var organizationID: String
  }

  private let hierarchy: OfficeHierarchy
  private let almanac: Almanac
  private(set) var entries: [Key: Entry] = [:]
  /// By organisation id: the body, and how many mentions it has.
  private(set) var organizations: [String: Organization] = [:]
  private(set) var mentions: [String: Int] = [:]

  init(_ almanac: Almanac) {
    self.almanac = almanac
    hierarchy = almanac.hierarchy
  }

  /// Notes an office that a mention speaks of.
  mutating func note(_ reading: OfficeReading) -> Entry {
    let entry = add(Key(body: reading.body, title: reading.title))
    mentions[entry.organizationID, default: 0] += 1
    return entry
  }

  private mutating func add(_ key: Key) -> Entry {
    if let entry = entries[key] { return entry }
    let office = hierarchy.office(key.body, title: key.title)
    let entry = Entry(
      office: office, officeID: StableID.office(key: office.key),
      organizationID: StableID.organization(key: office.organization.key))
    entries[key] = entry
    add(office.organization)
    if let superior = office.superior {
      _ = add(Key(body: superior.body, title: superior.title))
    }
    return entry
  }

  private mutating func add(_ organization: Organization) {
    let id = StableID.organization(key: organization.key)
    guard organizations[id] == nil else { return }
    organizations[id] = organization
    if let parent = organization.parent { add(hierarchy.organization(parent)) }
    if let successor = organization.successorID, almanac.organizations[successor] != nil {
      add(hierarchy.organization(.listed(successor)))
    }
  }

  // MARK: rows

  /// By id.
  var officeRows: [OfficeRow] {
    let unique = Dictionary(entries.values.map { ($0.officeID, $0) }) { first, _ in first }
    return unique.values.map(row).sorted { $0.officeID < $1.officeID }
  }

  private func row(_ entry: Entry) -> OfficeRow {
    let office = entry.office
    let superior = office.superior.flatMap { entries[Key(body: $0.body, title: $0.title)] }
    return OfficeRow(
      officeID: entry.officeID, name: office.name, fullName: office.fullName,
      nameEnglish: office.nameEnglish, organizationID: entry.organizationID,
      organizationName: office.organization.name, post: office.title, rank: office.rank,
      rankOrder: office.rankOrder, level: office.level?.rawValue, system: office.system.rawValue,
      divisionCode: office.divisionCode, isHead: office.isHead, isDeputy: office.isDeputy,
      singleSeat: office.singleSeat, superiorOfficeID: superior?.officeID)
  }

  /// By id.
  var organizationRows: [OrganizationRow] {
    organizations.map { id, organization in row(id, organization) }
      .sorted { $0.organizationID < $1.organizationID }
  }

  private func row(_ id: String, _ organization: Organization) -> OrganizationRow {
    let parent = organization.parent.map { hierarchy.organization($0).key }
    let successor = organization.successorID.flatMap { almanac.organizations[$0]?.id }
    return OrganizationRow(
      organizationID: id, name: organization.name, shortName: organization.shortName,
      nameEnglish: organization.nameEnglish, kind: organization.kind, rank: organization.rank,
      parentID: parent.map(StableID.organization),
      divisionCode: organization.division?.code, validFrom: organization.validFrom,
      validTo: organization.validTo, successorID: successor.map(StableID.organization),
      mentions: mentions[id] ?? 0)
  }

  /// The divisions of all bodies and those above them, by code. Where a code was borne by several
  /// names in turn, the name that it bears today, or bore last.
  var divisionRows: [DivisionRow] {
    var rows: [String: Division] = [:]
    for organization in organizations.values {
      guard let division = organization.division else { continue }
      for step in almanac.divisions.path(of: division) {
        guard let code = step.code else { continue }
        if let known = rows[code], known.isAtLeastAsLate(as: step) { continue }
        rows[code] = step
      }
    }
    return rows.values.map { row($0, among: rows) }.sorted { $0.divisionCode < $1.divisionCode }
  }

  private func row(_ division: Division, among rows: [String: Division]) -> DivisionRow {
    let parent = almanac.divisions.parent(of: division)?.code
    return DivisionRow(
      divisionCode: division.code ?? "", name: division.name, shortName: division.shortName,
      nameEnglish: division.nameEnglish.isEmpty ? nil : division.nameEnglish,
      level: division.level.rawValue, kind: division.kind,
      parentCode: parent.flatMap { rows[$0] == nil ? nil : $0 }, validFrom: division.validFrom,
      validTo: division.validTo)
  }
}

extension Division {
  /// Live before closed, then by the end of its period, then by id.
  fileprivate func isAtLeastAsLate(as other: Division) -> Bool {
    (validTo ?? "9999", id) >= (other.validTo ?? "9999", other.id)
  }
}
