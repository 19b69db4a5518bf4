import Model
import Storage

/// How much a sheet takes before the next is begun.
struct SheetLimits: Hashable {
  /// Without the row of titles.
  var rows = WorkbookSheet.mostRows - 1
  /// Roughly, of the sheet before it is packed: ZIP without its extension ends at 4 GiB.
  var bytes = 1 << 30
}

/// The sheet of a table, or one after another where rows are too many: `mentions`, `mentions_2`.
final class TableSheets {
  private let table: TableDescription
  private let workbook: WorkbookFile
  private let cuts: CutCells
  private let limits: SheetLimits
  private let addresses: Set<Int>
  private let keys: [Int]
  private var sheet: WorkbookSheet
  private var widths: ColumnWidths
  private var parts = 1
  private var bytes = 0
  private var links = 0

  /// The column whose texts are addresses.
  private static let addressColumn = "url"
  /// What the XML of a cell has beside its text, roughly.
  private static let bytesOfCell = 64

  /// The sheet is there, with its titles, as soon as this returns.
  init(
    _ table: TableDescription, in workbook: WorkbookFile, cuts: CutCells, limits: SheetLimits
  ) throws(StorageFailure) {
    self.table = table
    self.workbook = workbook
    self.cuts = cuts
    self.limits = limits
    let columns = table.columns.enumerated()
    addresses = Set(columns.filter { $0.element.name == Self.addressColumn }.map(\.offset))
    keys = columns.filter { table.primaryKey.contains($0.element.name) }.map(\.offset)
    widths = ColumnWidths(headings: table.columns.map(\.name))
    sheet = try workbook.sheet(SheetName.text(table.name, part: 1))
    try sheet.append(titles)
  }

  func write(_ cells: [Cell]) throws(StorageFailure) {
    let row = zip(cells, table.columns).map { SheetCell($0, of: $1) }
    let size = row.reduce(0) { $0 + Self.bytesOfCell + $1.value.bytes }
    if sheet.rows > limits.rows || (sheet.rows > 1 && bytes + size > limits.bytes) {
      try startPart()
    }
    bytes += size
    let values = row.enumerated().map { linked($1.value, $0) }
    widths.note(values)
    try sheet.append(values)
    for (column, cell) in row.enumerated() {
      if let cut = cell.cut { try note(cut, column, cells) }
    }
  }

  func close() throws(StorageFailure) {
    try sheet.setWidths(widths.widths)
    try sheet.finish(columns: table.columns.count)
  }

  private var titles: [SheetValue] { table.columns.map { .heading($0.name) } }

  private func startPart() throws(StorageFailure) {
    try close()
    parts += 1
    (bytes, links) = (0, 0)
    widths = ColumnWidths(headings: table.columns.map(\.name))
    sheet = try workbook.sheet(SheetName.text(table.name, part: parts))
    try sheet.append(titles)
  }

  private func linked(_ value: SheetValue, _ column: Int) -> SheetValue {
    guard addresses.contains(column), links < SheetLink.most, case .text(let text) = value,
      SheetLink.canLead(to: text)
    else { return value }
    links += 1
    return .link(text, to: text)
  }

  private func note(
    _ cut: SheetCell.Cut, _ column: Int, _ cells: [Cell]
  ) throws(StorageFailure) {
    try cuts.note(
      cut, sheet: sheet.name,
      cell: "\(WorkbookSheet.letters(ofColumn: column + 1))\(sheet.rows)",
      column: table.columns[column].name,
      row: keys.compactMap { CSVText.text(of: cells[$0]) }.joined(separator: ", "))
  }
}

extension SheetValue {
  fileprivate var bytes: Int {
    switch self {
    case .text(let text), .cutText(let text), .heading(let text): text.utf8.count
    case .link(let text, let address): text.utf8.count + address.utf8.count
    case .nothing, .number, .day, .boolean: 0
    }
  }
}

/// What sheets are called.
enum SheetName {
  /// By Excel, in characters.
  static let longest = 31

  static func text(_ table: String, part: Int) -> String {
    let end = part > 1 ? "_\(part)" : ""
    return table.prefix(longest - end.count) + end
  }
}
