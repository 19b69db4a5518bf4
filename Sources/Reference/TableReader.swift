import CReference

/// One embedded table: rows of tab-separated cells below a header.
///
/// The bytes are those of the binary and live as long as it does. Cells are read on bytes; a
/// `String` is made only where one is asked for.
struct TableReader {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ table: dibao_table) {
    bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
  }

  /// Calls `body` for each row but the header, with its cells.
  func forEachRow(_ body: (Row) -> Void) {
    var cells: [Range<Int>] = []
    var cellStart = 0
    var isHeader = true
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 0x09:
        cells.append(cellStart..<place)
        cellStart = place + 1
      case 0x0A:
        cells.append(cellStart..<place)
        cellStart = place + 1
        if !isHeader { body(Row(bytes: bytes, cells: cells)) }
        isHeader = false
        cells.removeAll(keepingCapacity: true)
      default: continue
      }
    }
    if cellStart < bytes.count {
      cells.append(cellStart..<bytes.count)
      body(Row(bytes: bytes, cells: cells))
    }
  }

  struct Row {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let cells: [Range<Int>]

    /// The cell, empty where the row is short.
    subscript(_ column: Int) -> String {
      guard column < cells.count else { return "" }
      return String(decoding: bytes[cells[column]], as: UTF8.self)
    }

    /// The cell, nil where it is empty.
    func optional(_ column: Int) -> String? {
      column < cells.count && !cells[column].isEmpty ? self[column] : nil
    }

    /// The parts of a cell that `;` stands between.
    func list(_ column: Int) -> [String] {
      guard column < cells.count else { return [] }
      return bytes[cells[column]].split(separator: 0x3B).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The first scalar of a cell, as a BMP code; nil for none.
    func code(_ column: Int) -> UInt16? {
      self[column].unicodeScalars.first.flatMap { UInt16(exactly: $0.value) }
    }
  }
}
