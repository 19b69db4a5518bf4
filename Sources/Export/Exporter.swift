package import Model
package import Storage

/// Takes the rows of all tables and gives each to every writer.
///
/// In this order: `write` every row; `finish`; then `datapackage.json`, `manifest.json` and
/// `run.json` are put into the folder; `seal`.
package final class Exporter {
  private struct Outlet {
    let writer: any OpenWriter
    /// For each table of the export, its place among the writer's own.
    let places: [Int?]
  }

  package let tables: [TableDescription]
  private let folder: OutputFolder
  private let indexes: [String: Int]
  private let outlets: [Outlet]

  /// Opens a file for each table of each writer.
  package init(
    _ writers: [any Writer], tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) {
    self.tables = tables
    self.folder = folder
    var indexes: [String: Int] = [:]
    for (index, table) in tables.enumerated() { indexes[table.name] = index }
    self.indexes = indexes
    var outlets: [Outlet] = []
    for writer in writers { outlets.append(try Self.outlet(writer, tables, folder)) }
    self.outlets = outlets
  }

  private static func outlet(
    _ writer: any Writer, _ tables: [TableDescription], _ folder: OutputFolder
  ) throws(StorageFailure) -> Outlet {
    let chosen = writer.chosen(from: tables)
    return Outlet(
      writer: try writer.open(chosen, in: folder),
      places: tables.map { table in chosen.firstIndex { $0.name == table.name } })
  }

  /// The cells of a row are made once, whatever the number of writers.
  package func write<Row: TableRow>(_ row: Row) throws(StorageFailure) {
    guard let index = indexes[Row.tableName] else {
      preconditionFailure("the table \(Row.tableName) is not one of this export")
    }
    let cells = row.cells
    for outlet in outlets {
      if let place = outlet.places[index] { try outlet.writer.write(cells, to: place) }
    }
  }

  /// Closes the files of the tables; they are sorted by the bytes of their names.
  package func finish() throws(StorageFailure) -> [WrittenFile] {
    var written: [WrittenFile] = []
    for outlet in outlets { written += try outlet.writer.close() }
    return written.sorted { $0.entry.name.utf8.lexicographicallyPrecedes($1.entry.name.utf8) }
  }

  /// Makes the bundles and `SHA256SUMS`, of all that is in the folder by now. `modified` is the
  /// time that files have inside a bundle, in seconds from 1970: from the input, never a clock.
  package func seal(modified: Int) throws(StorageFailure) {
    let files = folder.entries.filter { $0.name != Checksums.runFileName }
    for outlet in outlets { try outlet.writer.pack(files, modified: modified) }
    try Checksums(folder.entries).write(to: folder)
  }
}
