/// A person, over the whole corpus.
package struct PersonRow: Hashable, Sendable {
  package var personID: String
  package var name: String
  package var namePinyin: String?
  package var aliases: [String]
  package var firstSeen: String?
  package var lastSeen: String?
  package var documents: Int
  package var mentions: Int
  package var latestOfficeID: String?
  package var latestOffice: String?
  package var highestRank: String?
  package var homonym: String?

  package init(
    personID: String, name: String, namePinyin: String?, aliases: [String], firstSeen: String?,
    lastSeen: String?, documents: Int, mentions: Int, latestOfficeID: String?,
    latestOffice: String?, highestRank: String?, homonym: String?
  ) {
    self.personID = personID
    self.name = name
    self.namePinyin = namePinyin
    self.aliases = aliases
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.documents = documents
    self.mentions = mentions
    self.latestOfficeID = latestOfficeID
    self.latestOffice = latestOffice
    self.highestRank = highestRank
    self.homonym = homonym
  }
}

extension PersonRow: TableRow {
  package static let tableName = "persons"
  package static let title = Bilingual("人物", "Persons")
  package static let description = Bilingual(
    "语料中每个姓名一行；目前按姓名区分人物。",
    "One row for each person; for now persons are told apart by name alone.")
  package static let primaryKey: [String] = ["person_id"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("latest_office_id", to: "offices", "office_id")
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "person_id", .text, required: true,
      title: Bilingual("人物编号", "Person"),
      description: Bilingual(
        "人物编号",
        "Id of the person")
    ) { .text($0.personID) },
    Column(
      "name", .text, required: true,
      title: Bilingual("姓名", "Name"),
      description: Bilingual(
        "全名，简体",
        "Full name in simplified characters")
    ) { .text($0.name) },
    Column(
      "name_pinyin", .text,
      title: Bilingual("拼音", "Pinyin"),
      description: Bilingual(
        "姓名拼音，无声调",
        "The name in pinyin, without tones")
    ) { .optional($0.namePinyin) },
    Column(
      "aliases", .list,
      title: Bilingual("别名", "Aliases"),
      description: Bilingual(
        "其他写法",
        "Other forms of the name")
    ) { .list($0.aliases) },
    Column(
      "first_seen", .date,
      title: Bilingual("最早", "First seen"),
      description: Bilingual(
        "最早一篇的发表日期",
        "Date of the earliest document")
    ) { .optional($0.firstSeen) },
    Column(
      "last_seen", .date,
      title: Bilingual("最晚", "Last seen"),
      description: Bilingual(
        "最晚一篇的发表日期",
        "Date of the latest document")
    ) { .optional($0.lastSeen) },
    Column(
      "documents", .integer, required: true,
      title: Bilingual("文献数", "Documents"),
      description: Bilingual(
        "出现的文献数",
        "Documents that name the person")
    ) { .integer($0.documents) },
    Column(
      "mentions", .integer, required: true,
      title: Bilingual("提及数", "Mentions"),
      description: Bilingual(
        "mentions 表中的行数",
        "Rows in mentions")
    ) { .integer($0.mentions) },
    Column(
      "latest_office_id", .text,
      title: Bilingual("最近职务编号", "Latest office"),
      description: Bilingual(
        "最近所见的现任职务",
        "The office last seen held")
    ) { .optional($0.latestOfficeID) },
    Column(
      "latest_office", .text,
      title: Bilingual("最近职务", "Latest office name"),
      description: Bilingual(
        "最近所见的现任职务",
        "The name of that office")
    ) { .optional($0.latestOffice) },
    Column(
      "highest_rank", .text,
      title: Bilingual("最高级别", "Highest rank"),
      description: Bilingual(
        "所见职务的最高级别",
        "The highest rank among the offices seen")
    ) { .optional($0.highestRank) },
    Column(
      "homonym", .text,
      title: Bilingual("同名", "Homonym"),
      description: Bilingual(
        "与他人同名时的区分，目前恒空",
        "Set where several persons share the name; not told apart yet")
    ) { .optional($0.homonym) },
  ]
}
