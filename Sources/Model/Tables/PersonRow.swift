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
  package var pinyinBasis: String?

  package init(
    personID: String, name: String, namePinyin: String?, aliases: [String], firstSeen: String?,
    lastSeen: String?, documents: Int, mentions: Int, latestOfficeID: String?,
    latestOffice: String?, highestRank: String?, homonym: String?, pinyinBasis: String?
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
    self.pinyinBasis = pinyinBasis
  }
}

extension PersonRow: TableRow {
  package static let tableName = "persons"
  package static let title = Bilingual("人物", "Persons")
  package static let description = Bilingual(
    "文章中出现的每位具名人物一行，按姓名排序。", "One row for each person whom the articles name, by name.")
  package static let primaryKey: [String] = ["person_id"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("latest_office_id", to: "offices", "office_id")
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "person_id", .text, required: true,
      title: Bilingual("人物编号", "Person"),
      description: Bilingual(
        "由姓名（及区分同名者的依据）得出的编号。",
        "Made from the name, and from what tells namesakes apart.")
    ) { .text($0.personID) },
    Column(
      "name", .text, required: true,
      title: Bilingual("姓名", "Name"),
      description: Bilingual(
        "全名，简体，不含空格；外国人名各部分以 · 相隔。",
        "The full name in simplified characters, without spaces; · between parts of a foreign name."
      )
    ) { .text($0.name) },
    Column(
      "name_pinyin", .text,
      title: Bilingual("姓名拼音", "Pinyin"),
      description: Bilingual(
        "姓名的汉语拼音，不标声调（Jing Junhai），由字表推得；音译的外国人名等无从拼写者为空。",
        "The name in pinyin without tones, surname first (Jing Junhai), computed from a table of "
          + "readings; empty for foreign names written by their sound.")
    ) { .optional($0.namePinyin) },
    Column(
      "aliases", .list,
      title: Bilingual("别名", "Aliases"),
      description: Bilingual(
        "同一人物的其他写法；没有则为空。", "Other forms of the same person's name; empty for none.")
    ) { .list($0.aliases) },
    Column(
      "first_seen", .date,
      title: Bilingual("最早出现", "First seen"),
      description: Bilingual(
        "提及此人的文章中最早的发布日期。", "The earliest day of publication of an article that names the person.")
    ) { .optional($0.firstSeen) },
    Column(
      "last_seen", .date,
      title: Bilingual("最晚出现", "Last seen"),
      description: Bilingual(
        "提及此人的文章中最晚的发布日期。", "The latest day of publication of an article that names the person.")
    ) { .optional($0.lastSeen) },
    Column(
      "documents", .integer, required: true,
      title: Bilingual("文章数", "Documents"),
      description: Bilingual(
        "提及此人的文章篇数，转载各计一篇。",
        "How many documents name the person; each copy of an article counts.")
    ) { .integer($0.documents) },
    Column(
      "mentions", .integer, required: true,
      title: Bilingual("提及数", "Mentions"),
      description: Bilingual(
        "此人在 mentions 表中的行数。", "How many rows of mentions are about the person.")
    ) { .integer($0.mentions) },
    Column(
      "latest_office_id", .text,
      title: Bilingual("最近职务编号", "Latest office"),
      description: Bilingual(
        "文章所见此人最近的在任职务（不含原任与拟任）；同日数职取级别最高者。",
        "The office that the person was last seen in (former and incoming ones apart); of several "
          + "on one day, the highest.")
    ) { .optional($0.latestOfficeID) },
    Column(
      "latest_office", .text,
      title: Bilingual("最近职务", "Latest office's name"),
      description: Bilingual("该职务的名称。", "The name of that office.")
    ) { .optional($0.latestOffice) },
    Column(
      "highest_rank", .text,
      title: Bilingual("最高级别", "Highest rank"),
      description: Bilingual(
        "文章所见此人的最高级别，出自职务或随名写出的级别；拟任职务不计。",
        "The highest rank that the person was seen with, by an office or printed with the name; "
          + "incoming offices do not count.")
    ) { .optional($0.highestRank) },
    Column(
      "homonym", .text,
      title: Bilingual("同名区分", "Namesake"),
      description: Bilingual(
        "姓名为多人共有时，注明据以区分的职务；否则为空。",
        "Where several persons share the name: the office that tells this one apart; else empty.")
    ) { .optional($0.homonym) },
    Column(
      "pinyin_basis", .text, words: ["reading", "derived", "plain"],
      title: Bilingual("拼音依据", "Basis of the pinyin"),
      description: Bilingual(
        "reading 按姓氏与人名的读音；derived 少数民族姓名按通行拼法；plain 少数民族姓名而无通行拼法可据，仅逐字拼写。",
        "reading: by the readings of surnames and names; derived: a minority's name in its usual "
          + "spelling; plain: a minority's name without one, spelt letter by letter.")
    ) { .optional($0.pinyinBasis) },
  ]
}
