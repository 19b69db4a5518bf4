import Cleaning
import Export
import Model
import Storage

/// The articles of pages, one JSON object a line: what `dibao clean` prints.
package struct ArticleListing {
  private let files: FoundFiles
  private let rejects: [Reject]

  /// The documents under `paths`, folders walked; fails where a path is not there or nothing is
  /// found at all.
  package init(of paths: [String], encoding: String? = nil) throws(Failure) {
    let hints = InputHints(encoding: encoding)
    let inputs = paths.map { InputFolder(path: $0, label: Self.label(for: $0), hints: hints) }
    (files, rejects) = try reading { () throws(StorageFailure) in try FolderWalk(inputs).files() }
    guard files.count + rejects.count > 0 else { throw .noDocuments(paths) }
  }

  /// What makes a document's path the one that the user would write: `pages` for the folder
  /// `pages/`, `more` for the file `more/a.html`.
  private static func label(for path: String) -> String? {
    let folder = Disk.isFolder(path) ? path : Disk.parent(of: path)
    var trimmed = folder[...]
    while trimmed.utf8.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    return trimmed == "." || trimmed == "/" ? nil : String(trimmed)
  }

  /// Writes in the order of the paths. Documents that hold no article are named in words; where
  /// all are, that is a failure.
  package nonisolated(nonsending) func write(
    to console: Console, workers: Int, reporter: Reporter, stop: StopSignal
  ) async throws(Failure) {
    for reject in rejects { try warn(of: reject, reporter) }
    var written = 0
    let page = FetchLocal().then(PartDigest()).then(Each(Cleaner()))
    let read = EachFile(page).then(JoinPages())
    try await OrderedRun(step: read, workers: workers, stop: stop)
      .forEach(PageGroups.groups(of: files), size: \.size) { _, outcome throws(Failure) in
        for document in outcome.documents() {
          switch document {
          case .success(let article):
            try console.write(Self.line(for: article))
            written += 1
          case .failure(let reject): try warn(of: reject, reporter)
          }
        }
      }
    guard written > 0 else { throw .nothingRead }
  }

  private func warn(of reject: Reject, _ reporter: Reporter) throws(Failure) {
    try reporter.warning(ErrorWording.line(for: reject), code: reject.code.rawValue)
  }

  static func line(for article: Article) -> [UInt8] {
    let fields: [(String, String?)] = [
      ("path", article.path), ("title", article.title), ("author", article.author),
      ("publisher", article.publisher), ("published_at", article.publishedAt),
      ("text", article.text),
    ]
    return JSONValue.object(fields.map { JSONValue.Member($0, .optional($1)) }).line + [10]
  }
}

extension JSONValue {
  /// Null for nil.
  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
  static func optional(_ number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? .null }
}
