/// An office: a post in a body.
package struct OfficeRow: Hashable, Sendable {
  package var officeID: String
  package var name: String
  package var fullName: String
  package var nameEnglish: String?
  package var organizationID: String
  package var organizationName: String
  package var post: String
  package var rank: String?
  package var rankOrder: Int?
  package var level: String?
  package var system: String
  package var divisionCode: String?
  package var isHead: Bool
  package var isDeputy: Bool
  package var singleSeat: Bool
  package var superiorOfficeID: String?

  package init(
    officeID: String, name: String, fullName: String, nameEnglish: String?, organizationID: String,
    organizationName: String, post: String, rank: String?, rankOrder: Int?, level: String?,
    system: String, divisionCode: String?, isHead: Bool, isDeputy: Bool, singleSeat: Bool,
    superiorOfficeID: String?
  ) {
    self.officeID = officeID
    self.name = name
    self.fullName = fullName
    self.nameEnglish = nameEnglish
    self.organizationID = organizationID
    self.organizationName = organizationName
    self.post = post
    self.rank = rank
    self.rankOrder = rankOrder
    self.level = level
    self.system = system
    self.divisionCode = divisionCode
    self.isHead = isHead
    self.isDeputy = isDeputy
    self.singleSeat = singleSeat
    self.superiorOfficeID = superiorOfficeID
  }
}

extension OfficeRow: TableRow {
  package static let tableName = "offices"
  package static let title = Bilingual("职务", "Offices")
  package static let description = Bilingual(
    "语料中出现的每个职务一行。",
    "One row for each office that was read, and those above it.")
  package static let primaryKey: [String] = ["office_id"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("organization_id", to: "organizations", "organization_id"),
    ForeignKey("division_code", to: "divisions", "division_code"),
    ForeignKey("superior_office_id", to: "offices", "office_id"),
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "office_id", .text, required: true,
      title: Bilingual("职务编号", "Office"),
      description: Bilingual(
        "职务编号",
        "Id of the office")
    ) { .text($0.officeID) },
    Column(
      "name", .text, required: true,
      title: Bilingual("职务", "Name"),
      description: Bilingual(
        "新闻中的称呼，如 吉林省委书记",
        "The form of the news: 吉林省委书记")
    ) { .text($0.name) },
    Column(
      "full_name", .text, required: true,
      title: Bilingual("全称", "Full name"),
      description: Bilingual(
        "全称，如 中国共产党吉林省委员会书记",
        "中国共产党吉林省委员会书记")
    ) { .text($0.fullName) },
    Column(
      "name_en", .text,
      title: Bilingual("英文名", "English name"),
      description: Bilingual(
        "英文名",
        "English name")
    ) { .optional($0.nameEnglish) },
    Column(
      "organization_id", .text, required: true,
      title: Bilingual("机构编号", "Organization"),
      description: Bilingual(
        "所属机构",
        "The body it belongs to")
    ) { .text($0.organizationID) },
    Column(
      "organization_name", .text, required: true,
      title: Bilingual("机构", "Organization name"),
      description: Bilingual(
        "机构全称",
        "Full official name of the body")
    ) { .text($0.organizationName) },
    Column(
      "title", .text, required: true,
      title: Bilingual("职名", "Title"),
      description: Bilingual(
        "不含机构的职名",
        "The bare post")
    ) { .text($0.post) },
    Column(
      "rank", .text,
      title: Bilingual("级别", "Rank"),
      description: Bilingual(
        "职务本身的级别；职务不能定级则空",
        "The rank that goes with the post; empty where the post alone does not tell it")
    ) { .optional($0.rank) },
    Column(
      "rank_order", .integer,
      title: Bilingual("级别序", "Order of rank"),
      description: Bilingual(
        "级别序：1 正国级 至 12 办事员",
        "1 for 正国级 to 12")
    ) { .optional($0.rankOrder) },
    Column(
      "level", .text,
      words: ["central", "provincial", "subprovincial", "prefecture", "county", "township"],
      title: Bilingual("层级", "Level"),
      description: Bilingual(
        "机构的层级",
        "Level of government")
    ) { .optional($0.level) },
    Column(
      "system", .text, required: true,
      words: [
        "party", "government", "congress", "cppcc", "discipline", "court", "procuratorate",
        "military", "enterprise", "institution", "mass", "foreign",
      ],
      title: Bilingual("系统", "System"),
      description: Bilingual(
        "机构的系统",
        "The system that the body belongs to")
    ) { .text($0.system) },
    Column(
      "division_code", .text,
      title: Bilingual("行政区划代码", "Division"),
      description: Bilingual(
        "所辖行政区划的代码（GB/T 2260）",
        "Code of its jurisdiction (GB/T 2260)")
    ) { .optional($0.divisionCode) },
    Column(
      "is_head", .boolean, required: true,
      title: Bilingual("正职", "Head"),
      description: Bilingual(
        "是否机构的正职",
        "Whether it heads the body")
    ) { .boolean($0.isHead) },
    Column(
      "is_deputy", .boolean, required: true,
      title: Bilingual("副职", "Deputy"),
      description: Bilingual(
        "是否副职",
        "Whether it is a deputy")
    ) { .boolean($0.isDeputy) },
    Column(
      "single_seat", .boolean, required: true,
      title: Bilingual("独任", "Single seat"),
      description: Bilingual(
        "是否同一时间只有一人担任",
        "Whether one person at a time holds it")
    ) { .boolean($0.singleSeat) },
    Column(
      "superior_office_id", .text,
      title: Bilingual("上级职务", "Superior"),
      description: Bilingual(
        "上级职务",
        "The office it answers to")
    ) { .optional($0.superiorOfficeID) },
  ]
}
