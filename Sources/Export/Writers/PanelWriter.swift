package import Model
package import Storage

/// Panels by month, as scholars build them by hand: who was in the news, who was named in which office,
/// and which provinces met which bodies of the centre.
package struct PanelWriter: Writer {
  package static let type = "panel"
  package static let meaning =
    "CSV by month: persons in the news, persons by office, provinces by bodies of the centre."

  package init() {}

  package static let settings: [Setting<PanelWriter>] = []
  package var tables: [String] { [] }

  package func files(of tables: [TableDescription]) -> [String] { Panel.all.map(\.fileName) }

  package func open(
    _ tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) -> any OpenWriter {
    try OpenPanels(tables, in: folder)
  }
}

/// Counts what becomes the cells of the panels.
private final class OpenPanels: OpenWriter {
  /// What is known of the document whose rows come.
  private struct Document {
    var number = 0
    /// Of its publication.
    var month: String?
    var isCanonical = false
  }

  /// What took place.
  private struct Event {
    let month: String
    let cluster: String
  }

  private let tables: NamedTables
  private let folder: OutputFolder
  private let rows: ScratchDatabase
  private var document = Document()
  /// Those of the document, by their ids.
  private var events: [String: Event] = [:]

  init(_ tables: [TableDescription], in folder: OutputFolder) throws(StorageFailure) {
    self.tables = NamedTables(tables)
    self.folder = folder
    rows = try folder.scratchDatabase(PanelRows.tables)
  }

  func write(_ cells: [Cell], to table: Int) throws(StorageFailure) {
    let (name, row) = tables.row(cells, of: table)
    switch name {
    case "documents": begin(row)
    case "mentions": try count(mention: row)
    case "events": try note(event: row)
    case "participants": try count(participant: row)
    case "persons", "offices", "organizations", "divisions":
      if let named = PanelRows.named[name] {
        try rows.add(named.columns.map { row[$0] }, by: named.statement)
      }
    default: break
    }
  }

  private func begin(_ row: RowCells) {
    document = Document(
      number: document.number + 1, month: Self.month(row.text("published_at")),
      isCanonical: row.isTrue("is_canonical"))
    events = [:]
  }

  private func count(mention row: RowCells) throws(StorageFailure) {
    guard document.isCanonical, let month = document.month,
      row["person_id"] != .null
    else { return }
    let number = Cell.integer(document.number)
    try rows.add([row["person_id"], .text(month), number], by: PanelRows.mention)
    guard row["office_id"] != .null else { return }
    try rows.add(
      [
        row["office_id"], row["person_id"], .text(month), .text(row.text("qualifier") ?? ""),
        number,
      ], by: PanelRows.holder)
  }

  private func note(event row: RowCells) throws(StorageFailure) {
    guard let id = row.text("event_id"), row.text("status") == "actual" else { return }
    guard let month = Self.month(row.text("date_start")) else { return }
    let event = Event(month: month, cluster: row.text("event_cluster_id") ?? id)
    events[id] = event
    try rows.add(
      [.text(id), .text(event.cluster), .text(month), row["division_code"]], by: PanelRows.event)
  }

  private func count(participant row: RowCells) throws(StorageFailure) {
    guard let id = row.text("event_id"), let event = events[id] else { return }
    if row["person_id"] != .null {
      try rows.add(
        [row["person_id"], .text(event.month), .text(event.cluster)], by: PanelRows.personEvent)
    }
    if row["organization_id"] != .null {
      try rows.add([.text(id), row["organization_id"]], by: PanelRows.participant)
    }
  }

  /// Of a date, or date and time, with a year and a month.
  private static func month(_ date: String?) -> String? {
    guard let known = date.flatMap({ PartialDate(iso: $0.prefix(7)) }), known.month != nil else {
      return nil
    }
    return known.iso
  }

  func close() throws(StorageFailure) -> [WrittenFile] {
    try rows.execute(PanelRows.summing)
    for panel in Panel.all {
      let file = try folder.file(panel.fileName)
      try file.write(CSVText.line(panel.columns))
      try rows.forEach(panel.question) { cells throws(StorageFailure) in
        try file.write(CSVText.line(cells.map { CSVText.text(of: $0) }))
      }
      _ = try file.close()
    }
    try rows.close()
    return []
  }
}
