import Glibc

/// Writes test texts in old encodings.
enum TestConverter {
  static func bytes(of text: String, in encoding: String) -> [UInt8]? {
    let converter = iconv_open(encoding, "UTF-8")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var source = text.utf8.map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: source.count * 2 + 16)
    var room = target.count
    var left = source.count
    let failed = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var input = source.baseAddress
        var output = target.baseAddress
        return iconv(converter, &input, &left, &output, &room) == -1
      }
    }
    return failed ? nil : target.prefix(target.count - room).map { UInt8(bitPattern: $0) }
  }
}
