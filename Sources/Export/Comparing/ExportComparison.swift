package import Model
package import Storage

/// What became of a row from one export to another.
package enum RowChange: String, Hashable, Sendable, CaseIterable {
  case removed = "DEL"
  case added = "ADD"
  case changed = "MOD"
}

/// A row that two exports do not have in common.
package struct ChangedRow: Hashable, Sendable {
  package let change: RowChange
  package let table: String
  /// What tells it from the others of its table; all of it where rows have no key.
  package let key: [Cell]
  package let columns: [ColumnDescription]
  /// As the newer export has it; as the older one does where it was removed.
  package let cells: [Cell]
  /// The columns that differ, of a row that is in both.
  package let differing: [String]
}

/// Two exports, held against one another row by row, by the keys of the rows.
///
/// Tables are read from the disk four times and never held whole: what is kept is three words for
/// each row of one table of the older export.
package struct ExportComparison {
  private let older: String
  private let newer: String
  private let tables: [TableDescription]

  /// The folders of two exports; `tables` in the order in which they are compared.
  package init(older: String, newer: String, tables: [TableDescription]) {
    self.older = older
    self.newer = newer
    self.tables = tables
  }

  /// Calls `body` with every row that differs: by table, first what was removed, in the order of the
  /// older export, then what was added or changed, in the order of the newer one. A table that one of
  /// the two does not have has no rows there.
  package func forEach<Problem: Error>(
    _ body: (ChangedRow) throws(Problem) -> Void
  ) throws(ComparisonFault<Problem>) {
    for table in tables { try compare(table, body) }
  }

  private func compare<Problem: Error>(
    _ table: TableDescription, _ body: (ChangedRow) throws(Problem) -> Void
  ) throws(ComparisonFault<Problem>) {
    let before = KeyedRows(table, in: older)
    let after = KeyedRows(table, in: newer)
    var index = RowIndex()
    try before.forEach { row, _ throws(Problem) in index.append(row.key, row.digest) }
    index.close()
    var changed: [KeyDigest: [Int]] = [:]
    try after.forEach { row, _ throws(Problem) in
      if index.find(row.key, row.digest) == .changed { changed[row.key] = [] }
    }
    try before.forEach { row, cells throws(Problem) in
      if changed[row.key] != nil { changed[row.key] = cells.map { RowDigest.value(of: [$0]) } }
      if !index.isFound(row.key) { try body(before.row(.removed, cells, [])) }
    }
    try after.forEach { row, cells throws(Problem) in
      if let old = changed[row.key] {
        let differing = zip(table.columns, zip(cells, old)).filter { _, pair in
          RowDigest.value(of: [pair.0]) != pair.1
        }
        try body(after.row(.changed, cells, differing.map(\.0.name)))
      } else if !index.isKnown(row.key) {
        try body(after.row(.added, cells, []))
      }
    }
  }
}

/// Why a comparison ended: a file that cannot be read, or what was done with a row.
package enum ComparisonFault<Problem: Error>: Error {
  case storage(StorageFailure)
  case body(Problem)
}

/// The rows of one table of an export with their keys.
private struct KeyedRows {
  struct Row {
    let key: KeyDigest
    let digest: Int
  }

  private let table: TableDescription
  private let source: TableSource?
  /// The places of the key's columns; those of all where rows have no key.
  private let key: [Int]

  init(_ table: TableDescription, in folder: String) {
    self.table = table
    source = PublishedTable(table, in: folder)?.source
    let own = table.primaryKey.compactMap(table.place)
    key = own.isEmpty ? Array(table.columns.indices) : own
  }

  /// A file that breaks its format is `damaged`.
  func forEach<Problem: Error>(
    _ body: (Row, [Cell]) throws(Problem) -> Void
  ) throws(ComparisonFault<Problem>) {
    guard let source else { return }
    let log = FindingLog()
    let reader: any TableReader
    do throws(StorageFailure) { reader = try source.open(log) } catch { throw .storage(error) }
    while let record = try Self.next(reader, Problem.self) {
      guard record.cells.count == table.columns.count else { continue }
      let row = Row(
        key: KeyDigest(key.map { record.cells[$0] }), digest: RowDigest.value(of: record.cells))
      do throws(Problem) { try body(row, record.cells) } catch { throw .body(error) }
    }
    if let finding = log.findings.first {
      throw .storage(
        StorageFailure(
          .damaged, .read, path: source.path,
          detail: "\(finding.code.meaning) (line \(finding.line ?? 1)); dibao verify tells more"))
    }
  }

  private static func next<Problem: Error>(
    _ reader: any TableReader, _: Problem.Type
  ) throws(ComparisonFault<Problem>) -> TableRecord? {
    do throws(StorageFailure) { return try reader.next() } catch { throw .storage(error) }
  }

  func row(_ change: RowChange, _ cells: [Cell], _ differing: [String]) -> ChangedRow {
    ChangedRow(
      change: change, table: table.name, key: key.map { cells[$0] }, columns: table.columns,
      cells: cells, differing: differing)
  }
}

/// The keys of a table's rows, each with what stands in the row.
private struct RowIndex {
  private struct Entry {
    let key: KeyDigest
    let digest: Int
    var isFound = false
  }

  private var entries: [Entry] = []

  mutating func append(_ key: KeyDigest, _ digest: Int) {
    entries.append(Entry(key: key, digest: digest))
  }

  /// To be called once, after the last row.
  mutating func close() { entries.sort { $0.key < $1.key } }

  /// Notes that a row of the other export has this key; nil where nothing changed.
  mutating func find(_ key: KeyDigest, _ digest: Int) -> RowChange? {
    guard let place = place(of: key) else { return .added }
    entries[place].isFound = true
    return entries[place].digest == digest ? nil : .changed
  }

  func isKnown(_ key: KeyDigest) -> Bool { place(of: key) != nil }
  func isFound(_ key: KeyDigest) -> Bool { place(of: key).map { entries[$0].isFound } ?? false }

  private func place(of key: KeyDigest) -> Int? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].key == key ? low : nil
  }
}
