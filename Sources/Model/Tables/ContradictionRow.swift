/// What the articles say together that cannot all be so.
package struct ContradictionRow: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case twoHolders = "two_holders"
    case twoOffices = "two_offices"
    case actingAfterFull = "acting_after_full"
    case heldAfterFormer = "held_after_former"
    case heldAfterEnd = "held_after_end"
    case bodyGone = "body_gone"
  }

  package var contradictionID: String
  package var kind: Kind
  package var subjectID: String
  package var subjectName: String
  package var detail: String
  package var mentionIDs: [String]
  package var documents: Int

  package init(
    contradictionID: String, kind: Kind, subjectID: String, subjectName: String, detail: String,
    mentionIDs: [String], documents: Int
  ) {
    self.contradictionID = contradictionID
    self.kind = kind
    self.subjectID = subjectID
    self.subjectName = subjectName
    self.detail = detail
    self.mentionIDs = mentionIDs
    self.documents = documents
  }
}

extension ContradictionRow: TableRow {
  package static let tableName = "contradictions"
  package static let title = Bilingual("矛盾", "Contradictions")
  package static let description = Bilingual(
    """
    文章合看不能并立之处一行：或有文章误、或系误读、或确有其事，由读者判断；各附所据的提及。
    """,
    """
    One row for each thing that the articles say together and that cannot all be so: an error of an \
    article, an error of reading, or news. Each with the mentions that it rests on.
    """)
  package static let primaryKey: [String] = ["contradiction_id"]
  package static let foreignKeys: [ForeignKey] = []

  package static let columns: [Column<Self>] = [
    Column(
      "contradiction_id", .text, required: true,
      title: Bilingual("矛盾编号", "Contradiction"),
      description: Bilingual(
        "由种类与有关的任期得出的编号。", "Made from the kind and the tenures that it is about.")
    ) { .text($0.contradictionID) },
    Column(
      "kind", .text, required: true, words: Kind.allCases.map(\.rawValue),
      title: Bilingual("种类", "Kind"),
      description: Bilingual(
        """
        two_holders 一人在任期间，又见他人任同一独任职务；two_offices 一人同时任不能兼任之两职；acting_after_full 已正式任职，\
        其后又称代理；held_after_former 已称原任，其后又称在任；held_after_end 明言离任之后又称在任；body_gone 机构已撤，仍称在任。
        """,
        """
        two_holders: another in a single seat between two sightings of its holder; two_offices: one \
        person in two offices that nobody holds together; acting_after_full: acting after having \
        held it in full; held_after_former: in office after having been called a former holder; \
        held_after_end: in office after a stated end; body_gone: in an office of a body that was no \
        more.
        """)
    ) { .text($0.kind.rawValue) },
    Column(
      "subject_id", .text, required: true,
      title: Bilingual("所涉编号", "Subject"),
      description: Bilingual(
        "two_holders 为职务（off_），其余为人物（per_）。",
        "The office (off_) of two_holders; else the person (per_).")
    ) { .text($0.subjectID) },
    Column(
      "subject_name", .text, required: true,
      title: Bilingual("所涉", "Subject's name"),
      description: Bilingual("职务名称或姓名。", "The name of the office or of the person.")
    ) { .text($0.subjectName) },
    Column(
      "detail", .text, required: true,
      title: Bilingual("内容", "Detail"),
      description: Bilingual(
        "何人、何职、何日，以“；”相隔。", "Who, in which office, on which days; parted by ；.")
    ) { .text($0.detail) },
    Column(
      "mention_ids", .list, required: true,
      title: Bilingual("所据提及", "Mentions"),
      description: Bilingual("见 mentions，依日期为序。", "See mentions; in the order of their dates.")
    ) { .list($0.mentionIDs) },
    Column(
      "documents", .integer, required: true,
      title: Bilingual("文章数", "Documents"),
      description: Bilingual("这些提及所在的文章篇数。", "In how many documents these mentions stand.")
    ) { .integer($0.documents) },
  ]
}
