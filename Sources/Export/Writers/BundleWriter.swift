package import Model
package import Storage

/// A tar.gz of the whole export, the same bytes for the same files.
///
/// Inside, one folder: `manifest.json` first, so that a reader can stop there, `datapackage.json`,
/// `SHA256SUMS` of what is in the bundle, then the other files in the order of their names. A
/// bundle holds neither bundles nor `run.json`. As a BagIt bag it has the tag files instead of the
/// sums, and the files of the export below `data`.
package struct BundleWriter: Writer {
  package static let type = "bundle"
  package static let meaning = "All files of the export in one tar.gz."
  package static let standardName = "dibao.tar.gz"
  /// By its ending a reader of the export knows a bundle.
  static let endings = [".tar.gz", ".tgz"]

  package var name = standardName
  package var isBag = false

  package init() {}

  package static let settings: [Setting<BundleWriter>] = [
    .fileName(of: "bundle", standardName, endings) { $0.name = $1 },
    Setting(
      "bagit", .boolean, standard: .boolean(false),
      meaning: "Whether the bundle is a BagIt bag (RFC 8493), as archives take it."
    ) { $0.isBag = $1.flag ?? $0.isBag },
  ]

  package var tables: [String] { [] }

  package func files(of tables: [TableDescription]) -> [String] { [name] }

  package func open(
    _ tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) -> any OpenWriter {
    OpenBundle(name: name, isBag: isBag, folder: folder)
  }
}

/// Takes no rows; packs what the others have written.
private final class OpenBundle: LastWriter {
  private let name: String
  private let isBag: Bool
  private let folder: OutputFolder

  private static let first = ["manifest.json", "datapackage.json"]

  init(name: String, isBag: Bool, folder: OutputFolder) {
    self.name = name
    self.isBag = isBag
    self.folder = folder
  }

  func pack(_ files: [FileEntry], modified: Int) throws(StorageFailure) {
    let sink = GzipWriter(try folder.file(name))
    let archive = TarWriter(sink, modified: modified)
    try archive.addFolder(top)
    if isBag { try addBag(files, to: archive) } else { try add(files, to: archive) }
    try archive.finish()
    _ = try sink.close()
  }

  private func add(_ files: [FileEntry], to archive: TarWriter<some ByteSink>)
    throws(StorageFailure)
  {
    for file in leading(files) { try archive.add(top + "/" + file.name, file, of: folder) }
    try archive.add(top + "/" + Checksums.fileName, Checksums(files).bytes)
    for file in following(files) { try archive.add(top + "/" + file.name, file, of: folder) }
  }

  private func addBag(_ files: [FileEntry], to archive: TarWriter<some ByteSink>)
    throws(StorageFailure)
  {
    for tag in Bag(files).tagFiles { try archive.add(top + "/" + tag.name, tag.bytes) }
    let payload = top + "/" + Bag.payload
    try archive.addFolder(payload)
    for file in leading(files) + following(files) {
      try archive.add(payload + "/" + file.name, file, of: folder)
    }
  }

  private func leading(_ files: [FileEntry]) -> [FileEntry] {
    Self.first.compactMap { name in files.first { $0.name == name } }
  }

  private func following(_ files: [FileEntry]) -> [FileEntry] {
    files.filter { !Self.first.contains($0.name) }
  }

  /// `dibao` for `dibao.tar.gz`.
  private var top: String {
    String(name.prefix { $0 != "." })
  }
}
