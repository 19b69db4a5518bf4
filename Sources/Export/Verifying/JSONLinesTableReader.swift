import Model
import Storage

/// Rows from JSON Lines.
final class JSONLinesTableReader: TableReader {
  private let source: TableSource
  private let log: FindingLog
  private let reader: LineReader
  private let isWanted: [Bool]
  private let names: [String]

  init(
    _ source: TableSource, _ log: FindingLog, _ isWanted: [Bool]
  ) throws(StorageFailure) {
    self.source = source
    self.log = log
    self.isWanted = isWanted
    names = source.table.columns.map(\.name)
    reader = try LineReader(source.path)
  }

  func next() throws(StorageFailure) -> TableRecord? {
    guard let line = try reader.next() else { return nil }
    let place = FindingPlace(source.file, line: line.number, row: line.number)
    if !line.isEnded {
      log.add(.fileMalformed, place, expected: "LF after the last line", found: "the end")
    }
    let document = JSONDocument(Array(line.bytes))
    for problem in document.problems {
      log.add(
        problem.kind == .notUTF8 ? .fileEncoding : .fileMalformed,
        FindingPlace(
          source.file, line: line.number, row: line.number,
          column: problem.pointer.isEmpty ? nil : problem.pointer),
        expected: "a JSON object on one line", found: "\(problem.code) at \(problem.place.column)")
    }
    let cells = document.tree.map { self.cells(of: $0, place) } ?? []
    return TableRecord(line: line.number, row: line.number, cells: cells)
  }

  private func cells(of tree: JSONTree, _ place: FindingPlace) -> [Cell] {
    guard let members = tree.members else {
      log.add(.fileMalformed, place, expected: "an object", found: tree.kind)
      return []
    }
    guard members.count == names.count, zip(members, names).allSatisfy({ $0.key == $1 }) else {
      log.add(
        .rowCells, place, expected: names.joined(separator: ","),
        found: members.map(\.key).joined(separator: ","))
      return []
    }
    return members.indices.map { index in
      guard isWanted[index] else { return .null }
      let (member, column) = (members[index], source.table.columns[index])
      if let cell = Self.cell(member.value, as: column.type) { return cell }
      log.add(
        .cellType, place.at(column.name), expected: column.type.rawValue, found: member.value.kind)
      return .text("")
    }
  }

  private static func cell(_ tree: JSONTree, as type: ColumnType) -> Cell? {
    switch (tree.value, type) {
    case (.null, _): .null
    case (.string(let text), .text), (.string(let text), .date): .text(text)
    case (.number(let digits), .integer): Int(digits).map(Cell.integer)
    case (.string(let digits), .integer): largeInteger(digits)
    case (.number(let digits), .number): Double(digits).map(Cell.number)
    case (.boolean(let flag), .boolean): .boolean(flag)
    case (.array(let items), .list): list(items)
    default: nil
    }
  }

  /// Integers past 2^53 are written as strings, and only they.
  private static func largeInteger(_ digits: String) -> Cell? {
    guard let number = Int(digits), number.magnitude > UInt(JSONText.largestInteger) else {
      return nil
    }
    return .integer(number)
  }

  private static func list(_ items: [JSONTree]) -> Cell? {
    let texts = items.compactMap(\.text)
    return texts.count == items.count ? .list(texts) : nil
  }
}
