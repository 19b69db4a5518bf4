package import Model
package import Storage

/// JSON Lines: an object a row, every column in its order, null where there is nothing.
package struct JSONLinesWriter: Writer {
  package static let type = "jsonl"
  package static let meaning = "JSON Lines, a file a table: an object a line, nulls written."

  package var isGzipped = false
  package var tables: [String] = []

  package init() {}

  package static let settings: [Setting<JSONLinesWriter>] = [
    .gzip { $0.isGzipped = $1 },
    .tables { $0.tables = $1 },
  ]

  package func files(of tables: [TableDescription]) -> [String] {
    chosen(from: tables).map {
      TableFileName(table: $0.name, format: .jsonl, isGzipped: isGzipped).text
    }
  }

  package func open(
    _ tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) -> any OpenWriter {
    try TableFiles(tables, .jsonl, isGzipped: isGzipped, in: folder) { JSONLinesEncoder($0) }
  }
}

/// Rows as objects, each on one line that ends with LF.
struct JSONLinesEncoder: RowEncoder {
  /// `{"person_id":`, `,"name":` …: what stands before each value.
  private let keys: [[UInt8]]
  let changes = CellChanges()

  init(_ table: TableDescription) {
    keys = table.columns.enumerated().map { index, column in
      var bytes: [UInt8] = [index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ",")]
      JSONText.append(column.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      return bytes
    }
  }

  func appendHeader(to bytes: inout [UInt8]) {}

  func append(_ cells: [Cell], to bytes: inout [UInt8]) {
    for (key, cell) in zip(keys, cells) {
      bytes += key
      JSONText.append(cell, to: &bytes)
    }
    bytes += "}\n".utf8
  }
}
