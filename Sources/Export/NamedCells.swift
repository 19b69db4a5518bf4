import Model

/// Where the columns of tables stand, for writers that pick some of them.
struct ColumnPlaces {
  private let places: [[String: Int]]

  init(_ tables: [TableDescription]) {
    places = tables.map { table in
      Dictionary(uniqueKeysWithValues: table.columns.enumerated().map { ($1.name, $0) })
    }
  }

  /// A row of the table that stands at a place among the tables.
  func row(_ cells: [Cell], of table: Int) -> NamedCells {
    NamedCells(cells: cells, places: places[table])
  }
}

/// A row by the names of its columns. A column that the table has not is as one without a value.
struct NamedCells {
  fileprivate let cells: [Cell]
  fileprivate let places: [String: Int]

  subscript(column: String) -> Cell { places[column].map { cells[$0] } ?? .null }

  /// As CSV has it; nil for nothing.
  func text(_ column: String) -> String? { CSVText.text(of: self[column]) }

  func integer(_ column: String) -> Int? {
    if case .integer(let number) = self[column] { number } else { nil }
  }

  func isTrue(_ column: String) -> Bool { self[column] == .boolean(true) }
}
