package import Model

/// Resolves bodies and offices into the hierarchy: full names, ranks, levels, superiors. Every
/// office of every division resolves, for local bodies follow patterns.
package struct OfficeHierarchy: Sendable {
  let almanac: Almanac
  private var divisions: Divisions { almanac.divisions }
  private var ranks: Ranks { almanac.ranks }
  private let local: LocalBodies
  private let listed: ListedPosts

  package init(_ almanac: Almanac) {
    self.almanac = almanac
    local = LocalBodies(divisions: almanac.divisions, ranks: almanac.ranks)
    listed = ListedPosts(ranks: almanac.ranks)
  }

  /// The place of a rank on the ladder.
  package func order(ofRank name: String) -> Int? { ranks.order(of: name) }

  // MARK: bodies

  package func organization(_ body: Body) -> Organization {
    switch body {
    case .listed(let id): listedOrganization(id)
    case .local(.government, "div:810000"): listedOrganization("org:hksar-gov")
    case .local(.government, "div:820000"): listedOrganization("org:macao-gov")
    case .local(let kind, let id):
      divisions[id].map { local.organization(kind, of: $0) } ?? written(id, division: nil)
    case .part(let whole, let name): department(name, of: whole)
    case .written(let name, let id): written(name, division: id.flatMap { divisions[$0] })
    case .unplaced(let kind, let level): unplaced(kind, level)
    }
  }

  private func listedOrganization(_ id: String) -> Organization {
    guard let row = almanac.organizations[id] else { return written(id, division: nil) }
    return Organization(
      body: .listed(row.id), key: row.id, name: row.name, shortName: row.shortName,
      nameEnglish: row.nameEnglish,
      kind: row.kind, rank: row.rank, parent: row.parentID.map { .listed($0) },
      division: region(of: row),
      validFrom: row.validFrom, validTo: row.validTo,
      successor: row.successorID.flatMap { almanac.organizations[$0].map { .listed($0.id) } },
      system: Self.system(of: row.kind), level: Self.level(of: row.kind))
  }

  private static func level(of kind: String) -> OfficeLevel? {
    switch kind {
    case "foreign_state", "foreign_body", "international", "company", "political_party",
      "university", "civil_organization":
      nil
    case "regional_body": .provincial
    default: .central
    }
  }

  /// The division of the bodies of Taiwan, Hong Kong and Macao, which their ids begin with.
  private func region(of row: ListedOrganization) -> Division? {
    guard row.kind == "regional_body" else { return nil }
    if row.id == "org:hksar-gov" { return divisions["div:810000"] }
    if row.id == "org:macao-gov" { return divisions["div:820000"] }
    return switch row.id.prefix(3) {
    case "tw:": divisions["div:710000"]
    case "hk:": divisions["div:810000"]
    case "mo:": divisions["div:820000"]
    default: nil
    }
  }

  private static func system(of kind: String) -> OfficeSystem {
    switch kind {
    case "party_central", "party_commission": .party
    case "npc": .congress
    case "cppcc": .cppcc
    case "supervision": .discipline
    case "court": .court
    case "procuratorate": .procuratorate
    case "military": .military
    case "central_soe", "central_financial", "company": .enterprise
    case "university_vice_ministerial", "university", "media", "institution": .institution
    case "mass_organization", "democratic_party", "political_party", "civil_organization": .mass
    case "foreign_state", "foreign_body", "international": .foreign
    case "other": .institution
    default: .government
    }
  }

  private func department(_ name: String, of whole: Body) -> Organization {
    if let listed = listedDepartment(name, of: whole) { return listedOrganization(listed) }
    let parent = organization(whole)
    let known = almanac.departments[name]
    return Organization(
      body: .part(of: whole, name: name), key: parent.key + "/" + name,
      name: departmentName(known?.name ?? name, of: whole, parent),
      shortName: departmentStem(name, of: whole, parent) + (known?.news ?? name),
      nameEnglish: nil,
      kind: parent.kind + "_department", rank: departmentRank(name, of: whole, parent),
      parent: whole, division: parent.division, validFrom: nil, validTo: nil, successor: nil,
      system: known?.system ?? parent.system, level: parent.level)
  }

  /// The full name of a department, from its own full name: 湖南省·财政厅, 中国共产党湖南省委员会·宣传部,
  /// 湖南省人民代表大会·财政经济委员会, 中华人民共和国外交部·礼宾司.
  private func departmentName(
    _ official: String, of whole: Body, _ parent: Organization
  ) -> String {
    switch whole {
    case .local(.government, _) where Self.governmentNames[official] != nil:
      return parent.name + (Self.governmentNames[official] ?? official)
    case .local(.government, let id):
      guard divisions[id] != nil, !Self.innerOffices.contains(official) else {
        return parent.name + official
      }
      if official.hasSuffix("街道办事处") { return parent.name + official }
      let place = departmentStem(official, of: whole, parent)
      if official == "税务局" { return "国家税务总局" + place + official }
      return place + official
    case .local(.congress, let id):
      // The committees of the congress itself, and not of its standing committee.
      guard official.hasSuffix("委员会"), !official.hasSuffix("工作委员会"), let division = divisions[id]
      else { return parent.name + official }
      return divisions.fullName(of: division) + "人民代表大会" + official
    case .local(.consultative, _): return parent.shortName + official
    case .listed where parent.kind == "democratic_party" && official.hasSuffix("委"):
      return parent.name + official + "员会"
    case .listed:
      // 中国铁建·股份有限公司, 国务院·扶贫开发领导小组: behind a name that is whole without it.
      let isShort =
        parent.system == .foreign || parent.kind == "regional_body"
        || parent.system == .enterprise && official.hasSuffix("公司") || whole == .listed("org:sc")
      return (isShort ? parent.shortName : parent.name) + official
    default: return parent.name + official
    }
  }

  /// Departments that are said with the government they serve: 吉林省政府办公厅, but 吉林省教育厅.
  private static let innerOffices: Set<String> = [
    "办公厅", "办公室", "研究室", "参事室", "发展研究中心", "驻京办", "驻京办事处", "驻北京办事处", "党组",
    "国有资产监督管理委员会",
  ]
  /// Offices of a committee that are named otherwise in a government: 广东省外办.
  private static let governmentNames = [
    "外事工作委员会办公室": "外事办公室", "台湾工作办公室": "台湾事务办公室",
  ]
  /// Courts that are named after the short form of their place: 广州·互联网法院.
  private static let specialCourts: Set<String> = ["知识产权法院", "金融法院", "互联网法院", "海事法院"]

  /// What stands before a department's name in the news.
  private func departmentStem(
    _ name: String, of whole: Body, _ parent: Organization
  ) -> String {
    guard case .local(.government, let id) = whole, let division = divisions[id],
      name == "国资委" || !Self.innerOffices.contains(name)
    else { return parent.shortName }
    return id == "div:710000" || Self.specialCourts.contains(name)
      ? division.shortName : divisions.fullName(of: division)
  }

  /// The listed body that a department of a foreign state, or of Taiwan, Hong Kong or Macao is:
  /// 美国·国防部.
  private func listedDepartment(_ name: String, of whole: Body) -> String? {
    let stem: String? =
      switch whole {
      case .listed(let id):
        almanac.organizations[id].flatMap { $0.kind == "foreign_state" ? $0.shortName : nil }
      case .local(.government, let id): divisions[id]?.shortName
      default: nil
      }
    guard let stem else { return nil }
    return almanac.organizations.ids(written: stem + name).last { id in
      let kind = almanac.organizations[id]?.kind
      return kind == "foreign_body" || kind == "regional_body"
    }
  }

  private func departmentRank(_ name: String, of whole: Body, _ parent: Organization) -> String? {
    switch whole {
    case .listed where parent.system == .court || parent.system == .procuratorate:
      name == "政治部" ? "副部级" : "正厅级"
    case .listed where parent.system == .discipline: "正厅级"
    case .listed("org:ccdi"), .listed("org:jijianwei-press"): "正厅级"
    // 上海市人民检察院第一分院
    case .local(.procuratorate, _):
      name.hasSuffix("分院") ? ranks.rank(1, below: parent.rank) : nil
    case .local(.partyCommittee, _), .local(.government, _), .local(.congress, _),
      .local(.consultative, _):
      ranks.rank(2, below: parent.rank)
    case .unplaced(.partyCommittee, .province), .unplaced(.government, .province):
      ranks.rank(2, below: parent.rank)
    case .listed:
      parent.system == .party || parent.system == .government
        ? ranks.rank(parent.rank == "副部级" ? 1 : 2, below: parent.rank) : nil
    // 湖南省公安厅政治部: one step below its department, sections two steps.
    case .part(.local(.government, _), _): ranks.rank(name == "政治部" ? 1 : 2, below: parent.rank)
    default: nil
    }
  }

  private func written(_ name: String, division: Division?) -> Organization {
    WrittenBodies(almanac: almanac).organization(name, division: division)
  }

  /// Stands for a province that nothing tells: all have one rank.
  private static let someProvince = somePlace("省", .province, rank: "正部级")

  private static func somePlace(
    _ kind: String, _ level: Division.Level, rank: String
  ) -> Division {
    Division(
      id: "div:unplaced", code: nil, name: "", shortName: "", aliases: [], nameEnglish: "",
      level: level, kind: kind, rank: rank, parentID: nil, validFrom: nil, validTo: nil)
  }

  /// The division that an office whose place is open would be of, where all such have one rank: a
  /// 市长 or a 区委书记 may stand on any of three steps.
  private func place(_ body: LocalBody, _ level: Division.Level, _ title: String) -> Division? {
    if title.hasSuffix("县长") { return Self.somePlace("县", .county, rank: "正处级") }
    guard level == .province else { return nil }
    guard body == .government else { return Self.someProvince }
    if title.hasSuffix("主席") { return Self.somePlace("自治区", .province, rank: "正部级") }
    return title.hasSuffix("市长") ? nil : Self.someProvince
  }

  private func unplaced(_ body: LocalBody, _ level: Division.Level) -> Organization {
    let name = Self.unplacedName(body, level)
    return Organization(
      body: .unplaced(body, level: level), key: "unplaced:\(body.rawValue):\(level.rawValue)",
      name: name, shortName: name,
      nameEnglish: nil, kind: "unplaced_" + body.rawValue,
      rank: level == .province ? local.rank(body, Self.someProvince) : nil, parent: nil,
      division: nil,
      validFrom: nil, validTo: nil, successor: nil, system: body.system,
      level: OfficeLevel(level))
  }

  private static func unplacedName(_ body: LocalBody, _ level: Division.Level) -> String {
    let place =
      switch level {
      case .province: "省"
      case .subprovincial, .prefecture: "市"
      case .county: "县"
      case .township: "乡镇"
      case .country, .zone: ""
      }
    return switch body {
    case .partyCommittee: place + "委"
    case .government: place + "政府"
    case .congress: place + "人大常委会"
    case .consultative: place + "政协"
    case .discipline: place + "纪委"
    case .supervision: place + "监委"
    case .court: place + "法院"
    case .procuratorate: place + "检察院"
    case .military: place + "军区"
    case .zone: "管委会"
    case .youthLeague: "团" + place + "委"
    }
  }

  // MARK: offices

  package func office(_ body: Body, title: String) -> Office {
    let organization = organization(body)
    let isHead = isHead(body, title)
    let rank = rank(body, title, organization)
    return Office(
      key: organization.key + "|" + title, name: name(body, title, organization),
      fullName: organization.name + title, organization: organization,
      title: title, rank: rank, rankOrder: rank.flatMap { ranks.order(of: $0) }, isHead: isHead,
      isDeputy: title.isDeputyTitle, singleSeat: isHead,
      superior: superior(body, title, isHead: isHead))
  }

  /// The name in the news: 吉林省委书记, 吉林省省长 (not 吉林省政府省长).
  private func name(_ body: Body, _ title: String, _ organization: Organization) -> String {
    if case .local(.government, let id) = body, let division = divisions[id],
      title.hasSuffix(local.headTitle(.government, of: division))
    {
      return divisions.fullName(of: division) + title
    }
    return organization.shortName + title
  }

  private func isHead(_ body: Body, _ title: String) -> Bool {
    switch body {
    case .listed(let id): almanac.organizations[id].map { listed.isHead(title, in: $0) } ?? false
    case .local(let kind, let id):
      divisions[id].map { local.headTitle(kind, of: $0) == title } ?? false
    case .part: Self.departmentHeads.contains(title)
    case .written: WrittenBodies(almanac: almanac).isHead(title)
    case .unplaced: false
    }
  }

  private static let departmentHeads: Set<String> = [
    "部长", "厅长", "局长", "主任", "书记", "司长", "组长", "处长", "科长", "署长", "院长", "校长", "党组书记", "党委书记",
    "主席", "理事长", "会长", "社长", "台长", "主任委员", "庭长", "检察长", "馆长",
  ]

  private func rank(_ body: Body, _ title: String, _ organization: Organization) -> String? {
    if let rank = Self.nonLeading[title] { return rank }
    switch body {
    case .listed(let id): return almanac.organizations[id].flatMap { listed.rank(title, in: $0) }
    case .local(let kind, let id):
      guard let division = divisions[id],
        let steps = local.steps(kind, title, in: division)
      else { return nil }
      return ranks.rank(steps, below: division.rank)
    case .part(let whole, let name):
      return departmentPostRank(title, name, whole, organization)
    case .written: return WrittenBodies(almanac: almanac).rank(title, in: organization)
    case .unplaced(let kind, let level):
      return place(kind, level, title).flatMap { place in
        local.steps(kind, title, in: place).flatMap { ranks.rank($0, below: place.rank) }
      }
    }
  }

  /// Posts without a charge of their own (非领导职务), whose rank is the same in every body.
  private static let nonLeading: [String: String] = [
    "巡视员": "正厅级", "副巡视员": "副厅级", "一级巡视员": "正厅级", "二级巡视员": "副厅级", "调研员": "正处级",
    "副调研员": "副处级", "一级调研员": "正处级", "二级调研员": "正处级", "三级调研员": "副处级", "四级调研员": "副处级",
  ]

  /// Heads of 组织部, 宣传部, 统战部 and 政法委 sit on the standing committee, one step below the
  /// committee; other heads have the rank of their department.
  private func departmentPostRank(
    _ title: String, _ name: String, _ whole: Body, _ organization: Organization
  ) -> String? {
    let isHead = Self.departmentHeads.contains(title)
    if isHead, Self.leadingDepartments.contains(name) {
      if case .local(.partyCommittee, let id) = whole {
        return ranks.rank(1, below: divisions[id]?.rank)
      }
      if case .unplaced(.partyCommittee, .province) = whole { return "副部级" }
    }
    if isHead, Self.isSection(title, in: name) { return Self.sectionRank(title, organization) }
    if title == "副处长" || title == "副科长" { return Self.sectionRank(title, organization) }
    if isHead { return organization.rank }
    if title.hasPrefix("常务副") { return executiveRank(name, whole, organization) }
    let isMember = title == "党组成员" || title == "党委委员"
    return title.isDeputyTitle || isMember ? ranks.rank(1, below: organization.rank) : nil
  }

  private static let leadingDepartments: Set<String> = [
    "组织部", "宣传部", "统战部", "统一战线工作部", "政法委", "政法委员会",
  ]

  /// 处长 and 科长 say their own step, inside bodies of the party and the state.
  private static func sectionRank(_ title: String, _ organization: Organization) -> String? {
    switch organization.system {
    case .party, .government, .congress, .cppcc, .discipline, .court, .procuratorate: break
    case .military, .enterprise, .institution, .mass, .foreign: return nil
    }
    let ranks = ["处长": "正处级", "副处长": "副处级", "科长": "正科级", "副科长": "副科级"]
    return ranks[title]
  }

  /// Whether a head is one of a section inside a department, whose rank the department does not give.
  private static func isSection(_ title: String, in department: String) -> Bool {
    switch title {
    case "处长", "科长": true
    case "组长": !department.hasSuffix("巡视组") && !department.hasSuffix("巡察组")
    default: false
    }
  }

  /// The first deputies of the committee's departments and of the police have the rank of the
  /// department; elsewhere they are deputies.
  private func executiveRank(
    _ name: String, _ whole: Body, _ organization: Organization
  ) -> String? {
    if case .local(.partyCommittee, _) = whole { return organization.rank }
    return name.hasPrefix("公安") ? organization.rank : ranks.rank(1, below: organization.rank)
  }

  private func superior(_ body: Body, _ title: String, isHead: Bool) -> Office.Superior? {
    switch body {
    case .local(let kind, let id):
      guard let division = divisions[id] else { return nil }
      if !isHead { return .init(body: body, title: local.headTitle(kind, of: division)) }
      if kind != .partyCommittee {
        return .init(body: .local(.partyCommittee, division: id), title: "书记")
      }
      guard let parent = divisions.parent(of: division), parent.level != .country else {
        return .init(body: .listed("org:cpc-cc"), title: "总书记")
      }
      return .init(body: .local(.partyCommittee, division: parent.id), title: "书记")
    case .part(let whole, _):
      guard case .local(let kind, let id) = whole, let division = divisions[id] else { return nil }
      return .init(body: whole, title: local.headTitle(kind, of: division))
    case .listed(let id):
      guard let row = almanac.organizations[id], row.parentID == "org:sc", isHead else {
        return nil
      }
      return .init(body: .listed("org:sc"), title: "总理")
    case .written, .unplaced: return nil
    }
  }
}
