package import Model
package import Storage

/// CSV in two profiles: `data` for programs, `excel` for sheets.
package struct CSVWriter: Writer {
  package enum Profile: String, Hashable, Sendable, CaseIterable {
    /// RFC 4180, UTF-8 without BOM, every text untouched.
    case data
    /// The same with a BOM, and with cells and parts that a sheet can take: `NAME.excel.csv`.
    case excel
  }

  package static let type = "csv"
  package static let meaning =
    "Comma-separated values, a file a table; the profile excel is for spreadsheets."

  package var profile = Profile.data
  package var isGzipped = false
  package var tables: [String] = []
  /// Excel has 1,048,576 rows; a round number leaves room for the header.
  var rowsPerPart = 1_000_000

  package init() {}

  package static let settings: [Setting<CSVWriter>] = [
    Setting(
      "profile", .choice(Profile.allCases.map(\.rawValue)), standard: .string("data"),
      meaning: "`data` is RFC 4180 and nothing else; `excel` has a byte order mark, an apostrophe "
        + "before what looks like a formula, and cells and files cut to what a sheet can hold."
    ) { $0.profile = $1.word.flatMap(Profile.init) ?? $0.profile },
    .gzip { $0.isGzipped = $1 },
    .tables { $0.tables = $1 },
  ]

  private var format: TableFileName.Format {
    switch profile {
    case .data: .csv
    case .excel: .excel
    }
  }

  package func files(of tables: [TableDescription]) -> [String] {
    chosen(from: tables).map {
      TableFileName(table: $0.name, format: format, isGzipped: isGzipped).text
    }
  }

  package func open(
    _ tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) -> any OpenWriter {
    switch profile {
    case .data:
      try TableFiles(tables, .csv, isGzipped: isGzipped, in: folder) { CSVEncoder($0) }
    case .excel:
      try TableFiles(
        tables, .excel, isGzipped: isGzipped, in: folder, rowsPerPart: rowsPerPart
      ) { ExcelEncoder($0) }
    }
  }
}

/// Rows as RFC 4180 has them.
struct CSVEncoder: RowEncoder {
  private let columns: [String]
  let changes = CellChanges()

  init(_ table: TableDescription) { columns = table.columns.map(\.name) }

  func appendHeader(to bytes: inout [UInt8]) {
    append(columns.map(Cell.text), to: &bytes)
  }

  func append(_ cells: [Cell], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      if let text = CSVText.text(of: cell) { CSVText.append(text, to: &bytes) }
    }
    bytes += CSVText.newline
  }
}

/// Rows as sheets can take them.
struct ExcelEncoder: RowEncoder {
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let columns: [String]
  private(set) var changes = CellChanges()

  init(_ table: TableDescription) { columns = table.columns.map(\.name) }

  mutating func appendHeader(to bytes: inout [UInt8]) {
    changes = CellChanges()
    bytes += Self.byteOrderMark
    append(columns.map(Cell.text), to: &bytes)
  }

  mutating func append(_ cells: [Cell], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      guard let raw = CSVText.text(of: cell) else { continue }
      CSVText.append(cell.isText ? safe(raw) : raw, to: &bytes)
    }
    bytes += CSVText.newline
  }

  private mutating func safe(_ raw: String) -> String {
    let text = SpreadsheetText(raw)
    changes.note(text)
    return text.text
  }
}

extension Cell {
  /// A number with a minus sign is no formula.
  fileprivate var isText: Bool {
    switch self {
    case .text, .list: true
    case .null, .integer, .number, .boolean: false
    }
  }
}
