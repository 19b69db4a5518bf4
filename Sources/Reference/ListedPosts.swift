/// The ranks of posts in bodies that are listed one by one.
struct ListedPosts {
  let ranks: Ranks

  /// The rank of a post; nil where the post alone does not tell it.
  func rank(_ title: String, in body: ListedOrganization) -> String? {
    if let rank = Self.special[body.id]?[title] { return rank.isEmpty ? nil : rank }
    guard let rank = body.rank else { return nil }
    if isHead(title, in: body) { return rank }
    if let rank = chief(title, in: body, rank) { return rank }
    if Self.undetermined.contains(title) { return nil }
    if title.hasPrefix("常务副"), Self.executives.contains(body.kind) { return rank }
    if title.isDeputyTitle || members(of: body.kind).contains(title) {
      return ranks.rank(1, below: rank)
    }
    return nil
  }

  func isHead(_ title: String, in body: ListedOrganization) -> Bool {
    if let heads = Self.specialHeads[body.id] { return heads.contains(title) }
    return Self.heads(of: body.kind).contains(title)
  }

  /// The rank of those beside the deputies: assistants, chief engineers, editors-in-chief.
  private func chief(_ title: String, in body: ListedOrganization, _ rank: String) -> String? {
    if body.kind == "media", title == "总编辑" || title == "总编" {
      return rank == "正部级" ? "副部级" : rank
    }
    guard Self.agencies.contains(body.kind) else { return nil }
    if title == "部长助理" { return "副部级" }
    return Self.chiefs.contains(title) ? "正厅级" : nil
  }

  /// Posts of the agencies of the State Council that have the rank of the head of a department in
  /// them, whatever the agency's.
  private static let chiefs: Set<String> = [
    "秘书长", "总工程师", "总经济师", "总会计师", "总农艺师", "总规划师", "总统计师", "安全总监",
    "行长助理", "主席助理", "局长助理", "署长助理", "主任助理",
  ]
  private static let agencies: Set<String> = [
    "state_council_department", "state_council_agency", "state_council_office",
    "ministry_managed_bureau",
  ]

  /// Where the first deputy has the rank of the head: 公安部常务副部长, 中央党校常务副校长.
  private static let executives: Set<String> = ["party_central", "state_council_department"]

  /// Titles one step below the head, beside those of deputies.
  private func members(of kind: String) -> Set<String> {
    switch kind {
    case "central_soe", "central_financial": Self.managers
    case "mass_organization": Self.secretaries
    default: Self.committeeMembers
    }
  }

  private static let committeeMembers: Set<String> = [
    "党组成员", "党委委员", "党委常委", "纪检监察组组长", "纪检组组长", "纪委书记",
  ]
  private static let managers = committeeMembers.union(["总会计师", "首席风险官"])
  private static let secretaries = committeeMembers.union(["书记处书记", "书记处常务书记"])
  /// Titles whose rank differs from body to body.
  private static let undetermined: Set<String> = [
    "秘书长", "副秘书长", "党组副书记", "党委副书记", "总工程师", "部长助理", "副总编辑", "副董事长",
  ]

  private static func heads(of kind: String) -> Set<String> {
    switch kind {
    case "central_soe", "central_financial":
      ["董事长", "党组书记", "党委书记", "总经理", "行长", "总裁"]
    case "university_vice_ministerial", "university": ["校长", "党委书记", "院长"]
    case "media", "institution":
      ["社长", "台长", "院长", "主任", "局长", "主席", "理事长", "党组书记", "党委书记"]
    case "mass_organization":
      [
        "主席", "会长", "理事长", "主任", "党组书记", "第一书记", "书记处第一书记", "社长", "院长",
      ]
    case "international", "civil_organization", "political_party": Self.offices.union(["秘书长"])
    case "foreign_state": ["总统", "国王", "主席", "天皇", "女王", "总理", "首相"]
    default: Self.offices
    }
  }

  private static let offices: Set<String> =
    [
      "部长", "主任", "局长", "署长", "行长", "审计长", "主席", "书记", "党组书记", "党委书记", "组长", "司令员",
      "政委", "政治委员", "会长", "理事长", "院长", "校长", "参谋长", "总参谋长", "第一书记", "主任委员",
    ]

  private static let specialHeads: [String: Set<String>] = [
    "org:cpc-cc": ["总书记"], "state:CN": ["主席"], "org:sc": ["总理", "党组书记"],
    "org:npcsc": ["委员长"], "org:npc": ["委员长"], "org:cppcc": ["主席"], "org:cmc": ["主席"],
    "org:ccdi": ["书记"], "org:politburo": [], "org:secretariat": [], "org:spc": ["院长", "党组书记"],
    "org:spp": ["检察长", "党组书记"], "org:nsc": ["主任"],
  ]

  /// The posts of the state's and the Party's leading bodies. Empty: the post tells no rank.
  private static let special: [String: [String: String]] = [
    "org:cpc-cc": ["总书记": "正国级", "委员": "", "候补委员": ""],
    "org:politburo": ["常委": "正国级", "委员": "副国级", "候补委员": "副国级"],
    "org:secretariat": ["书记": "副国级"],
    "state:CN": ["主席": "正国级", "副主席": "副国级"],
    "org:sc": [
      "总理": "正国级", "副总理": "副国级", "国务委员": "副国级", "秘书长": "正部级", "副秘书长": "副部级",
      "党组书记": "正国级", "党组成员": "",
    ],
    "org:npcsc": ["委员长": "正国级", "副委员长": "副国级", "秘书长": "正部级", "副秘书长": "副部级"],
    "org:cppcc": ["主席": "正国级", "副主席": "副国级", "秘书长": "正部级", "副秘书长": "副部级", "委员": "", "常委": ""],
    "org:cmc": ["主席": "正国级", "副主席": "副国级", "委员": ""],
    "org:ccdi": ["书记": "正国级", "副书记": "正部级", "常委": "副部级", "委员": ""],
    "org:nsc": ["主任": "副国级", "副主任": "正部级", "委员": "副部级"],
    "org:spc": ["院长": "副国级", "党组书记": "副国级", "常务副院长": "正部级", "副院长": "副部级"],
    "org:spp": ["检察长": "副国级", "党组书记": "副国级", "常务副检察长": "正部级", "副检察长": "副部级"],
    "org:mofcom": ["国际贸易谈判代表": "正部级", "国际贸易谈判副代表": "副部级"],
    "org:plac": ["书记": "副国级", "秘书长": "正部级", "副秘书长": "副部级"],
  ]
}
