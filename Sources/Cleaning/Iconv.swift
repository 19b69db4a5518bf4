import Glibc

/// The C library's converter, wrapped so that a bad byte costs one U+FFFD and not the text.
enum Iconv {
  /// The bytes in UTF-8 and how many were replaced; nil where the encoding is not known.
  static func utf8(_ bytes: ArraySlice<UInt8>, from encoding: String) -> ([UInt8], Int)? {
    // HKSCS is a superset of Big5; the plain table lacks characters that newspapers print.
    let name = encoding == "big5" ? "BIG5-HKSCS" : encoding
    guard let converter = iconv_open("UTF-8", name), converter != failed else { return nil }
    defer { iconv_close(converter) }
    var input = Array(bytes)
    var output = [UInt8](repeating: 0, count: 64 * 1024)
    var result: [UInt8] = []
    result.reserveCapacity(input.count * 3 / 2)
    var faults = 0
    input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        faults = convert(converter, source, target, into: &result, step: step(of: encoding))
      }
    }
    return (result, faults)
  }

  private static var failed: iconv_t? { iconv_t(bitPattern: -1) }

  private static func step(of encoding: String) -> Int { encoding.hasPrefix("utf-16") ? 2 : 1 }

  private static func convert(
    _ converter: iconv_t, _ source: UnsafeMutableRawBufferPointer,
    _ target: UnsafeMutableRawBufferPointer, into result: inout [UInt8], step: Int
  ) -> Int {
    guard let start = source.baseAddress, let room = target.baseAddress else { return 0 }
    var next: UnsafeMutablePointer<CChar>? = start.assumingMemoryBound(to: CChar.self)
    var left = source.count
    var faults = 0
    while left > 0 {
      var out: UnsafeMutablePointer<CChar>? = room.assumingMemoryBound(to: CChar.self)
      var free = target.count
      let outcome = iconv(converter, &next, &left, &out, &free)
      let code = errno
      result.append(contentsOf: UnsafeRawBufferPointer(start: room, count: target.count - free))
      if outcome != Int(bitPattern: UInt.max) { continue }
      if code == E2BIG { continue }
      faults += 1
      result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      let skip = code == EINVAL ? left : min(step, left)
      next = next.map { $0 + skip }
      left -= skip
    }
    return faults
  }
}
