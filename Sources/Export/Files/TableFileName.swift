/// What the file of a table is called: `persons.csv`, `persons.jsonl.gz`,
/// `documents.excel.part2.csv`.
package struct TableFileName: Hashable, Sendable {
  package enum Format: String, Hashable, Sendable, CaseIterable {
    case csv, excel, jsonl

    var fileExtension: String {
      switch self {
      case .csv, .excel: "csv"
      case .jsonl: "jsonl"
      }
    }
  }

  package var table: String
  package var format: Format
  /// From 1; only sheets have limits that make a second part needed.
  package var part: Int
  package var isGzipped: Bool

  package init(table: String, format: Format, part: Int = 1, isGzipped: Bool = false) {
    self.table = table
    self.format = format
    self.part = part
    self.isGzipped = isGzipped
  }

  package var text: String {
    var parts = [table]
    if format == .excel { parts.append("excel") }
    if part > 1 { parts.append("part\(part)") }
    parts.append(format.fileExtension)
    if isGzipped { parts.append("gz") }
    return parts.joined(separator: ".")
  }

  /// Nil for a name that is not made in this way.
  package init?(_ name: String) {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let isGzipped = parts.last == "gz"
    if isGzipped { parts.removeLast() }
    guard let table = parts.first, let fileExtension = parts.dropFirst().last else { return nil }
    let middle = parts.dropFirst().dropLast()
    guard let format = Self.format(fileExtension, isExcel: middle.first == "excel") else {
      return nil
    }
    let part = middle.last.flatMap { $0.hasPrefix("part") ? Int($0.dropFirst(4)) : nil } ?? 1
    self.init(table: table, format: format, part: part, isGzipped: isGzipped)
    guard text == name else { return nil }
  }

  private static func format(_ fileExtension: String, isExcel: Bool) -> Format? {
    switch fileExtension {
    case "csv": isExcel ? .excel : .csv
    case "jsonl": isExcel ? nil : .jsonl
    default: nil
    }
  }
}
