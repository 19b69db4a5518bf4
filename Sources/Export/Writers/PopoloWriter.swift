package import Model
package import Storage

/// The export as one JSON document of Popolo: persons, organizations, posts, memberships, events and
/// areas, each sorted by its id.
///
/// What several rows tell of one object is put together on the disk; in memory is one event with its
/// parties at a time.
package struct PopoloWriter: Writer {
  package static let type = "popolo"
  package static let meaning =
    "Popolo JSON, popolo.json: persons, organizations, posts, memberships, events and areas."
  static let fileName = "popolo.json"

  package init() {}

  package static let settings: [Setting<PopoloWriter>] = []
  /// All: objects refer to each other.
  package var tables: [String] { [] }

  package func files(of tables: [TableDescription]) -> [String] { [Self.fileName] }

  package func open(
    _ tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) -> any OpenWriter {
    try OpenPopolo(tables, in: folder)
  }
}

/// Turns rows into what they tell of objects, and at the end puts that together.
private final class OpenPopolo: OpenWriter {
  private let tables: NamedTables
  private let folder: OutputFolder
  private let joins: RowJoins
  private let sources: PopoloSources
  private let told: RecordSorter

  init(_ tables: [TableDescription], in folder: OutputFolder) throws(StorageFailure) {
    self.tables = NamedTables(tables)
    self.folder = folder
    joins = try RowJoins(tables, in: folder)
    sources = try PopoloSources(in: folder)
    told = try RecordSorter(in: folder)
  }

  func write(_ cells: [Cell], to table: Int) throws(StorageFailure) {
    let (name, row) = tables.row(cells, of: table)
    try joins.add(row, of: name)
    switch name {
    case "documents": try sources.add(document: row)
    case "persons": try tell(PopoloRows.person(row))
    case "offices": try tell(PopoloRows.post(row))
    case "organizations": try tell(PopoloRows.organization(row))
    case "divisions": try tell(PopoloRows.area(row))
    case "tenures": try tell(PopoloTenure.membership(row))
    default: break
    }
  }

  private func tell(_ objects: [PopoloObject]) throws(StorageFailure) {
    for object in objects { try told.append(object.key, object.bytes) }
  }

  func close() throws(StorageFailure) -> [WrittenFile] {
    try joins.drain { joined throws(StorageFailure) in try take(joined) }
    try sources.drain { item throws(StorageFailure) in try tell([item]) }
    var file = try PopoloFile(folder.file(PopoloWriter.fileName))
    try told.drain { record throws(StorageFailure) in try file.write(record) }
    try file.close()
    return []
  }

  private func take(_ joined: RowJoins.Joined) throws(StorageFailure) {
    switch joined {
    case .event(let event, let parties):
      try tell(PopoloRows.event(event, parties: parties))
      try sources.ask(
        event.text("document_id"), for: .events, event.text("event_id"), order: 0,
        note: "told by this article")
    case .office: break
    case .holding(let tenure, let office): try tell(PopoloTenure.post(tenure, office))
    case .sightings(let tenure, let first, let last):
      try tell(PopoloTenure.start(of: tenure, seenIn: first))
      let id = tenure.text("tenure_id")
      let day = tenure.text("first_observed")
      try sources.ask(
        first, for: .memberships, id, order: 0,
        note: day.map { "first observed in the office for \($0); not a stated start" }
          ?? "given the office without a date, or as a former holder")
      if let day = tenure.text("last_observed"), last != first {
        try sources.ask(
          last, for: .memberships, id, order: 1,
          note: "last observed in the office for \(day); not a stated end")
      }
    }
  }
}
