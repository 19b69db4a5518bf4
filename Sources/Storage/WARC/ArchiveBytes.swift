/// The content of a stored archive in order, unpacked on the way; a piece is held, never all.
///
/// What goes wrong ends the content early and stands in `trouble`.
final class ArchiveBytes {
  enum Trouble: Equatable {
    case disk(StorageFailure)
    case gzip(GzipDamage)
    /// It unpacks to hundreds of times its size.
    case bomb
  }

  /// Where the stored bytes are.
  private enum Source {
    case file(Descriptor)
    case memory([UInt8])

    func read(
      _ count: Int, at offset: Int, onto bytes: inout [UInt8]
    ) throws(StorageFailure) -> Int {
      switch self {
      case .file(let descriptor): return try descriptor.read(count, at: offset, onto: &bytes)
      case .memory(let stored):
        let piece = stored.dropFirst(offset).prefix(count)
        bytes += piece
        return piece.count
      }
    }
  }

  private let source: Source
  private let gzip: GzipReader?
  private let base: Int
  private let end: Int
  private var offset: Int
  private var buffer: [UInt8] = []
  private var index = 0
  private var isAtEnd = false
  private var members: [MemberStart] = []
  private(set) var trouble: Trouble?
  /// How much of the content was passed.
  private(set) var position = 0

  private static let pieceSize = 256 << 10
  // A thousandfold at most: so a piece stays below 32 MiB of content.
  private static let packedPieceSize = 32 << 10
  /// Content from which on the ratio is looked at, and the ratio: pages reach 20.
  private static let bomb = (size: 1 << 30, ratio: 200)

  /// Reads the bytes of the file from `base` to `end`.
  init(_ descriptor: Descriptor, isPacked: Bool, from base: Int = 0, to end: Int) {
    source = .file(descriptor)
    self.end = end
    self.base = base
    offset = base
    gzip = isPacked ? GzipReader(notesStarts: true) : nil
  }

  /// Reads bytes that were stored.
  init(_ stored: [UInt8], isPacked: Bool) {
    source = .memory(stored)
    end = stored.count
    base = 0
    offset = 0
    gzip = isPacked ? GzipReader(notesStarts: true) : nil
  }

  var isPacked: Bool { gzip != nil }

  /// The content that lies ready from `position` on.
  var ready: ArraySlice<UInt8> { buffer[index...] }

  /// How much of the file was unpacked or read.
  var stored: Int { gzip.map { base + $0.consumed } ?? base + position }

  /// Makes `count` bytes ready; false where the content ends before, with what there is.
  func fill(_ count: Int) -> Bool {
    while buffer.count - index < count, !isAtEnd {
      buffer.removeFirst(index)
      index = 0
      readPiece()
    }
    return buffer.count - index >= count
  }

  /// Passes bytes that lie ready.
  func drop(_ count: Int) {
    index += count
    position += count
  }

  /// Passes `count` bytes; false where the content ends before.
  func skip(_ count: Int) -> Bool {
    var left = count
    while left > 0 {
      if gzip == nil, ready.isEmpty { return seek(left) }
      guard fill(1) else { return false }
      let step = min(left, ready.count)
      drop(step)
      left -= step
    }
    return true
  }

  private func seek(_ count: Int) -> Bool {
    guard count <= end - offset else { return false }
    offset += count
    position += count
    return true
  }

  private func readPiece() {
    do throws(StorageFailure) {
      if let gzip {
        try unpackPiece(gzip)
      } else {
        let wanted = min(Self.pieceSize, end - offset)
        let count = try source.read(wanted, at: offset, onto: &buffer)
        offset += count
        isAtEnd = count == 0
      }
    } catch {
      end(with: .disk(error))
    }
  }

  private func unpackPiece(_ gzip: GzipReader) throws(StorageFailure) {
    var piece: [UInt8] = []
    let wanted = min(Self.packedPieceSize, end - offset)
    let count = try source.read(wanted, at: offset, onto: &piece)
    offset += count
    isAtEnd = count == 0
    do throws(GzipDamage) {
      try gzip.read(piece[...], onto: &buffer)
      if isAtEnd { try gzip.finish() }
    } catch {
      end(with: .gzip(error))
    }
    members += gzip.takeStarts().map {
      MemberStart(stored: base + $0.stored, content: $0.content)
    }
    if gzip.produced > Self.bomb.size, gzip.produced / Self.bomb.ratio > gzip.consumed {
      end(with: .bomb)
    }
  }

  private func end(with trouble: Trouble) {
    self.trouble = trouble
    isAtEnd = true
  }
}

/// Members, which tell where reading can begin again.
extension ArchiveBytes {
  /// The member in which the byte at `position` lies; earlier ones are forgotten.
  func member() -> MemberStart? {
    guard let last = members.lastIndex(where: { $0.content <= position }) else { return nil }
    members.removeFirst(last)
    return members.first
  }

  /// How far it is to the next member, where that is known already.
  var nextMember: Int? {
    members.first { $0.content > position }.map { $0.content - position }
  }

  func isMemberStart() -> Bool { member()?.content == position }

  /// Passes everything up to the first member that begins after `start` and is not passed yet.
  func skipToMember(after start: Int) -> Bool {
    guard isPacked else { return false }
    while true {
      if let next = members.first(where: { $0.content > start && $0.content >= position }) {
        let step = next.content - position
        guard fill(step + 1) else { return false }
        drop(step)
        return true
      }
      drop(ready.count)
      guard fill(1) else { return false }
    }
  }
}
