import Glibc

/// The bytes of a file from beginning to end, piece by piece, unpacked on the way if asked.
package final class ByteReader {
  package let path: String
  private let descriptor: Descriptor
  private let gzip: GzipReader?
  private var isAtEnd = false

  private static let pieceSize = 256 << 10
  // A thousandfold at most: so a piece of gzip stays below 32 MiB of content.
  private static let gzipPieceSize = 32 << 10

  package init(_ path: String, gunzip: Bool) throws(StorageFailure) {
    self.path = path
    descriptor = try Descriptor.open(path, O_RDONLY)
    guard try descriptor.status().kind != .folder else {
      throw StorageFailure(.read, path: path, errno: EISDIR)
    }
    gzip = gunzip ? GzipReader() : nil
  }

  /// The next bytes, never none; nil at the end.
  package func next() throws(StorageFailure) -> [UInt8]? {
    while !isAtEnd {
      let piece = try nextPiece()
      if !piece.isEmpty { return piece }
    }
    return nil
  }

  private func nextPiece() throws(StorageFailure) -> [UInt8] {
    var piece: [UInt8] = []
    let size = gzip == nil ? Self.pieceSize : Self.gzipPieceSize
    isAtEnd = try descriptor.read(size, onto: &piece) == 0
    guard let gzip else { return piece }
    do {
      var content: [UInt8] = []
      try gzip.read(piece[...], onto: &content)
      if isAtEnd { try gzip.finish() }
      return content
    } catch {
      throw StorageFailure(.damaged, .gunzip, path: path, detail: error.words)
    }
  }
}
