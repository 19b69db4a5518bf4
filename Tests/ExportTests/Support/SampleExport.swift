import Model
import Storage

@testable import Export

/// A whole export on the disk.
struct SampleExport {
  let folder: TemporaryFolder
  let written: [WrittenFile]
  /// Where the files lie.
  let path: String

  static let writers: [any Writer] = {
    var excel = CSVWriter()
    excel.profile = .excel
    var zipped = CSVWriter()
    zipped.isGzipped = true
    var zippedLines = JSONLinesWriter()
    zippedLines.isGzipped = true
    return [CSVWriter(), excel, zipped, JSONLinesWriter(), zippedLines, BundleWriter()]
  }()

  init(
    _ writers: [any Writer] = writers, documents: [SampleDocument] = Sample.documents,
    mentions: [SampleMention] = Sample.mentions, tables: [TableDescription] = Sample.tables
  ) throws {
    folder = try TemporaryFolder()
    let publication = try Publication(root: folder.path + "/out", runID: "r1")
    let output = publication.folder
    let exporter = try Exporter(writers, tables: tables, in: output)
    for document in documents { try exporter.write(document) }
    for mention in mentions { try exporter.write(mention) }
    written = try exporter.finish()
    try DataPackage(tables: tables, files: written, schemaVersion: "1.0.0", isComplete: true)
      .write(to: output)
    let files = FileList.value(of: output.entries, written)
    let manifest = try output.file(FileList.manifestName)
    try manifest.write((["complete": true, "files": files] as JSONValue).document)
    _ = try manifest.close()
    let run = try output.file(Checksums.runFileName)
    try run.write("{}\n")
    _ = try run.close()
    try exporter.seal(modified: 1_600_000_000)
    try publication.publish()
    path = folder.path + "/out/runs/r1"
  }

  func read(_ name: String) throws -> [UInt8] { try folder.read("out/runs/r1/" + name) }

  func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try folder.write(bytes, to: "out/runs/r1/" + name)
  }

  /// Changes the text of a file.
  func edit(_ name: String, _ old: String, _ new: String) throws {
    try write(Array(text(name).replacing(old, with: new).utf8), to: name)
  }

  func verification(textBudget: Int = 1 << 20) throws -> Verification {
    try Verifier(tables: Sample.tables, textBudget: textBudget).verify(path)
  }
}
