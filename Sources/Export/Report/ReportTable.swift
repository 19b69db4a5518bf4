import Model
import Storage

/// A table of an export, read row by row for the report: only the columns that are asked for.
struct ReportTable {
  private let source: TableSource?
  private let table: TableDescription?

  /// A table that the export has in no file has no rows.
  init(_ name: String, among tables: [TableDescription], in folder: String) {
    table = tables.first { $0.name == name }
    source = table.flatMap { PublishedTable($0, in: folder)?.source }
  }

  var isThere: Bool { source != nil }

  /// Cells come in the order of these names; of a column that the table does not have, null.
  func rows(_ columns: [String]) throws(StorageFailure) -> ReportRows {
    try ReportRows(source, places: columns.map { name in table?.place(of: name) })
  }

  /// Calls `body` with each row; a file that breaks its format is `damaged`.
  func forEach(
    _ columns: [String], _ body: (ReportRow) throws(StorageFailure) -> Void
  ) throws(StorageFailure) {
    let rows = try rows(columns)
    while let row = try rows.next() { try body(row) }
  }
}

/// The rows of a table, one after another.
final class ReportRows {
  private let source: TableSource?
  private let places: [Int?]
  private let log = FindingLog()
  private let reader: (any TableReader)?
  private var waiting: ReportRow?

  init(_ source: TableSource?, places: [Int?]) throws(StorageFailure) {
    self.source = source
    self.places = places
    reader = try source?.open(log, columns: Set(places.compactMap { $0 }))
  }

  /// The row that `next` will give.
  func peek() throws(StorageFailure) -> ReportRow? {
    if waiting == nil { waiting = try read() }
    return waiting
  }

  func next() throws(StorageFailure) -> ReportRow? {
    defer { waiting = nil }
    return try peek()
  }

  private func read() throws(StorageFailure) -> ReportRow? {
    guard let source, let record = try reader?.next() else { return nil }
    if let finding = log.findings.first {
      throw StorageFailure(
        .damaged, .read, path: source.path,
        detail: "\(finding.code.meaning) (line \(finding.line ?? 1)); dibao verify tells more")
    }
    return ReportRow(cells: places.map { $0.map { record.cells[$0] } ?? .null })
  }
}

/// Some cells of a row, by their place among the columns that were asked for.
struct ReportRow {
  let cells: [Cell]

  /// Nil for what is no text, and for a text without characters.
  func text(_ place: Int) -> String? {
    if case .text(let text) = cells[place], !text.isEmpty { text } else { nil }
  }

  func integer(_ place: Int) -> Int? {
    if case .integer(let number) = cells[place] { number } else { nil }
  }

  func number(_ place: Int) -> Double {
    switch cells[place] {
    case .number(let number): number
    case .integer(let number): Double(number)
    case .null, .text, .boolean, .list: 0
    }
  }

  func isTrue(_ place: Int) -> Bool { cells[place] == .boolean(true) }

  func list(_ place: Int) -> [String] {
    if case .list(let texts) = cells[place] { texts } else { [] }
  }

  func isFilled(_ place: Int) -> Bool {
    switch cells[place] {
    case .null: false
    case .text(let text): !text.isEmpty
    case .list(let texts): !texts.isEmpty
    case .integer, .number, .boolean: true
    }
  }
}
