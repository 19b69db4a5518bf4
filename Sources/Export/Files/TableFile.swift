import Model
import Storage

/// Turns rows into the bytes of one format.
protocol RowEncoder {
  /// What stands before the first row of every part.
  mutating func appendHeader(to bytes: inout [UInt8])
  mutating func append(_ cells: [Cell], to bytes: inout [UInt8])
  /// Since the last header.
  var changes: CellChanges { get }
}

/// The file of one table while it is written, or one part after another where rows are too many.
final class TableFile {
  private var name: TableFileName
  private let folder: OutputFolder
  private let rowsPerPart: Int
  private var encoder: any RowEncoder
  private var sink: any ByteSink
  private var buffer: [UInt8] = []
  private var rows = 0
  private var finished: [WrittenFile] = []

  private static let bufferSize = 64 << 10

  /// The file is there, with its header, as soon as this returns: also for a table without rows.
  init(
    _ name: TableFileName, in folder: OutputFolder, encoder: any RowEncoder, rowsPerPart: Int
  ) throws(StorageFailure) {
    self.name = name
    self.folder = folder
    self.rowsPerPart = rowsPerPart
    self.encoder = encoder
    sink = try Self.sink(name, in: folder)
    self.encoder.appendHeader(to: &buffer)
  }

  func write(_ cells: [Cell]) throws(StorageFailure) {
    if rows == rowsPerPart { try startPart() }
    encoder.append(cells, to: &buffer)
    rows += 1
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// All parts.
  func close() throws(StorageFailure) -> [WrittenFile] {
    try closePart()
    return finished
  }

  private func startPart() throws(StorageFailure) {
    try closePart()
    name.part += 1
    rows = 0
    sink = try Self.sink(name, in: folder)
    encoder.appendHeader(to: &buffer)
  }

  private func closePart() throws(StorageFailure) {
    try flush()
    let entry = try sink.close()
    finished.append(WrittenFile(name: name, rows: rows, entry: entry, changes: encoder.changes))
  }

  private func flush() throws(StorageFailure) {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private static func sink(
    _ name: TableFileName, in folder: OutputFolder
  ) throws(StorageFailure) -> any ByteSink {
    let file = try folder.file(name.text)
    return name.isGzipped ? GzipWriter(file) : file
  }
}

/// A writer that makes one file of each table.
final class TableFiles: OpenWriter {
  private let files: [TableFile]

  init(
    _ tables: [TableDescription], _ format: TableFileName.Format, isGzipped: Bool,
    in folder: OutputFolder, rowsPerPart: Int = .max,
    encoder: (TableDescription) -> any RowEncoder
  ) throws(StorageFailure) {
    var files: [TableFile] = []
    for table in tables {
      let name = TableFileName(table: table.name, format: format, isGzipped: isGzipped)
      files.append(
        try TableFile(name, in: folder, encoder: encoder(table), rowsPerPart: rowsPerPart))
    }
    self.files = files
  }

  func write(_ cells: [Cell], to table: Int) throws(StorageFailure) {
    try files[table].write(cells)
  }

  func close() throws(StorageFailure) -> [WrittenFile] {
    var written: [WrittenFile] = []
    for file in files { written += try file.close() }
    return written
  }
}
