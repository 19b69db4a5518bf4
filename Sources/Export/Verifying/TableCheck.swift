import Model
import Storage

/// Checks one file of a table by itself: its form, the types of its cells, what must be there,
/// the words of closed lists, and that its keys are unique.
struct TableCheck {
  struct Result {
    var rows = 0
    /// One a row; the same for the same cells in every format.
    var digests: [Int] = []
    /// False where the file could not be read: then there may be more rows.
    var isAtEnd = true
    /// False where a row could not be made out: then digests say nothing.
    var isWhole = true
    /// The primary keys.
    var keys: Set<KeyDigest> = []
  }

  let source: TableSource
  let log: FindingLog
  /// The places of the primary key's columns.
  private let key: [Int]

  init(source: TableSource, log: FindingLog) {
    self.source = source
    self.log = log
    key = source.table.primaryKey.compactMap(source.table.place)
  }

  func run() -> Result {
    var result = Result()
    do {
      try read(into: &result)
    } catch {
      result.isAtEnd = false
      log.add(
        .fileUnreadable, source.place, expected: "a whole file",
        found: error.detail ?? "\(error.kind)")
    }
    return result
  }

  private func read(into result: inout Result) throws(StorageFailure) {
    let reader = try source.open(log)
    while let record = try reader.next() {
      result.rows += 1
      guard source.name.format != .excel else { continue }
      guard !record.cells.isEmpty else {
        result.isWhole = false
        continue
      }
      check(record)
      checkKey(of: record, &result.keys)
      result.digests.append(RowDigest.value(of: record.cells))
    }
  }

  private func check(_ record: TableRecord) {
    for (cell, column) in zip(record.cells, source.table.columns) {
      if case .null = cell {
        if column.isRequired {
          log.add(
            .cellRequired, place(of: record, column.name), expected: column.type.rawValue,
            found: "nothing")
        }
      } else if let words = column.words {
        check(cell, words, place(of: record, column.name))
      }
    }
  }

  private func place(of record: TableRecord, _ column: String) -> FindingPlace {
    FindingPlace(source.file, line: record.line, row: record.row, column: column)
  }

  private func check(_ cell: Cell, _ words: [String], _ place: FindingPlace) {
    let written =
      switch cell {
      case .list(let items): items
      case .null, .text, .integer, .number, .boolean: [CSVText.text(of: cell) ?? ""]
      }
    for word in written where !words.contains(where: { $0.utf8.elementsEqual(word.utf8) }) {
      log.add(.cellWord, place, expected: words.joined(separator: ", "), found: word)
    }
  }

  private func checkKey(of record: TableRecord, _ keys: inout Set<KeyDigest>) {
    guard !key.isEmpty else { return }
    let cells = key.map { record.cells[$0] }
    if cells.contains(.null) {
      log.add(.keyNull, keyPlace(of: record), expected: "a key", found: "nothing")
    } else if !keys.insert(KeyDigest(cells)).inserted {
      let written = cells.compactMap(CSVText.text).joined(separator: ", ")
      log.add(
        .keyDuplicate, keyPlace(of: record), expected: "a key of its own", found: written)
    }
  }

  private func keyPlace(of record: TableRecord) -> FindingPlace {
    place(of: record, source.table.primaryKey.joined(separator: ", "))
  }
}

extension TableDescription {
  func place(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}

/// A key in two words, so that millions fit in memory. Two keys that differ have the same digest
/// once in 2^128 pairs; the words differ from process to process and are never stored.
struct KeyDigest: Hashable, Comparable {
  private let first: Int
  private let second: Int

  static func < (a: Self, b: Self) -> Bool { (a.first, a.second) < (b.first, b.second) }

  init(_ cells: [Cell]) {
    first = RowDigest.value(of: cells, salt: 1)
    second = RowDigest.value(of: cells, salt: 2)
  }
}

/// A row, or some cells of it, in one word: by the bytes that they have in CSV.
enum RowDigest {
  static func value(of cells: [Cell], salt: UInt8 = 0) -> Int {
    var hasher = Hasher()
    hasher.combine(salt)
    for cell in cells {
      guard var text = CSVText.text(of: cell) else {
        hasher.combine(-1)
        continue
      }
      text.withUTF8 { bytes in
        hasher.combine(bytes.count)
        hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
      }
    }
    return hasher.finalize()
  }
}
