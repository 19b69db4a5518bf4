/// A person or a body that took part in an event.
package struct ParticipantRow: Hashable, Sendable {
  package var eventID: String
  package var documentID: String
  package var position: Int
  package var side: Int?
  package var personID: String?
  package var personName: String?
  package var organizationID: String?
  package var organizationName: String?
  package var officeID: String?
  package var officeName: String?
  package var role: String
  package var paragraph: Int
  package var start: Int
  package var end: Int
  package var text: String
  package var rule: String

  package init(
    eventID: String, documentID: String, position: Int, side: Int?, role: String,
    evidence: Evidence
  ) {
    self.eventID = eventID
    self.documentID = documentID
    self.position = position
    self.side = side
    self.role = role
    paragraph = evidence.paragraph
    start = evidence.span.start
    end = evidence.span.end
    text = evidence.text
    rule = evidence.rule
  }
}

extension ParticipantRow: TableRow {
  package static let tableName = "participants"
  package static let title = Bilingual("参与者", "Participants")
  package static let description = Bilingual(
    "参与一件事的一人一行；机构或地方自为一方的，一方一行。",
    """
    One person who took part in an event, or one body or place that was a side of it.
    """)
  package static let primaryKey: [String] = ["event_id", "position"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("event_id", to: "events", "event_id"),
    ForeignKey("document_id", to: "documents", "document_id"),
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "event_id", .text, required: true,
      title: Bilingual("事件编号", "Event"),
      description: Bilingual(
        "见 events。",
        "See events.")
    ) { .text($0.eventID) },
    Column(
      "document_id", .text, required: true,
      title: Bilingual("文章编号", "Document"),
      description: Bilingual(
        "事件所在的文章。",
        "The document that tells the event.")
    ) { .text($0.documentID) },
    Column(
      "position", .integer, required: true,
      title: Bilingual("次序", "Position"),
      description: Bilingual(
        "在文中的次序，自 0 起。",
        "The order in the text, from 0.")
    ) { .integer($0.position) },
    Column(
      "side", .integer,
      title: Bilingual("方", "Side"),
      description: Bilingual(
        "会见等两方之事，动词之前为 1，之后为 2；不分则为空。",
        "Where two sides meet, 1 before the verb and 2 behind it; else empty.")
    ) { $0.side.map { .integer($0) } ?? .null },
    Column(
      "person_id", .text,
      title: Bilingual("人物编号", "Person"),
      description: Bilingual(
        "见 persons；以机构为一方的为空。",
        "See persons; empty for a body.")
    ) { .optional($0.personID) },
    Column(
      "person_name", .text,
      title: Bilingual("姓名", "Name"),
      description: Bilingual(
        "人物的姓名；以机构为一方的为空。",
        "The name of the person; empty for a body.")
    ) { .optional($0.personName) },
    Column(
      "organization_id", .text,
      title: Bilingual("机构编号", "Organization"),
      description: Bilingual(
        "所任职务的机构，或自为一方的机构，见 organizations。",
        "The body of the office held, or the body that is a side; see organizations.")
    ) { .optional($0.organizationID) },
    Column(
      "organization_name", .text,
      title: Bilingual("机构", "Organization"),
      description: Bilingual(
        "该机构的全称。",
        "The full name of that body.")
    ) { .optional($0.organizationName) },
    Column(
      "office_id", .text,
      title: Bilingual("职务编号", "Office"),
      description: Bilingual(
        "文章至此为其写明的首个现任职务，见 offices。",
        "The first office that the article has given the person last, former ones left out; see offices."
      )
    ) { .optional($0.officeID) },
    Column(
      "office_name", .text,
      title: Bilingual("职务", "Office"),
      description: Bilingual(
        "该职务的名称：吉林省委书记。",
        "The name of that office: 吉林省委书记.")
    ) { .optional($0.officeName) },
    Column(
      "role", .text, required: true,
      title: Bilingual("角色", "Role"),
      description: Bilingual(
        "host、guest、principal、attendee、chair、signatory、subject、speaker、witness 之一。",
        "One of host, guest, principal, attendee, chair, signatory, subject, speaker, witness.")
    ) { .text($0.role) },
    Column(
      "paragraph", .integer, required: true,
      title: Bilingual("段序", "Paragraph"),
      description: Bilingual(
        "所据称名在第几段，自 0 起，按 documents.text 的换行计；可与事件不在一段。",
        "Which paragraph names the party, from 0, of documents.text split at newlines; it may be another than the event's."
      )
    ) { .integer($0.paragraph) },
    Column(
      "start", .integer, required: true,
      title: Bilingual("起点", "Start"),
      description: Bilingual(
        "所据称名在 documents.text 中的起点，自 0 起，以 Unicode 标量值计。",
        "Where the name of the party begins in documents.text, from 0, in Unicode scalar values.")
    ) { .integer($0.start) },
    Column(
      "end", .integer, required: true,
      title: Bilingual("终点", "End"),
      description: Bilingual(
        "所据称名的终点，不含该位置上的字。",
        "Where that name ends, exclusive.")
    ) { .integer($0.end) },
    Column(
      "text", .text, required: true,
      title: Bilingual("原文", "Words"),
      description: Bilingual(
        "文中对参与者的称名，即 documents.text 中 start 至 end 的原字；双方由人代表的，为其人的姓名。",
        "The name as printed: exactly documents.text from start to end; for a body for which a person stands, that person's."
      )
    ) { .text($0.text) },
    Column(
      "rule", .text, required: true,
      title: Bilingual("规则", "Rule"),
      description: Bilingual(
        "据以认定其参与的规则。",
        "The rule by which the party took part.")
    ) { .text($0.rule) },
  ]
}
