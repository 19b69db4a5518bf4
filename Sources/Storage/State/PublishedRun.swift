import FoundationEssentials
import GRDB

/// The run whose documents a state keeps.
package struct PublishedRun: Hashable, Sendable {
  package let id: String
  /// Stands for all that its export follows from; nil where that is not to be relied upon.
  package let content: StateKey?
  /// SHA-256 of the sums of its files.
  package let sums: String?

  package init(id: String, content: StateKey? = nil, sums: String? = nil) {
    self.id = id
    self.content = content
    self.sums = sums
  }

  /// Nil before the first.
  init?(in database: Database) throws {
    guard let row = try Row.fetchOne(database, sql: "SELECT run, content, sums FROM published"),
      let id = String.fromDatabaseValue(row[0])
    else { return nil }
    self.init(
      id: id, content: Data.fromDatabaseValue(row[1]).map { StateKey(stored: Array($0)) },
      sums: String.fromDatabaseValue(row[2]))
  }

  /// `last` is the newest of the rows that were kept when it was published.
  func write(to database: Database) throws {
    try database.execute(
      sql: """
        UPDATE published
        SET run = ?, content = ?, sums = ?, last = (SELECT max(id) FROM kept)
        """,
      arguments: [id, content.map { Data($0.bytes) }, sums])
  }
}
