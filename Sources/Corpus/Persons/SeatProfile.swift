import Model
import Reference

/// What an office tells of the person who holds it: where it is, how high, beside which others it
/// can be held.
struct SeatProfile {
  let officeKey: String
  let officeName: String
  let officeFullName: String
  let title: String
  let organizationKey: String
  let organizationName: String
  let kind: String
  /// A foreign state by its key; Taiwan, Hong Kong and Macao by their division; nil at home.
  let state: String?
  /// The ids of the divisions from the province down; empty where it has none.
  let path: [String]
  let rankOrder: Int?
  let isHead: Bool
  let singleSeat: Bool
  /// Whether it says of which state its holder is: no envoy, no body abroad whose state is not known.
  let tellsState: Bool
  /// Whether the body is known, and not only its printed name.
  let isKnown: Bool
  /// Whether the place of the body is open (省委书记, with no province in sight).
  let isUnplaced: Bool
  /// Whether it fills a working life: no membership, no seat in an association.
  let isFullTime: Bool
  /// Whether it is one seat of very many: a deputy, a member.
  let isMembership: Bool
  /// The last day of the body, where it is gone.
  let goneOn: Day?

  init(_ seat: Seat, _ almanac: Almanac, _ resolver: CorrectedOffices) {
    let office = resolver.office(seat)
    let body = office.organization
    officeKey = office.key
    officeName = office.name
    officeFullName = office.fullName
    title = seat.title
    organizationKey = body.key
    organizationName = body.name
    kind = body.kind
    path = body.division.map { almanac.divisions.path(of: $0).map(\.id) } ?? []
    rankOrder = office.rankOrder
    isHead = office.isHead
    singleSeat = office.singleSeat
    state = Self.state(of: seat.body, body, path, almanac.hierarchy)
    if case .written = seat.body { isKnown = false } else { isKnown = true }
    if case .unplaced = seat.body { isUnplaced = true } else { isUnplaced = false }
    isFullTime =
      isKnown && !isUnplaced && (office.isHead || office.isDeputy)
      && !Self.looseKinds.contains(kind)
    tellsState =
      isKnown && !Self.envoys.contains { seat.title.hasSuffix($0) }
      && (state != nil || !Self.foreignKinds.contains(kind))
    isMembership = Self.memberships.contains { seat.title.hasSuffix($0) }
    goneOn = body.validTo.flatMap { PartialDate(iso: $0) }.map(Day.init)
  }

  /// Bodies whose posts are held beside others.
  private static let looseKinds: Set<String> = [
    "party_central", "party_commission", "npc", "cppcc", "mass_organization", "democratic_party",
    "civil_organization", "international", "other", "political_party", "state", "company",
    "military", "youth_league",
  ]

  private static let envoys = ["大使", "公使", "领事", "参赞", "代表"]
  private static let foreignKinds: Set<String> = [
    "foreign_body", "international", "company", "civil_organization", "university", "media",
    "political_party",
  ]
  private static let memberships = ["代表", "委员", "成员", "党员", "议员"]

  private static func state(
    of seat: Body, _ body: Organization, _ path: [String], _ hierarchy: OfficeHierarchy
  ) -> String? {
    if body.kind == "regional_body" { return body.division?.id ?? "region" }
    if let region = path.first, regions.contains(region) { return region }
    var next: Body? = seat
    for _ in 0..<6 {
      guard let body = next else { return nil }
      let organization = hierarchy.organization(body)
      if organization.kind == "foreign_state" { return organization.key }
      next = organization.parent
    }
    return nil
  }

  private static let regions: Set<String> = ["div:710000", "div:810000", "div:820000"]

  // MARK: two offices

  /// Whether one of the two lies in the division of the other.
  func sharesPlace(with other: SeatProfile) -> Bool {
    guard let mine = path.last, let theirs = other.path.last else { return false }
    return path.contains(theirs) || other.path.contains(mine)
  }

  /// Whether nobody holds both at one time: two full-time posts in two places, or two states.
  func excludes(_ other: SeatProfile) -> Bool {
    guard isFullTime, other.isFullTime, organizationKey != other.organizationKey else {
      return false
    }
    if tellsState, other.tellsState, state != other.state { return true }
    if !path.isEmpty, !other.path.isEmpty { return !sharesPlace(with: other) }
    if path.isEmpty, other.path.isEmpty {
      return isHead && other.isHead && kind == "state_council_department" && kind == other.kind
    }
    return isHead && other.isHead && isWorkingBody && other.isWorkingBody
  }

  /// A body whose head is there every day: a government, a party committee, a ministry.
  private var isWorkingBody: Bool {
    !path.isEmpty || kind == "state_council_department" || kind == "state_council_agency"
      || kind == "ministry_managed_bureau" || kind == "central_soe"
  }

  /// Whether the name of one body holds that of the other: 海底捞, 海底捞集团.
  func sharesName(with other: SeatProfile) -> Bool {
    guard !isKnown || !other.isKnown else { return false }
    let (mine, theirs) = (organizationName, other.organizationName)
    guard min(mine.utf8.count, theirs.utf8.count) >= 6 else { return false }
    return mine.contains(theirs) || theirs.contains(mine)
  }
}
