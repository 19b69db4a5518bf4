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
    "语料中出现的每个机构及其上级，一机构一行。",
    "One row for each body that was read, and those above it.")
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
        "机构编号",
        "Id of the body")
    ) { .text($0.organizationID) },
    Column(
      "name", .text, required: true,
      title: Bilingual("全称", "Name"),
      description: Bilingual(
        "全称",
        "Full official name")
    ) { .text($0.name) },
    Column(
      "short_name", .text,
      title: Bilingual("简称", "Short name"),
      description: Bilingual(
        "新闻中的简称",
        "The form of the news")
    ) { .optional($0.shortName) },
    Column(
      "name_en", .text,
      title: Bilingual("英文名", "English name"),
      description: Bilingual(
        "英文名",
        "English name")
    ) { .optional($0.nameEnglish) },
    Column(
      "kind", .text, required: true,
      title: Bilingual("类别", "Kind"),
      description: Bilingual(
        "机构类别",
        "Kind of body")
    ) { .text($0.kind) },
    Column(
      "rank", .text,
      title: Bilingual("级别", "Rank"),
      description: Bilingual(
        "机构级别",
        "Rank of the body")
    ) { .optional($0.rank) },
    Column(
      "parent_id", .text,
      title: Bilingual("上级机构", "Parent"),
      description: Bilingual(
        "上级机构",
        "The body above it")
    ) { .optional($0.parentID) },
    Column(
      "division_code", .text,
      title: Bilingual("行政区划代码", "Division"),
      description: Bilingual(
        "所辖行政区划的代码",
        "Code of its jurisdiction")
    ) { .optional($0.divisionCode) },
    Column(
      "valid_from", .date,
      title: Bilingual("始于", "From"),
      description: Bilingual(
        "成立时间",
        "When it began")
    ) { .optional($0.validFrom) },
    Column(
      "valid_to", .date,
      title: Bilingual("止于", "To"),
      description: Bilingual(
        "撤销或更名时间",
        "When it ended or was renamed")
    ) { .optional($0.validTo) },
    Column(
      "successor_id", .text,
      title: Bilingual("后继机构", "Successor"),
      description: Bilingual(
        "后继机构",
        "The body that followed it")
    ) { .optional($0.successorID) },
    Column(
      "mentions", .integer, required: true,
      title: Bilingual("提及数", "Mentions"),
      description: Bilingual(
        "mentions 表中的行数",
        "Rows in mentions")
    ) { .integer($0.mentions) },
  ]
}
