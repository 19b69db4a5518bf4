/// A statement attributed to named persons.
package struct QuoteRow: Hashable, Sendable {
  package var quoteID: String
  package var documentID: String
  package var eventID: String?
  package var paragraph: Int
  package var start: Int
  package var end: Int
  package var text: String
  package var speakerIDs: [String]
  package var speakerNames: [String]
  package var speakerOfficeIDs: [String]
  package var verb: String?
  package var direct: Bool
  package var addressee: String?

  package init(
    quoteID: String, documentID: String, eventID: String?, paragraph: Int, start: Int, end: Int,
    text: String, speakerIDs: [String], speakerNames: [String], speakerOfficeIDs: [String],
    verb: String?, direct: Bool, addressee: String?
  ) {
    self.quoteID = quoteID
    self.documentID = documentID
    self.eventID = eventID
    self.paragraph = paragraph
    self.start = start
    self.end = end
    self.text = text
    self.speakerIDs = speakerIDs
    self.speakerNames = speakerNames
    self.speakerOfficeIDs = speakerOfficeIDs
    self.verb = verb
    self.direct = direct
    self.addressee = addressee
  }
}

extension QuoteRow: TableRow {
  package static let tableName = "quotes"
  package static let title = Bilingual("引语", "Quotes")
  package static let description = Bilingual(
    "文章中归于具名人物的一段话一行，直接引语与转述均在内；只归于机构、发言人办公室或未具名者的不收。",
    """
    A statement that the article attributes to named persons, in quotation marks or in its own \
    words: one row for each run of speech. What bodies and unnamed persons say is left out.
    """)
  package static let primaryKey: [String] = ["quote_id"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("document_id", to: "documents", "document_id"),
    ForeignKey("event_id", to: "events", "event_id"),
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "quote_id", .text, required: true,
      title: Bilingual("引语编号", "Quote"),
      description: Bilingual(
        "由文章、位置与说话人得出的编号。", "Made from the document, the place and the speakers.")
    ) { .text($0.quoteID) },
    Column(
      "document_id", .text, required: true,
      title: Bilingual("文章编号", "Document"),
      description: Bilingual("引语所在的文章。", "The document that the quote stands in.")
    ) { .text($0.documentID) },
    Column(
      "event_id", .text,
      title: Bilingual("事件编号", "Event"),
      description: Bilingual(
        "说话的场合，见 events：说话人参加的会谈、考察、访问、会议或签约；文章未写明则为空。",
        """
        The event at which the words were said, see events: a meeting, inspection, visit, \
        conference or signing in which the speaker takes part; empty where the article tells none.
        """)
    ) { .optional($0.eventID) },
    Column(
      "paragraph", .integer, required: true,
      title: Bilingual("段序", "Paragraph"),
      description: Bilingual(
        "起点在第几段，自 0 起，按 documents.text 的换行计。",
        "Which paragraph the words begin in, from 0, of documents.text split at newlines.")
    ) { .integer($0.paragraph) },
    Column(
      "start", .integer, required: true,
      title: Bilingual("起点", "Start"),
      description: Bilingual(
        "所说的话在 documents.text 中的起点，自 0 起，以 Unicode 标量值计。",
        "Where the words said begin in documents.text, from 0, in Unicode scalar values.")
    ) { .integer($0.start) },
    Column(
      "end", .integer, required: true,
      title: Bilingual("终点", "End"),
      description: Bilingual("所说的话的终点，不含该位置上的字。", "Where the words end, exclusive.")
    ) { .integer($0.end) },
    Column(
      "text", .text, required: true,
      title: Bilingual("原文", "Words"),
      description: Bilingual(
        "所说的话，即 documents.text 中 start 至 end 的原字，不含最外层引号。",
        "The words said: exactly documents.text from start to end, without the outer quotation marks."
      )
    ) { .text($0.text) },
    Column(
      "speaker_ids", .list, required: true,
      title: Bilingual("说话人编号", "Speakers"),
      description: Bilingual(
        "说话的人物，见 persons；共同表示的有数人。",
        "Who speaks; see persons. Several where they speak together.")
    ) { .list($0.speakerIDs) },
    Column(
      "speaker_names", .list, required: true,
      title: Bilingual("说话人", "Speakers' names"),
      description: Bilingual("说话人的姓名，次序同上。", "The names of the speakers, in the same order.")
    ) { .list($0.speakerNames) },
    Column(
      "speaker_office_ids", .list, required: true,
      title: Bilingual("说话人职务编号", "Speakers' offices"),
      description: Bilingual(
        "文章至此为说话人写明的现任职务，见 offices。",
        "The offices that the article has given the speakers up to there, former ones left out; see"
          + " offices.")
    ) { .list($0.speakerOfficeIDs) },
    Column(
      "verb", .text,
      title: Bilingual("动词", "Verb"),
      description: Bilingual(
        "引出这段话的动词：强调、指出、表示等；仅以姓名领起则为空。",
        "The verb that attributes the words (强调, 指出, 表示 …); empty where only a name leads in.")
    ) { .optional($0.verb) },
    Column(
      "direct", .boolean, required: true,
      title: Bilingual("直接引语", "Direct"),
      description: Bilingual(
        "话的开头是否在引号内。", "Whether the words begin in quotation marks.")
    ) { .boolean($0.direct) },
    Column(
      "addressee", .text,
      title: Bilingual("对象", "Addressee"),
      description: Bilingual(
        "对谁说的，照文中所写；未写则为空。", "To whom the words were said, as printed; else empty.")
    ) { .optional($0.addressee) },
  ]
}
