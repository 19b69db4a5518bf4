import Model

/// Bodies that no table lists, by what their names end in: companies, schools, towns.
struct WrittenBodies {
  let almanac: Almanac
  private var ranks: Ranks { almanac.ranks }

  func organization(_ name: String, division: Division?) -> Organization {
    let ending = Self.endings.first { name.hasSuffix($0.ending) }
    let kind = ending?.kind ?? "other"
    let isTown = division != nil && Self.towns.contains { name.hasSuffix($0) }
    let isSchool = kind == "university"
    return Organization(
      body: .written(name, division: division?.id), key: "written:" + name,
      name: fullName(name, division), shortName: name, nameEnglish: nil,
      kind: isTown ? "township" : kind, rank: rank(name, kind, isTown: isTown, division),
      parent: nil, division: isSchool ? nil : division, validFrom: nil, validTo: nil,
      successor: nil, system: system(name, isTown: isTown) ?? ending?.system ?? .institution,
      level: isTown ? .township : division.flatMap { OfficeLevel($0.level) })
  }

  /// The endings of names, most telling first, and what they say.
  private static let endings: [(ending: String, kind: String, system: OfficeSystem)] = [
    ("银行", "bank", .enterprise), ("公司", "company", .enterprise), ("集团", "company", .enterprise),
    ("大学", "university", .institution), ("学院", "university", .institution),
    ("学校", "school", .institution), ("中学", "school", .institution),
    ("医院", "hospital", .institution), ("法院", "court", .court),
    ("检察院", "procuratorate", .procuratorate), ("协会", "association", .mass),
    ("学会", "association", .mass), ("商会", "association", .mass),
    ("基金会", "association", .mass), ("联合会", "association", .mass),
    ("报社", "media", .institution), ("电视台", "media", .institution),
    ("日报", "media", .institution), ("军区", "military", .military),
    ("部队", "military", .military), ("海关", "customs", .government),
    ("政府", "government", .government),
    ("局", "government_department", .government), ("厅", "government_department", .government),
    ("纪检监察组", "discipline", .discipline),
    ("委", "party_committee", .party),
  ]

  /// What the bodies of towns end in, longest first, and what they are called in full.
  private static let towns = [
    "街道办事处", "街道办", "街道党工委", "镇政府", "乡政府", "镇党委", "乡党委",
  ]

  private func system(_ name: String, isTown: Bool) -> OfficeSystem? {
    guard isTown else { return nil }
    return name.hasSuffix("委") ? .party : .government
  }

  /// 浏阳市大瑶镇政府 is 浏阳市大瑶镇人民政府, 漆河镇党委 is 中国共产党漆河镇委员会.
  private func fullName(_ name: String, _ division: Division?) -> String {
    if name.hasSuffix("纪检监察组"), name.hasPrefix("驻"), resident(name) != nil {
      return "中央纪委国家监委" + name
    }
    guard let division else { return name }
    if name.hasSuffix("街道办事处") || name.hasSuffix("街道办") {
      let place = almanac.divisions.fullName(of: division)
      guard name.hasPrefix(place) else { return name }
      let street = name.dropFirst(place.count).dropLast(name.hasSuffix("处") ? 3 : 1)
      return place + "人民政府" + street + "办事处"
    }
    if name.hasSuffix("镇政府") || name.hasSuffix("乡政府") {
      return name.dropLast(2) + "人民政府"
    }
    if name.hasSuffix("镇党委") || name.hasSuffix("乡党委") {
      return "中国共产党" + name.dropLast(2) + "委员会"
    }
    if name.hasSuffix("街道党工委") { return "中国共产党" + name.dropLast(3) + "工作委员会" }
    return name
  }

  /// Towns stand two steps below the county or district that they are in.
  private func rank(
    _ name: String, _ kind: String, isTown: Bool, _ division: Division?
  ) -> String? {
    if kind == "discipline" { return resident(name).flatMap { ranks.rank(1, below: $0) } }
    if kind == "customs" { return almanac.directCustoms.contains(name) ? "正厅级" : "正处级" }
    guard let division, !Self.isOverseas(division) else { return nil }
    if isTown { return ranks.rank(2, below: division.rank) }
    switch kind {
    case "university":
      let isCollege = name.hasSuffix("职业技术学院") || name.hasSuffix("职业学院")
      return isCollege ? "副厅级" : "正厅级"
    case "media": return ranks.rank(2, below: division.rank)
    default: return nil
    }
  }

  private static func isOverseas(_ division: Division) -> Bool {
    ["71", "81", "82", "TW"].contains { division.id.hasPrefix("div:" + $0) }
  }

  /// The rank of the body that a team of inspectors of discipline is resident at: 驻商务部纪检监察组.
  private func resident(_ name: String) -> String? {
    guard let start = name.firstIndex(of: "驻") else { return nil }
    let seat = name[name.index(after: start)...].dropLast("纪检监察组".count)
    let ids = almanac.organizations.ids(written: String(seat))
    return almanac.organizations[almanac.organizations.id(of: ids, on: nil)]?.rank
  }

  // MARK: posts

  func isHead(_ title: String) -> Bool {
    !title.isDeputyTitle && Self.heads.contains(title)
  }

  private static let heads: Set<String> = [
    "部长", "厅长", "局长", "主任", "书记", "司长", "组长", "处长", "科长", "署长", "院长", "校长", "党组书记", "党委书记",
    "董事长", "总经理", "总裁", "社长", "台长", "会长", "理事长", "行长", "首席执行官", "CEO", "议长", "主席", "州长",
    "市长", "镇长", "乡长", "党工委书记", "关长",
  ]

  /// The rank of a post in a body whose own rank its name tells.
  func rank(_ title: String, in organization: Organization) -> String? {
    guard let rank = organization.rank else { return nil }
    switch organization.kind {
    case "university":
      guard !["组长", "处长", "科长", "司长"].contains(title) else { return nil }
    case "township", "media", "discipline", "customs": break
    default: return nil
    }
    if isHead(title) { return rank }
    if title.isDeputyTitle || ["纪委书记", "党委委员", "党委常委"].contains(title) {
      return ranks.rank(1, below: rank)
    }
    return nil
  }
}
