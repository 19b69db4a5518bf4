import Glibc
package import Model

/// A new SQLite database that is a file of an export.
///
/// It is written without a journal: what is not finished is never published. It counts as written when
/// `close()` has returned, and not before.
package final class DatabaseFile {
  package let name: String
  private let connection: DatabaseConnection
  private let onClose: (FileEntry) -> Void

  /// The file must not be there.
  init(
    name: String, path: String, onClose: @escaping (FileEntry) -> Void
  ) throws(StorageFailure) {
    self.name = name
    self.onClose = onClose
    connection = try DatabaseConnection(path)
  }

  /// One statement or several.
  package func execute(_ sql: String) throws(StorageFailure) { try connection.execute(sql) }

  /// Executes a statement for each row of values. A list has no form of its own here: it must have
  /// been made a text.
  package func execute(_ sql: String, _ rows: [[Cell]]) throws(StorageFailure) {
    try connection.execute(sql, rows)
  }

  /// A function from text to text that statements can call while the file is written.
  package func define(_ name: String, _ function: @escaping @Sendable (String) -> String) {
    connection.define(name, function)
  }

  /// Makes the file whole and durable, counts and hashes it.
  package func close() throws(StorageFailure) -> FileEntry {
    try connection.close()
    let descriptor = try Descriptor.open(connection.path, O_RDWR)
    try descriptor.sync()
    try descriptor.close()
    let reader = try ByteReader(connection.path, gunzip: false)
    var counter = ContentCounter()
    while let piece = try reader.next() { counter.add(piece) }
    let content = counter.content
    let entry = FileEntry(
      name: name, bytes: content.bytes, sha256: content.sha256, plain: nil)
    onClose(entry)
    return entry
  }
}
