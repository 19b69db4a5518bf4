package import Storage

/// `SHA256SUMS`: what `sha256sum -c` reads.
package struct Checksums: Hashable, Sendable {
  package static let fileName = "SHA256SUMS"
  /// What differs from run to run: in no sum, manifest or bundle.
  package static let runFileName = "run.json"

  private let files: [FileEntry]

  /// Of all files but the sums themselves and `run.json`.
  package init(_ files: [FileEntry]) {
    self.files = files.filter { $0.name != Self.fileName && $0.name != Self.runFileName }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// A line a file, in the order of the names' bytes.
  package var bytes: [UInt8] {
    files.flatMap { Array("\($0.sha256)  \($0.name)\n".utf8) }
  }

  package func write(to folder: OutputFolder) throws(StorageFailure) {
    let file = try folder.file(Self.fileName)
    try file.write(bytes)
    _ = try file.close()
  }
}
