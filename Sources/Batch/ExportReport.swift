import Export
import Model
import Storage

/// The page of an export: what `dibao report` makes.
package struct ExportReport {
  private let folder: String

  /// The folder is an export, or an output folder whose `current` is one.
  package init(of folder: String) throws(Failure) {
    self.folder = try ExportFolder.found(folder)
  }

  /// The name under which the writer of an export puts it.
  package static let standardName = ReportWriter.fileName

  /// Writes the page to a file, or to standard output where that is `-`.
  package func write(to path: String, _ reporter: Reporter) throws(Failure) {
    let page = try reading { () throws(StorageFailure) in
      try Report(of: folder, tables: Tables.all).bytes()
    }
    guard path != "-" else { return try reporter.console.write(page) }
    try writing { () throws(StorageFailure) in try Disk.replaceFile(path, with: page) }
    reporter.notice("\(path): \(page.count / 1000) kB; open it in a browser")
  }
}
