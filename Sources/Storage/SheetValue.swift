/// What one cell of a sheet holds. A text is never run, read as a number or as a date.
package enum SheetValue: Hashable, Sendable {
  case nothing
  /// Without NUL and other characters that XML forbids, and of 32,767 UTF-16 units at most.
  case text(String)
  /// As a text, marked as one that is not whole.
  case cutText(String)
  case heading(String)
  case number(Double)
  /// The day of the calendar of spreadsheets: 61 is the 1st of March 1900.
  case day(Int)
  case boolean(Bool)
  /// A text that leads to an address: `https://…`, or `internal:'sheet'!A1`.
  case link(String, to: String)
}
