/// How mail writes bytes that it cannot carry. What does not keep to the rules stands as it is.
enum TransferEncoding {
  /// `=E6=B2=B3` is three bytes, `=` at the end of a line joins it to the next.
  static func quotedPrintable(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      guard byte == UInt8(ascii: "=") else {
        bytes.append(byte)
        continue
      }
      let next = text[index...].prefix(2)
      if next.count == 2, let high = digit(next.first), let low = digit(next.last) {
        bytes.append(high << 4 | low)
        index += 2
      } else if let end = lineEnd(text, from: index) {
        index = end
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// Behind the line that ends here, with nothing but space before its end.
  private static func lineEnd(_ text: ArraySlice<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < text.endIndex, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    guard index < text.endIndex else { return index }
    if text[index] == 0x0D { index += 1 }
    guard index < text.endIndex else { return index }
    if text[index] == 0x0A { return index + 1 }
    return text[index - 1] == 0x0D ? index : nil
  }

  static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      guard let value = value(byte) else {
        if byte == UInt8(ascii: "=") { (bits, count) = (0, 0) }
        continue
      }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  private static func digit(_ byte: UInt8?) -> UInt8? {
    switch byte {
    case .some(let byte) where byte >= 0x30 && byte <= 0x39: byte - 0x30
    case .some(let byte) where byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66: (byte | 0x20) - 0x57
    default: nil
    }
  }
}
