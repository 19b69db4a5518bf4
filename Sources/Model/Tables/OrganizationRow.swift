/// A body.
package struct OrganizationRow: Hashable, Sendable {
  package var organizationID: String
  package var name: String
  package var shortName: String?
  package var nameEnglish: String?
  package var kind: String
  package var rank: String?
  package var parentID: String?
  package var divisionCode: String?
  package var validFrom: String?
  package var validTo: String?
  package var successorID: String?
  package var mentions: Int

  package init(
    organizationID: String, name: String, shortName: String?, nameEnglish: String?, kind: String,
    rank: String?, parentID: String?, divisionCode: String?, validFrom: String?, validTo: String?,
    successorID: String?, mentions: Int
  ) {
    self.organizationID = organizationID
    self.name = name
    self.shortName = shortName
    self.nameEnglish = nameEnglish
    self.kind = kind
    self.rank = rank
    self.parentID = parentID
    self.divisionCode = divisionCode
    self.validFrom = validFrom
    self.validTo = validTo
    self.successorID = successorID
    self.mentions = mentions
  }
}

extension OrganizationRow: TableRow {
  package static let tableName = "organizations"
  package static let title = Bilingual("机构", "Organizations")
  package static let description = Bilingual(
    "文章提及其职务的每个机构一行，连同其各级上级与后继机构，按名称排序。",
    """
    One row for each body that an office of the articles belongs to, and for the bodies above it \
    and after it; by name.
    """)
  package static let primaryKey: [String] = ["organization_id"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("parent_id", to: "organizations", "organization_id"),
    ForeignKey("division_code", to: "divisions", "division_code"),
    ForeignKey("successor_id", to: "organizations", "organization_id"),
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "organization_id", .text, required: true,
      title: Bilingual("机构编号", "Organization"),
      description: Bilingual(
        "机构的编号，不随写法而变；机构改名改制后另有编号。",
        "The same however the name is written; a body renamed or reformed has another.")
    ) { .text($0.organizationID) },
    Column(
      "name", .text, required: true,
      title: Bilingual("全称", "Name"),
      description: Bilingual(
        "正式全称；未收录的机构按文中写法。",
        "The full official name; for bodies that no table lists, as the article writes it.")
    ) { .text($0.name) },
    Column(
      "short_name", .text,
      title: Bilingual("简称", "Short name"),
      description: Bilingual("新闻中的通行简称：吉林省委。", "The form of the news: 吉林省委.")
    ) { .optional($0.shortName) },
    Column(
      "name_en", .text,
      title: Bilingual("英文名称", "English name"),
      description: Bilingual("英文名称，已知者。", "The name in English, where it is known.")
    ) { .optional($0.nameEnglish) },
    Column(
      "kind", .text, required: true,
      title: Bilingual("类别", "Kind"),
      description: Bilingual(
        "机构类别：state_council_department 国务院组成部门、provincial_party_committee 省级党委等。",
        "What sort of body it is: state_council_department, provincial_party_committee, "
          + "central_soe, foreign_state …")
    ) { .text($0.kind) },
    Column(
      "rank", .text,
      title: Bilingual("级别", "Rank"),
      description: Bilingual("机构的行政级别；不明则为空。", "The rank of the body; empty where unknown.")
    ) { .optional($0.rank) },
    Column(
      "parent_id", .text,
      title: Bilingual("上级机构", "Parent"),
      description: Bilingual(
        "所隶属的机构；没有或不明则为空。", "The body that it is part of or under; empty for none or unknown.")
    ) { .optional($0.parentID) },
    Column(
      "division_code", .text,
      title: Bilingual("行政区划代码", "Division"),
      description: Bilingual(
        "所辖或所在的行政区划，见 divisions；中央机构为空。",
        "The division that it governs or stands in; see divisions. Empty for central bodies.")
    ) { .optional($0.divisionCode) },
    Column(
      "valid_from", .date,
      title: Bilingual("起始", "From"),
      description: Bilingual(
        "以此名称存在的起始时间，已知者。", "When the body began under this name, where known.")
    ) { .optional($0.validFrom) },
    Column(
      "valid_to", .date,
      title: Bilingual("终止", "To"),
      description: Bilingual(
        "撤销或改名的时间；仍存在则为空。", "When it ended or was renamed; empty while it lives.")
    ) { .optional($0.validTo) },
    Column(
      "successor_id", .text,
      title: Bilingual("后继机构", "Successor"),
      description: Bilingual("承接其职能的机构。", "The body that took over from it.")
    ) { .optional($0.successorID) },
    Column(
      "mentions", .integer, required: true,
      title: Bilingual("提及数", "Mentions"),
      description: Bilingual(
        "mentions 表中属于该机构职务的行数；仅作为上级或后继列入者为 0。",
        "How many rows of mentions give an office of this body; 0 for one listed only as a parent "
          + "or successor.")
    ) { .integer($0.mentions) },
  ]
}

extension OrganizationRow {
  /// The kinds of the bodies of the centre, its enterprises among them.
  package static let centralKinds = [
    "central_financial", "central_soe", "court", "cppcc", "institution", "mass_organization",
    "ministry_managed_bureau", "npc", "party_central", "party_commission", "procuratorate",
    "state_council_agency", "state_council_department", "state_council_office", "supervision",
  ]
}
