import GRDB
import Glibc

/// The file of a state: where it is, what version of it this program writes, and what to do with
/// another.
struct StateFile {
  let path: String

  static let name = "state.sqlite"
  /// The folder beside the exports in which it lies.
  static let folder = ".dibao"
  /// What SQLite knows our files by: "Diba" in ASCII.
  static let applicationID = 0x4469_6261
  /// The form of the tables. A change of what a value holds needs no new form, for keys tell the
  /// builds apart.
  static var form: Int { steps.count }

  init(path: String) { self.path = path }

  init(root: String) { self.init(path: "\(root)/\(Self.folder)/\(Self.name)") }

  /// SQLite's own files beside it.
  private var companions: [String] { [path + "-wal", path + "-shm"] }

  var bytes: Int {
    ([path] + companions).reduce(0) { $0 + (Disk.status(of: $1)?.size ?? 0) }
  }

  func remove() throws(StorageFailure) {
    for path in companions + [path] { try Disk.remove(path) }
  }

  /// Moves it out of the way, over one that was moved there before.
  func setAside() throws(StorageFailure) {
    for path in companions { try Disk.remove(path) }
    try Disk.move(path, to: path + ".damaged")
  }

  /// Opens it, or makes it.
  func open(
    readers: Int, fresh: Bool
  ) throws(StorageFailure) -> Opened {
    try Disk.makeFolders(Disk.parent(of: path))
    if fresh { try remove() }
    try refuseNewerHead()
    do throws(StorageFailure) {
      return try connect(readers: readers)
    } catch {
      guard error.kind == .damaged else { throw error }
      try setAside()
      var opened = try connect(readers: readers)
      opened.damage = error.detail ?? ""
      return opened
    }
  }

  /// A state that was opened.
  struct Opened {
    let pool: DatabasePool
    let published: PublishedRun?
    /// Why another was set aside.
    var damage: String?
  }

  private func connect(readers: Int) throws(StorageFailure) -> Opened {
    var configuration = Configuration()
    configuration.maximumReaderCount = max(1, readers)
    configuration.busyMode = .timeout(10)
    configuration.label = "state"
    // Rows travel as bytes between our own tables: nothing to check between them.
    configuration.foreignKeysEnabled = false
    let pool = try storage { try DatabasePool(path: path, configuration: configuration) }
    try migrate(pool)
    let published = try storage { try pool.unsafeRead { try PublishedRun(in: $0) } }
    return Opened(pool: pool, published: published)
  }

  // MARK: Versions

  /// What makes a state of each form one of the next: the first makes the tables.
  private static let steps: [@Sendable (Database) throws -> Void] = [
    { database in
      // Before the first form there were trials, with whatever tables; of no use to this build.
      for table in try String.fetchAll(
        database,
        sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      {
        try database.drop(table: table)
      }
      try database.execute(
        sql: """
          CREATE TABLE eras (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE
          );
          CREATE TABLE kept (
            id INTEGER PRIMARY KEY,
            key BLOB NOT NULL UNIQUE,
            era INTEGER NOT NULL,
            sum INTEGER NOT NULL,
            value BLOB NOT NULL
          );
          CREATE TABLE published (
            run TEXT,
            last INTEGER
          );
          INSERT INTO published VALUES (NULL, NULL);
          """)
    },
    // What the published run was made of, so that the next one that finds the same can take it over.
    { database in
      try database.execute(
        sql: """
          ALTER TABLE published ADD COLUMN content BLOB;
          ALTER TABLE published ADD COLUMN sums TEXT;
          """)
    },
  ]

  /// Opening a file writes to it, which a newer version of the program need not like; so its head is
  /// looked at first.
  ///
  /// Source of the places: "The Database Header" of the SQLite file format.
  private func refuseNewerHead() throws(StorageFailure) {
    guard Disk.isFile(path) else { return }
    var head: [UInt8] = []
    _ = try Descriptor.open(path, O_RDONLY).read(100, onto: &head)
    guard head.count == 100 else { return }
    func number(_ place: Int) -> Int {
      head[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    if number(68) == Self.applicationID, number(60) > Self.form { throw newer(number(60)) }
  }

  private func newer(_ form: Int) -> StorageFailure {
    StorageFailure(
      .newer, .open, path: path,
      detail: "written by a newer version of dibao (form \(form), this one knows \(Self.form)); "
        + "run that version, or throw the state away with dibao run --fresh")
  }

  private func migrate(_ pool: DatabasePool) throws(StorageFailure) {
    let found = try storage { try pool.unsafeRead { try Version(of: $0) } }
    switch found {
    case .ours(let form) where form == Self.form: return
    // The head may stand in SQLite's log alone, where a run was killed.
    case .ours(let form) where form > Self.form: throw newer(form)
    case .ours(let form): try migrate(pool, from: form)
    case .empty: try migrate(pool, from: 0)
    case .foreign:
      throw StorageFailure(
        .damaged, .open, path: path, detail: "a database that is no state of dibao")
    }
  }

  private func migrate(_ pool: DatabasePool, from form: Int) throws(StorageFailure) {
    try storage {
      try pool.write { database in
        for step in Self.steps[max(0, form)...] { try step(database) }
        try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(Self.form)")
      }
    }
  }

  private enum Version {
    case empty, foreign
    case ours(form: Int)

    init(of database: Database) throws {
      let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let form = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      self =
        id == StateFile.applicationID
        ? .ours(form: form) : id == 0 && form == 0 && tables == 0 ? .empty : .foreign
    }
  }

  // MARK: Failures

  /// Work on the database: its failures are the disk's.
  func storage<Value>(_ work: () throws -> Value) throws(StorageFailure) -> Value {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw StorageFailure(
        .init(of: error.resultCode), .write, path: path,
        detail: "\(error.message ?? "SQLite gives \(error.resultCode)"); \"output\": "
          + "{\"state\": false} in pipeline.json runs without a state")
    } catch {
      // A cell of another type than we write.
      throw StorageFailure(.damaged, .read, path: path, detail: "\(error)")
    }
  }
}
