import Glibc
import Model
import Synchronization

/// Reads records out of web archives. Where many records share a gzip member, whose beginning is
/// the only place to unpack from, archives are left open at the place last read: documents come in
/// the order of the file, so that each worker unpacks a member about once and not once a document.
final class OpenArchives: Sendable {
  /// An archive that is open, held by one worker at a time: taken out of the list to be read.
  private final class Cursor: @unchecked Sendable {
    let location: String
    let start: Int
    let descriptor: Descriptor
    let bytes: ArchiveBytes

    init(_ part: FilePart, in location: String) throws(StorageFailure) {
      self.location = location
      start = part.start
      descriptor = try Descriptor.open(location, O_RDONLY | O_NONBLOCK)
      bytes = ArchiveBytes(
        descriptor, isPacked: part.isPacked, from: part.start,
        to: part.stored.map { part.start + $0 } ?? part.status.size)
    }
  }

  static let changed = RecordFault(
    "the archive changed since the run began; run again when it is complete", code: .changed)

  /// More than workers that anyone has; the least advanced goes first.
  private static let most = 64

  private let cursors = Mutex<[Cursor]>([])

  /// The bytes of a record, head and block.
  func record(
    _ part: FilePart, in location: String, limit: Int
  ) throws(RecordFault) -> ArraySlice<UInt8> {
    try Self.check(part.length, limit: limit)
    do throws(StorageFailure) {
      return try read(part, in: location)
    } catch {
      guard error.kind != .damaged else { throw Self.changed }
      throw RecordFault(error.detail ?? error.kind.rawValue, code: .unreadable)
    }
  }

  /// Throws for a record that holds more than a page within the limit.
  static func check(_ length: Int, limit: Int) throws(RecordFault) {
    // A page that is packed or sent in chunks can be somewhat longer than what comes out.
    guard length <= limit + limit / 8 + 2 * WarcHead.longest else {
      throw RecordFault(
        "\(length) bytes, the limit is \(limit); raise max_bytes if it is an article",
        code: .tooLarge)
    }
  }

  private func read(
    _ part: FilePart, in location: String
  ) throws(StorageFailure) -> ArraySlice<UInt8> {
    let cursor = try cursor(at: part, in: location)
    let bytes = cursor.bytes
    let isThere =
      try cursor.descriptor.status() == part.status
      && bytes.skip(part.skip - bytes.position) && bytes.fill(part.length)
    guard isThere else { throw StorageFailure(.damaged, .read, path: location) }
    let record = bytes.ready.prefix(part.length)
    guard try cursor.descriptor.status() == part.status else {
      throw StorageFailure(.damaged, .read, path: location)
    }
    if part.sharesMember {
      bytes.drop(part.length)
      giveBack(cursor)
    }
    return record
  }

  private func cursor(
    at part: FilePart, in location: String
  ) throws(StorageFailure) -> Cursor {
    if let open = take(part, in: location) { return open }
    return try Cursor(part, in: location)
  }

  /// The open archive that is nearest before the record.
  private func take(_ part: FilePart, in location: String) -> Cursor? {
    guard part.sharesMember else { return nil }
    return cursors.withLock { cursors in
      let nearest = cursors.indices
        .filter {
          cursors[$0].start == part.start && cursors[$0].bytes.position <= part.skip
            && cursors[$0].location == location
        }
        .max { cursors[$0].bytes.position < cursors[$1].bytes.position }
      return nearest.map { cursors.remove(at: $0) }
    }
  }

  private func giveBack(_ cursor: Cursor) {
    cursors.withLock { cursors in
      cursors.append(cursor)
      guard cursors.count > Self.most else { return }
      let least = cursors.indices.min { cursors[$0].bytes.position < cursors[$1].bytes.position }
      if let least { cursors.remove(at: least) }
    }
  }
}
