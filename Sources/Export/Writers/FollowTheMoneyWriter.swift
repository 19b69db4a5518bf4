package import Model
package import Storage

/// The export as entities of FollowTheMoney, one a line, sorted by their ids: for Aleph, yente,
/// nomenklatura and the `ftm` tools.
///
/// What several rows tell of one entity is put together on the disk; in memory are the entities of
/// one id at a time and the names of divisions. `first_seen` and `last_seen` of a line, which tell
/// when somebody's crawler saw it, are not written: they would differ from run to run.
package struct FollowTheMoneyWriter: Writer {
  package static let type = "ftm"
  package static let meaning =
    "FollowTheMoney entities as JSON Lines, entities.ftm.json: for Aleph, yente and the ftm tools."
  static let fileName = "entities.ftm.json"

  /// Whether the same is written as statements, and the names as a list.
  private(set) var hasStatements = false
  private(set) var hasNames = false

  package init() {}

  package static let settings: [Setting<FollowTheMoneyWriter>] = [
    Setting(
      "statements", .boolean, standard: .boolean(false),
      meaning: "Whether the entities are written as statements too, one a value: `statements.csv`."
    ) { $0.hasStatements = $1.flag ?? false },
    Setting(
      "names", .boolean, standard: .boolean(false),
      meaning: "Whether the names of persons and bodies are written too, one a line: `names.txt`."
    ) { $0.hasNames = $1.flag ?? false },
  ]
  /// All: entities refer to each other.
  package var tables: [String] { [] }

  package func files(of tables: [TableDescription]) -> [String] {
    [Self.fileName] + (hasStatements ? [FTMStatements.fileName] : [])
      + (hasNames ? [FTMNames.fileName] : [])
  }

  package func open(
    _ tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) -> any OpenWriter {
    try OpenEntities(self, tables, in: folder)
  }
}

/// Turns rows into what they tell of entities, and at the end puts that together.
private final class OpenEntities: OpenWriter {
  private let writer: FollowTheMoneyWriter
  private let tables: NamedTables
  private let folder: OutputFolder
  private let joins: RowJoins
  private let told: RecordSorter
  private var world = FTMWorld()

  init(
    _ writer: FollowTheMoneyWriter, _ tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) {
    self.writer = writer
    self.tables = NamedTables(tables)
    self.folder = folder
    joins = try RowJoins(tables, in: folder)
    told = try RecordSorter(in: folder)
  }

  func write(_ cells: [Cell], to table: Int) throws(StorageFailure) {
    let (name, row) = tables.row(cells, of: table)
    try joins.add(row, of: name)
    switch name {
    case "documents": try tell(FTMFacts.document(row))
    case "mentions": try tell(FTMFacts.mention(row))
    case "agreements": try tell(FTMFacts.agreement(row))
    case "quotes": try tell(FTMFacts.quote(row))
    case "persons": try tell(FTMWorld.person(row))
    case "organizations": try tell(world.organization(row))
    case "divisions": world.learn(division: row)
    case "tenures": try tell(FTMTenure.occupancy(row))
    case "event_clusters": try tell(FTMFacts.cluster(row))
    case "contradictions": try tell(FTMWorld.contradiction(row))
    case "namesakes": try tell(FTMWorld.similar(row))
    default: break
    }
  }

  private func tell(_ entities: [FTMEntity?]) throws(StorageFailure) {
    for case let entity? in entities {
      try told.append(Array(entity.id.utf8), entity.encoded)
    }
  }

  func close() throws(StorageFailure) -> [WrittenFile] {
    try joins.drain { joined throws(StorageFailure) in
      switch joined {
      case .event(let event, let parties): try tell(FTMFacts.event(event, parties: parties))
      case .office(let office):
        try tell([world.position(office), FTMWorld.country(ofBodyOf: office)])
      case .holding(let tenure, let office): try tell([FTMTenure.holder(tenure, office)])
      case .sightings(let tenure, let first, let last):
        try tell([FTMTenure.proof(of: tenure, first, last)])
      }
    }
    let files = try EntityFiles(writer, in: folder)
    var entity = FTMEntity("", nil)
    try told.drain { record throws(StorageFailure) in
      let id = String(decoding: record.key, as: UTF8.self)
      guard let next = FTMEntity(id, decoding: record.value) else { return }
      if next.id == entity.id {
        entity.unite(next)
      } else {
        try files.write(entity)
        entity = next
      }
    }
    try files.write(entity)
    try files.close()
    return []
  }
}

/// The files that whole entities go into.
private struct EntityFiles {
  private let entities: OutputFile
  private let statements: OutputFile?
  private let list: OutputFile?
  private let names: FTMNames?

  init(_ writer: FollowTheMoneyWriter, in folder: OutputFolder) throws(StorageFailure) {
    entities = try folder.file(FollowTheMoneyWriter.fileName)
    statements = writer.hasStatements ? try folder.file(FTMStatements.fileName) : nil
    try statements?.write(FTMStatements.header)
    list = writer.hasNames ? try folder.file(FTMNames.fileName) : nil
    names = writer.hasNames ? try FTMNames(in: folder) : nil
  }

  func write(_ entity: FTMEntity) throws(StorageFailure) {
    guard let line = entity.line else { return }
    try entities.write(line)
    try statements?.write(FTMStatements.lines(of: entity))
    try names?.add(entity)
  }

  func close() throws(StorageFailure) {
    if let list { try names?.write(to: list) }
    for file in [entities, statements, list] { _ = try file?.close() }
  }
}
