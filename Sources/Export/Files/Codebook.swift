import Model

/// What every column of an export holds, as a table of its own.
enum Codebook {
  static let tableName = "codebook"
  static let columns = [
    "table_name", "position", "column_name", "type", "title_zh", "title_en", "description_zh",
    "description_en",
  ]

  static func rows(of tables: [TableDescription]) -> [[Cell]] {
    tables.flatMap { table in
      table.columns.enumerated().map { place, column in
        [
          .text(table.name), .integer(place + 1), .text(column.name), .text(column.type.rawValue),
          .text(column.title.chinese), .text(column.title.english),
          .text(column.description.chinese), .text(column.description.english),
        ]
      }
    }
  }

  /// A row of the table itself.
  static func row(of table: TableDescription) -> [Cell] {
    [
      .text(table.name), .null, .null, .text("table"), .text(table.title.chinese),
      .text(table.title.english), .text(table.description.chinese),
      .text(table.description.english),
    ]
  }
}
