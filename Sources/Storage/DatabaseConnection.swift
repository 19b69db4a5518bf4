import GRDB
import Glibc
import Model

/// A new SQLite database of one writer: without a journal, in one transaction, as what is not
/// finished is of no use.
final class DatabaseConnection {
  let path: String
  private let queue: DatabaseQueue

  /// The file must not be there.
  init(_ path: String) throws(StorageFailure) {
    self.path = path
    // Made here, so that it is ours and new; SQLite takes an empty file as an empty database.
    try Descriptor.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, as: .makeFile).close()
    var configuration = Configuration()
    configuration.label = "export"
    // Tables refer to rows that come later.
    configuration.foreignKeysEnabled = false
    configuration.allowsUnsafeTransactions = true
    queue = try Self.storage(path) {
      try DatabaseQueue(path: path, configuration: configuration)
    }
    try execute(
      """
      PRAGMA page_size = 4096;
      PRAGMA encoding = 'UTF-8';
      PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF;
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA cache_size = -16384;
      BEGIN;
      """)
  }

  /// One statement or several.
  func execute(_ sql: String) throws(StorageFailure) {
    try access { try $0.execute(sql: sql) }
  }

  /// Executes a statement for each row of values. A list has no form of its own here: it must have
  /// been made a text.
  func execute(_ sql: String, _ rows: [[Cell]]) throws(StorageFailure) {
    try access { database in
      let statement = try database.cachedStatement(sql: sql)
      for row in rows { try statement.execute(arguments: StatementArguments(row.map(Self.value))) }
    }
  }

  /// Calls `body` with each row that a question gives.
  func forEach(
    _ sql: String, _ body: ([Cell]) throws(StorageFailure) -> Void
  ) throws(StorageFailure) {
    try access { database in
      let rows = try Row.fetchCursor(database, sql: sql)
      while let row = try rows.next() { try body(row.databaseValues.map(Self.cell)) }
    }
  }

  /// A function from text to text that statements can call.
  func define(_ name: String, _ function: @escaping @Sendable (String) -> String) {
    queue.unsafeReentrantWrite { database in
      database.add(
        function: DatabaseFunction(name, argumentCount: 1, pure: true) { values in
          String.fromDatabaseValue(values[0]).map(function)
        })
    }
  }

  /// Ends the transaction, and lets go of the file.
  func close() throws(StorageFailure) {
    try execute("COMMIT")
    try Self.storage(path) { try queue.close() }
  }

  private static func value(_ cell: Cell) -> DatabaseValue {
    switch cell {
    case .null, .list: .null
    case .text(let text): text.databaseValue
    case .integer(let number): number.databaseValue
    case .number(let number): number.databaseValue
    case .boolean(let flag): (flag ? 1 : 0).databaseValue
    }
  }

  private static func cell(_ value: DatabaseValue) -> Cell {
    switch value.storage {
    case .null, .blob: .null
    case .int64(let number): .integer(Int(number))
    case .double(let number): .number(number)
    case .string(let text): .text(text)
    }
  }

  private func access<Value>(_ work: (Database) throws -> Value) throws(StorageFailure) -> Value {
    try Self.storage(path) { try queue.unsafeReentrantWrite(work) }
  }

  private static func storage<Value>(
    _ path: String, _ work: () throws -> Value
  ) throws(StorageFailure) -> Value {
    do {
      return try work()
    } catch let failure as StorageFailure {
      throw failure
    } catch let error as DatabaseError {
      throw StorageFailure(
        .init(of: error.resultCode), .write, path: path,
        detail: error.message ?? "SQLite gives \(error.resultCode)")
    } catch {
      throw StorageFailure(.io, .write, path: path, detail: "\(error)")
    }
  }
}
