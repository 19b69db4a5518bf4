/// Packs files into a tar archive (ustar, with pax headers where a name needs them) whose bytes
/// depend on names, content and the given time alone: no owner, no clock.
///
/// The caller gives the names in their order, and the size of each file before its content.
package final class TarWriter<Sink: ByteSink> {
  private let sink: Sink
  private let modified: Int
  private var written = 0
  /// What the file that is being written still lacks.
  private var missing = 0
  private var entries = 0

  /// `modified` is the time of every entry, in seconds from 1970.
  package init(_ sink: Sink, modified: Int) {
    self.sink = sink
    self.modified = max(0, modified)
  }

  package func addFolder(_ name: String) throws(StorageFailure) {
    try begin(name + "/", size: 0, mode: 0o755, type: "5")
  }

  package func add(_ name: String, _ bytes: [UInt8]) throws(StorageFailure) {
    try add(name, size: bytes.count)
    try write(bytes)
  }

  /// A finished file of an output folder, byte for byte.
  package func add(
    _ name: String, _ entry: FileEntry, of folder: OutputFolder
  ) throws(StorageFailure) {
    try add(name, size: entry.bytes)
    try folder.read(entry) { piece throws(StorageFailure) in try write(piece) }
  }

  /// Begins a file: exactly `size` bytes must follow by `write`.
  package func add(_ name: String, size: Int) throws(StorageFailure) {
    try begin(name, size: size, mode: 0o644, type: "0")
  }

  package func write(_ bytes: [UInt8]) throws(StorageFailure) {
    guard bytes.count <= missing else {
      throw StorageFailure(
        .damaged, .write, path: "tar entry \(entries)",
        detail: "\(bytes.count - missing) bytes more than were announced")
    }
    missing -= bytes.count
    try emit(bytes)
    if missing == 0 { try pad(to: 512) }
  }

  /// Ends the archive; the sink stays open.
  package func finish() throws(StorageFailure) {
    try ensureWhole()
    try emit([UInt8](repeating: 0, count: 1024))
    // Archives come in records of 20 blocks.
    try pad(to: 10240)
  }

  private func begin(
    _ name: String, size: Int, mode: Int, type: Unicode.Scalar
  ) throws(StorageFailure) {
    try ensureWhole()
    guard Self.isRelative(name) else {
      throw StorageFailure(
        .outsideRoot, .write, path: name, detail: "a name in an archive must be relative")
    }
    entries += 1
    var header = TarHeader(name: name, size: size, mode: mode, modified: modified, type: type)
    if let records = header.paxRecords() {
      let pax = TarHeader(
        name: "PaxHeaders/\(entries)", size: records.count, mode: 0o644, modified: modified,
        type: "x")
      try emit(pax.block)
      try emit(records)
      try pad(to: 512)
      header.makePlain()
    }
    try emit(header.block)
    missing = size
  }

  private func ensureWhole() throws(StorageFailure) {
    guard missing == 0 else {
      throw StorageFailure(
        .damaged, .write, path: "tar entry \(entries)",
        detail: "\(missing) bytes fewer than were announced")
    }
  }

  private static func isRelative(_ name: String) -> Bool {
    let parts = Substring(name).utf8.split(separator: 0x2F)
    return name.utf8.first != 0x2F && !parts.isEmpty && !name.utf8.contains(0)
      && !parts.contains { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }
  }

  private func emit(_ bytes: [UInt8]) throws(StorageFailure) {
    written += bytes.count
    try sink.write(bytes)
  }

  private func pad(to size: Int) throws(StorageFailure) {
    let over = written % size
    if over > 0 { try emit([UInt8](repeating: 0, count: size - over)) }
  }
}
