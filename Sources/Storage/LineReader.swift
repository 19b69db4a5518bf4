/// The lines of a file, one after another; a name in `.gz` is unpacked on the way.
///
/// A line ends at the byte 0A and nowhere else: CR, U+2028 and U+0085 are content.
package final class LineReader {
  package struct Line {
    /// From 1.
    package let number: Int
    /// Without the 0A.
    package let bytes: ArraySlice<UInt8>
    /// False where the file ends without a 0A.
    package let isEnded: Bool
  }

  package static let longestLine = 64 << 20

  private let reader: ByteReader
  private let longest: Int
  private var piece: ArraySlice<UInt8> = []
  /// Lines given so far.
  package private(set) var count = 0

  package convenience init(_ path: String) throws(StorageFailure) {
    try self.init(path, longest: Self.longestLine)
  }

  package init(_ path: String, longest: Int) throws(StorageFailure) {
    reader = try ByteReader(path, gunzip: path.utf8.suffix(3).elementsEqual(".gz".utf8))
    self.longest = longest
  }

  /// The next line; nil at the end. A line longer than `longestLine` is `damaged`.
  package func next() throws(StorageFailure) -> Line? {
    var begun: [UInt8] = []
    while true {
      if let end = piece.firstIndex(of: 0x0A) {
        let rest = piece[..<end]
        piece = piece[(end + 1)...]
        return try line(begun, rest, isEnded: true)
      }
      begun += piece
      guard begun.count <= longest else { throw tooLong() }
      guard let more = try reader.next() else { break }
      piece = more[...]
    }
    piece = []
    return begun.isEmpty ? nil : try line(begun, [], isEnded: false)
  }

  private func line(
    _ begun: [UInt8], _ rest: ArraySlice<UInt8>, isEnded: Bool
  ) throws(StorageFailure) -> Line {
    guard begun.count + rest.count <= longest else { throw tooLong() }
    count += 1
    let bytes = begun.isEmpty ? rest : (begun + rest)[...]
    return Line(number: count, bytes: bytes, isEnded: isEnded)
  }

  private func tooLong() -> StorageFailure {
    StorageFailure(
      .damaged, .read, path: reader.path,
      detail: "line \(count + 1) is longer than \(longest) bytes")
  }
}
