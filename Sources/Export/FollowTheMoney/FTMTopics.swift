/// Which topics and which country of FollowTheMoney an office has, and what is a public body.
enum FTMTopics {
  private static let levels = [
    "central": "gov.national", "provincial": "gov.state", "subprovincial": "gov.muni",
    "prefecture": "gov.muni", "county": "gov.muni", "township": "gov.muni",
  ]
  /// `party` and the bodies that supervise and advise have no branch there.
  private static let branches = [
    "government": "gov.executive", "congress": "gov.legislative", "court": "gov.judicial",
    "procuratorate": "gov.judicial", "military": "gov.security", "party": "pol.party",
  ]
  private static let publicSystems: Set<String> = [
    "party", "government", "congress", "cppcc", "discipline", "court", "procuratorate", "military",
  ]
  private static let otherKinds: Set<String> = [
    "association", "bank", "central_soe", "central_financial", "civil_organization", "company",
    "democratic_party", "hospital", "institution", "international", "mass_organization", "media",
    "other", "political_party", "school", "university", "university_vice_ministerial",
  ]
  /// What begins the kinds of bodies that are China's, with or without a division.
  private static let centralKinds = [
    "central_soe", "central_financial", "cppcc", "democratic_party", "ministry_managed_bureau",
    "npc",
    "party_central", "party_commission", "state_council", "supervision",
  ]

  static func of(office: RowCells) -> [String] {
    let (system, level) = (office.text("system") ?? "", office.text("level"))
    // The level tells that it is a Chinese office.
    guard let level else { return [] }
    if system == "enterprise" { return ["gov.soe"] }
    guard publicSystems.contains(system) else { return [] }
    // Where the country is a territory's own code, its government is no state's of that country.
    let isOfTerritory = ["tw", "hk", "mo"].contains(country(of: office) ?? "")
    var topics = [isOfTerritory ? nil : levels[level], branches[system]].compactMap { $0 }
    let isNationalHead =
      system == "government" && level == "central" && office.integer("rank_order") == 1
      && office.isTrue("is_head")
    if isNationalHead { topics.append("gov.head") }
    return topics
  }

  /// By the division; else of an office of the state, the party or its enterprises, for a level tells
  /// that it is Chinese. Of others nothing is guessed: the tables have no code of a foreign state,
  /// and an association may be anywhere.
  static func country(of office: RowCells) -> String? {
    let system = office.text("system") ?? ""
    if let code = country(ofDivision: office.text("division_code")) { return code }
    let isTold = publicSystems.contains(system) || system == "enterprise"
    return isTold && office.text("level") != nil ? "cn" : nil
  }

  static func country(ofKind kind: String, division: String?) -> String? {
    if let code = country(ofDivision: division) { return code }
    return centralKinds.contains(where: kind.hasPrefix) ? "cn" : nil
  }

  /// Taiwan, Hong Kong and Macao have codes of their own there.
  static func country(ofDivision division: String?) -> String? {
    guard let division else { return nil }
    return switch division.prefix(2) {
    case "71": "tw"
    case "81": "hk"
    case "82": "mo"
    default: "cn"
    }
  }

  /// An office of the state or the party with a rank, or at the head of a body: not every clerk,
  /// and no office abroad, for what is public there the tables do not tell.
  static func isPublicOffice(_ office: RowCells) -> Bool {
    guard office.text("level") != nil, publicSystems.contains(office.text("system") ?? "") else {
      return false
    }
    return office.isTrue("is_head") || office.isTrue("is_deputy") || office.text("rank") != nil
  }

  /// Organs of states and of the ruling party, and their parts.
  static func isPublic(_ kind: String) -> Bool {
    var whole = kind
    while whole.hasSuffix("_department") { whole.removeLast("_department".count) }
    return !otherKinds.contains(whole) && !whole.hasSuffix("_youth_league")
  }
}
