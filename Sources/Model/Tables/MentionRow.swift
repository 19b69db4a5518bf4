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
  package static let title = Bilingual("人物提及", "Mentions")
  package static let description = Bilingual(
    "文章中一处具名人物一行；该处写明几个职务即有几行，只写姓名的有一行而职务为空。",
    """
    A named person at one place of one text: one row for each office held there, or one row \
    without an office where only the name stands.
    """)
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
        "由文章、位置、人物与职务得出的编号。",
        "Made from the document, the place, the person and the office.")
    ) { .text($0.mentionID) },
    Column(
      "document_id", .text, required: true,
      title: Bilingual("文章编号", "Document"),
      description: Bilingual("提及所在的文章。", "The document that the mention stands in.")
    ) { .text($0.documentID) },
    Column(
      "paragraph", .integer, required: true,
      title: Bilingual("段序", "Paragraph"),
      description: Bilingual(
        "第几段，自 0 起，按 documents.text 的换行计。",
        "Which paragraph, from 0, of documents.text split at newlines.")
    ) { .integer($0.paragraph) },
    Column(
      "start", .integer, required: true,
      title: Bilingual("起点", "Start"),
      description: Bilingual(
        "人名在 documents.text 中的起点，自 0 起，以 Unicode 标量值计。",
        "Where the name begins in documents.text, from 0, in Unicode scalar values.")
    ) { .integer($0.start) },
    Column(
      "end", .integer, required: true,
      title: Bilingual("终点", "End"),
      description: Bilingual("人名的终点，不含该位置上的字。", "Where the name ends, exclusive.")
    ) { .integer($0.end) },
    Column(
      "text", .text, required: true,
      title: Bilingual("原文", "Words"),
      description: Bilingual(
        "documents.text 中 start 至 end 的原字。", "Exactly documents.text from start to end.")
    ) { .text($0.text) },
    Column(
      "person_id", .text, required: true,
      title: Bilingual("人物编号", "Person"),
      description: Bilingual("所指的人物，见 persons。", "The person meant; see persons.")
    ) { .text($0.personID) },
    Column(
      "person_name", .text, required: true,
      title: Bilingual("姓名", "Name"),
      description: Bilingual(
        "此文所用的全名，简体，不含空格；外国人名各部分以 · 相隔。各文通用之名见 persons.name。",
        "The full name as the document has it, in simplified characters, without spaces; · between "
          + "parts of a foreign name. persons.name is the same for all documents."
      )
    ) { .text($0.personName) },
    Column(
      "office_id", .text,
      title: Bilingual("职务编号", "Office"),
      description: Bilingual(
        "文中所写的职务，见 offices；只写姓名则为空。",
        "The office given in the text; see offices. Empty where only the name stands.")
    ) { .optional($0.officeID) },
    Column(
      "organization_id", .text,
      title: Bilingual("机构编号", "Organization"),
      description: Bilingual(
        "职务所属的机构，见 organizations。", "The body of the office; see organizations.")
    ) { .optional($0.organizationID) },
    Column(
      "organization_name", .text,
      title: Bilingual("机构全称", "Organization's name"),
      description: Bilingual(
        "机构的正式全称（中国共产党吉林省委员会，而非吉林省委）；部门用新闻中的名称（湖北省卫健委），其全称见 organizations.name。",
        "The full official name of the body (中国共产党吉林省委员会, not 吉林省委); of a department that of "
          + "the news (湖北省卫健委), its full name being in organizations.name.")
    ) { .optional($0.organizationName) },
    Column(
      "title", .text,
      title: Bilingual("职名", "Post"),
      description: Bilingual(
        "不含机构的职名：书记、副省长、党组书记等。",
        "The bare post without the body: 书记, 副省长, 党组书记 …")
    ) { .optional($0.post) },
    Column(
      "qualifier", .text, words: ["acting", "former", "incoming"],
      title: Bilingual("任职状态", "Qualifier"),
      description: Bilingual(
        "acting 代理、主持工作；former 原任、曾任；incoming 拟任、候任；空为现任。",
        "acting (代, 主持工作), former (原, 曾任) or incoming (拟任, 候任); empty for the holder.")
    ) { .optional($0.qualifier) },
    Column(
      "personal_rank", .text,
      title: Bilingual("个人级别", "Personal rank"),
      description: Bilingual(
        "文中随人名写出的级别，如正部级；与职务本身的级别不同。",
        "A rank printed with the person (正部级), as against the rank of the office.")
    ) { .optional($0.personalRank) },
    Column(
      "inferred", .list, words: ["division", "office", "organization"],
      title: Bilingual("推断的部分", "Inferred"),
      description: Bilingual(
        "职务中未写出、由上下文补足的部分：division 行政区划、office 职务、organization 机构。",
        "Which parts were not printed but taken from the context: division, office, organization.")
    ) { .list($0.inferred) },
    Column(
      "as_of", .date,
      title: Bilingual("任职时点", "As of"),
      description: Bilingual(
        "职务所指的时点：文中所写的日期，未写则取发布日期；原任职务文中未写日期则为空。",
        "The date that the office is asserted for: the text's own, else that of publication; empty "
          + "for a former office without a date of its own.")
    ) { .optional($0.asOf) },
    Column(
      "confidence", .number, required: true,
      title: Bilingual("置信度", "Confidence"),
      description: Bilingual(
        "0 至 1，所用规则在实测中的正确率。",
        "0 to 1: how often the rule was right when it was measured.")
    ) { .number($0.confidence) },
    Column(
      "rule", .text, required: true,
      title: Bilingual("规则", "Rule"),
      description: Bilingual("读出此行的规则名称。", "The name of the rule that read this row.")
    ) { .text($0.rule) },
  ]
}
