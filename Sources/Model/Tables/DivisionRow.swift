/// A division: a place in the order of government.
package struct DivisionRow: Hashable, Sendable {
  package var divisionCode: String
  package var name: String
  package var shortName: String
  package var nameEnglish: String?
  package var level: String
  package var kind: String
  package var parentCode: String?
  package var validFrom: String?
  package var validTo: String?

  package init(
    divisionCode: String, name: String, shortName: String, nameEnglish: String?, level: String,
    kind: String, parentCode: String?, validFrom: String?, validTo: String?
  ) {
    self.divisionCode = divisionCode
    self.name = name
    self.shortName = shortName
    self.nameEnglish = nameEnglish
    self.level = level
    self.kind = kind
    self.parentCode = parentCode
    self.validFrom = validFrom
    self.validTo = validTo
  }
}

extension DivisionRow: TableRow {
  package static let tableName = "divisions"
  package static let title = Bilingual("行政区划", "Divisions")
  package static let description = Bilingual(
    "职务、机构与事件地点涉及的每个行政区划一行，连同其各级上级，按代码排序。",
    """
    One row for each administrative division that an office or a body belongs to or that an event \
    took place in, and for those above it; by code.
    """)
  package static let primaryKey: [String] = ["division_code"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("parent_code", to: "divisions", "division_code")
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "division_code", .text, required: true,
      title: Bilingual("行政区划代码", "Division"),
      description: Bilingual(
        "GB/T 2260 六位代码（220000 吉林省）；同一代码先后有几个名称时，名称取现用或最后的一个。",
        "The six digits of GB/T 2260 (220000 吉林省); where a code had several names in turn, the "
          + "row has the name that it bears today or bore last.")
    ) { .text($0.divisionCode) },
    Column(
      "name", .text, required: true,
      title: Bilingual("名称", "Name"),
      description: Bilingual("行政区划全称。", "The full name.")
    ) { .text($0.name) },
    Column(
      "short_name", .text, required: true,
      title: Bilingual("简称", "Short name"),
      description: Bilingual("不含“省”“市”等的通行简称。", "The usual form without 省, 市 and the like.")
    ) { .text($0.shortName) },
    Column(
      "name_en", .text,
      title: Bilingual("英文名称", "English name"),
      description: Bilingual("英文名称。", "The name in English.")
    ) { .optional($0.nameEnglish) },
    Column(
      "level", .text, required: true,
      words: ["province", "subprovincial_city", "prefecture", "county", "township", "zone"],
      title: Bilingual("层级", "Level"),
      description: Bilingual(
        "省、副省级城市、地、县、乡或功能区。",
        "Province, sub-provincial city, prefecture, county, township, or zone (新区, 开发区 and the "
          + "like).")
    ) { .text($0.level) },
    Column(
      "kind", .text, required: true,
      title: Bilingual("类别", "Kind"),
      description: Bilingual(
        "建制类别：省、自治区、直辖市、地级市、自治州、县级市、市辖区等。",
        "The kind of unit: 省, 自治区, 直辖市, 地级市, 自治州, 县级市, 市辖区 …")
    ) { .text($0.kind) },
    Column(
      "parent_code", .text,
      title: Bilingual("上级代码", "Parent"),
      description: Bilingual(
        "上一级行政区划；省级为空。",
        "The division above it; empty for provinces.")
    ) { .optional($0.parentCode) },
    Column(
      "valid_from", .date,
      title: Bilingual("起始", "From"),
      description: Bilingual(
        "以此名称与代码存在的起始时间，已知者。",
        "When it began under this name and code, where known.")
    ) { .optional($0.validFrom) },
    Column(
      "valid_to", .date,
      title: Bilingual("终止", "To"),
      description: Bilingual(
        "撤销、改名或换码的时间；仍有效则为空。",
        "When it was abolished, renamed or given another code; empty while it lives.")
    ) { .optional($0.validTo) },
  ]
}
