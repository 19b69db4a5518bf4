import FoundationEssentials
import GRDB
import Synchronization

/// Looks values up in a state, for any number of workers at once. Nothing is wrong with a value
/// that is not there; so where the file turns out to be damaged, no value is there any more.
package final class StateReader: Sendable {
  /// A value and the row that it stands in.
  package struct Kept: Hashable, Sendable {
    package let row: Int
    package let value: [UInt8]
  }

  private let pool: DatabasePool
  private let found = Mutex<String?>(nil)
  private let isBroken = Atomic<Bool>(false)

  init(_ pool: DatabasePool) { self.pool = pool }

  /// What was found wrong with the file while it was read.
  var damage: String? { found.withLock { $0 } }
  var isDamaged: Bool { isBroken.load(ordering: .relaxed) }

  package func value(for key: StateKey) -> Kept? {
    guard !isDamaged else { return nil }
    do {
      return try pool.unsafeRead { try Self.kept(key, in: $0) }
    } catch {
      giveUp("\(error)")
      return nil
    }
  }

  /// From now on no value is there.
  func giveUp(_ reason: String) {
    found.withLock { $0 = $0 ?? reason }
    isBroken.store(true, ordering: .relaxed)
  }

  /// Nil also for a value whose bytes are not those that were written: it is made and kept anew.
  private static func kept(_ key: StateKey, in database: Database) throws -> Kept? {
    let statement = try database.cachedStatement(
      sql: "SELECT id, sum, value FROM kept WHERE key = ?")
    let rows = try Row.fetchCursor(statement, arguments: [Data(key.bytes)])
    // Of a damaged row no cell need be of its type, and a subscript would trap.
    guard let row = try rows.next(), let id = Int.fromDatabaseValue(row[0]),
      let sum = Int.fromDatabaseValue(row[1])
    else { return nil }
    return try row.withUnsafeData(atIndex: 2) { data in
      let value = data.map { [UInt8]($0) } ?? []
      return Int(Checksum.of(value)) == sum ? Kept(row: id, value: value) : nil
    }
  }
}
