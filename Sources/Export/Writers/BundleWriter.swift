package import Model
package import Storage

/// A tar.gz of the whole export, the same bytes for the same files.
///
/// Inside, one folder: `manifest.json` first, so that a reader can stop there, `datapackage.json`,
/// `SHA256SUMS` of what is in the bundle, then the other files in the order of their names. A
/// bundle holds neither bundles nor `run.json`.
package struct BundleWriter: Writer {
  package static let type = "bundle"
  package static let meaning = "All files of the export in one tar.gz."
  package static let standardName = "dibao.tar.gz"
  /// By its ending a reader of the export knows a bundle.
  static let endings = [".tar.gz", ".tgz"]

  package var name = standardName

  package init() {}

  package static let settings: [Setting<BundleWriter>] = [
    Setting(
      "name", .string, standard: .string(standardName),
      meaning: "The bundle's file name, of a-z, 0-9, '.', '-' and '_'; `.tar.gz` is put at its end "
        + "where it is left out."
    ) { $0.name = $1.word.map(whole) ?? $0.name }
  ]

  private static func whole(_ name: String) -> String {
    endings.contains { name.hasSuffix($0) } ? name : name + endings[0]
  }

  package var tables: [String] { [] }

  package func files(of tables: [TableDescription]) -> [String] { [name] }

  package func open(
    _ tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) -> any OpenWriter {
    OpenBundle(name: name, folder: folder)
  }
}

/// Takes no rows; packs what the others have written.
private final class OpenBundle: LastWriter {
  private let name: String
  private let folder: OutputFolder

  private static let first = ["manifest.json", "datapackage.json"]

  init(name: String, folder: OutputFolder) {
    self.name = name
    self.folder = folder
  }

  func pack(_ files: [FileEntry], modified: Int) throws(StorageFailure) {
    let sink = GzipWriter(try folder.file(name))
    let archive = TarWriter(sink, modified: modified)
    try archive.addFolder(top)
    for file in Self.first.compactMap({ name in files.first { $0.name == name } }) {
      try archive.add(top + "/" + file.name, file, of: folder)
    }
    try archive.add(top + "/" + Checksums.fileName, Checksums(files).bytes)
    for file in files where !Self.first.contains(file.name) {
      try archive.add(top + "/" + file.name, file, of: folder)
    }
    try archive.finish()
    _ = try sink.close()
  }

  /// `dibao` for `dibao.tar.gz`.
  private var top: String {
    String(name.prefix { $0 != "." })
  }
}
