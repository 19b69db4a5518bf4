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

  /// A line of the file.
  package struct Sum: Hashable, Sendable {
    package let sha256: String
    package let name: String

    /// `64 digits, two spaces, a name`; nil for anything else.
    package init?(_ line: ArraySlice<UInt8>) {
      let digits = line.prefix(64)
      let rest = line.dropFirst(64)
      let isHexadecimal = digits.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
      }
      guard digits.count == 64, isHexadecimal, rest.starts(with: [0x20, 0x20]), rest.count > 2,
        let name = String(validating: rest.dropFirst(2), as: UTF8.self)
      else { return nil }
      (sha256, self.name) = (String(decoding: digits, as: UTF8.self), name)
    }
  }

  package func write(to folder: OutputFolder) throws(StorageFailure) {
    let file = try folder.file(Self.fileName)
    try file.write(bytes)
    _ = try file.close()
  }
}
