package import Model

/// Rows that are counted, grouped and sorted on the disk of the output instead of in memory.
///
/// The file loses its name as soon as it is open: it is in no export, and the disk space comes back
/// when the process ends, however it ends. Questions must follow the order of a key: for any other
/// SQLite would sort in a place of its own.
package final class ScratchDatabase {
  /// Rows that wait for a statement, so that not each of them is a step of its own.
  private struct Waiting {
    let sql: String
    var rows: [[Cell]] = []
  }

  private static let mostWaiting = 500

  private let connection: DatabaseConnection
  private var waiting: [Waiting] = []

  /// A file is made at `path` and loses that name at once.
  init(_ path: String, tables: String) throws(StorageFailure) {
    connection = try DatabaseConnection(path)
    try Disk.remove(path)
    try connection.execute(tables)
  }

  /// Executes a statement with a row of values, now or later, but before the next question.
  package func add(_ row: [Cell], by sql: String) throws(StorageFailure) {
    let place = waiting.firstIndex { $0.sql == sql } ?? waiting.endIndex
    if place == waiting.endIndex { waiting.append(Waiting(sql: sql)) }
    waiting[place].rows.append(row)
    if waiting[place].rows.count >= Self.mostWaiting { try flush() }
  }

  /// One statement or several.
  package func execute(_ sql: String) throws(StorageFailure) {
    try flush()
    try connection.execute(sql)
  }

  /// Calls `body` with each row that a question gives.
  package func forEach(
    _ sql: String, _ body: ([Cell]) throws(StorageFailure) -> Void
  ) throws(StorageFailure) {
    try flush()
    try connection.forEach(sql, body)
  }

  /// Gives the space back.
  package func close() throws(StorageFailure) {
    waiting = []
    try connection.close()
  }

  private func flush() throws(StorageFailure) {
    for place in waiting.indices where !waiting[place].rows.isEmpty {
      try connection.execute(waiting[place].sql, waiting[place].rows)
      waiting[place].rows.removeAll(keepingCapacity: true)
    }
  }
}
