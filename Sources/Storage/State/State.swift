import FoundationEssentials
import GRDB

/// What runs keep for the next: the outcome of reading, by a key of all that it depends on.
///
/// A value is a pure function of its key, so nothing in it is ever stale; what can go wrong is only
/// that a value is missing. Workers look values up through `reader`; all else is the affair of the
/// one task that leads the run, which holds the lock of the output root as long as this is open.
///
/// New values are written in shards, each in a transaction of its own: a run that is killed has lost
/// the last of them at most.
package final class State {
  package let reader: StateReader
  /// Why the state that was there was set aside, and this one begun empty.
  package let damage: String?
  /// The run whose documents these are; nil before the first.
  package private(set) var published: PublishedRun?
  private let pool: DatabasePool
  private let path: String
  /// Stands for program and settings: for rows of which no other run can have a use.
  private let era: StateKey
  private var waiting: [(key: StateKey, value: [UInt8])] = []
  private var waitingBytes = 0
  private var used = RowSet()

  /// A shard is as many values, or as many bytes, as this.
  static let shardCount = 256
  static let shardBytes = 8 << 20

  /// Opens the state of an output root, or begins one. `fresh` throws away the one that is there.
  /// Throws `newer` where a later version of the program has written it. What is damaged is set
  /// aside as `state.sqlite.damaged`.
  package init(
    in root: String, era: StateKey, readers: Int, fresh: Bool = false
  ) throws(StorageFailure) {
    let file = StateFile(root: root)
    let opened = try file.open(readers: readers, fresh: fresh)
    (pool, damage, path) = (opened.pool, opened.damage, file.path)
    self.era = era
    reader = StateReader(pool)
    published = opened.published
  }

  /// The row belongs to this run.
  package func use(_ row: Int) { used.insert(row) }

  /// Keeps a value that this run has made.
  package func keep(_ value: [UInt8], for key: StateKey) throws(StorageFailure) {
    waiting.append((key, value))
    waitingBytes += value.count
    if waiting.count >= Self.shardCount || waitingBytes >= Self.shardBytes { try flush() }
  }

  /// Writes the last shard: what a run that ends for any reason still has.
  package func flush() throws(StorageFailure) {
    guard !waiting.isEmpty else { return }
    let rows = try unlessDamaged { try pool.write { try self.insert(into: $0) } } ?? []
    for row in rows { used.insert(row) }
    waiting.removeAll(keepingCapacity: true)
    waitingBytes = 0
  }

  private func insert(into database: Database) throws -> [Int] {
    let era = try number(ofEra: database)
    let statement = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO kept (key, era, sum, value) VALUES (?, ?, ?, ?)")
    return try waiting.map { key, value in
      try statement.execute(
        arguments: [Data(key.bytes), era, Int(Checksum.of(value)), Data(value)])
      return Int(database.lastInsertedRowID)
    }
  }

  private func number(ofEra database: Database) throws -> Int {
    let key = Data(era.bytes)
    let find = "SELECT id FROM eras WHERE digest = ?"
    if let number = try Int.fetchOne(database, sql: find, arguments: [key]) { return number }
    try database.execute(sql: "INSERT INTO eras (digest) VALUES (?)", arguments: [key])
    return Int(database.lastInsertedRowID)
  }

  /// Removes what the run had no use for, and notes the run: state and export are then of one.
  /// To be called when the run is published and durable, and not before. Gives the number of rows
  /// removed.
  @discardableResult
  package func settle(_ run: PublishedRun) throws(StorageFailure) -> Int {
    try flush()
    let removed = try unlessDamaged { try pool.write { try self.settle(run, $0) } }
    if removed != nil { published = run }
    return removed ?? 0
  }

  private func settle(_ run: PublishedRun, _ database: Database) throws -> Int {
    let before = database.totalChangesCount
    let last = try Int.fetchOne(database, sql: "SELECT max(id) FROM kept") ?? 0
    let statement = try database.makeStatement(sql: "DELETE FROM kept WHERE id BETWEEN ? AND ?")
    for gap in used.gaps(upTo: last) {
      try statement.execute(arguments: [gap.lowerBound, gap.upperBound])
    }
    let removed = database.totalChangesCount - before
    try run.write(to: database)
    return removed
  }

  /// Writes what waits and lets go of the file. Gives the reason where it was found damaged on the
  /// way: it is then set aside, so that the next run begins anew.
  package func close() throws(StorageFailure) -> String? {
    try flush()
    // Whoever closes last writes the log of SQLite back into the file, which readers may not.
    pool.invalidateReadOnlyConnections()
    try storage { try pool.close() }
    guard let damage = reader.damage else { return nil }
    try StateFile(path: path).setAside()
    return damage
  }

  private func storage<Value>(_ work: () throws -> Value) throws(StorageFailure) -> Value {
    try StateFile(path: path).storage(work)
  }

  /// Nil where the file is found to be damaged, now or before: the run goes on without it.
  private func unlessDamaged<Value>(
    _ work: () throws -> Value
  ) throws(StorageFailure) -> Value? {
    guard !reader.isDamaged else { return nil }
    do throws(StorageFailure) {
      return try storage(work)
    } catch {
      guard error.kind == .damaged else { throw error }
      reader.giveUp("\(error)")
      return nil
    }
  }
}

// What `dibao gc` asks for.
extension State {
  package static func isThere(in root: String) -> Bool { Disk.isFile(StateFile(root: root).path) }

  /// Removes the state of an output root, and gives what it took on the disk. The caller has the lock
  /// of the root.
  package static func remove(in root: String) throws(StorageFailure) -> Int {
    let file = StateFile(root: root)
    let bytes = file.bytes
    try file.remove()
    return bytes
  }

  /// What a state holds.
  package struct Size: Hashable, Sendable {
    package var rows: Int
    /// On the disk.
    package var bytes: Int
  }

  package func size() throws(StorageFailure) -> Size {
    let rows = try storage {
      try pool.unsafeRead { try Int.fetchOne($0, sql: "SELECT count(*) FROM kept") ?? 0 }
    }
    return Size(rows: rows, bytes: StateFile(path: path).bytes)
  }

  /// Removes the rows of other builds and settings, and those that unfinished runs have left since
  /// the published run, if that run is `current`; then gives the disk its space back.
  package func trim(current: String?) throws(StorageFailure) {
    let isOfCurrent = current != nil && current == published?.id
    try storage {
      try pool.write { database in
        let era = try self.number(ofEra: database)
        try database.execute(sql: "DELETE FROM kept WHERE era <> ?", arguments: [era])
        try database.execute(sql: "DELETE FROM eras WHERE id <> ?", arguments: [era])
        guard isOfCurrent else { return }
        try database.execute(sql: "DELETE FROM kept WHERE id > (SELECT last FROM published)")
      }
      try pool.vacuum()
      try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
  }
}
