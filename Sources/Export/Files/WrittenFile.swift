package import Storage

/// A file of a table, as it was written.
package struct WrittenFile: Hashable, Sendable {
  package let name: TableFileName
  package let rows: Int
  package let entry: FileEntry
  package let changes: CellChanges

  package var table: String { name.table }
}

/// How many cells a file shows otherwise than they are, so that nobody takes them for raw.
package struct CellChanges: Hashable, Sendable {
  /// Cells with an apostrophe before them, against formulas.
  package var guarded = 0
  /// Cells cut at the length that a sheet can hold.
  package var cut = 0
  /// Control characters taken out.
  package var removedCharacters = 0

  package init() {}

  mutating func note(_ text: SpreadsheetText) {
    if text.isGuarded { guarded += 1 }
    if text.isCut { cut += 1 }
    removedCharacters += text.removed
  }
}
