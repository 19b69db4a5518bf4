/// A mention: a named person at one place of one text, with one office or none.
package struct MentionRow: Hashable, Sendable {
  package var mentionID: String
  package var documentID: String
  package var paragraph: Int
  package var start: Int
  package var end: Int
  package var text: String
  package var personID: String
  package var personName: String
  package var officeID: String?
  package var organizationID: String?
  package var organizationName: String?
  package var post: String?
  package var qualifier: String?
  package var personalRank: String?
  package var inferred: [String]
  package var asOf: String?
  package var confidence: Double
  package var rule: String

  package init(
    mentionID: String, documentID: String, paragraph: Int, start: Int, end: Int, text: String,
    personID: String, personName: String, officeID: String?, organizationID: String?,
    organizationName: String?, post: String?, qualifier: String?, personalRank: String?,
    inferred: [String], asOf: String?, confidence: Double, rule: String
  ) {
    self.mentionID = mentionID
    self.documentID = documentID
    self.paragraph = paragraph
    self.start = start
    self.end = end
    self.text = text
    self.personID = personID
    self.personName = personName
    self.officeID = officeID
    self.organizationID = organizationID
    self.organizationName = organizationName
    self.post = post
    self.qualifier = qualifier
    self.personalRank = personalRank
    self.inferred = inferred
    self.asOf = asOf
    self.confidence = confidence
    self.rule = rule
  }
}

extension MentionRow: TableRow {
  package static let tableName = "mentions"
  package static let title = Bilingual("提及", "Mentions")
  package static let description = Bilingual(
    "一篇文献一处出现的一个有名有姓的人；该处有几个职务便有几行，仅有姓名则一行。",
    "A named person at one place of one text: one row for each office held there, one row with no office where only the name stands."
  )
  package static let primaryKey: [String] = ["mention_id"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("document_id", to: "documents", "document_id"),
    ForeignKey("person_id", to: "persons", "person_id"),
    ForeignKey("office_id", to: "offices", "office_id"),
    ForeignKey("organization_id", to: "organizations", "organization_id"),
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "mention_id", .text, required: true,
      title: Bilingual("提及编号", "Mention"),
      description: Bilingual(
        "本行编号",
        "Id of the row")
    ) { .text($0.mentionID) },
    Column(
      "document_id", .text, required: true,
      title: Bilingual("文献编号", "Document"),
      description: Bilingual(
        "所在文献",
        "The document that says so")
    ) { .text($0.documentID) },
    Column(
      "paragraph", .integer, required: true,
      title: Bilingual("段", "Paragraph"),
      description: Bilingual(
        "段序，从 0 起（documents.text 按换行分段）",
        "0-based, in documents.text split at newlines")
    ) { .integer($0.paragraph) },
    Column(
      "start", .integer, required: true,
      title: Bilingual("起", "Start"),
      description: Bilingual(
        "起点：documents.text 中的 Unicode 标量序，从 0 起",
        "0-based Unicode scalar offset in documents.text")
    ) { .integer($0.start) },
    Column(
      "end", .integer, required: true,
      title: Bilingual("止", "End"),
      description: Bilingual(
        "终点（不含）",
        "End of the span, exclusive")
    ) { .integer($0.end) },
    Column(
      "text", .text, required: true,
      title: Bilingual("原文", "Words"),
      description: Bilingual(
        "原文，即 documents.text[start..<end]",
        "Exactly documents.text[start..<end]")
    ) { .text($0.text) },
    Column(
      "person_id", .text, required: true,
      title: Bilingual("人物编号", "Person"),
      description: Bilingual(
        "人物编号",
        "Id of the person")
    ) { .text($0.personID) },
    Column(
      "person_name", .text, required: true,
      title: Bilingual("姓名", "Name"),
      description: Bilingual(
        "全名，简体",
        "Full name in simplified characters")
    ) { .text($0.personName) },
    Column(
      "office_id", .text,
      title: Bilingual("职务编号", "Office"),
      description: Bilingual(
        "职务编号",
        "Id of the office")
    ) { .optional($0.officeID) },
    Column(
      "organization_id", .text,
      title: Bilingual("机构编号", "Organization"),
      description: Bilingual(
        "机构编号",
        "Id of the body")
    ) { .optional($0.organizationID) },
    Column(
      "organization_name", .text,
      title: Bilingual("机构", "Organization name"),
      description: Bilingual(
        "机构全称",
        "Full official name of the body")
    ) { .optional($0.organizationName) },
    Column(
      "title", .text,
      title: Bilingual("职名", "Title"),
      description: Bilingual(
        "不含机构的职名",
        "The bare post, without the body")
    ) { .optional($0.post) },
    Column(
      "qualifier", .text, words: ["acting", "former", "incoming"],
      title: Bilingual("限定", "Qualifier"),
      description: Bilingual(
        "代理（acting）、曾任（former）、拟任（incoming），现任则空",
        "Acting, former or incoming; empty where the office is held")
    ) { .optional($0.qualifier) },
    Column(
      "personal_rank", .text,
      title: Bilingual("本人级别", "Personal rank"),
      description: Bilingual(
        "随姓名印出的级别",
        "A rank printed with the person")
    ) { .optional($0.personalRank) },
    Column(
      "inferred", .list,
      title: Bilingual("推定", "Inferred"),
      description: Bilingual(
        "由上下文补出的部分",
        "Which parts came from the context")
    ) { .list($0.inferred) },
    Column(
      "as_of", .date,
      title: Bilingual("时点", "As of"),
      description: Bilingual(
        "所述任职的时点，通常为发表之日",
        "The date the office is asserted for: that of publication, unless the text says otherwise")
    ) { .optional($0.asOf) },
    Column(
      "confidence", .number, required: true,
      title: Bilingual("可信度", "Confidence"),
      description: Bilingual(
        "所用规则的可信度，0 至 1",
        "How far the rule is trusted, 0 to 1")
    ) { .number($0.confidence) },
    Column(
      "rule", .text, required: true,
      title: Bilingual("规则", "Rule"),
      description: Bilingual(
        "读出本行的规则",
        "The rule that read the row")
    ) { .text($0.rule) },
  ]
}
