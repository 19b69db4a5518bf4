/// Something that happened with named persons in it.
package struct EventRow: Hashable, Sendable {
  package var eventID: String
  package var documentID: String
  package var type: String
  package var status: String
  package var plover: String?
  package var cameo: String?
  package var dateStart: String?
  package var dateEnd: String?
  package var datePrecision: String
  package var dateBasis: String
  package var dateText: String?
  package var place: String?
  package var divisionCode: String?
  package var placePath: String?
  package var topic: String?
  package var paragraph: Int
  package var start: Int
  package var end: Int
  package var text: String
  package var clusterID: String?
  package var confidence: Double
  package var rule: String

  package init(
    eventID: String, documentID: String, type: String, status: String, plover: String?,
    cameo: String?, dateStart: String?, dateEnd: String?, datePrecision: String,
    dateBasis: String, dateText: String?, place: String?, divisionCode: String?,
    placePath: String?, topic: String?, paragraph: Int, start: Int, end: Int, text: String,
    clusterID: String?, confidence: Double, rule: String
  ) {
    self.eventID = eventID
    self.documentID = documentID
    self.type = type
    self.status = status
    self.plover = plover
    self.cameo = cameo
    self.dateStart = dateStart
    self.dateEnd = dateEnd
    self.datePrecision = datePrecision
    self.dateBasis = dateBasis
    self.dateText = dateText
    self.place = place
    self.divisionCode = divisionCode
    self.placePath = placePath
    self.topic = topic
    self.paragraph = paragraph
    self.start = start
    self.end = end
    self.text = text
    self.clusterID = clusterID
    self.confidence = confidence
    self.rule = rule
  }
}

extension EventRow: TableRow {
  package static let tableName = "events"
  package static let title = Bilingual("事件", "Events")
  package static let description = Bilingual(
    "文章所述、有具名人物参与的一件事一行；同一文章两处所述的同一件事只算一行。",
    """
    Something that happened with named persons in it: one row for each doing that the article
    tells, and one alone where it tells the same twice.
    """)
  package static let primaryKey: [String] = ["event_id"]
  package static let foreignKeys: [ForeignKey] = [
    ForeignKey("document_id", to: "documents", "document_id"),
    ForeignKey("division_code", to: "divisions", "division_code"),
  ]

  package static let columns: [Column<Self>] = [
    Column(
      "event_id", .text, required: true,
      title: Bilingual("事件编号", "Event"),
      description: Bilingual(
        "由文章、类型、位置与参与者得出的编号。",
        "Made from the document, the type, the place and the participants.")
    ) { .text($0.eventID) },
    Column(
      "document_id", .text, required: true,
      title: Bilingual("文章编号", "Document"),
      description: Bilingual(
        "事件所在的文章。",
        "The document that tells the event.")
    ) { .text($0.documentID) },
    Column(
      "type", .text, required: true,
      title: Bilingual("类型", "Type"),
      description: Bilingual(
        "meeting、inspection、visit、signing、conference、appointment、removal、discipline 之一。",
        "One of meeting, inspection, visit, signing, conference, appointment, removal, discipline.")
    ) { .text($0.type) },
    Column(
      "status", .text, required: true,
      title: Bilingual("状态", "Status"),
      description: Bilingual(
        "actual 已发生，planned 将发生，denied 被否认。",
        "actual, planned (also what is dated after the article), or denied.")
    ) { .text($0.status) },
    Column(
      "plover", .text,
      title: Bilingual("PLOVER 类别", "PLOVER"),
      description: Bilingual(
        "PLOVER 的事件名；x- 开头者为本程序所增；没有对应则为空。",
        "The name of the event in PLOVER; x- marks an extension; empty where there is none.")
    ) { .optional($0.plover) },
    Column(
      "cameo", .text,
      title: Bilingual("CAMEO 代码", "CAMEO"),
      description: Bilingual(
        "CAMEO 的代码，没有对应则为空。",
        "The code of the event in CAMEO; empty where there is none.")
    ) { .optional($0.cameo) },
    Column(
      "date_start", .text,
      title: Bilingual("起日", "First day"),
      description: Bilingual(
        "日期写到所知为止；年份不详者写作 --12-13。",
        "Cut to what is known; a day of an unknown year is --12-13.")
    ) { .optional($0.dateStart) },
    Column(
      "date_end", .text,
      title: Bilingual("止日", "Last day"),
      description: Bilingual(
        "一日之事与起日相同。",
        "The same as the first for one day.")
    ) { .optional($0.dateEnd) },
    Column(
      "date_precision", .text, required: true,
      title: Bilingual("日期精度", "Precision"),
      description: Bilingual(
        "day、month、year 或 none。",
        "day, month, year or none.")
    ) { .text($0.datePrecision) },
    Column(
      "date_basis", .text, required: true,
      title: Bilingual("日期依据", "Basis"),
      description: Bilingual(
        "stated 文中写明，relative 由前文推算，inherited 承自前文，publication 取文章日期，session 由所注明日期的会议届次推得年份，none 不知。",
        "stated, relative (counted from another date), inherited (from the paragraph), publication (the date of the article), session (the year of a dated session of congress or party) or none."
      )
    ) { .text($0.dateBasis) },
    Column(
      "date_text", .text,
      title: Bilingual("日期原文", "Date as printed"),
      description: Bilingual(
        "文中所写的日期。",
        "The date as printed.")
    ) { .optional($0.dateText) },
    Column(
      "place", .text,
      title: Bilingual("地点", "Place"),
      description: Bilingual(
        "事发的最低一级具名城市、省份或国家，照文中所写；“在京”作北京，会堂、宾馆作所在城市。",
        "The lowest named city, province or state where it happened, as written; a letter for a "
          + "province and a hall or guest house are given by the name of their place: 在京 is 北京.")
    ) { .optional($0.place) },
    Column(
      "division_code", .text,
      title: Bilingual("区划代码", "Division"),
      description: Bilingual(
        "事发地点的区划代码，见 divisions；所在市已述及的区，代码为区。国外地点、无代码的功能区为空。",
        "The division where it happened; see divisions. A district may stand beside the name of its "
          + "city. Empty for places abroad and for zones without a code.")
    ) { .optional($0.divisionCode) },
    Column(
      "place_path", .text,
      title: Bilingual("区划路径", "Path"),
      description: Bilingual(
        "自省级至该地点的区划全称，以“/”相隔（湖南省/衡阳市）；国外地点为国名与城市（法国/巴黎）。",
        "The divisions from the province down to the place, with / between (湖南省/衡阳市); abroad "
          + "the state, with the city where one is named (法国/巴黎).")
    ) { .optional($0.placePath) },
    Column(
      "topic", .text,
      title: Bilingual("主题", "Topic"),
      description: Bilingual(
        "会谈、会议与调研的议题，原文照录：就…交换意见、以“…”为主题、调研…工作；句中未写明则为空。",
        "What a meeting, a conference or an inspection was about, in the words of its sentence "
          + "(就…交换意见, 以“…”为主题, 调研…工作); empty where the sentence does not say.")
    ) { .optional($0.topic) },
    Column(
      "paragraph", .integer, required: true,
      title: Bilingual("段序", "Paragraph"),
      description: Bilingual(
        "在第几段，自 0 起，按 documents.text 的换行计。",
        "Which paragraph, from 0, of documents.text split at newlines.")
    ) { .integer($0.paragraph) },
    Column(
      "start", .integer, required: true,
      title: Bilingual("起点", "Start"),
      description: Bilingual(
        "所据语句在 documents.text 中的起点，自 0 起，以 Unicode 标量值计。",
        "Where the sentence begins in documents.text, from 0, in Unicode scalar values.")
    ) { .integer($0.start) },
    Column(
      "end", .integer, required: true,
      title: Bilingual("终点", "End"),
      description: Bilingual(
        "所据语句的终点，不含该位置上的字。",
        "Where the sentence ends, exclusive.")
    ) { .integer($0.end) },
    Column(
      "text", .text, required: true,
      title: Bilingual("原文", "Words"),
      description: Bilingual(
        "所据语句，即 documents.text 中 start 至 end 的原字。",
        "The sentence: exactly documents.text from start to end.")
    ) { .text($0.text) },
    Column(
      "event_cluster_id", .text,
      title: Bilingual("事件组", "Cluster"),
      description: Bilingual(
        "各文所述同一事件的编号，依据见 event_clusters。",
        "Equal for reports of one event; event_clusters says why they are held to be one.")
    ) { .optional($0.clusterID) },
    Column(
      "confidence", .number, required: true,
      title: Bilingual("可信度", "Confidence"),
      description: Bilingual(
        "0 至 1，规则的可信程度。",
        "0 to 1: how far the rule is trusted.")
    ) { .number($0.confidence) },
    Column(
      "rule", .text, required: true,
      title: Bilingual("规则", "Rule"),
      description: Bilingual(
        "读出该行的规则。",
        "The rule that read the row.")
    ) { .text($0.rule) },
  ]
}
