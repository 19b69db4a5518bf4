import Glibc

/// The lines of standard input, as a worker takes them: whatever stands in a line is that line's
/// affair, and the next one begins behind the byte 0A and nowhere else.
package final class StandardInput {
  package struct Line {
    /// Without the 0A; empty where the line is too long.
    package let bytes: [UInt8]
    /// The line was longer than this reader takes, and passed over.
    package let isTooLong: Bool
  }

  private let descriptor: Descriptor
  private let longest: Int
  private var piece: [UInt8] = []
  /// Where the next line begins in the piece.
  private var start = 0
  private var isAtEnd = false

  private static let pieceSize = 256 << 10

  /// `longest` is in bytes.
  package convenience init(longest: Int) {
    self.init(descriptor: STDIN_FILENO, longest: longest)
  }

  init(descriptor: Int32, longest: Int) {
    self.descriptor = Descriptor(adopting: descriptor, path: "standard input")
    self.longest = longest
  }

  /// The next line; nil at the end. A last line need not be ended by 0A.
  package func next() throws(StorageFailure) -> Line? {
    var begun: [UInt8] = []
    var isTooLong = false
    while true {
      let end = piece.withUnsafeBufferPointer { $0[start...].firstIndex(of: 0x0A) }
      if !isTooLong { begun += piece[start..<(end ?? piece.count)] }
      if begun.count > longest { (begun, isTooLong) = ([], true) }
      start = end.map { $0 + 1 } ?? piece.count
      if end != nil { return Line(bytes: begun, isTooLong: isTooLong) }
      guard try readPiece() else {
        return begun.isEmpty && !isTooLong ? nil : Line(bytes: begun, isTooLong: isTooLong)
      }
    }
  }

  /// False at the end of the input.
  private func readPiece() throws(StorageFailure) -> Bool {
    guard !isAtEnd else { return false }
    piece.removeAll(keepingCapacity: true)
    start = 0
    isAtEnd = try descriptor.read(Self.pieceSize, onto: &piece) == 0
    return !isAtEnd
  }
}
