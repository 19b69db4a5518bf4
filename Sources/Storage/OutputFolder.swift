import Glibc

/// The folder that a run writes into: the only way to make a file of an export.
///
/// Names are lower-case ASCII, so that an export unpacks the same on every system.
package final class OutputFolder {
  /// Where it is until the run is published.
  package let path: String
  private var finished: [String: FileEntry] = [:]
  private var unfinished: Set<String> = []
  private var spools = 0

  /// Names that everyone expects in capitals.
  private static let capitals: Set<String> = ["SHA256SUMS"]

  /// The folder must be there, and be empty.
  init(_ path: String) {
    self.path = path
  }

  /// A new file; `name` may have folders, `data/persons.csv`, which are made.
  package func file(_ name: String) throws(StorageFailure) -> OutputFile {
    let location = try location(ofNew: name)
    let descriptor = try Descriptor.open(
      location, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, as: .makeFile)
    unfinished.insert(name)
    return OutputFile(name: name, descriptor: descriptor) { [self] in finish($0) }
  }

  /// A new SQLite database; names as for `file`.
  package func database(_ name: String) throws(StorageFailure) -> DatabaseFile {
    let location = try location(ofNew: name)
    unfinished.insert(name)
    return try DatabaseFile(name: name, path: location) { [self] in finish($0) }
  }

  /// A new workbook of spreadsheets; names as for `file`. `title` is what it calls itself.
  package func workbook(_ name: String, title: String) throws(StorageFailure) -> WorkbookFile {
    let location = try location(ofNew: name)
    unfinished.insert(name)
    return try WorkbookFile(name: name, title: title, path: location) { [self] in finish($0) }
  }

  private func location(ofNew name: String) throws(StorageFailure) -> String {
    guard Self.isAllowed(name) else {
      throw StorageFailure(
        .outsideRoot, .makeFile, path: name,
        detail: "names in an export are relative, of a-z, 0-9, '.', '-' and '_'; "
          + "no part starts with '.'")
    }
    let location = path + "/" + name
    try Disk.makeFolders(Disk.parent(of: location))
    return location
  }

  private func finish(_ entry: FileEntry) {
    unfinished.remove(entry.name)
    finished[entry.name] = entry
  }

  /// The finished files, sorted by the bytes of their names.
  package var entries: [FileEntry] {
    finished.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Gives the bytes of a finished file, piece by piece; `damaged` if they are not those that were
  /// written.
  package func read(
    _ entry: FileEntry, _ each: ([UInt8]) throws(StorageFailure) -> Void
  ) throws(StorageFailure) {
    let location = path + "/" + entry.name
    let reader = try ByteReader(location, gunzip: false)
    var counter = ContentCounter()
    while let piece = try reader.next() {
      counter.add(piece)
      try each(piece)
    }
    guard counter.content == Content(bytes: entry.bytes, sha256: entry.sha256) else {
      throw StorageFailure(
        .damaged, .read, path: location, detail: "the disk gives other bytes than were written")
    }
  }

  /// A file of another export, as it is there; false where that has not the bytes of the digest, and
  /// then nothing is left of it here.
  package func copy(
    _ name: String, from folder: String, sha256: String
  ) throws(StorageFailure) -> Bool {
    let copy = try file(name)
    try copy.write(allOf: folder + "/" + name)
    if try copy.close().sha256 == sha256 { return true }
    try remove(name)
    return false
  }

  /// Removes all finished files.
  package func clear() throws(StorageFailure) {
    for entry in entries { try remove(entry.name) }
  }

  private func remove(_ name: String) throws(StorageFailure) {
    try Disk.remove(path + "/" + name)
    finished[name] = nil
  }

  /// A place for records on the disk of the output, never part of the export.
  package func spool() throws(StorageFailure) -> Spool {
    spools += 1
    return try Spool(path + "/.spool-\(spools)")
  }

  /// A database for rows on the disk of the output, never part of the export; `tables` are the
  /// statements that make its tables.
  package func scratchDatabase(_ tables: String) throws(StorageFailure) -> ScratchDatabase {
    spools += 1
    return try ScratchDatabase(path + "/.spool-\(spools)", tables: tables)
  }

  /// The folder of the export that is published now; nil where there is none.
  package var older: String? {
    let runs = Disk.parent(of: path)
    return Publication.current(in: Disk.parent(of: runs))
  }

  /// Room on the disk of the output for what outgrows memory; a list in it holds `limit` bytes in
  /// memory at most.
  package func space(limit: Int) -> DiskSpace { DiskSpace(path, limit: limit) }

  private static func isAllowed(_ name: String) -> Bool {
    if capitals.contains(name) { return true }
    return name.utf8.count <= 200
      && name.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).allSatisfy { part in
        part.first != UInt8(ascii: ".") && !part.isEmpty && part.allSatisfy(isAllowed)
      }
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}

extension OutputFile {
  /// As far as it can be read: who copies holds the bytes against their digest.
  fileprivate func write(allOf path: String) throws(StorageFailure) {
    let reader: ByteReader
    do throws(StorageFailure) { reader = try ByteReader(path, gunzip: false) } catch { return }
    while let piece = reader.readable { try write(piece) }
  }
}

extension ByteReader {
  /// The next bytes; nil at the end, or where they cannot be read.
  fileprivate var readable: [UInt8]? {
    do throws(StorageFailure) { return try next() } catch { return nil }
  }
}

extension OutputFolder {
  /// Makes the names durable, after each file was; fails if a file is not finished or is not on
  /// the disk with the size that was written, or if a file is there that nobody wrote.
  func seal() throws(StorageFailure) {
    if let name = unfinished.min() {
      throw StorageFailure(
        .io, .publish, path: path + "/" + name, detail: "the file was never closed")
    }
    var folders: Set<String> = [path]
    for entry in entries {
      let location = path + "/" + entry.name
      let size = try Disk.size(of: location)
      guard size == entry.bytes else {
        throw StorageFailure(
          .damaged, .publish, path: location,
          detail: "\(entry.bytes) bytes were written, \(size) are there")
      }
      folders.insert(Disk.parent(of: location))
    }
    for folder in folders.sorted() {
      try refuseUnlisted(in: folder)
      try Disk.syncFolder(folder)
    }
  }

  /// A library may have failed to remove a file of its own, and not said so. Names with a dot in
  /// front are those that NFS gives to open files that were removed: they go by themselves.
  private func refuseUnlisted(in folder: String) throws(StorageFailure) {
    for name in try Disk.list(folder) where !name.hasPrefix(".") {
      let location = folder + "/" + name
      guard finished[String(location.dropFirst(path.count + 1))] == nil, !Disk.isFolder(location)
      else { continue }
      throw StorageFailure(
        .damaged, .publish, path: location,
        detail: "no file of this name was written for the export")
    }
  }
}
