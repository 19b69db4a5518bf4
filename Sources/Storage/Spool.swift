import Glibc

/// Records that wait on the disk instead of in memory: written one after another, then read in
/// the same order, as often as needed.
///
/// The file has no name from its first moment: it is in no export, and the disk space comes back
/// when the process ends, however it ends.
package final class Spool {
  private let descriptor: Descriptor
  private var buffer: [UInt8] = []
  private var failure: StorageFailure?
  /// Bytes in the file, without those in the buffer.
  private var stored = 0
  /// Where each record begins, with what is in the buffer.
  private var places: [Int] = []
  package var count: Int { places.count }

  private static let bufferSize = 1 << 20
  /// Eight bytes, lowest first, stand before each record.
  fileprivate static let prefixSize = 8

  /// A file is made at `path` and loses that name at once.
  init(_ path: String) throws(StorageFailure) {
    descriptor = try Descriptor.open(
      path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, as: .makeFile)
    try Disk.remove(path)
  }

  package func append(_ record: [UInt8]) throws(StorageFailure) {
    if let failure { throw failure }
    places.append(stored + buffer.count)
    buffer += (0..<Self.prefixSize).map { UInt8(truncatingIfNeeded: record.count >> ($0 * 8)) }
    buffer += record
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Calls `body` with each record, in the order in which they were appended.
  package func forEach(
    _ body: ([UInt8]) throws(StorageFailure) -> Void
  ) throws(StorageFailure) {
    let records = try records()
    while let record = try records.next() { try body(record) }
  }

  /// A reader of all records that were appended until now.
  package func records() throws(StorageFailure) -> SpoolReader {
    if let failure { throw failure }
    try flush()
    return SpoolReader(descriptor, end: stored)
  }

  /// The record that was appended as the one of a number, from 0.
  package func record(_ number: Int) throws(StorageFailure) -> [UInt8] {
    if let failure { throw failure }
    try flush()
    let end = number + 1 < places.count ? places[number + 1] : stored
    let reader = SpoolReader(
      descriptor, from: places[number], end: end, pieceSize: end - places[number])
    guard let record = try reader.next() else { throw reader.cut() }
    return record
  }

  /// Gives the disk space back; nothing can be appended or read afterwards.
  package func remove() throws(StorageFailure) {
    guard failure == nil else { return }
    failure = StorageFailure(
      .io, .read, path: descriptor.path, detail: "the spool is removed already")
    buffer = []
    try descriptor.close()
  }

  private func flush() throws(StorageFailure) {
    do {
      try descriptor.write(buffer)
    } catch {
      failure = error
      throw error
    }
    stored += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }
}

/// One pass over the records of a spool; several may go on at once.
package final class SpoolReader {
  private let descriptor: Descriptor
  private let end: Int
  /// The place in the file of the first byte after `buffer`.
  private var offset: Int
  private var buffer: ArraySlice<UInt8> = []

  private let pieceSize: Int

  /// `pieceSize` bytes are read at a time.
  fileprivate init(
    _ descriptor: Descriptor, from start: Int = 0, end: Int, pieceSize: Int = 1 << 20
  ) {
    self.descriptor = descriptor
    self.end = end
    self.pieceSize = pieceSize
    offset = start
  }

  /// The next record; nil after the last.
  package func next() throws(StorageFailure) -> [UInt8]? {
    if buffer.isEmpty, offset == end { return nil }
    let prefix = try take(Spool.prefixSize)
    let size = prefix.reversed().reduce(0) { $0 << 8 | Int($1) }
    return try take(size)
  }

  private func take(_ count: Int) throws(StorageFailure) -> [UInt8] {
    while buffer.count < count {
      guard count - buffer.count <= end - offset else { throw cut() }
      var bytes = Array(buffer)
      let wanted = min(end - offset, max(pieceSize, count - buffer.count))
      let given = try descriptor.read(wanted, at: offset, onto: &bytes)
      guard given > 0 else { throw cut() }
      offset += given
      buffer = bytes[...]
    }
    let taken = Array(buffer.prefix(count))
    buffer = buffer.dropFirst(count)
    return taken
  }

  fileprivate func cut() -> StorageFailure {
    StorageFailure(
      .damaged, .read, path: descriptor.path,
      detail: "fewer bytes came back than were written; the disk may be failing")
  }
}
