/// An agreement that an article tells to be made.
package struct AgreementRow: Hashable, Sendable {
  package var agreementID: String
  package var documentID: String
  package var eventID: String?
  package var name: String
  package var parties: [String]
  package var partyIDs: [String]
  package var date: String?
  package var paragraph: Int
  package var start: Int
  package var end: Int
  package var text: String

  package init(
    agreementID: String, documentID: String, eventID: String?, name: String, parties: [String],
    partyIDs: [String], date: String?, paragraph: Int, start: Int, end: Int, text: String
  ) {
    self.agreementID = agreementID
    self.documentID = documentID
    self.eventID = eventID
    self.name = name
    self.parties = parties
    self.partyIDs = partyIDs
    self.date = date
    self.paragraph = paragraph
    self.start = start
    self.end = end
    self.text = text
  }
}

extension AgreementRow: TableRow {
  package static let tableName = "agreements"
  package static let title = Bilingual("协议", "Agreements")
  package static let description = Bilingual(
    """
    文章写明已经签署、签订、达成或共同发表的协议、备忘录、意向书、联合声明等，一份一行；同一文章\
    重复提到的同一份只有一行。看不出缔约各方的、尚在计划或磋商中的不收。
    """,
    """
    An agreement, memorandum, letter of intent or joint statement that an article tells to be \
    signed, concluded or issued together: one row each, however often the article names it. Those \
    whose parties are not told and those only planned or negotiated are left out.
    """)
  package static let primaryKey: [String] = ["agreement_id"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("document_id", to: "documents", "document_id"),
    ForeignKey("event_id", to: "events", "event_id"),
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "agreement_id", .text, required: true,
      title: Bilingual("协议编号", "Agreement"),
      description: Bilingual(
        "由文章、位置、名称与各方得出的编号。",
        "Made from the document, the place, the name and the parties.")
    ) { .text($0.agreementID) },
    Column(
      "document_id", .text, required: true,
      title: Bilingual("文章编号", "Document"),
      description: Bilingual("写到这份协议的文章。", "The document that tells it.")
    ) { .text($0.documentID) },
    Column(
      "event_id", .text,
      title: Bilingual("事件编号", "Event"),
      description: Bilingual(
        "同一句所写的签署事件，见 events；没有则为空。",
        "The event of type signing that the same sentence tells; see events. Empty where none is.")
    ) { .optional($0.eventID) },
    Column(
      "name", .text, required: true,
      title: Bilingual("名称", "Name"),
      description: Bilingual(
        "照文中所写，不含书名号；文中未写名称的为其种类（协议、联合声明）。",
        "As printed, without the marks 《》; its kind (协议, 联合声明) where no name is printed.")
    ) { .text($0.name) },
    Column(
      "parties", .list, required: true,
      title: Bilingual("各方", "Parties"),
      description: Bilingual(
        "缔约各方的全称，依文中次序；“双方”“两地”“两国”为上文所写的各方。",
        "The full names of those between whom it is, in the order of the text; 双方, 两地 and 两国 are"
          + " those named before.")
    ) { .list($0.parties) },
    Column(
      "party_ids", .list, required: true,
      title: Bilingual("各方编号", "Parties' ids"),
      description: Bilingual(
        "各方的机构编号，次序同上，见 organizations。",
        "Their ids in the same order; see organizations.")
    ) { .list($0.partyIDs) },
    Column(
      "date", .text,
      title: Bilingual("日期", "Date"),
      description: Bilingual(
        "签署或达成的日期，写到所知为止；不知年份的作 --12-13。",
        "When it was made, cut to what is known; --12-13 where the year is not known.")
    ) { .optional($0.date) },
    Column(
      "paragraph", .integer, required: true,
      title: Bilingual("段序", "Paragraph"),
      description: Bilingual(
        "在第几段，自 0 起，按 documents.text 的换行计。",
        "Which paragraph it stands in, from 0, of documents.text split at newlines.")
    ) { .integer($0.paragraph) },
    Column(
      "start", .integer, required: true,
      title: Bilingual("起点", "Start"),
      description: Bilingual(
        "所在句子在 documents.text 中的起点，自 0 起，以 Unicode 标量值计。",
        "Where the sentence that tells it begins in documents.text, from 0, in Unicode scalar values."
      )
    ) { .integer($0.start) },
    Column(
      "end", .integer, required: true,
      title: Bilingual("终点", "End"),
      description: Bilingual("该句的终点，不含该位置上的字。", "Where the sentence ends, exclusive.")
    ) { .integer($0.end) },
    Column(
      "text", .text, required: true,
      title: Bilingual("原文", "Sentence"),
      description: Bilingual(
        "该句，即 documents.text 中 start 至 end 的原字。",
        "The sentence: exactly documents.text from start to end.")
    ) { .text($0.text) },
  ]
}
