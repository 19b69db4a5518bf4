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
    "所涉的行政区划及其上级，一区划一行。",
    "The divisions that offices refer to, and those above them.")
  package static let primaryKey: [String] = ["division_code"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("parent_code", to: "divisions", "division_code")
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "division_code", .text, required: true,
      title: Bilingual("代码", "Code"),
      description: Bilingual(
        "GB/T 2260 六位代码",
        "Six digits of GB/T 2260")
    ) { .text($0.divisionCode) },
    Column(
      "name", .text, required: true,
      title: Bilingual("名称", "Name"),
      description: Bilingual(
        "全称",
        "Full name")
    ) { .text($0.name) },
    Column(
      "short_name", .text, required: true,
      title: Bilingual("简称", "Short name"),
      description: Bilingual(
        "简称",
        "Short form")
    ) { .text($0.shortName) },
    Column(
      "name_en", .text,
      title: Bilingual("英文名", "English name"),
      description: Bilingual(
        "英文名",
        "English name")
    ) { .optional($0.nameEnglish) },
    Column(
      "level", .text, required: true,
      words: ["province", "subprovincial_city", "prefecture", "county", "township", "zone"],
      title: Bilingual("层级", "Level"),
      description: Bilingual(
        "层级",
        "Level")
    ) { .text($0.level) },
    Column(
      "kind", .text, required: true,
      title: Bilingual("类别", "Kind"),
      description: Bilingual(
        "省、自治区、地级市、县、市辖区……",
        "省, 自治区, 地级市, 县, 市辖区 …")
    ) { .text($0.kind) },
    Column(
      "parent_code", .text,
      title: Bilingual("上级", "Parent"),
      description: Bilingual(
        "上级区划的代码",
        "Code of the division above it")
    ) { .optional($0.parentCode) },
    Column(
      "valid_from", .date,
      title: Bilingual("始于", "From"),
      description: Bilingual(
        "设立或更名时间",
        "When it began or took its name")
    ) { .optional($0.validFrom) },
    Column(
      "valid_to", .date,
      title: Bilingual("止于", "To"),
      description: Bilingual(
        "撤销或更名时间",
        "When it ended or lost its name")
    ) { .optional($0.validTo) },
  ]
}
