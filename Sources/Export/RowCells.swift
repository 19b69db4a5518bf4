import Model

/// The tables of a writer that picks some columns of some of them.
struct NamedTables {
  private let tables: [(name: String, places: [String: Int])]

  init(_ tables: [TableDescription]) {
    self.tables = tables.map { ($0.name, RowCells.places(of: $0.columns.map(\.name))) }
  }

  /// A row of the table that stands at a place, with that table's name.
  func row(_ cells: [Cell], of table: Int) -> (table: String, row: RowCells) {
    let (name, places) = tables[table]
    return (name, RowCells(cells, places))
  }
}

/// A row by the names of its columns; what the table does not have is nothing, as an empty cell is.
struct RowCells {
  private let cells: [Cell]
  private let places: [String: Int]

  init(_ cells: [Cell], _ places: [String: Int]) {
    self.cells = cells
    self.places = places
  }

  /// The place of each column of a table.
  static func places(of columns: [String]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
  }

  subscript(column: String) -> Cell { places[column].map { cells[$0] } ?? .null }

  /// As CSV has it; nil for nothing and for a text without characters.
  func text(_ column: String) -> String? {
    guard let text = CSVText.text(of: self[column]), !text.isEmpty else { return nil }
    return text
  }

  func list(_ column: String) -> [String] {
    guard case .list(let list) = self[column] else { return [] }
    return list.filter { !$0.isEmpty }
  }

  func integer(_ column: String) -> Int? {
    guard case .integer(let number) = self[column] else { return nil }
    return number
  }

  func isTrue(_ column: String) -> Bool { self[column] == .boolean(true) }

  /// Its cells in the order of these columns, as bytes.
  func encoded(_ columns: [String]) -> [UInt8] {
    var encoder = ByteEncoder()
    for column in columns { encoder.put(self[column]) }
    return encoder.bytes
  }

  /// What `encoded` wrote; nil for damage.
  init?(decoding bytes: [UInt8], _ places: [String: Int]) {
    var decoder = ByteDecoder(bytes: bytes)
    var cells: [Cell] = []
    while !decoder.isAtEnd {
      guard let cell = decoder.cell() else { return nil }
      cells.append(cell)
    }
    guard cells.count == places.count else { return nil }
    self.init(cells, places)
  }
}

extension ByteEncoder {
  fileprivate mutating func put(_ cell: Cell) {
    switch cell {
    case .null: put(UInt64(0))
    case .text(let text):
      put(UInt64(1))
      put(text)
    case .integer(let number):
      put(UInt64(2))
      put(number)
    case .number(let number):
      put(UInt64(3))
      put(number.bitPattern)
    case .boolean(let flag): put(UInt64(flag ? 5 : 4))
    case .list(let list):
      put(UInt64(6))
      put(list)
    }
  }
}

extension ByteDecoder {
  fileprivate mutating func cell() -> Cell? {
    switch number() {
    case 0: .null
    case 1: text().map(Cell.text)
    case 2: integer().map(Cell.integer)
    case 3: number().map { .number(Double(bitPattern: $0)) }
    case 4: .boolean(false)
    case 5: .boolean(true)
    case 6: list().map(Cell.list)
    default: nil
    }
  }
}
