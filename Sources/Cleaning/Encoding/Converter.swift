import Glibc

/// From and to other encodings, by glibc's iconv.
enum Converter {
  /// The bytes as UTF-8; each byte that fits nowhere becomes U+FFFD and is counted.
  static func utf8(_ bytes: [UInt8], from encoding: Encoding) -> (text: [UInt8], replaced: Int) {
    if encoding == .gb18030, let text = DoubleByteTable.gb18030.utf8(bytes) { return (text, 0) }
    return converted(bytes, from: encoding)
  }

  /// The same by iconv alone.
  static func converted(
    _ bytes: [UInt8], from encoding: Encoding
  ) -> (text: [UInt8], replaced: Int) {
    let converter = iconv_open("UTF-8", encoding.converterName)
    guard converter != iconv_t(bitPattern: -1) else { return UTF8Check.repaired(bytes) }
    defer { iconv_close(converter) }
    var text = [UInt8]()
    var replaced = 0
    bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { return }
      var input: UnsafeMutablePointer<CChar>? =
        UnsafeMutablePointer(mutating: base.assumingMemoryBound(to: CChar.self))
      var left = raw.count
      text.reserveCapacity(left * 3 / 2)
      withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
        while left > 0 {
          var output = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = buffer.count
          let result = iconv(converter, &input, &left, &output, &room)
          let code = errno
          text.append(contentsOf: buffer[..<(buffer.count - room)])
          guard result == -1, code != E2BIG else { continue }
          // A bad byte, or a character cut off by the end of the file.
          let step = min(left, encoding.unit)
          input = input.map { $0 + step }
          left -= step
          text += [0xEF, 0xBF, 0xBD]
          replaced += 1
        }
      }
    }
    return (text, replaced)
  }

  /// UTF-8 in another encoding; nil where a character has no place in it.
  static func bytes(of text: [UInt8], in name: String) -> [UInt8]? {
    let converter = iconv_open(name, "UTF-8")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var source = text.map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: text.count + 16)
    var left = source.count
    var room = target.count
    let failed = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var input = source.baseAddress
        var output = target.baseAddress
        return iconv(converter, &input, &left, &output, &room) != 0
      }
    }
    return failed ? nil : target.prefix(target.count - room).map { UInt8(bitPattern: $0) }
  }
}
