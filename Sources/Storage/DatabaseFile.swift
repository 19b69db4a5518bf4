import FoundationEssentials
import GRDB
import Glibc
package import Model

/// A new SQLite database that is a file of an export.
///
/// It is written without a journal: what is not finished is never published. It counts as written when
/// `close()` has returned, and not before.
package final class DatabaseFile {
  package let name: String
  private let path: String
  private let queue: DatabaseQueue
  private let onClose: (FileEntry) -> Void

  /// The file must not be there.
  init(
    name: String, path: String, onClose: @escaping (FileEntry) -> Void
  ) throws(StorageFailure) {
    self.name = name
    self.path = path
    self.onClose = onClose
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
  package func execute(_ sql: String) throws(StorageFailure) {
    try access { try $0.execute(sql: sql) }
  }

  /// Executes a statement for each row of values. A list has no form of its own here: it must have
  /// been made a text.
  package func execute(_ sql: String, _ rows: [[Cell]]) throws(StorageFailure) {
    try access { database in
      let statement = try database.cachedStatement(sql: sql)
      for row in rows { try statement.execute(arguments: StatementArguments(row.map(Self.value))) }
    }
  }

  /// A function from text to text that statements can call while the file is written.
  package func define(_ name: String, _ function: @escaping @Sendable (String) -> String) {
    queue.unsafeReentrantWrite { database in
      database.add(
        function: DatabaseFunction(name, argumentCount: 1, pure: true) { values in
          String.fromDatabaseValue(values[0]).map(function)
        })
    }
  }

  /// Makes the file whole and durable, counts and hashes it.
  package func close() throws(StorageFailure) -> FileEntry {
    try execute("COMMIT")
    try Self.storage(path) { try queue.close() }
    let descriptor = try Descriptor.open(path, O_RDWR)
    try descriptor.sync()
    try descriptor.close()
    let reader = try ByteReader(path, gunzip: false)
    var counter = ContentCounter()
    while let piece = try reader.next() { counter.add(piece) }
    let content = counter.content
    let entry = FileEntry(
      name: name, bytes: content.bytes, sha256: content.sha256, plain: nil)
    onClose(entry)
    return entry
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

  private func access<Value>(_ work: (Database) throws -> Value) throws(StorageFailure) -> Value {
    try Self.storage(path) { try queue.unsafeReentrantWrite(work) }
  }

  private static func storage<Value>(
    _ path: String, _ work: () throws -> Value
  ) throws(StorageFailure) -> Value {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw StorageFailure(
        .init(of: error.resultCode), .write, path: path,
        detail: error.message ?? "SQLite gives \(error.resultCode)")
    } catch {
      throw StorageFailure(.io, .write, path: path, detail: "\(error)")
    }
  }
}
