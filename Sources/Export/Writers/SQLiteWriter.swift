package import Model
package import Storage

/// One SQLite database with all tables, typed, with keys, indexes, views and full-text search; and
/// beside it what Datasette shows of it.
package struct SQLiteWriter: Writer {
  package static let type = "sqlite"
  package static let meaning =
    "One SQLite database: typed tables, views, full-text search; and metadata for Datasette."
  package static let standardName = "dibao.sqlite"
  private static let ending = ".sqlite"

  package var name = standardName

  package init() {}

  package static let settings: [Setting<SQLiteWriter>] = [
    .fileName(of: "database", standardName, [ending]) { $0.name = $1 }
  ]

  /// All: the views ask for most of them.
  package var tables: [String] { [] }

  package func files(of tables: [TableDescription]) -> [String] { [name, metadataName] }

  private var database: String { String(name.dropLast(Self.ending.utf8.count)) }
  private var metadataName: String { database + ".metadata.json" }

  package func open(
    _ tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) -> any OpenWriter {
    let metadata = try folder.file(metadataName)
    try metadata.write(DatasetteMetadata(database: database, tables: tables).value.document)
    _ = try metadata.close()
    return try OpenDatabase(tables, file: folder.database(name))
  }
}

/// Collects rows, so that SQLite is asked once for many.
private final class OpenDatabase: OpenWriter {
  private let tables: [TableDescription]
  private let file: DatabaseFile
  private let insertions: [String]
  private var waiting: [[[Cell]]]
  private var waitingRows = 0

  private static let mostWaiting = 512
  /// What SQLite knows our files by: "Dibe" in ASCII.
  private static let applicationID = 0x4469_6265
  /// The form of the tables.
  private static let form = 1

  init(_ tables: [TableDescription], file: DatabaseFile) throws(StorageFailure) {
    self.tables = tables
    self.file = file
    insertions = tables.map(DatabaseSchema.insertion)
    waiting = tables.map { _ in [] }
    for table in tables { try file.execute(DatabaseSchema.creation(of: table)) }
    try file.execute(Codebook.creation)
    try file.execute(Codebook.insertion, Codebook.rows(of: tables))
  }

  func write(_ cells: [Cell], to table: Int) throws(StorageFailure) {
    waiting[table].append(cells.map(Self.stored))
    waitingRows += 1
    if waitingRows >= Self.mostWaiting { try flush() }
  }

  func close() throws(StorageFailure) -> [WrittenFile] {
    try flush()
    for table in tables {
      for index in DatabaseSchema.indexes(of: table) { try file.execute(index) }
    }
    for view in DatabaseViews.views(of: tables) {
      try file.execute("CREATE VIEW \(view.name) AS\n\(view.sql)")
    }
    if let filling = DatabaseSearch.filling(from: tables) {
      file.define(DatabaseSearch.function, DatabaseSearch.spaced)
      try file.execute(DatabaseSearch.creation)
      try file.execute(filling)
    }
    try file.execute(
      """
      ANALYZE;
      PRAGMA application_id = \(Self.applicationID);
      PRAGMA user_version = \(Self.form);
      """)
    _ = try file.close()
    return []
  }

  private func flush() throws(StorageFailure) {
    for (place, rows) in waiting.enumerated() where !rows.isEmpty {
      try file.execute(insertions[place], rows)
      waiting[place].removeAll(keepingCapacity: true)
    }
    waitingRows = 0
  }

  /// Lists as JSON, which SQLite can take apart.
  private static func stored(_ cell: Cell) -> Cell {
    guard case .list = cell else { return cell }
    var bytes: [UInt8] = []
    JSONText.append(cell, to: &bytes)
    return .text(String(decoding: bytes, as: UTF8.self))
  }
}

extension Codebook {
  fileprivate static let creation = """
    CREATE TABLE \(tableName) (
      table_name TEXT NOT NULL, "position" INTEGER NOT NULL, column_name TEXT NOT NULL,
      type TEXT NOT NULL, title_zh TEXT NOT NULL, title_en TEXT NOT NULL,
      description_zh TEXT NOT NULL, description_en TEXT NOT NULL,
      PRIMARY KEY (table_name, column_name)
    ) STRICT
    """
  fileprivate static let insertion = "INSERT INTO \(tableName) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
}
