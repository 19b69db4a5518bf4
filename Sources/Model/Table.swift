/// One cell of a table.
package enum Cell: Hashable, Sendable {
  case null
  case text(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  /// A JSON array in JSON Lines, joined with `; ` in CSV.
  case list([String])
}

extension Cell {
  package static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .null }
  package static func optional(_ number: Int?) -> Cell { number.map(Cell.integer) ?? .null }
  package static func optional(_ number: Double?) -> Cell { number.map(Cell.number) ?? .null }
  package static func optional(_ flag: Bool?) -> Cell { flag.map(Cell.boolean) ?? .null }
}

/// A text in the two languages of the codebook.
package struct Bilingual: Hashable, Sendable {
  package let chinese: String
  package let english: String

  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }
}

package enum ColumnType: String, Hashable, Sendable {
  case text, integer, number, boolean, list
  /// An ISO 8601 date cut to what is known: text for most readers.
  case date
}

/// What a column holds, without the rows.
package struct ColumnDescription: Hashable, Sendable {
  package let name: String
  package let type: ColumnType
  package let isRequired: Bool
  /// The words that the column may hold, where that is a closed list.
  package let words: [String]?
  package let title: Bilingual
  package let description: Bilingual
}

/// A column and how a row fills it.
package struct Column<Row>: Sendable {
  private let described: Described
  package let cell: @Sendable (Row) -> Cell

  package var description: ColumnDescription { described.description }

  package init(
    _ name: String, _ type: ColumnType, required: Bool = false, words: [String]? = nil,
    title: Bilingual, description: Bilingual, cell: @escaping @Sendable (Row) -> Cell
  ) {
    described = Described(
      ColumnDescription(
        name: name, type: type, isRequired: required, words: words, title: title,
        description: description))
    self.cell = cell
  }
}

/// In a class, for a column is copied for every cell of its rows.
private final class Described: Sendable {
  let description: ColumnDescription

  init(_ description: ColumnDescription) { self.description = description }
}

/// A reference from a column to the primary key of another table.
package struct ForeignKey: Hashable, Sendable {
  package let column: String
  package let table: String
  package let key: String

  package init(_ column: String, to table: String, _ key: String) {
    self.column = column
    self.table = table
    self.key = key
  }
}

/// A table without its rows: what every writer, the data package and `dibao schema tables` read.
package struct TableDescription: Hashable, Sendable {
  package let name: String
  package let title: Bilingual
  package let description: Bilingual
  package let columns: [ColumnDescription]
  /// Empty where rows have no key of their own.
  package let primaryKey: [String]
  package let foreignKeys: [ForeignKey]

  package init(
    name: String, title: Bilingual, description: Bilingual, columns: [ColumnDescription],
    primaryKey: [String], foreignKeys: [ForeignKey]
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.columns = columns
    self.primaryKey = primaryKey
    self.foreignKeys = foreignKeys
  }
}

/// A row of a table: the type tells the table.
package protocol TableRow: Sendable {
  static var tableName: String { get }
  static var title: Bilingual { get }
  static var description: Bilingual { get }
  static var columns: [Column<Self>] { get }
  static var primaryKey: [String] { get }
  static var foreignKeys: [ForeignKey] { get }
}

extension TableRow {
  package static var table: TableDescription {
    TableDescription(
      name: tableName, title: title, description: description,
      columns: columns.map(\.description), primaryKey: primaryKey, foreignKeys: foreignKeys)
  }

  package var cells: [Cell] { Self.columns.map { $0.cell(self) } }
}
