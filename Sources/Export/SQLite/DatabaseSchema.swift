import Model

/// The tables of an export as those of SQLite: typed and strict, with their keys and words.
///
/// Booleans are 0 and 1, lists are JSON arrays, dates are text cut to what is known.
enum DatabaseSchema {
  /// Makes a table.
  static func creation(of table: TableDescription) -> String {
    var lines = table.columns.map(definition)
    if !table.primaryKey.isEmpty { lines.append("PRIMARY KEY (\(names(table.primaryKey)))") }
    for key in table.foreignKeys where !isList(key.column, of: table) {
      lines.append(
        "FOREIGN KEY (\(name(key.column))) REFERENCES \(name(key.table)) (\(name(key.key)))")
    }
    return "CREATE TABLE \(name(table.name)) (\n  \(lines.joined(separator: ",\n  "))\n) STRICT"
  }

  /// Puts a row into a table.
  static func insertion(into table: TableDescription) -> String {
    let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(name(table.name)) VALUES (\(marks))"
  }

  /// By what tables are joined and looked up: the columns that refer to others, and those that people
  /// ask for.
  static func indexes(of table: TableDescription) -> [String] {
    let asked = ["person_name", "name", "published_at", "date_start", "type", "rule", "cluster_id"]
    let referring = table.foreignKeys.map(\.column).filter { !isList($0, of: table) }
    let columns = table.columns.map(\.name).filter {
      (asked.contains($0) || referring.contains($0)) && table.primaryKey.first != $0
    }
    return columns.map { column in
      "CREATE INDEX \(name("\(table.name)_\(column)")) ON \(name(table.name)) (\(name(column)))"
    }
  }

  private static func definition(_ column: ColumnDescription) -> String {
    var parts = [name(column.name), type(column.type)]
    if column.isRequired { parts.append("NOT NULL") }
    switch column.type {
    case .boolean: parts.append("CHECK (\(name(column.name)) IN (0, 1))")
    case .list:
      let list = name(column.name)
      parts.append("CHECK (\(list) IS NULL OR json_valid(\(list)))")
    case .text, .integer, .number, .date:
      guard let words = column.words else { break }
      parts.append("CHECK (\(name(column.name)) IN (\(words.map(text).joined(separator: ", "))))")
    }
    return parts.joined(separator: " ")
  }

  private static func type(_ type: ColumnType) -> String {
    switch type {
    case .text, .list, .date: "TEXT"
    case .integer, .boolean: "INTEGER"
    case .number: "REAL"
    }
  }

  private static func isList(_ column: String, of table: TableDescription) -> Bool {
    table.columns.first { $0.name == column }?.type == .list
  }

  /// Quoted, for `end` and `text` are words of SQL.
  private static func name(_ name: String) -> String { "\"\(name)\"" }

  private static func names(_ names: [String]) -> String {
    names.map(name).joined(separator: ", ")
  }

  private static func text(_ text: String) -> String {
    "'\(text.replacing("'", with: "''"))'"
  }
}
