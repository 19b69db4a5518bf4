package import Model
package import Storage

/// `report.html`: one page that shows what the export holds.
///
/// It is made of the finished files, so that like a bundle it is in no manifest and no bundle; its
/// sum is in `SHA256SUMS`. The same export gives the same bytes.
package struct ReportWriter: Writer {
  package static let type = "report"
  package static let meaning =
    "A page that shows what is in the export: report.html, for a browser without a network."

  package static let fileName = "report.html"

  package init() {}

  package static let settings: [Setting<ReportWriter>] = []
  package var tables: [String] { [] }

  package func files(of tables: [TableDescription]) -> [String] { [Self.fileName] }

  package func open(
    _ tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) -> any OpenWriter {
    OpenReport(tables: tables, folder: folder)
  }
}

/// Takes no rows; reads those of the finished tables.
private final class OpenReport: LastWriter {
  private let tables: [TableDescription]
  private let folder: OutputFolder

  init(tables: [TableDescription], folder: OutputFolder) {
    self.tables = tables
    self.folder = folder
  }

  func pack(_ files: [FileEntry], modified: Int) throws(StorageFailure) {
    let page = try Report(of: folder.path, tables: tables).bytes()
    let file = try folder.file(ReportWriter.fileName)
    try file.write(page)
    _ = try file.close()
  }
}
