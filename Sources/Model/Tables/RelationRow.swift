/// Two persons who were together in what the articles tell.
package struct RelationRow: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case sameSide = "same_side"
    case oppositeSide = "opposite_side"
    case coListed = "co_listed"
  }

  package var sourcePersonID: String
  package var sourceName: String
  package var targetPersonID: String
  package var targetName: String
  package var kind: String
  package var events: Int
  package var weight: Double
  package var firstDate: String?
  package var lastDate: String?
  package var types: [String]
  package var documents: Int

  package init(
    sourcePersonID: String, sourceName: String, targetPersonID: String, targetName: String,
    kind: String, events: Int, weight: Double, firstDate: String?, lastDate: String?,
    types: [String], documents: Int
  ) {
    self.sourcePersonID = sourcePersonID
    self.sourceName = sourceName
    self.targetPersonID = targetPersonID
    self.targetName = targetName
    self.kind = kind
    self.events = events
    self.weight = weight
    self.firstDate = firstDate
    self.lastDate = lastDate
    self.types = types
    self.documents = documents
  }
}

extension RelationRow: TableRow {
  package static let tableName = "relations"
  package static let title = Bilingual("交往", "Relations")
  package static let description = Bilingual(
    """
    在会见、考察、会议、签约等事件中同在的两人一行，每种关系一行，由全部文章汇总；只计已经发生的事件，\
    任免与被查处不算，转载只计一次，在场具名者超过 40 人的事件不计。
    """,
    """
    Two persons who took part in the same events, one row for each kind of relation, over all \
    documents. Only what took place counts, and no appointment, removal or discipline; copies of a \
    document count once; events with more than 40 named persons do not count.
    """)
  package static let primaryKey: [String] = ["source_person_id", "target_person_id", "kind"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("source_person_id", to: "persons", "person_id"),
    ForeignKey("target_person_id", to: "persons", "person_id"),
  ]

  package static let columns: [Column<Self>] = persons + counts

  private static let persons: [Column<Self>] = [
    Column(
      "source_person_id", .text, required: true,
      title: Bilingual("甲编号", "Source"),
      description: Bilingual(
        "两人中编号在前者，见 persons；关系没有方向。",
        "The one of the two whose id comes first; see persons. A relation has no direction.")
    ) { .text($0.sourcePersonID) },
    Column(
      "source_name", .text, required: true,
      title: Bilingual("甲", "Source's name"),
      description: Bilingual("其姓名。", "The person's name.")
    ) { .text($0.sourceName) },
    Column(
      "target_person_id", .text, required: true,
      title: Bilingual("乙编号", "Target"),
      description: Bilingual("另一人，见 persons。", "The other one; see persons.")
    ) { .text($0.targetPersonID) },
    Column(
      "target_name", .text, required: true,
      title: Bilingual("乙", "Target's name"),
      description: Bilingual("其姓名。", "The person's name.")
    ) { .text($0.targetName) },
    Column(
      "kind", .text, required: true, words: Kind.allCases.map(\.rawValue),
      title: Bilingual("关系", "Kind"),
      description: Bilingual(
        "same_side 会谈、签约中同一方；opposite_side 互为对方；co_listed 同在一处而未分各方（如同场会议、一同调研）。",
        "same_side: on one side of a meeting or signing; opposite_side: on its two sides; co_listed:"
          + " both took part where no sides are told (a conference, an inspection).")
    ) { .text($0.kind) },
  ]

  private static let counts: [Column<Self>] = [
    Column(
      "events", .integer, required: true,
      title: Bilingual("事件数", "Events"),
      description: Bilingual("两人这样同在的事件数。", "In how many events the two were so together.")
    ) { .integer($0.events) },
    Column(
      "weight", .number, required: true,
      title: Bilingual("权重", "Weight"),
      description: Bilingual(
        "各事件的 1/(n-1) 之和，n 为在场具名人数，至百万分之一；三人会谈计 0.5，四十人大会约计 0.03；n 超过 40 的不计。",
        "The sum of 1/(n-1) over those events, n being the named persons in each, in millionths:"
          + " 0.5 for a talk of three, 0.03 for a meeting of forty. Events with more than 40 named"
          + " persons give no pairs.")
    ) { .number($0.weight) },
    Column(
      "first_date", .date,
      title: Bilingual("最早日期", "First date"),
      description: Bilingual(
        "最早一次事件的开始日期；事件都没有年份的为空。",
        "When the earliest of the events began; empty where the year of none is known.")
    ) { .optional($0.firstDate) },
    Column(
      "last_date", .date,
      title: Bilingual("最晚日期", "Last date"),
      description: Bilingual("最晚一次事件的结束日期。", "When the latest of the events ended.")
    ) { .optional($0.lastDate) },
    Column(
      "types", .list, required: true,
      title: Bilingual("事件类型", "Types"),
      description: Bilingual(
        "这些事件的类型，见 events.type，按字母排序。",
        "The types of the events, see events.type, in the order of the alphabet.")
    ) { .list($0.types) },
    Column(
      "documents", .integer, required: true,
      title: Bilingual("文章数", "Documents"),
      description: Bilingual(
        "写到这些事件的文章数，转载只计一次。",
        "How many documents tell the events, copies left out.")
    ) { .integer($0.documents) },
  ]
}
