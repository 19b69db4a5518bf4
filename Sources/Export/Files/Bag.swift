import Storage

/// The tag files of a BagIt bag (RFC 8493, version 1.0), whose payload are the files of an export.
struct Bag {
  struct TagFile {
    let name: String
    let bytes: [UInt8]
  }

  /// Where the payload lies.
  static let payload = "data"
  /// In the order in which they stand in a bag, which they begin.
  let tagFiles: [TagFile]

  static let firstName = "bagit.txt"

  init(_ files: [FileEntry]) {
    let size = files.reduce(0) { $0 + $1.bytes }
    let named = files.map {
      FileEntry(name: "\(Self.payload)/\($0.name)", bytes: $0.bytes, sha256: $0.sha256)
    }
    let described = [
      TagFile(
        name: Self.firstName,
        bytes: Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)),
      TagFile(
        name: "bag-info.txt",
        bytes: Array("Bag-Software-Agent: Dibao\nPayload-Oxum: \(size).\(files.count)\n".utf8)),
      TagFile(name: "manifest-sha256.txt", bytes: Checksums(named).bytes),
    ]
    let sums = described.map { file in
      let content = Content(of: file.bytes)
      return FileEntry(name: file.name, bytes: content.bytes, sha256: content.sha256)
    }
    tagFiles = described + [TagFile(name: "tagmanifest-sha256.txt", bytes: Checksums(sums).bytes)]
  }
}
