import Model
import Storage

/// The first sheet: every table and column with its meaning; a table's name leads to its sheet.
enum CodebookSheet {
  private static let widths = [18, 9, 24, 9, 24, 28, 60, 60]

  static func write(
    _ tables: [TableDescription], to workbook: WorkbookFile
  ) throws(StorageFailure) {
    let sheet = try workbook.sheet(Codebook.tableName)
    try sheet.append(Codebook.columns.map { .heading($0) })
    for table in tables {
      try sheet.append(values(Codebook.row(of: table), of: table))
      for row in Codebook.rows(of: [table]) { try sheet.append(values(row, of: table)) }
    }
    try sheet.setWidths(widths)
    try sheet.finish(columns: Codebook.columns.count)
  }

  private static func values(_ cells: [Cell], of table: TableDescription) -> [SheetValue] {
    let name = SheetName.text(table.name, part: 1)
    let link = SheetValue.link(table.name, to: SheetLink.inside(name, "A1"))
    return [link] + cells.dropFirst().map(value)
  }

  private static func value(_ cell: Cell) -> SheetValue {
    switch cell {
    case .integer(let number): .number(Double(number))
    default: CSVText.text(of: cell).map { .text(SheetText($0).text) } ?? .nothing
    }
  }
}

/// The sheet of the cells that do not hold all of their text; it is there if there are any.
final class CutCells {
  static let sheetName = "cut_cells"
  private static let columns = ["sheet", "cell", "column", "row", "utf16_units", "kept"]

  private let workbook: WorkbookFile
  private var sheet: WorkbookSheet?
  private var widths = ColumnWidths(headings: columns)

  init(in workbook: WorkbookFile) { self.workbook = workbook }

  /// More of them than a sheet has rows are marked by their colour alone.
  func note(
    _ cut: SheetCell.Cut, sheet name: String, cell: String, column: String, row: String
  ) throws(StorageFailure) {
    let sheet = try begun()
    guard sheet.rows < WorkbookSheet.mostRows else { return }
    let place: SheetValue =
      sheet.rows <= SheetLink.most ? .link(cell, to: SheetLink.inside(name, cell)) : .text(cell)
    let values: [SheetValue] = [
      .text(name), place, .text(column), row.isEmpty ? .nothing : .text(SheetText(row).text),
      .number(Double(cut.units)), .number(Double(cut.kept)),
    ]
    widths.note(values)
    try sheet.append(values)
  }

  func close() throws(StorageFailure) {
    guard let sheet else { return }
    try sheet.setWidths(widths.widths)
    try sheet.finish(columns: Self.columns.count)
  }

  private func begun() throws(StorageFailure) -> WorkbookSheet {
    if let sheet { return sheet }
    let sheet = try workbook.sheet(Self.sheetName)
    try sheet.append(Self.columns.map { .heading($0) })
    self.sheet = sheet
    return sheet
  }
}
