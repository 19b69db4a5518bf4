/// Who was seen in which office, from when to when.
package struct TenureRow: Hashable, Sendable {
  package var tenureID: String
  package var personID: String
  package var personName: String
  package var officeID: String
  package var officeName: String
  package var acting: Bool
  package var firstObserved: String?
  package var lastObserved: String?
  package var statedStart: String?
  package var statedEnd: String?
  package var notBefore: String?
  package var notAfter: String?
  package var observations: Int
  package var documents: Int
  package var endedBy: String?
  package var conflictsWith: [String]

  package init(
    tenureID: String, personID: String, personName: String, officeID: String, officeName: String,
    acting: Bool, firstObserved: String?, lastObserved: String?, statedStart: String?,
    statedEnd: String?, notBefore: String?, notAfter: String?, observations: Int, documents: Int,
    endedBy: String?, conflictsWith: [String]
  ) {
    self.tenureID = tenureID
    self.personID = personID
    self.personName = personName
    self.officeID = officeID
    self.officeName = officeName
    self.acting = acting
    self.firstObserved = firstObserved
    self.lastObserved = lastObserved
    self.statedStart = statedStart
    self.statedEnd = statedEnd
    self.notBefore = notBefore
    self.notAfter = notAfter
    self.observations = observations
    self.documents = documents
    self.endedBy = endedBy
    self.conflictsWith = conflictsWith
  }
}

extension TenureRow: TableRow {
  package static let tableName = "tenures"
  package static let title = Bilingual("任期", "Tenures")
  package static let description = Bilingual(
    """
    每人每职一行（代理与正式分列，离任后复任者再列一行）：何时见其在任，起讫以文章明言者为限，另以同一独任职位上他人在任之日\
    为其上下限；转载不计，未写明地方的职务不列。
    """,
    """
    One row for each person in each office (acting apart from full; who comes back to a seat has a \
    second row): when the person was seen in it, starts and ends only where an article states them, \
    and bounds from others seen in the same single seat. Copies of a document do not count; offices \
    whose place no article tells are left out.
    """)
  package static let primaryKey: [String] = ["tenure_id"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("person_id", to: "persons", "person_id"),
    ForeignKey("office_id", to: "offices", "office_id"),
  ]

  package static let columns: [Column<Self>] = who + days + grounds

  private static let who: [Column<Self>] = [
    Column(
      "tenure_id", .text, required: true,
      title: Bilingual("任期编号", "Tenure"),
      description: Bilingual(
        "由人物、职务、是否代理及第几次任职得出的编号，不含日期。",
        "Made from the person, the office, acting or not, and which time it is; no date is in it.")
    ) { .text($0.tenureID) },
    Column(
      "person_id", .text, required: true,
      title: Bilingual("人物编号", "Person"),
      description: Bilingual("见 persons。", "See persons.")
    ) { .text($0.personID) },
    Column(
      "person_name", .text, required: true,
      title: Bilingual("姓名", "Person's name"),
      description: Bilingual("此人姓名。", "The person's name.")
    ) { .text($0.personName) },
    Column(
      "office_id", .text, required: true,
      title: Bilingual("职务编号", "Office"),
      description: Bilingual("见 offices。", "See offices.")
    ) { .text($0.officeID) },
    Column(
      "office_name", .text, required: true,
      title: Bilingual("职务", "Office's name"),
      description: Bilingual("职务名称。", "The name of the office.")
    ) { .text($0.officeName) },
    Column(
      "acting", .boolean, required: true,
      title: Bilingual("代理", "Acting"),
      description: Bilingual("是否代理（代省长）。", "Whether the person only acts in it (代省长).")
    ) { .boolean($0.acting) },
  ]

  private static let days: [Column<Self>] = [
    Column(
      "first_observed", .date,
      title: Bilingual("首见日期", "First observed"),
      description: Bilingual(
        "文章所言在任的最早日期；只见称其原任者为空。",
        "The earliest date for which an article gives the office; empty where it is only given as a "
          + "former one.")
    ) { .optional($0.firstObserved) },
    Column(
      "last_observed", .date,
      title: Bilingual("末见日期", "Last observed"),
      description: Bilingual(
        "文章所言在任的最晚日期。", "The latest date for which an article gives the office.")
    ) { .optional($0.lastObserved) },
    Column(
      "stated_start", .date,
      title: Bilingual("明言起任", "Stated start"),
      description: Bilingual(
        "文章明言的就任日期（appointment 事件）；未明言者为空。",
        "The start that an article states (an appointment of events); empty where none does.")
    ) { .optional($0.statedStart) },
    Column(
      "stated_end", .date,
      title: Bilingual("明言离任", "Stated end"),
      description: Bilingual(
        "文章明言的离任日期（removal 事件）；未明言者为空。",
        "The end that an article states (a removal of events); empty where none does.")
    ) { .optional($0.statedEnd) },
    Column(
      "not_before", .date,
      title: Bilingual("不早于", "Not before"),
      description: Bilingual(
        "独任职位上，首见之前最后一次见他人在任（或本人代理）的日期。",
        "In a single seat: the last date before, on which another was seen in it, or the person "
          + "acting.")
    ) { .optional($0.notBefore) },
    Column(
      "not_after", .date,
      title: Bilingual("不晚于", "Not after"),
      description: Bilingual(
        "末见之后，独任职位上首次见他人在任，或首次称其原任的日期，取早者。",
        "The first date after, on which another was seen in the single seat, or on which the person "
          + "was called a former holder.")
    ) { .optional($0.notAfter) },
  ]

  private static let grounds: [Column<Self>] = [
    Column(
      "observations", .integer, required: true,
      title: Bilingual("提及数", "Observations"),
      description: Bilingual(
        "mentions 中与此相关的行数，转载除外。",
        "How many rows of mentions give the person this office, copies left out.")
    ) { .integer($0.observations) },
    Column(
      "documents", .integer, required: true,
      title: Bilingual("文章数", "Documents"),
      description: Bilingual("有关文章篇数，转载除外。", "In how many documents, copies left out.")
    ) { .integer($0.documents) },
    Column(
      "ended_by", .text,
      title: Bilingual("离任依据", "Ended by"),
      description: Bilingual(
        "何以知其已离任：离任事件（evt_），否则首次称其原任的提及（men_），否则继任者的任期（ten_）；无据者为空。",
        "What shows that it ended: the removal (evt_), else the first mention as a former holder "
          + "(men_), else the successor's tenure (ten_); empty where nothing does.")
    ) { .optional($0.endedBy) },
    Column(
      "conflicts_with", .list,
      title: Bilingual("相抵触的任期", "Conflicts with"),
      description: Bilingual(
        "与之抵触的任期编号，见 contradictions。", "The tenures that it cannot go with; see contradictions.")
    ) { .list($0.conflictsWith) },
  ]
}
