package import Model
package import Storage

/// One workbook for Excel and LibreOffice: a sheet a table, and before them the meaning of every
/// column. Texts are texts, so that nothing is run as a formula and no id becomes a number.
package struct XLSXWriter: Writer {
  package static let type = "xlsx"
  package static let meaning =
    "One workbook for Excel and LibreOffice: a sheet a table, typed, with a codebook."
  package static let standardName = "dibao.xlsx"
  private static let ending = ".xlsx"
  private static let title = "邸报 · Dibao"

  package var name = standardName
  package var tables: [String] = []
  var limits = SheetLimits()

  package init() {}

  package static let settings: [Setting<XLSXWriter>] = [
    .fileName(of: "workbook", standardName, [ending]) { $0.name = $1 },
    .tables { $0.tables = $1 },
  ]

  package func files(of tables: [TableDescription]) -> [String] { [name] }

  package func open(
    _ tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) -> any OpenWriter {
    try OpenWorkbook(tables, file: folder.workbook(name, title: Self.title), limits: limits)
  }
}

/// Gives each row to the sheets of its table.
private final class OpenWorkbook: OpenWriter {
  private let file: WorkbookFile
  private let cuts: CutCells
  private let tables: [TableSheets]

  init(
    _ tables: [TableDescription], file: WorkbookFile, limits: SheetLimits
  ) throws(StorageFailure) {
    self.file = file
    cuts = CutCells(in: file)
    try CodebookSheet.write(tables, to: file)
    var sheets: [TableSheets] = []
    for table in tables {
      sheets.append(try TableSheets(table, in: file, cuts: cuts, limits: limits))
    }
    self.tables = sheets
  }

  func write(_ cells: [Cell], to table: Int) throws(StorageFailure) {
    try tables[table].write(cells)
  }

  func close() throws(StorageFailure) -> [WrittenFile] {
    for sheets in tables { try sheets.close() }
    try cuts.close()
    _ = try file.close()
    return []
  }
}
