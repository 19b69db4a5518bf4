import Storage

/// Holds the bundles against the files beside them.
struct BundleCheck {
  let files: ExportFiles
  let log: FindingLog

  static func isBundle(_ name: String) -> Bool {
    BundleWriter.endings.contains { name.hasSuffix($0) }
  }

  /// Whether a file is made of others, or of an export before: such are in no manifest and no bundle.
  static func isMadeLast(_ name: String) -> Bool {
    isBundle(name)
      || [DeltaWriter.rowsName, DeltaWriter.identitiesName, ReportWriter.fileName].contains(name)
  }

  func run() {
    for name in files.names where Self.isBundle(name) { check(name) }
  }

  private func check(_ bundle: String) {
    var seen: [String] = []
    do {
      let archive = try TarReader(files.folder + "/" + bundle)
      while let entry = try archive.next() {
        // All names are below one folder.
        let name = String(entry.name.drop { $0 != "/" }.dropFirst())
        guard !entry.isFolder else { continue }
        seen.append(name)
        try check(entry, as: name, archive, FindingPlace(bundle, column: name))
      }
    } catch {
      log.add(
        .bundleDamaged, FindingPlace(bundle), expected: "a whole archive",
        found: error.detail ?? "\(error.kind)")
      return
    }
    checkNames(seen, FindingPlace(bundle))
  }

  private func check(
    _ entry: TarReader.Item, as name: String, _ archive: TarReader, _ place: FindingPlace
  ) throws(StorageFailure) {
    if let expected = madeForBundles[name] {
      var found: [UInt8] = []
      try archive.forEachPiece { piece throws(StorageFailure) in found += piece }
      if found != expected {
        log.add(.bundleMismatch, place, expected: "the sums of the files", found: "others")
      }
      return
    }
    let payload = Bag.payload + "/"
    let name = name.hasPrefix(payload) ? String(name.dropFirst(payload.count)) : name
    guard files.contents[name]?.bytes == entry.size else {
      return log.add(
        .bundleMismatch, place,
        expected: files.contents[name].map { "\($0.bytes) bytes" } ?? "no such file",
        found: "\(entry.size) bytes")
    }
    guard try !isEqual(archive, to: name) else { return }
    log.add(.bundleMismatch, place, expected: "the bytes of the file", found: "others")
  }

  private func isEqual(_ archive: TarReader, to name: String) throws(StorageFailure) -> Bool {
    let file = try ByteReader(files.folder + "/" + name, gunzip: false)
    var waiting: ArraySlice<UInt8> = []
    var isEqual = true
    try archive.forEachPiece { piece throws(StorageFailure) in
      var rest = piece
      while isEqual, !rest.isEmpty {
        if waiting.isEmpty {
          guard let more = try file.next() else {
            isEqual = false
            return
          }
          waiting = more[...]
        }
        let count = min(rest.count, waiting.count)
        isEqual = rest.prefix(count).elementsEqual(waiting.prefix(count))
        rest = rest.dropFirst(count)
        waiting = waiting.dropFirst(count)
      }
    }
    return isEqual
  }

  private var packed: [String] { files.described.filter { !Self.isMadeLast($0) } }

  private var packedEntries: [FileEntry] {
    packed.compactMap { name in
      files.contents[name].map { FileEntry(name: name, bytes: $0.bytes, sha256: $0.sha256) }
    }
  }

  /// What stands in bundles and not beside them, by name.
  private var madeForBundles: [String: [UInt8]] {
    var files = [Checksums.fileName: Checksums(packedEntries).bytes]
    for tag in Bag(packedEntries).tagFiles { files[tag.name] = tag.bytes }
    return files
  }

  /// The description of the export first, then the other files in their order; in a bag its tag files
  /// before all.
  private func checkNames(_ seen: [String], _ place: FindingPlace) {
    let first = [FileList.manifestName, DataPackage.fileName].filter(packed.contains)
    let others = packed.filter { !first.contains($0) }
    let expected =
      seen.first == Bag.firstName
      ? Bag(packedEntries).tagFiles.map(\.name)
        + (first + others).map { "\(Bag.payload)/\($0)" }
      : first + [Checksums.fileName] + others
    guard seen != expected else { return }
    let index = zip(seen, expected).prefix { $0 == $1 }.count
    log.add(
      .bundleMismatch, place, expected: index < expected.count ? expected[index] : "the end",
      found: index < seen.count ? seen[index] : "the end")
  }
}
