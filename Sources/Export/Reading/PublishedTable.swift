package import Model
package import Storage

/// A table of an export that was published, for looking up rows in it.
///
/// It is read from CSV or JSON Lines, gzipped or not, whichever the export has; never from a
/// sheet, whose cells may be cut.
package struct PublishedTable {
  let source: TableSource
  /// The file's name in the export.
  package var file: String { source.file }

  /// Nil where no such file is in the folder.
  package init?(_ table: TableDescription, in folder: String) {
    let names = [false, true].flatMap { isGzipped in
      [TableFileName.Format.csv, .jsonl].map {
        TableFileName(table: table.name, format: $0, isGzipped: isGzipped)
      }
    }
    guard let name = names.first(where: { Disk.isFile(folder + "/" + $0.text) }) else {
      return nil
    }
    source = TableSource(name, of: table, in: folder)
  }

  /// The first row that has this text in a column; nil where none has.
  ///
  /// A file that breaks its format is `damaged` where the row was not found: it may be there.
  package func row(
    where column: String, is text: String
  ) throws(StorageFailure) -> PublishedRow? {
    guard let place = source.table.place(of: column) else { return nil }
    let log = FindingLog()
    let reader = try source.open(log)
    while let record = try reader.next() {
      guard !record.cells.isEmpty, case .text(let found) = record.cells[place],
        found.utf8.elementsEqual(text.utf8)
      else { continue }
      return PublishedRow(
        columns: source.table.columns, cells: record.cells, file: file, line: record.line)
    }
    guard let finding = log.findings.first else { return nil }
    throw StorageFailure(
      .damaged, .read, path: source.path,
      detail: "\(finding.code.meaning) (line \(finding.line ?? 1)); dibao verify tells all of it")
  }
}

/// A row as it stands in an export.
package struct PublishedRow: Hashable, Sendable {
  package let columns: [ColumnDescription]
  /// One a column.
  package let cells: [Cell]
  /// In the folder of the export.
  package let file: String
  /// The line that the row begins on, from 1.
  package let line: Int

  package subscript(column: String) -> Cell {
    zip(columns, cells).first { $0.0.name == column }?.1 ?? .null
  }

  package func text(_ column: String) -> String? {
    if case .text(let text) = self[column] { text } else { nil }
  }

  package func integer(_ column: String) -> Int? {
    if case .integer(let number) = self[column] { number } else { nil }
  }

  package func number(_ column: String) -> Double? {
    switch self[column] {
    case .number(let number): number
    case .integer(let number): Double(number)
    case .null, .text, .boolean, .list: nil
    }
  }

  package func list(_ column: String) -> [String] {
    if case .list(let texts) = self[column] { texts } else { [] }
  }
}
