import Model
import Storage

/// Checks that what a row refers to is there.
struct ReferenceCheck {
  private struct Target: Hashable {
    let table: String
    let column: String
  }

  private struct Reference {
    let column: Int
    let name: String
    let target: Target
  }

  let sources: [TableSource]
  /// The primary keys of each table, as its check found them.
  let primaryKeys: [String: Set<KeyDigest>]
  let log: FindingLog

  func run() {
    let targets = Set(sources.flatMap { references(of: $0.table).map(\.target) })
    var keys: [Target: Set<KeyDigest>] = [:]
    for source in sources {
      for target in targets where target.table == source.table.name {
        keys[target] = self.keys(in: source, column: target.column)
      }
    }
    for source in sources { check(source, keys) }
  }

  /// What the table declares, and the document that a span lies in.
  private func references(of table: TableDescription) -> [Reference] {
    var references = table.foreignKeys.compactMap { key in
      table.place(of: key.column).map {
        Reference(
          column: $0, name: key.column, target: Target(table: key.table, column: key.key))
      }
    }
    if let columns = SpanColumns(table),
      !references.contains(where: { $0.column == columns.document })
    {
      references.append(
        Reference(
          column: columns.document, name: "document_id",
          target: Target(table: "documents", column: "document_id")))
    }
    return references
  }

  // A file that cannot be read is told by the check of its table.
  private func keys(in source: TableSource, column: String) -> Set<KeyDigest>? {
    if source.table.primaryKey == [column] { return primaryKeys[source.table.name] }
    guard let place = source.table.place(of: column) else { return nil }
    var keys: Set<KeyDigest> = []
    let isWhole = source.forEach([place]) { record in
      if record.cells[place] != .null { keys.insert(KeyDigest([record.cells[place]])) }
    }
    return isWhole ? keys : nil
  }

  private func check(_ source: TableSource, _ keys: [Target: Set<KeyDigest>]) {
    let references = references(of: source.table).filter { keys[$0.target] != nil }
    guard !references.isEmpty else { return }
    _ = source.forEach(Set(references.map(\.column))) { record in
      for reference in references {
        guard let known = keys[reference.target] else { continue }
        for cell in Self.items(of: record.cells[reference.column])
        where !known.contains(KeyDigest([cell])) {
          log.add(
            .referenceMissing,
            FindingPlace(
              source.file, line: record.line, row: record.row, column: reference.name),
            expected: "a row of \(reference.target.table)", found: CSVText.text(of: cell) ?? "")
        }
      }
    }
  }

  private static func items(of cell: Cell) -> [Cell] {
    switch cell {
    case .null: []
    case .list(let items): items.map(Cell.text)
    case .text, .integer, .number, .boolean: [cell]
    }
  }
}

extension TableSource {
  /// Gives every row that can be made out; false if the file cannot be read to its end. What is
  /// wrong with the file itself is not told again.
  func forEach(_ columns: Set<Int>, _ body: (TableRecord) -> Void) -> Bool {
    do {
      let reader = try open(FindingLog(), columns: columns)
      while let record = try reader.next() {
        if !record.cells.isEmpty { body(record) }
      }
      return true
    } catch {
      return false
    }
  }
}
