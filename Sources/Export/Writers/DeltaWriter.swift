package import Model
package import Storage

/// What changed since the export that was published before: `delta.jsonl`, an object a row that was
/// added, changed or removed, and `id_changes.csv`, the ids that stand for something else now.
///
/// Both depend on the export before, so that they are in no manifest and no bundle: the other files
/// are the same bytes whether there was one or not. Without one, both are empty.
package struct DeltaWriter: Writer {
  package static let type = "delta"
  package static let meaning =
    "What changed since the export before: delta.jsonl, a row a line, and id_changes.csv."

  package static let rowsName = "delta.jsonl"
  package static let identitiesName = "id_changes.csv"

  package init() {}

  package static let settings: [Setting<DeltaWriter>] = []
  package var tables: [String] { [] }
  package var comparesRuns: Bool { true }

  package func files(of tables: [TableDescription]) -> [String] {
    [Self.rowsName, Self.identitiesName]
  }

  package func open(
    _ tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) -> any OpenWriter {
    OpenDelta(tables: tables, folder: folder)
  }
}

/// Takes no rows; reads those of both exports when the tables are whole.
private final class OpenDelta: LastWriter {
  private let tables: [TableDescription]
  private let folder: OutputFolder

  init(tables: [TableDescription], folder: OutputFolder) {
    self.tables = tables
    self.folder = folder
  }

  func pack(_ files: [FileEntry], modified: Int) throws(StorageFailure) {
    let older = folder.older
    let rows = try folder.file(DeltaWriter.rowsName)
    if let older {
      try write(ExportComparison(older: older, newer: folder.path, tables: tables), rows)
    }
    _ = try rows.close()
    let identities = try folder.file(DeltaWriter.identitiesName)
    try identities.write(IdentityChange.csvHeader)
    if let older {
      for change in try IdentityChanges(older: older, newer: folder.path).changes() {
        try identities.write(change.csvLine)
      }
    }
    _ = try identities.close()
  }

  private func write(
    _ comparison: ExportComparison, _ file: OutputFile
  ) throws(StorageFailure) {
    do throws(ComparisonFault<StorageFailure>) {
      try comparison.forEach { row throws(StorageFailure) in try file.write(row.line) }
    } catch {
      switch error {
      case .storage(let failure), .body(let failure): throw failure
      }
    }
  }
}

extension ChangedRow {
  /// Its key in words.
  package var id: String {
    key.compactMap(CSVText.text).joined(separator: ", ")
  }

  /// A JSON object on a line that ends with LF; a row that was removed is told by its key alone.
  package var line: [UInt8] {
    var bytes = Array("{\"op\":\"\(change.rawValue)\",\"table\":".utf8)
    JSONText.append(table, to: &bytes)
    bytes += Array(",\"id\":".utf8)
    JSONText.append(id, to: &bytes)
    bytes += Array(",\"changed\":".utf8)
    JSONText.append(differing, to: &bytes)
    bytes += Array(",\"row\":".utf8)
    if change == .removed {
      JSONText.appendNull(to: &bytes)
    } else {
      for (index, pair) in zip(columns, cells).enumerated() {
        bytes.append(index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","))
        JSONText.append(pair.0.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        JSONText.append(pair.1, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
    return bytes + Array("}\n".utf8)
  }
}

extension IdentityChange {
  fileprivate static let csvHeader = csv(["kind", "fate", "old_id", "new_id", "count"])

  fileprivate var csvLine: [UInt8] {
    Self.csv([kind.rawValue, fate.rawValue, oldID, newID, "\(count)"])
  }

  private static func csv(_ fields: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      CSVText.append(field, to: &bytes)
    }
    return bytes + CSVText.newline
  }
}
