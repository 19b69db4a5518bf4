/// What differs between a copy and the document that stands for its cluster.
package struct EditRow: Hashable, Sendable {
  package var clusterID: String
  package var canonicalID: String
  package var documentID: String
  package var kind: String
  package var op: String
  package var canonicalText: String?
  package var copyText: String?
  package var editID: String
  package var personID: String?
  package var personName: String?
  package var officeID: String?
  package var officeName: String?
  package var textDocumentID: String?
  package var paragraph: Int?
  package var start: Int?
  package var end: Int?
  package var text: String?
  package var canonicalParagraph: Int?
  package var canonicalStart: Int?
  package var canonicalEnd: Int?
  package var canonicalSentence: String?
  package var rule: String

  package init(
    clusterID: String, canonicalID: String, documentID: String, kind: String, op: String,
    canonicalText: String?, copyText: String?, editID: String, personID: String?,
    personName: String?, officeID: String?, officeName: String?, textDocumentID: String?,
    paragraph: Int?, start: Int?, end: Int?, text: String?, canonicalParagraph: Int?,
    canonicalStart: Int?, canonicalEnd: Int?, canonicalSentence: String?, rule: String
  ) {
    self.clusterID = clusterID
    self.canonicalID = canonicalID
    self.documentID = documentID
    self.kind = kind
    self.op = op
    self.canonicalText = canonicalText
    self.copyText = copyText
    self.editID = editID
    self.personID = personID
    self.personName = personName
    self.officeID = officeID
    self.officeName = officeName
    self.textDocumentID = textDocumentID
    self.paragraph = paragraph
    self.start = start
    self.end = end
    self.text = text
    self.canonicalParagraph = canonicalParagraph
    self.canonicalStart = canonicalStart
    self.canonicalEnd = canonicalEnd
    self.canonicalSentence = canonicalSentence
    self.rule = rule
  }
}

extension EditRow: TableRow {
  package static let tableName = "edits"
  package static let title = Bilingual("转载改动", "Edits")
  package static let description = Bilingual(
    """
    转载与其代表文章之间的每处改动一行：增删的人物、职务、数字与句子，改写的句子、数字与标题。版式、标点、繁简、\
    数字写法与段落次序之别不算，记者、编辑等署名不算。
    """,
    """
    One row for each thing that differs between a copy and the document that stands for its cluster: \
    persons, offices, numbers and sentences added or removed, sentences, numbers and headlines \
    changed. Not counted: layout, punctuation, script, the way to write a number, the order of \
    sentences, and by-lines.
    """)
  package static let primaryKey: [String] = ["edit_id"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("canonical_id", to: "documents", "document_id"),
    ForeignKey("document_id", to: "documents", "document_id"),
    ForeignKey("person_id", to: "persons", "person_id"),
    ForeignKey("office_id", to: "offices", "office_id"),
    ForeignKey("text_document_id", to: "documents", "document_id"),
  ]

  package static let kinds = ["headline", "sentence", "person", "office", "number"]
  package static let operations = ["added", "removed", "changed"]
  package static let rules = [
    "other-headline", "sentence-alone", "passage-alone", "sentence-reworded", "name-absent",
    "office-absent",
    "same-context", "value-absent",
  ]

  package static let columns: [Column<Self>] = change + subject + places

  private static let change: [Column<Self>] = [
    Column(
      "cluster_id", .text, required: true,
      title: Bilingual("转载组编号", "Cluster"),
      description: Bilingual(
        "所在的转载组，见 documents.cluster_id。", "The cluster; see documents.cluster_id.")
    ) { .text($0.clusterID) },
    Column(
      "canonical_id", .text, required: true,
      title: Bilingual("代表文章", "Canonical"),
      description: Bilingual("代表该组的文章。", "The document that stands for the cluster.")
    ) { .text($0.canonicalID) },
    Column(
      "document_id", .text, required: true,
      title: Bilingual("文章编号", "Document"),
      description: Bilingual("转载的文章。", "The document that is a copy.")
    ) { .text($0.documentID) },
    Column(
      "kind", .text, required: true, words: kinds,
      title: Bilingual("对象", "Kind"),
      description: Bilingual(
        "headline 标题；sentence 句子；person 人物；office 职务；number 数字。",
        "What differs: headline, sentence, person, office or number.")
    ) { .text($0.kind) },
    Column(
      "op", .text, required: true, words: operations,
      title: Bilingual("改动", "Change"),
      description: Bilingual(
        "added 转载所增；removed 转载所删；changed 转载所改。",
        "added: in the copy alone; removed: in the canonical document alone; changed: other in the "
          + "copy.")
    ) { .text($0.op) },
    Column(
      "canonical_text", .text,
      title: Bilingual("原文", "Canonical has"),
      description: Bilingual(
        "代表文章所有：句子与标题全文，人名，职务名称，所印数字；added 时为空。",
        "What the canonical document has: the sentence, the headline, the name, the office, the "
          + "number as printed; empty for what was added.")
    ) { .optional($0.canonicalText) },
    Column(
      "copy_text", .text,
      title: Bilingual("转载文", "Copy has"),
      description: Bilingual(
        "转载所有；removed 时为空。", "What the copy has; empty for what was removed.")
    ) { .optional($0.copyText) },
    Column(
      "edit_id", .text, required: true,
      title: Bilingual("改动编号", "Edit"),
      description: Bilingual(
        "由两篇文章、对象、改动与位置得出的编号。",
        "Made from the two documents, the kind, the change and the places.")
    ) { .text($0.editID) },
  ]

  private static let subject: [Column<Self>] = [
    Column(
      "person_id", .text,
      title: Bilingual("人物编号", "Person"),
      description: Bilingual(
        "增删的人物，或所增删职务的任职者；见 persons。",
        "The person added or removed, or who holds the office that was; see persons.")
    ) { .optional($0.personID) },
    Column(
      "person_name", .text,
      title: Bilingual("姓名", "Name"),
      description: Bilingual("该人物的姓名。", "The name of that person.")
    ) { .optional($0.personName) },
    Column(
      "office_id", .text,
      title: Bilingual("职务编号", "Office"),
      description: Bilingual("增删的职务，见 offices。", "The office added or removed; see offices.")
    ) { .optional($0.officeID) },
    Column(
      "office_name", .text,
      title: Bilingual("职务", "Office name"),
      description: Bilingual("该职务的名称。", "The name of that office.")
    ) { .optional($0.officeName) },
  ]

  private static let places: [Column<Self>] = [
    Column(
      "text_document_id", .text,
      title: Bilingual("句子所在文章", "Text of"),
      description: Bilingual(
        "text 所在的文章：removed 为代表文章，其余为转载；标题为空。",
        "The document that text stands in: the canonical one for what was removed, else the copy; "
          + "empty for headlines.")
    ) { .optional($0.textDocumentID) },
    Column(
      "paragraph", .integer,
      title: Bilingual("段落", "Paragraph"),
      description: Bilingual("该句所在段落，自 0 起。", "The paragraph of the sentence, from 0.")
    ) { .optional($0.paragraph) },
    Column(
      "start", .integer,
      title: Bilingual("起", "Start"),
      description: Bilingual(
        "该句在其文章正文中的起点（Unicode 标量，自 0 起）。",
        "Where the sentence begins in its document's text, in Unicode scalars from 0.")
    ) { .optional($0.start) },
    Column(
      "end", .integer,
      title: Bilingual("止", "End"),
      description: Bilingual("终点，不含。", "Where it ends, exclusive.")
    ) { .optional($0.end) },
    Column(
      "text", .text,
      title: Bilingual("句子", "Text"),
      description: Bilingual(
        "写有所增、所删或所改者的句子。", "The sentence that has what was added, removed or changed.")
    ) { .optional($0.text) },
    Column(
      "canonical_paragraph", .integer,
      title: Bilingual("原文段落", "Canonical paragraph"),
      description: Bilingual(
        "changed 时，代表文章中相应句子的段落。",
        "For what was changed, the paragraph of the sentence in the canonical document.")
    ) { .optional($0.canonicalParagraph) },
    Column(
      "canonical_start", .integer,
      title: Bilingual("原文起", "Canonical start"),
      description: Bilingual("该句在代表文章中的起点。", "Where that sentence begins.")
    ) { .optional($0.canonicalStart) },
    Column(
      "canonical_end", .integer,
      title: Bilingual("原文止", "Canonical end"),
      description: Bilingual("终点，不含。", "Where it ends, exclusive.")
    ) { .optional($0.canonicalEnd) },
    Column(
      "canonical_sentence", .text,
      title: Bilingual("原文句子", "Canonical sentence"),
      description: Bilingual("该句全文。", "That sentence.")
    ) { .optional($0.canonicalSentence) },
    Column(
      "rule", .text, required: true, words: rules,
      title: Bilingual("依据", "Rule"),
      description: Bilingual(
        """
        other-headline 标题不同；sentence-alone 另一篇无相近之句；passage-alone 连续二十余句为另一篇所无；sentence-reworded 另一篇有措辞不同之句；name-absent \
        姓名不见于另一篇；office-absent 职务及其前后文字不见于另一篇；same-context 前后文字相同而数字不同；value-absent \
        该数值不见于另一篇。
        """,
        """
        other-headline: the headlines differ; sentence-alone: no sentence of the other text is like \
        it; passage-alone: a stretch of more than twenty such sentences; \
        sentence-reworded: the one most like it has other words; name-absent: the name stands \
        nowhere in the other text; office-absent: nobody has the office there, and the words around \
        the name do not stand there; same-context: another number between the same words; \
        value-absent: the value stands nowhere in the other text.
        """)
    ) { .text($0.rule) },
  ]
}
