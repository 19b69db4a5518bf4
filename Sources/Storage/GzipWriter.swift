import CZlib

/// Packs what is written into a file, as one gzip member that depends on the content alone: no
/// time, no name, no system, and no trace of how the content was cut into pieces.
///
/// The bytes are the same for the same version of zlib and the same level.
package final class GzipWriter: ByteSink {
  private let file: OutputFile
  private let stream: UnsafeMutablePointer<z_stream>
  private let header: UnsafeMutablePointer<gz_header>
  private var waiting: [UInt8] = []
  private var plain = ContentCounter()
  private var failure: StorageFailure?

  package static let standardLevel = 6
  /// What zlib calls itself, for the manifest: equal bytes hold for equal versions only.
  package static var codec: String { "zlib-" + String(cString: zlibVersion()) }

  // zlib may look at how much input there is: so it always gets this much.
  private static let pieceSize = 64 << 10

  package init(_ file: OutputFile, level: Int = standardLevel) {
    self.file = file
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    header = .allocate(capacity: 1)
    header.initialize(to: gz_header())
    header.pointee.os = 255
    let code = dibao_deflate_init(stream, Int32(level), 15 + 16)
    if code == Z_OK {
      deflateSetHeader(stream, header)
    } else {
      failure = StorageFailure(
        .io, .write, path: file.name, detail: "zlib does not start (\(code))")
    }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    header.deallocate()
  }

  package func write(_ bytes: [UInt8]) throws(StorageFailure) {
    if let failure { throw failure }
    plain.add(bytes)
    waiting += bytes
    var start = 0
    while waiting.count - start >= Self.pieceSize {
      try pack(waiting[start..<(start + Self.pieceSize)], Z_NO_FLUSH)
      start += Self.pieceSize
    }
    if start > 0 { waiting.removeFirst(start) }
  }

  package func close() throws(StorageFailure) -> FileEntry {
    if let failure { throw failure }
    try pack(waiting[...], Z_FINISH)
    waiting = []
    failure = StorageFailure(
      .io, .write, path: file.name, detail: "the gzip stream is closed already")
    return try file.close(plain: plain.content)
  }

  private func pack(_ bytes: ArraySlice<UInt8>, _ flush: Int32) throws(StorageFailure) {
    var packed: [UInt8] = []
    bytes.withUnsafeBufferPointer { input in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = UInt32(input.count)
      repeat {
        packed += [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { output, count in
          stream.pointee.next_out = output.baseAddress
          stream.pointee.avail_out = UInt32(output.count)
          deflate(stream, flush)
          count = output.count - Int(stream.pointee.avail_out)
        }
      } while stream.pointee.avail_out == 0
    }
    try file.write(packed)
  }
}
