package import Model
package import Storage

/// Event data: PLOVER records, and the classic dyads of one a day.
package struct PLOVERWriter: Writer {
  package static let type = "plover"
  package static let meaning =
    "Event data: PLOVER records as JSON Lines, and a CSV of dyads, one a day."

  package init() {}

  package static let settings: [Setting<PLOVERWriter>] = []
  package var tables: [String] { [] }

  static let records = "plover.jsonl"
  static let dyads = "dyads.csv"

  package func files(of tables: [TableDescription]) -> [String] { [Self.records, Self.dyads] }

  package func open(
    _ tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) -> any OpenWriter {
    try OpenEventData(tables, in: folder)
  }
}

/// Puts the events of a document and those who took part together.
private final class OpenEventData: OpenWriter {
  private static let layout = """
    CREATE TABLE records(number INTEGER PRIMARY KEY, event_cluster_id TEXT UNIQUE, line TEXT);
    CREATE TABLE dyads(day TEXT, source TEXT, target TEXT, cameo TEXT, source_name TEXT,
      target_name TEXT, plover TEXT, event_id TEXT,
      PRIMARY KEY (day, source, target, cameo)) WITHOUT ROWID;
    """
  private static let addRecord = "INSERT OR IGNORE INTO records VALUES (?, ?, ?)"
  private static let addDyad = "INSERT OR IGNORE INTO dyads VALUES (?, ?, ?, ?, ?, ?, ?, ?)"

  private let tables: NamedTables
  private let folder: OutputFolder
  private let rows: ScratchDatabase
  private var document: RowCells?
  private var events: [CodedEvent] = []
  private var number = 0

  init(_ tables: [TableDescription], in folder: OutputFolder) throws(StorageFailure) {
    self.tables = NamedTables(tables)
    self.folder = folder
    rows = try folder.scratchDatabase(Self.layout)
  }

  func write(_ cells: [Cell], to table: Int) throws(StorageFailure) {
    let (name, row) = tables.row(cells, of: table)
    switch name {
    case "documents":
      try finish()
      document = row
    case "events":
      if let event = CodedEvent(row) { events.append(event) }
    case "participants":
      guard let actor = CodedActor(row), let id = row.text("event_id"),
        let place = events.firstIndex(where: { $0.id == id })
      else { return }
      events[place].actors.append(actor)
    default: break
    }
  }

  /// The rows of a document are all there when the next one begins.
  private func finish() throws(StorageFailure) {
    defer { events = [] }
    // What copies tell is told by the article that they copy.
    guard let document, document.isTrue("is_canonical") else { return }
    for event in events {
      if let line = event.record(citing: document) {
        number += 1
        try rows.add(
          [.integer(number), .text(event.cluster), .text(String(decoding: line, as: UTF8.self))],
          by: Self.addRecord)
      }
      for dyad in event.dyads {
        try rows.add(dyad.map { $0.map(Cell.text) ?? .null }, by: Self.addDyad)
      }
    }
  }

  func close() throws(StorageFailure) -> [WrittenFile] {
    try finish()
    let records = try folder.file(PLOVERWriter.records)
    try rows.forEach("SELECT line FROM records ORDER BY number") { cells throws(StorageFailure) in
      try records.write((CSVText.text(of: cells[0]) ?? "") + "\n")
    }
    _ = try records.close()
    let dyads = try folder.file(PLOVERWriter.dyads)
    try dyads.write(CSVText.line(CodedEvent.dyadColumns))
    let question = """
      SELECT day, source, target, cameo, source_name, target_name, plover, event_id FROM dyads
      ORDER BY day, source, target, cameo
      """
    try rows.forEach(question) { cells throws(StorageFailure) in
      try dyads.write(CSVText.line(cells.map { CSVText.text(of: $0) }))
    }
    _ = try dyads.close()
    try rows.close()
    return []
  }
}
