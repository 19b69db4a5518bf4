import Model
import Storage

/// A row of a table as a file holds it.
struct TableRecord {
  /// The line that it begins on.
  let line: Int
  /// From 1.
  let row: Int
  /// One a column; empty where they cannot be told.
  let cells: [Cell]
}

/// Reads the rows of one file of a table; what breaks the format goes into the log.
protocol TableReader: AnyObject {
  func next() throws(StorageFailure) -> TableRecord?
}

/// A file of a table of the export.
struct TableSource {
  let name: TableFileName
  /// The name as it stands in the folder.
  let file: String
  let table: TableDescription
  let path: String

  init(_ name: TableFileName, of table: TableDescription, in folder: String) {
    self.name = name
    self.table = table
    file = name.text
    path = folder + "/" + file
  }

  /// Reads the cells of the columns that are asked for; those of others are null.
  func open(
    _ log: FindingLog, columns: Set<Int>? = nil
  ) throws(StorageFailure) -> any TableReader {
    let isWanted = table.columns.indices.map { columns?.contains($0) ?? true }
    return switch name.format {
    case .csv, .excel: try CSVTableReader(self, log, isWanted)
    case .jsonl: try JSONLinesTableReader(self, log, isWanted)
    }
  }

  var place: FindingPlace { FindingPlace(file) }
}

/// Rows from CSV.
final class CSVTableReader: TableReader {
  private let source: TableSource
  private let log: FindingLog
  private let isWanted: [Bool]
  private var reader: CSVReader
  private var row = 0
  private var isHeaderRight = false

  init(
    _ source: TableSource, _ log: FindingLog, _ isWanted: [Bool]
  ) throws(StorageFailure) {
    self.source = source
    self.log = log
    self.isWanted = isWanted
    reader = try CSVReader(source.path, gunzip: source.name.isGzipped)
    checkByteOrderMark()
    try checkHeader()
  }

  private func checkByteOrderMark() {
    let isWanted = source.name.format == .excel
    guard reader.hasByteOrderMark != isWanted else { return }
    log.add(
      .fileEncoding, FindingPlace(source.file, line: 1),
      expected: isWanted ? "a byte order mark" : "no byte order mark",
      found: isWanted ? "none" : "one")
  }

  private func checkHeader() throws(StorageFailure) {
    let names = source.table.columns.map(\.name)
    let record = try reader.next()
    noteFaults()
    let found = record.map { record in
      (0..<record.count).map { String(decoding: record[$0] ?? [], as: UTF8.self) }
    }
    isHeaderRight = found == names
    guard !isHeaderRight else { return }
    log.add(
      .tableHeader, FindingPlace(source.file, line: 1),
      expected: Self.difference(names, found ?? []), found: Self.difference(found ?? [], names))
  }

  /// The first name that the other list does not have at its place.
  private static func difference(_ names: [String], _ others: [String]) -> String {
    for (index, name) in names.enumerated() where index >= others.count || others[index] != name {
      return "\(name) as column \(index + 1)"
    }
    return "no further column"
  }

  func next() throws(StorageFailure) -> TableRecord? {
    let record = try reader.next()
    noteFaults()
    guard let record else { return nil }
    row += 1
    return TableRecord(line: record.line, row: row, cells: cells(of: record))
  }

  private func cells(of record: CSVRecord) -> [Cell] {
    guard isHeaderRight else { return [] }
    let columns = source.table.columns
    let place = FindingPlace(source.file, line: record.line, row: row)
    guard record.count == columns.count else {
      log.add(.rowCells, place, expected: "\(columns.count) cells", found: "\(record.count)")
      return []
    }
    return columns.indices.map { index in
      guard isWanted[index], let bytes = record[index] else { return .null }
      return cell(bytes, of: columns[index], place)
    }
  }

  private func cell(
    _ bytes: ArraySlice<UInt8>, of column: ColumnDescription, _ place: FindingPlace
  ) -> Cell {
    guard let text = String(strict: bytes) else {
      let repaired = String(decoding: bytes, as: UTF8.self)
      log.add(.fileEncoding, place.at(column.name), expected: "UTF-8", found: repaired)
      return .text(repaired)
    }
    // A sheet's cells are not the raw ones: they may have signs before them, or be cut.
    guard source.name.format != .excel else { return .text(text) }
    if let cell = CellText.cell(text, as: column.type) { return cell }
    log.add(.cellType, place.at(column.name), expected: column.type.rawValue, found: text)
    return .text(text)
  }

  private func noteFaults() {
    for fault in reader.takeFaults() {
      log.add(
        .fileMalformed, FindingPlace(source.file, line: fault.line), expected: "RFC 4180",
        found: fault.kind.rawValue)
    }
  }
}

/// Cells from the text that they have in CSV.
enum CellText {
  /// Nil if the text is not one that a cell of this type is written as.
  static func cell(_ text: String, as type: ColumnType) -> Cell? {
    switch type {
    case .text, .date: .text(text)
    case .integer: Int(text).flatMap { String($0) == text ? .integer($0) : nil }
    case .number: JSONReader.isNumber(text) ? Double(text).map(Cell.number) : nil
    case .boolean: text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
    case .list: .list(items(of: text))
    }
  }

  private static func items(of text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    guard text.utf8.contains(UInt8(ascii: ";")) else { return [text] }
    var items: [String] = []
    var item: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      let isSeparator = rest.starts(with: CSVText.listSeparator.utf8)
      rest = rest.dropFirst(isSeparator ? CSVText.listSeparator.utf8.count : 1)
      if isSeparator {
        items.append(String(decoding: item, as: UTF8.self))
        item = []
      } else {
        item.append(byte)
      }
    }
    return items + [String(decoding: item, as: UTF8.self)]
  }
}
