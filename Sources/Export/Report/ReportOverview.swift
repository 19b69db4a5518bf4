import Model
import Storage

/// How many rows each table has, and how many of them have something in the columns that matter.
struct ReportOverview {
  struct Fill {
    let column: ColumnDescription
    let filled: Int
  }

  struct Table {
    let description: TableDescription
    let rows: Int
    let fills: [Fill]
  }

  private(set) var tables: [Table] = []
  private(set) var rejects = Frequencies()
  private(set) var contradictions = Frequencies()
  private(set) var examples: [(kind: String, subject: String, detail: String)] = []
  private(set) var copies = 0
  /// Documents in, joined and rejected, as the manifest has them.
  private(set) var input: Int?
  private(set) var duplicates: Int?
  private(set) var isComplete: Bool?

  private static let shown = 20
  private static let columns: [String: [String]] = [
    "documents": ["published_at", "title", "publisher", "author", "url"],
    "mentions": ["person_id", "office_id", "organization_id", "as_of"],
    "events": ["date_start", "place", "division_code", "topic"],
    "participants": ["person_id", "office_id", "organization_id"],
    "agreements": ["name", "parties", "date"],
    "quotes": ["speaker_names", "event_id"],
    "persons": ["latest_office", "highest_rank", "first_seen"],
    "offices": ["name_en", "rank", "organization_id", "division_code"],
    "organizations": ["kind", "rank", "parent_id"],
    "tenures": ["first_observed", "stated_start", "stated_end", "not_before"],
  ]

  init(_ tables: [TableDescription], in folder: String) throws(StorageFailure) {
    for table in tables {
      let file = ReportTable(table.name, among: tables, in: folder)
      if file.isThere { self.tables.append(try Self.count(table, file)) }
    }
    try countRejects(ReportTable("rejects", among: tables, in: folder))
    try countContradictions(ReportTable("contradictions", among: tables, in: folder))
    try ReportTable("documents", among: tables, in: folder).forEach(["is_canonical"]) { row in
      if row.cells[0] == .boolean(false) { copies += 1 }
    }
    try readManifest(folder + "/" + FileList.manifestName)
  }

  func rows(_ table: String) -> Int? {
    tables.first { $0.description.name == table }?.rows
  }

  private static func count(
    _ table: TableDescription, _ file: ReportTable
  ) throws(StorageFailure) -> Table {
    let wanted = (columns[table.name] ?? []).compactMap { name in
      table.columns.first { $0.name == name }
    }
    var counts = wanted.map { _ in 0 }
    var rows = 0
    try file.forEach(wanted.map(\.name)) { row in
      rows += 1
      for place in counts.indices where row.isFilled(place) { counts[place] += 1 }
    }
    return Table(
      description: table, rows: rows,
      fills: zip(wanted, counts).map { Fill(column: $0, filled: $1) })
  }

  private mutating func countRejects(_ file: ReportTable) throws(StorageFailure) {
    var rejects = Frequencies()
    try file.forEach(["stage", "code"]) { row in
      rejects.add("\(row.text(0) ?? "") · \(row.text(1) ?? "")")
    }
    self.rejects = rejects
  }

  private mutating func countContradictions(_ file: ReportTable) throws(StorageFailure) {
    var counts = Frequencies()
    var examples: [(kind: String, subject: String, detail: String)] = []
    try file.forEach(["kind", "subject_name", "detail"]) { row in
      let kind = row.text(0) ?? ""
      counts.add(kind)
      guard examples.count < Self.shown else { return }
      examples.append((kind, row.text(1) ?? "", row.text(2) ?? ""))
    }
    contradictions = counts
    self.examples = examples
  }

  /// What cannot be read there is left out: `dibao verify` tells of it.
  private mutating func readManifest(_ path: String) throws(StorageFailure) {
    guard Disk.isFile(path) else { return }
    let tree = JSONDocument(try Disk.readWhole(path)).tree
    input = tree?["input"]?["documents"]?.integer
    let stages = tree?["stages"]?.items ?? []
    duplicates =
      stages.isEmpty
      ? nil : stages.reduce(0) { $0 + ($1["duplicates"]?.integer ?? 0) }
    if case .boolean(let flag)? = tree?["complete"]?.value { isComplete = flag }
  }
}
