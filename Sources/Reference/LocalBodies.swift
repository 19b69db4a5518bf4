import Model

/// The patterns by which every division has its bodies: names, short names, ranks, heads.
struct LocalBodies {
  let divisions: Divisions
  let ranks: Ranks

  func organization(_ body: LocalBody, of division: Division) -> Organization {
    let place = divisions.fullName(of: division)
    return Organization(
      body: .local(body, division: division.id), key: "local:\(body.rawValue):\(division.id)",
      name: fullName(body, place, division),
      shortName: shortName(body, place, division), nameEnglish: nil,
      kind: kind(body, division), rank: rank(body, division), parent: parent(body, division),
      division: division, validFrom: division.validFrom, validTo: division.validTo,
      successor: division.successorID.map { .local(body, division: $0) }, system: body.system,
      level: OfficeLevel(division.level))
  }

  private func fullName(_ body: LocalBody, _ place: String, _ division: Division) -> String {
    switch body {
    case .partyCommittee:
      division.level == .zone ? "中国共产党\(place)工作委员会" : "中国共产党\(place)委员会"
    case .government:
      switch division.kind {
      case "兵团", "兵团师": place
      case "盟", "地区": place + "行政公署"
      case "特别行政区": place + "政府"
      default: place + "人民政府"
      }
    case .congress: place + "人民代表大会常务委员会"
    case .consultative: "中国人民政治协商会议\(place)委员会"
    case .discipline: "中国共产党\(place)纪律检查委员会"
    case .supervision: place + "监察委员会"
    case .court: place + courtLevel(division) + "人民法院"
    case .procuratorate: place + "人民检察院"
    case .military: (division.level == .county ? "" : "中国人民解放军") + militaryName(division)
    case .zone: place + "管理委员会"
    case .youthLeague: "共青团" + place + "委员会"
    }
  }

  private func courtLevel(_ division: Division) -> String {
    switch division.level {
    case .province: "高级"
    case .subprovincial, .prefecture: "中级"
    default: ""
    }
  }

  private func shortName(_ body: LocalBody, _ place: String, _ division: Division) -> String {
    switch body {
    case .partyCommittee: partyShortName(place, division)
    case .government where division.kind.hasPrefix("兵团"): place
    case .government:
      division.kind == "盟" || division.kind == "地区" ? place + "行署" : place + "政府"
    case .congress: place + "人大常委会"
    case .consultative: place + "政协"
    case .discipline: place + "纪委"
    case .supervision: place + "监委"
    case .court: place + (courtLevel(division).first.map { "\($0)院" } ?? "法院")
    case .procuratorate: place + "检察院"
    case .military: militaryName(division)
    case .zone: place + "管委会"
    case .youthLeague: "共青团" + place + "委"
    }
  }

  private func partyShortName(_ place: String, _ division: Division) -> String {
    switch division.kind {
    case "自治区", "兵团", "兵团师": place + "党委"
    case _ where division.level == .zone: place + "党工委"
    case "地区": division.shortName + "地委"
    default: place + "委"
    }
  }

  /// 湖南省军区, 广西军区, 上海警备区, 岳阳军分区, 平江县人民武装部.
  private func militaryName(_ division: Division) -> String {
    switch (division.level, division.kind) {
    case (.province, "自治区"): division.shortName + "军区"
    case (.province, "直辖市"):
      division.shortName + (division.id == "div:110000" ? "卫戍区" : "警备区")
    case (.province, _): division.name + "军区"
    case (.county, _): divisions.fullName(of: division) + "人民武装部"
    default: division.shortName + "军分区"
    }
  }

  private func kind(_ body: LocalBody, _ division: Division) -> String {
    let level = OfficeLevel(division.level)?.rawValue ?? "local"
    return level + "_" + body.rawValue
  }

  /// Committee, government, congress and CPPCC have the rank of the unit; discipline, courts and
  /// procuratorates stand one step below it.
  func rank(_ body: LocalBody, _ division: Division) -> String? {
    switch body {
    case .partyCommittee, .government, .congress, .consultative, .zone: division.rank
    case .discipline, .supervision, .court, .procuratorate: ranks.rank(1, below: division.rank)
    case .youthLeague: ranks.rank(2, below: division.rank)
    case .military: nil
    }
  }

  private func parent(_ body: LocalBody, _ division: Division) -> Body? {
    if let parent = divisions.parent(of: division), parent.level != .country {
      return .local(body, division: parent.id)
    }
    return switch body {
    case .partyCommittee: .listed("org:cpc-cc")
    case .government, .zone: .listed("org:sc")
    case .congress: .listed("org:npcsc")
    case .consultative: .listed("org:cppcc")
    case .discipline: .listed("org:ccdi")
    case .supervision: .listed("org:nsc")
    case .court: .listed("org:spc")
    case .procuratorate: .listed("org:spp")
    case .military: .listed("org:cmc")
    case .youthLeague: .listed("org:cyl")
    }
  }

  /// The title of the one who heads a body.
  func headTitle(_ body: LocalBody, of division: Division) -> String {
    switch body {
    case .partyCommittee, .discipline, .youthLeague: "书记"
    case .congress, .supervision, .zone: "主任"
    case .consultative: "主席"
    case .court: "院长"
    case .procuratorate: "检察长"
    case .military: "司令员"
    case .government: governorTitle(division)
    }
  }

  private func governorTitle(_ division: Division) -> String {
    switch division.kind {
    case "省": "省长"
    case "自治区": "主席"
    case "特别行政区": "行政长官"
    case "自治州": "州长"
    case "盟": "盟长"
    case "地区": "专员"
    case "县", "自治县": "县长"
    case "旗", "自治旗": "旗长"
    case "市辖区", "林区", "特区": "区长"
    case "兵团": "司令员"
    case "兵团师": "师长"
    default: "市长"
    }
  }

  // MARK: ranks of posts

  /// Steps below the rank of the unit, by body and title; nil where the title does not tell.
  func steps(_ body: LocalBody, _ title: String, in division: Division) -> Int? {
    let isHead = title == headTitle(body, of: division)
    switch body {
    case .partyCommittee: return partySteps(title, isHead)
    case .government where division.kind.hasPrefix("兵团"): return corpsSteps(title, division)
    case .government: return governmentSteps(title, isHead, division)
    case .congress, .consultative: return assemblySteps(title, isHead)
    case .discipline, .supervision: return disciplineSteps(title, isHead)
    case .youthLeague: return isHead ? 2 : title.isDeputyTitle ? 3 : nil
    case .court, .procuratorate: return courtSteps(title, isHead, division)
    case .zone:
      return isHead || title.hasSuffix("书记") && !title.isDeputyTitle
        ? 0 : title.isDeputyTitle ? 1 : nil
    case .military: return nil
    }
  }

  private func partySteps(_ title: String, _ isHead: Bool) -> Int? {
    if isHead || title == "第一书记" { return 0 }
    switch title {
    case "副书记", "专职副书记", "常委", "秘书长", "党委常委": return 1
    case "副秘书长": return 3
    default: return nil
    }
  }

  private func governmentSteps(_ title: String, _ isHead: Bool, _ division: Division) -> Int? {
    if isHead || title == "党组书记" { return 0 }
    switch title {
    case "党组副书记", "党组成员": return 1
    case "秘书长", "省长助理", "市长助理", "主席助理": return 2
    case "副秘书长": return 3
    default:
      return title.isDeputyTitle && title.hasSuffix(headTitle(.government, of: division)) ? 1 : nil
    }
  }

  /// The Corps is led by its political commissar, its commander stands a step below; in its divisions
  /// both have the rank of the division.
  private func corpsSteps(_ title: String, _ division: Division) -> Int? {
    switch title {
    case "政委", "政治委员": 0
    case "司令员", "师长": division.kind == "兵团" ? 1 : 0
    case "副政委", "副司令员", "副师长", "党组成员", "副政治委员": 1
    case "秘书长": 2
    case "副秘书长": 3
    default: nil
    }
  }

  private func assemblySteps(_ title: String, _ isHead: Bool) -> Int? {
    if isHead || title == "党组书记" { return 0 }
    switch title {
    case "副主任", "副主席", "党组副书记", "党组成员", "常务副主任", "常务副主席": return 1
    case "秘书长": return 2
    case "副秘书长": return 3
    default: return nil
    }
  }

  private func disciplineSteps(_ title: String, _ isHead: Bool) -> Int? {
    if isHead { return 1 }
    switch title {
    case "副书记", "副主任", "常务副书记": return 2
    case "常委", "秘书长", "委员": return 3
    default: return nil
    }
  }

  private static let benchMembers: Set<String> = [
    "审委会专职委员", "审判委员会专职委员", "检委会专职委员", "检察委员会专职委员",
  ]

  private func courtSteps(_ title: String, _ isHead: Bool, _ division: Division) -> Int? {
    if isHead || title == "党组书记" { return 1 }
    if Self.benchMembers.contains(title) { return division.level == .province ? 3 : nil }
    guard title.isDeputyTitle || title == "党组成员" else { return nil }
    return division.level == .province ? (title.hasPrefix("常务") ? 2 : 3) : 2
  }
}

extension LocalBody {
  package var system: OfficeSystem {
    switch self {
    case .partyCommittee: .party
    case .government, .zone: .government
    case .congress: .congress
    case .consultative: .cppcc
    case .discipline, .supervision: .discipline
    case .court: .court
    case .procuratorate: .procuratorate
    case .military: .military
    case .youthLeague: .mass
    }
  }
}

extension String {
  /// 副X, 常务副X, 第一副X: a deputy of the head.
  var isDeputyTitle: Bool { contains("副") }
}
