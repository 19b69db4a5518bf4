/// A choice between one person and two of a name that somebody may want to look at.
package struct NamesakeRow: Hashable, Sendable {
  package var namesakeID: String
  package var name: String
  package var decision: String
  package var rule: String
  package var personID: String
  package var otherPersonID: String?
  package var office: String?
  package var otherOffice: String?
  package var documentID: String
  package var otherDocumentID: String

  package init(
    namesakeID: String, name: String, decision: String, rule: String, personID: String,
    otherPersonID: String?, office: String?, otherOffice: String?, documentID: String,
    otherDocumentID: String
  ) {
    self.namesakeID = namesakeID
    self.name = name
    self.decision = decision
    self.rule = rule
    self.personID = personID
    self.otherPersonID = otherPersonID
    self.office = office
    self.otherOffice = otherOffice
    self.documentID = documentID
    self.otherDocumentID = otherDocumentID
  }
}

extension NamesakeRow: TableRow {
  package static let tableName = "namesakes"
  package static let title = Bilingual("同名判定", "Namesakes")
  package static let description = Bilingual(
    """
    同一姓名是一人还是多人、尚有疑问的判定一行：并作一人的与分作两人的都列出，注明所依规则与双方各一职务；\
    可在 lookups/same_person.csv 与 not_same_person.csv 中更正。
    """,
    """
    One row for each doubtful choice between one person and two of one name, joined or kept apart, \
    with the rule that made it and an office of each; lookups/same_person.csv and \
    not_same_person.csv correct them.
    """)
  package static let primaryKey: [String] = ["namesake_id"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("person_id", to: "persons", "person_id"),
    ForeignKey("other_person_id", to: "persons", "person_id"),
    ForeignKey("document_id", to: "documents", "document_id"),
    ForeignKey("other_document_id", to: "documents", "document_id"),
  ]

  /// The rules that leave a doubt, those that join last.
  package static let rules = [
    "two-seats-at-once", "two-states", "rank-gap", "common-name", "high-rank", "rare-name",
    "most-seen", "other-form",
  ]

  package static let columns: [Column<Self>] = choice + sides

  private static let choice: [Column<Self>] = [
    Column(
      "namesake_id", .text, required: true,
      title: Bilingual("判定编号", "Choice"),
      description: Bilingual(
        "由姓名、规则与双方文章得出的编号。", "Made from the name, the rule and the documents of the two.")
    ) { .text($0.namesakeID) },
    Column(
      "name", .text, required: true,
      title: Bilingual("姓名", "Name"),
      description: Bilingual("双方共有的姓名。", "The name that both bear.")
    ) { .text($0.name) },
    Column(
      "decision", .text, required: true, words: ["joined", "apart"],
      title: Bilingual("判定", "Decision"),
      description: Bilingual(
        "joined 并作一人；apart 分作两人。", "joined: taken for one person; apart: for two.")
    ) { .text($0.decision) },
    Column(
      "rule", .text, required: true, words: rules,
      title: Bilingual("依据", "Rule"),
      description: Bilingual(
        """
        two-seats-at-once 同时在两地任专职；two-states 分属两国；rank-gap 两年内级别相差四级以上；common-name 常见姓名而无他证；\
        high-rank 双方皆副部级以上；rare-name 罕见姓名而无矛盾；most-seen 未书职务，归于四分之三文章所指之人；\
        other-form 仅见于同一独任职位的另一写法（多一字、少一字，或外国人全名）。
        """,
        """
        two-seats-at-once: full-time posts in two places at one time; two-states: offices of two \
        states; rank-gap: four steps apart within two years; common-name: a frequent name, and \
        nothing in common; high-rank: both deputy ministers or higher; rare-name: a rare name, and \
        nothing against it; most-seen: named without an office, and taken for the one whom three of \
        four documents mean; other-form: a name seen in the same single seat and in no other of its \
        own, with a letter more or less, or whole where the other is a foreign surname.
        """)
    ) { .text($0.rule) },
  ]

  private static let sides: [Column<Self>] = [
    Column(
      "person_id", .text, required: true,
      title: Bilingual("人物编号", "Person"),
      description: Bilingual("见 persons。", "See persons.")
    ) { .text($0.personID) },
    Column(
      "other_person_id", .text,
      title: Bilingual("另一人物编号", "Other person"),
      description: Bilingual("分作两人时的另一人；并作一人时为空。", "The other of two; empty where they are one.")
    ) { .optional($0.otherPersonID) },
    Column(
      "office", .text,
      title: Bilingual("职务", "Office"),
      description: Bilingual("一方的职务。", "An office of the one.")
    ) { .optional($0.office) },
    Column(
      "other_office", .text,
      title: Bilingual("另一方职务", "Other office"),
      description: Bilingual(
        "另一方的职务；文章未书职务者为空。", "An office of the other; empty where the document gives none.")
    ) { .optional($0.otherOffice) },
    Column(
      "document_id", .text, required: true,
      title: Bilingual("文章编号", "Document"),
      description: Bilingual("写到一方的一篇文章。", "A document that names the one.")
    ) { .text($0.documentID) },
    Column(
      "other_document_id", .text, required: true,
      title: Bilingual("另一方文章编号", "Other document"),
      description: Bilingual("写到另一方的一篇文章。", "A document that names the other.")
    ) { .text($0.otherDocumentID) },
  ]
}
