import Model

@testable import Export

/// A document of the sample export: a column of each type.
struct SampleDocument: TableRow {
  var id: String? = "doc_a"
  var title: String?
  var tags: [String]?
  var characters: Int?
  var quality: Double?
  var isCanonical: Bool?
  var publishedAt: String?
  var script: String?
  var duplicateOf: String?
  var text: String? = ""

  static let tableName = "documents"
  static let title = Bilingual("文档", "Documents")
  static let description = Bilingual("每篇文章一行。", "One row an article.")
  static let columns: [Column<SampleDocument>] = [
    column("document_id", .text, required: true) { .optional($0.id) },
    column("title", .text) { .optional($0.title) },
    column("tags", .list) { $0.tags.map(Cell.list) ?? .null },
    column("characters", .integer) { .optional($0.characters) },
    column("quality", .number) { .optional($0.quality) },
    column("is_canonical", .boolean) { .optional($0.isCanonical) },
    column("published_at", .date) { .optional($0.publishedAt) },
    column("script", .text, words: ["hans", "hant"]) { .optional($0.script) },
    column("duplicate_of", .text) { .optional($0.duplicateOf) },
    column("text", .text, required: true) { .optional($0.text) },
  ]
  static let primaryKey = ["document_id"]
  static let foreignKeys = [ForeignKey("duplicate_of", to: "documents", "document_id")]

  private static func column(
    _ name: String, _ type: ColumnType, required: Bool = false, words: [String]? = nil,
    cell: @escaping @Sendable (SampleDocument) -> Cell
  ) -> Column<SampleDocument> {
    Column(
      name, type, required: required, words: words, title: Bilingual("列", name),
      description: Bilingual("说明。", "What \(name) holds."), cell: cell)
  }
}

/// Words read from a sample document.
struct SampleMention: TableRow {
  var id: String? = "men_a"
  var document: String? = "doc_a"
  var paragraph: Int? = 0
  var start: Int? = 0
  var end: Int? = 0
  var text: String? = ""
  var inferred: [String]?

  static let tableName = "mentions"
  static let title = Bilingual("提及", "Mentions")
  static let description = Bilingual("每个名字一行。", "One row a name.")
  static let columns: [Column<SampleMention>] = [
    column("mention_id", .text) { .optional($0.id) },
    column("document_id", .text) { .optional($0.document) },
    column("paragraph", .integer) { .optional($0.paragraph) },
    column("start", .integer) { .optional($0.start) },
    column("end", .integer) { .optional($0.end) },
    column("text", .text) { .optional($0.text) },
    column("inferred", .list, words: ["office", "division"]) {
      $0.inferred.map(Cell.list) ?? .null
    },
  ]
  static let primaryKey = ["mention_id"]
  static let foreignKeys = [ForeignKey("document_id", to: "documents", "document_id")]

  private static func column(
    _ name: String, _ type: ColumnType, words: [String]? = nil,
    cell: @escaping @Sendable (SampleMention) -> Cell
  ) -> Column<SampleMention> {
    Column(
      name, type, words: words, title: Bilingual("列", name),
      description: Bilingual("说明。", "What \(name) holds."), cell: cell)
  }
}

/// The sample export: two documents, one a copy of the other, and the names in the first.
enum Sample {
  static let tables = [SampleDocument.table, SampleMention.table]

  static let documents = [
    SampleDocument(
      id: "doc_a", title: "景俊海会见𠮷田一行", tags: ["要闻", "外事"], characters: 27, quality: 0.9,
      isCanonical: true, publishedAt: "2020-12-16", script: "hans",
      text: "吉林省委书记景俊海会见客人。\n代省长韩俊，\"😀\"，𠮷田参加。"),
    SampleDocument(
      id: "doc_b", tags: [], characters: 2, quality: 1, isCanonical: false, publishedAt: "2024-12",
      duplicateOf: "doc_a", text: "转载"),
  ]

  static let mentions = [
    SampleMention(id: "men_a", paragraph: 0, start: 6, end: 9, text: "景俊海"),
    SampleMention(
      id: "men_b", paragraph: 1, start: 18, end: 20, text: "韩俊", inferred: ["division", "office"]),
    SampleMention(id: "men_c", paragraph: 1, start: 25, end: 27, text: "𠮷田"),
  ]
}
