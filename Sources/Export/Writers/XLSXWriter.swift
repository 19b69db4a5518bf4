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
    Setting(
      "name", .string, standard: .string(standardName),
      meaning:
        "The workbook's file name, of a-z, 0-9, '.', '-' and '_'; `.xlsx` is put at its end where "
        + "it is left out."
    ) { $0.name = $1.word.map(whole) ?? $0.name },
    .tables { $0.tables = $1 },
  ]

  private static func whole(_ name: String) -> String {
    name.hasSuffix(ending) ? name : name + ending
  }

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
