import CZlib

/// The members of a ZIP file in the order in which they lie, unpacked: their bytes are held against the
/// sizes and checksums that were written before them. Stops where the list of the members begins.
///
/// For files that we have written ourselves; of others it tells what it does not read.
package final class ZipReader {
  private let source: ByteReader
  private var buffer: ArraySlice<UInt8> = []

  package init(_ path: String) throws(StorageFailure) {
    source = try ByteReader(path, gunzip: false)
  }

  /// Calls `body` with the name of the member and its content, piece by piece; false after the last.
  package func next(
    _ body: (String, ArraySlice<UInt8>) throws(StorageFailure) -> Void
  ) throws(StorageFailure) -> Bool {
    let signature = number(try take(4))
    if signature == Self.list { return false }
    guard signature == Self.member else { throw damage("no member begins where one should") }
    let header = [UInt8](try take(26))
    guard number(header[2..<4]) & 0x8 == 0, number(header[4..<6]) == Z_DEFLATED else {
      throw damage("a member is packed in a way that is not read here")
    }
    let name = String(decoding: try take(number(header[22..<24])), as: UTF8.self)
    _ = try take(number(header[24..<26]))
    let content = try unpack { piece throws(StorageFailure) in try body(name, piece) }
    guard content.checksum == number(header[10..<14]), content.bytes == number(header[18..<22])
    else {
      throw damage("\(name) does not hold what its header says")
    }
    return true
  }

  private static let member = 0x0403_4B50
  private static let list = 0x0201_4B50

  private func unpack(
    _ body: (ArraySlice<UInt8>) throws(StorageFailure) -> Void
  ) throws(StorageFailure) -> (bytes: Int, checksum: Int) {
    let inflater = RawInflater()
    var bytes = 0
    var checksum = crc32(0, nil, 0)
    while !inflater.isAtEnd {
      try fill(1)
      guard let (piece, taken) = inflater.inflate(buffer) else {
        throw damage("a member cannot be unpacked")
      }
      buffer = buffer.dropFirst(taken)
      bytes += piece.count
      checksum = piece.withUnsafeBufferPointer {
        crc32(checksum, $0.baseAddress, UInt32($0.count))
      }
      if !piece.isEmpty { try body(piece) }
    }
    return (bytes, Int(checksum))
  }

  /// Lowest byte first.
  private func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private func take(_ count: Int) throws(StorageFailure) -> ArraySlice<UInt8> {
    try fill(count)
    defer { buffer = buffer.dropFirst(count) }
    return buffer.prefix(count)
  }

  private func fill(_ count: Int) throws(StorageFailure) {
    while buffer.count < count {
      guard let piece = try source.next() else { throw damage("the file is cut off") }
      buffer = buffer.isEmpty ? piece[...] : ArraySlice(Array(buffer) + piece)
    }
  }

  private func damage(_ detail: String) -> StorageFailure {
    StorageFailure(.damaged, .read, path: source.path, detail: detail)
  }
}

/// zlib for deflated bytes without a header.
private final class RawInflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private var scratch = [UInt8](repeating: 0, count: 256 << 10)
  private(set) var isAtEnd = false
  private let hasBegun: Bool

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Below zero: no header; 15: the largest window.
    hasBegun = dibao_inflate_init(stream, -15) == Z_OK
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// What comes out of some of the bytes, and how many they were; nil for bytes that are not deflated.
  func inflate(_ bytes: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, taken: Int)? {
    guard hasBegun else { return nil }
    let (code, taken, given) = bytes.withUnsafeBufferPointer { input in
      scratch.withUnsafeMutableBufferPointer { output in
        // zlib reads these bytes only.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        let code = CZlib.inflate(stream, Z_NO_FLUSH)
        return (
          code, input.count - Int(stream.pointee.avail_in),
          output.count - Int(stream.pointee.avail_out)
        )
      }
    }
    guard code == Z_OK || code == Z_STREAM_END, taken + given > 0 else { return nil }
    isAtEnd = code == Z_STREAM_END
    return (scratch[..<given], taken)
  }
}
