package import Model
package import Storage

/// A format of the export: what `writers` in `pipeline.json` names by its `type`.
///
/// To add one, write `Writers/NAMEWriter.swift` and one line in `Writers.all`.
package protocol Writer: Configurable {
  /// The word in `pipeline.json`.
  static var type: String { get }
  /// One sentence, for people.
  static var meaning: String { get }
  /// The names of the tables that it writes; empty for all.
  var tables: [String] { get }

  /// Whether what it writes depends on the export before too.
  var comparesRuns: Bool { get }

  /// The files that it makes of these tables, whatever the rows.
  func files(of tables: [TableDescription]) -> [String]

  /// Begins the files of these tables; each is there at the end, also without rows.
  func open(
    _ tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) -> any OpenWriter
}

/// A writer at work.
package protocol OpenWriter: AnyObject {
  /// Takes a row of the table that stands at this place among those that were opened.
  func write(_ cells: [Cell], to table: Int) throws(StorageFailure)

  /// Called once, after the last row.
  func close() throws(StorageFailure) -> [WrittenFile]

  /// Called last, when every other file of the export is finished: for what is made of files.
  /// `modified` is the time to be given for them, in seconds from 1970.
  func pack(_ files: [FileEntry], modified: Int) throws(StorageFailure)
}

extension OpenWriter {
  package func pack(_ files: [FileEntry], modified: Int) throws(StorageFailure) {}
}

/// A writer that takes no rows, and makes its files of those of the others.
protocol LastWriter: OpenWriter {}

extension LastWriter {
  package func write(_ cells: [Cell], to table: Int) throws(StorageFailure) {}
  package func close() throws(StorageFailure) -> [WrittenFile] { [] }
}

extension Writer {
  package var comparesRuns: Bool { false }

  /// Those of the tables that this writer is to write.
  package func chosen(from all: [TableDescription]) -> [TableDescription] {
    tables.isEmpty ? all : all.filter { tables.contains($0.name) }
  }

  /// What `tables` names and nothing is called.
  package func unknownTables(among all: [TableDescription]) -> [String] {
    tables.filter { name in !all.contains { $0.name == name } }
  }
}

/// Every writer there is.
package enum Writers {
  package static let all: [any Writer.Type] = [
    CSVWriter.self,
    JSONLinesWriter.self,
    BundleWriter.self,
    SQLiteWriter.self,
    XLSXWriter.self,
    GraphWriter.self,
    FollowTheMoneyWriter.self,
    PopoloWriter.self,
    PLOVERWriter.self,
    PanelWriter.self,
    DeltaWriter.self,
    ReportWriter.self,
  ]

  package static func named(_ type: String) -> (any Writer.Type)? {
    all.first { $0.type == type }
  }
}
