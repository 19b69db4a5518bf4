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
    "文章提及的每个职务一行，连同其各级上级职务，按名称排序。",
    "One row for each office that the articles give, and for the offices above it; by name.")
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
        "由机构与职名得出的编号，不随写法而变。",
        "Made from the body and the post, however the article writes them.")
    ) { .text($0.officeID) },
    Column(
      "name", .text, required: true,
      title: Bilingual("职务", "Name"),
      description: Bilingual("新闻中的通行写法：吉林省委书记。", "The form of the news: 吉林省委书记.")
    ) { .text($0.name) },
    Column(
      "full_name", .text, required: true,
      title: Bilingual("职务全称", "Full name"),
      description: Bilingual(
        "机构全称加职名：中国共产党吉林省委员会书记。",
        "The body's full name with the post: 中国共产党吉林省委员会书记.")
    ) { .text($0.fullName) },
    Column(
      "name_en", .text,
      title: Bilingual("英文名称", "English name"),
      description: Bilingual("职务的英文名称，已知者。", "The name in English, where it is known.")
    ) { .optional($0.nameEnglish) },
    Column(
      "organization_id", .text, required: true,
      title: Bilingual("机构编号", "Organization"),
      description: Bilingual("所属机构，见 organizations。", "The body; see organizations.")
    ) { .text($0.organizationID) },
    Column(
      "organization_name", .text, required: true,
      title: Bilingual("机构全称", "Organization's name"),
      description: Bilingual("所属机构的正式全称。", "The full official name of the body.")
    ) { .text($0.organizationName) },
    Column(
      "title", .text, required: true,
      title: Bilingual("职名", "Post"),
      description: Bilingual("不含机构的职名。", "The bare post without the body.")
    ) { .text($0.post) },
    Column(
      "rank", .text,
      title: Bilingual("级别", "Rank"),
      description: Bilingual(
        "职务对应的行政级别（正部级、副厅级等）；职务本身不足以确定则为空。",
        "The rank that goes with the post (正部级, 副厅级 …); empty where the post alone does not "
          + "tell it.")
    ) { .optional($0.rank) },
    Column(
      "rank_order", .integer,
      title: Bilingual("级别次序", "Order of rank"),
      description: Bilingual(
        "级别在十二级阶梯上的次序，1 为正国级。", "The rank's place on the ladder of twelve; 1 is 正国级.")
    ) { .optional($0.rankOrder) },
    Column(
      "level", .text,
      words: ["central", "provincial", "subprovincial", "prefecture", "county", "township"],
      title: Bilingual("层级", "Level"),
      description: Bilingual(
        "机构所在的政权层级：中央、省、副省级城市、地市、县、乡镇；外国职务为空。",
        "The level of government of the body; empty for foreign offices.")
    ) { .optional($0.level) },
    Column(
      "system", .text, required: true,
      words: [
        "party", "government", "congress", "cppcc", "discipline", "court", "procuratorate",
        "military", "enterprise", "institution", "mass", "foreign",
      ],
      title: Bilingual("系统", "System"),
      description: Bilingual(
        "机构所属系统：党委、政府、人大、政协、纪检监察、法院、检察院、军队、企业、事业单位、群团、外国。",
        "The system of the body: party, government, people's congress, CPPCC, discipline and "
          + "supervision, court, procuratorate, military, enterprise, institution, mass "
          + "organisation, foreign.")
    ) { .text($0.system) },
    Column(
      "division_code", .text,
      title: Bilingual("行政区划代码", "Division"),
      description: Bilingual(
        "机构所辖的行政区划，见 divisions；中央机构为空。",
        "The division that the body governs or serves; see divisions. Empty for central bodies.")
    ) { .optional($0.divisionCode) },
    Column(
      "is_head", .boolean, required: true,
      title: Bilingual("是否正职", "Head"),
      description: Bilingual("是否为机构的正职。", "Whether the holder heads the body.")
    ) { .boolean($0.isHead) },
    Column(
      "is_deputy", .boolean, required: true,
      title: Bilingual("是否副职", "Deputy"),
      description: Bilingual("是否为副职。", "Whether the office is a deputy's.")
    ) { .boolean($0.isDeputy) },
    Column(
      "single_seat", .boolean, required: true,
      title: Bilingual("是否独任", "Single seat"),
      description: Bilingual("同一时间是否只由一人担任。", "Whether one person at a time holds it.")
    ) { .boolean($0.singleSeat) },
    Column(
      "superior_office_id", .text,
      title: Bilingual("上级职务", "Superior"),
      description: Bilingual(
        "此职务所向负责的职务；无从确定则为空。",
        "The office that this one answers to; empty where it is not known.")
    ) { .optional($0.superiorOfficeID) },
  ]
}
