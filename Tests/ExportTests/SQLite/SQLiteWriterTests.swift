import GRDB
import Model
import Testing

@testable import Export

/// The database is opened as its users open it.
@Suite struct SQLiteWriterTests {
  private let export: SampleExport
  private let database: DatabaseQueue

  init() throws {
    export = try SampleExport([SQLiteWriter(), JSONLinesWriter()])
    var configuration = Configuration()
    configuration.readonly = true
    database = try DatabaseQueue(
      path: export.path + "/dibao.sqlite", configuration: configuration)
  }

  @Test func `the database is sound, and every reference leads to a row`() throws {
    try database.read { database in
      let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check")
      let violations = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
      #expect(integrity == ["ok"])
      #expect(violations == 0)
    }
  }

  @Test func `every cell of every row is there`() throws {
    try expect(Sample.documents, of: SampleDocument.table)
    try expect(Sample.mentions, of: SampleMention.table)
  }

  private func expect(_ rows: [some TableRow], of table: TableDescription) throws {
    let found = try database.read {
      try Row.fetchAll($0, sql: "SELECT * FROM \(table.name) ORDER BY rowid")
    }
    #expect(found.count == rows.count)
    for (row, wanted) in zip(found, rows) {
      #expect(row.columnNames.map { $0 } == table.columns.map(\.name))
      for (value, cell) in zip(row.databaseValues, wanted.cells) {
        #expect(value == Self.stored(cell))
      }
    }
  }

  private static func stored(_ cell: Cell) -> DatabaseValue {
    switch cell {
    case .null: .null
    case .text(let text): text.databaseValue
    case .integer(let number): number.databaseValue
    case .number(let number): number.databaseValue
    case .boolean(let flag): (flag ? 1 : 0).databaseValue
    case .list(let items): String(decoding: JSONValue.list(items).line, as: UTF8.self).databaseValue
    }
  }

  @Test func `values of another type are refused by the tables`() throws {
    let schema = DatabaseSchema.creation(of: SampleDocument.table)
    #expect(schema.hasSuffix("STRICT"))
    #expect(schema.contains("\"is_canonical\" INTEGER CHECK (\"is_canonical\" IN (0, 1))"))
    #expect(schema.contains("CHECK (\"script\" IN ('hans', 'hant'))"))
    #expect(schema.contains("PRIMARY KEY (\"document_id\")"))
    #expect(schema.contains("FOREIGN KEY (\"duplicate_of\") REFERENCES \"documents\""))
  }

  @Test func `the codebook tells each column in two languages`() throws {
    let rows = try database.read { try Row.fetchAll($0, sql: "SELECT * FROM codebook") }
    #expect(rows.count == Sample.tables.reduce(0) { $0 + $1.columns.count })
    #expect(rows.allSatisfy { !($0["title_zh"] as String).isEmpty })
  }

  @Test func `the metadata names every table and column`() throws {
    let tree = JSONDocument(try export.read("dibao.metadata.json")).tree
    let tables = tree?["databases"]?["dibao"]?["tables"]
    for table in Sample.tables {
      for column in table.columns {
        #expect(tables?[table.name]?["columns"]?[column.name]?.text?.isEmpty == false)
      }
    }
  }

  @Test(
    arguments: [
      ("毕朗会见", "毕 朗 会 见 "), ("GDP增长5%", "GDP 增 长 5%"), ("", ""), ("abc", "abc"),
      ("甲，乙", "甲 ， 乙 "), ("第三（二）", "第 三 （ 二 ）"), ("𠮷田", "𠮷 田 "),
    ])
  func `each character is a word by itself`(_ text: String, _ spaced: String) {
    #expect(DatabaseSearch.spaced(text) == spaced)
  }

  /// Two characters, three, a phrase across a Latin word, and nothing that is not there.
  @Test(arguments: [("甲乙", 1), ("甲乙丙", 1), ("见GDP", 0), ("乙甲", 0)])
  func `words of any length are found as they are typed`(_ words: String, _ count: Int) throws {
    let document = SampleDocument(id: "doc_s", title: "甲乙丙会见来宾", text: "二人会见。")
    let export = try SampleExport([SQLiteWriter()], documents: [document], mentions: [])
    let queue = try DatabaseQueue(path: export.path + "/dibao.sqlite")
    let sql = DatabaseSearch.query.replacing(
      "d.document_id, d.published_at, d.title, d.publisher, d.url", with: "d.document_id"
    )
    let found = try queue.read {
      try String.fetchAll($0, sql: sql, arguments: ["words": words])
    }
    #expect(found.count == count)
  }
}
