import CXlsxwriter
import Glibc

/// A new workbook of spreadsheets (XLSX) that is a file of an export.
///
/// Rows go to the disk as they come: a sheet is a file without a name in the folder of the workbook until
/// `close()` packs them all. It counts as written when `close()` has returned, and not before. The same
/// rows give the same bytes: no time of its own is in it.
package final class WorkbookFile {
  package let name: String
  private let path: String
  private let library: LibraryWorkbook
  private let onClose: (FileEntry) -> Void
  private var sheets: [WorkbookSheet] = []

  /// The file must not be there.
  init(
    name: String, title: String, path: String, onClose: @escaping (FileEntry) -> Void
  ) throws(StorageFailure) {
    self.name = name
    self.path = path
    self.onClose = onClose
    // Made here, so that it is ours and new; the library overwrites it at the end.
    try Descriptor.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, as: .makeFile).close()
    library = try LibraryWorkbook(path)
    library.describe(title: title)
  }

  /// A sheet behind those that are there. The name has 31 characters at most and is no other's.
  package func sheet(_ name: String) throws(StorageFailure) -> WorkbookSheet {
    let sheet = WorkbookSheet(name, try library.sheet(name), library)
    sheets.append(sheet)
    return sheet
  }

  /// Packs the sheets, reads the file again, makes it durable, counts and hashes it.
  package func close() throws(StorageFailure) -> FileEntry {
    var sizes: [Int] = []
    for sheet in sheets { sizes.append(try sheet.flush()) }
    try library.close()
    try WorkbookCheck(sizesOfRows: sizes).check(path)
    let descriptor = try Descriptor.open(path, O_RDWR)
    try descriptor.sync()
    try descriptor.close()
    let content = try Disk.digest(of: path)
    let entry = FileEntry(name: name, bytes: content.bytes, sha256: content.sha256, plain: nil)
    onClose(entry)
    return entry
  }
}

/// A sheet of a workbook: rows are put one under another.
package final class WorkbookSheet {
  package let name: String
  package private(set) var rows = 0
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  /// Kept, for the sheet is the library's.
  private let library: LibraryWorkbook

  /// With the row of titles.
  package static let mostRows = Int(LXW_ROW_MAX)

  fileprivate init(
    _ name: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ library: LibraryWorkbook
  ) {
    self.name = name
    self.sheet = sheet
    self.library = library
  }

  package func append(_ values: [SheetValue]) throws(StorageFailure) {
    try library.ensureOpen()
    for (column, value) in values.enumerated() {
      try library.attempt { put(value, UInt32(rows), UInt16(column)) }
    }
    rows += 1
    if dibao_sheet_has_failed(sheet) != 0 { _ = try flush() }
  }

  /// In characters of the standard font, column by column.
  package func setWidths(_ widths: [Int]) throws(StorageFailure) {
    for (column, width) in widths.enumerated() {
      let column = UInt16(column)
      try library.attempt { worksheet_set_column(sheet, column, column, Double(width), nil) }
    }
  }

  /// Called last: the first row stays in view, and picks rows out of the others.
  package func finish(columns: Int) throws(StorageFailure) {
    try library.ensureOpen()
    let (last, row) = (UInt16(max(columns, 1) - 1), UInt32(max(rows, 1) - 1))
    worksheet_freeze_panes(sheet, 1, 0)
    try library.attempt { worksheet_autofilter(sheet, 0, 0, row, last) }
    // Ids may be of digits alone: no green corner for each.
    let everywhere = "A1:\(Self.letters(ofColumn: columns))\(Self.mostRows)"
    try library.attempt {
      worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), everywhere)
    }
  }

  /// The letters of a column, from 1: `A`, `Z`, `AA`.
  package static func letters(ofColumn number: Int) -> String {
    guard number > 0 else { return "A" }
    var (rest, letters) = (number, "")
    while rest > 0 {
      rest -= 1
      letters.insert(
        Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))), at: letters.startIndex)
      rest /= 26
    }
    return letters
  }

  /// How many bytes the rows have, when all of them have reached the disk.
  fileprivate func flush() throws(StorageFailure) -> Int {
    try library.ensureOpen()
    let reason = dibao_sheet_flush(sheet)
    guard reason == 0 else {
      throw StorageFailure(.write, path: library.path, errno: reason)
    }
    return Int(dibao_sheet_bytes(sheet))
  }

  private func put(_ value: SheetValue, _ row: UInt32, _ column: UInt16) -> lxw_error {
    switch value {
    case .nothing: LXW_NO_ERROR
    case .text(let text): worksheet_write_string(sheet, row, column, text, library.format(of: text))
    case .cutText(let text): worksheet_write_string(sheet, row, column, text, library.cut)
    case .heading(let text): worksheet_write_string(sheet, row, column, text, library.heading)
    case .number(let number): worksheet_write_number(sheet, row, column, number, nil)
    case .day(let day): worksheet_write_number(sheet, row, column, Double(day), library.day)
    case .boolean(let flag): worksheet_write_boolean(sheet, row, column, flag ? 1 : 0, nil)
    case .link(let text, let address):
      worksheet_write_url_opt(sheet, row, column, address, nil, text, nil)
    }
  }
}

/// The library's workbook and the looks of its cells; given up with the last reference to it.
private final class LibraryWorkbook {
  let path: String
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  let heading: UnsafeMutablePointer<lxw_format>?
  let text: UnsafeMutablePointer<lxw_format>?
  let day: UnsafeMutablePointer<lxw_format>?
  let cut: UnsafeMutablePointer<lxw_format>?

  /// When the workbook says that it was made: the first moment that a ZIP file knows.
  private static let made = 315_532_800
  /// Excel's number of the format that takes what is typed for text.
  private static let textFormat: UInt8 = 49
  /// Excel of old shows longer texts in that format as `####`.
  private static let longestInTextFormat = 255

  init(_ path: String) throws(StorageFailure) {
    self.path = path
    let workbook = Disk.parent(of: path).withCString { folder in
      // The library copies the name and leaves this one as it is.
      var options = lxw_workbook_options()
      options.constant_memory = 1
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return workbook_new_opt(path, &options)
    }
    guard let workbook else { throw StorageFailure(.io, .makeFile, path: path) }
    self.workbook = workbook
    heading = workbook_add_format(workbook)
    format_set_bold(heading)
    format_set_bg_color(heading, 0xDDE6F0)
    text = workbook_add_format(workbook)
    format_set_num_format_index(text, Self.textFormat)
    day = workbook_add_format(workbook)
    format_set_num_format(day, "yyyy-mm-dd")
    cut = workbook_add_format(workbook)
    format_set_bg_color(cut, 0xFFE699)
  }

  deinit {
    if let workbook { dibao_workbook_abandon(workbook) }
  }

  func describe(title: String) {
    title.withCString { title in
      var properties = lxw_doc_properties()
      // Copied by the library.
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = Self.made
      _ = workbook_set_properties(workbook, &properties)
    }
  }

  func sheet(_ name: String) throws(StorageFailure) -> UnsafeMutablePointer<lxw_worksheet> {
    try ensureOpen()
    errno = 0
    guard let sheet = workbook_add_worksheet(workbook, name) else {
      throw failure(.makeFile, errno, "a sheet of the name \(name) cannot be made")
    }
    return sheet
  }

  func format(of text: String) -> UnsafeMutablePointer<lxw_format>? {
    text.utf8.count <= Self.longestInTextFormat ? self.text : nil
  }

  func close() throws(StorageFailure) {
    try ensureOpen()
    errno = 0
    let code = workbook_close(workbook)
    let reason = errno
    // Freed, whatever the code.
    workbook = nil
    guard code == LXW_NO_ERROR else { throw failure(.write, reason, Self.words(code)) }
  }

  func attempt(_ call: () -> lxw_error) throws(StorageFailure) {
    errno = 0
    let code = call()
    guard code == LXW_NO_ERROR else { throw failure(.write, errno, Self.words(code)) }
  }

  func ensureOpen() throws(StorageFailure) {
    guard workbook == nil else { return }
    throw StorageFailure(.io, .write, path: path, detail: "the file is closed already")
  }

  private func failure(
    _ operation: StorageFailure.Operation, _ reason: Int32, _ words: String
  ) -> StorageFailure {
    reason == 0
      ? StorageFailure(.io, operation, path: path, detail: words)
      : StorageFailure(operation, path: path, errno: reason)
  }

  private static func words(_ code: lxw_error) -> String {
    lxw_strerror(code).map { String(cString: $0) } ?? "libxlsxwriter gives \(code.rawValue)"
  }
}
