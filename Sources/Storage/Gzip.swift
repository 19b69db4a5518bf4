import CZlib

/// Packs bytes in memory, as `GzipWriter` does in a file: the same bytes give the same.
package enum Gzip {
  package static func packed(_ bytes: [UInt8]) throws(StorageFailure) -> [UInt8] {
    // zlib keeps the addresses of both.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let header = UnsafeMutablePointer<gz_header>.allocate(capacity: 1)
    header.initialize(to: gz_header())
    header.pointee.os = 255
    defer {
      stream.deallocate()
      header.deallocate()
    }
    let code = dibao_deflate_init(stream, Int32(GzipWriter.standardLevel), 15 + 16)
    guard code == Z_OK else {
      throw StorageFailure(.io, .write, path: "memory", detail: "zlib does not start (\(code))")
    }
    defer { deflateEnd(stream) }
    deflateSetHeader(stream, header)
    return packed(bytes, stream)
  }

  private static func packed(
    _ bytes: [UInt8], _ stream: UnsafeMutablePointer<z_stream>
  ) -> [UInt8] {
    let room = Int(deflateBound(stream, UInt(bytes.count)))
    return [UInt8](unsafeUninitializedCapacity: room) { output, count in
      bytes.withUnsafeBufferPointer { input in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(room)
        deflate(stream, Z_FINISH)
        count = room - Int(stream.pointee.avail_out)
      }
    }
  }
}
