/// Bytes as text (RFC 4648, the standard letters, padded), for JSON that carries bytes.
package enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// By byte: what the letter stands for; 0xFF where it is none.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  package static func text(of bytes: [UInt8]) -> String {
    let text = [UInt8](unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { buffer, count in
      var place = 0
      while place < bytes.count {
        let left = bytes.count - place
        let second = left > 1 ? bytes[place + 1] : 0
        let third = left > 2 ? bytes[place + 2] : 0
        let group = UInt32(bytes[place]) << 16 | UInt32(second) << 8 | UInt32(third)
        for sixth in 0..<4 {
          let letter = letters[Int(group >> (18 - 6 * UInt32(sixth)) & 63)]
          buffer[count + sixth] = sixth <= left ? letter : UInt8(ascii: "=")
        }
        place += 3
        count += 4
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil for what `text(of:)` gives for no bytes: other letters, line breaks, missing padding, and
  /// bits behind the last byte.
  package static func bytes(in text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { letters in
      guard letters.count % 4 == 0 else { return nil }
      let padding = letters.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
      return decoded(letters, count: letters.count / 4 * 3 - padding)
    }
  }

  private static func decoded(_ text: UnsafeBufferPointer<UInt8>, count: Int) -> [UInt8]? {
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var group: UInt32 = 0
      var bits: UInt32 = 0
      for letter in text.prefix((count * 8 + 5) / 6) {
        let value = values[Int(letter)]
        if value == 0xFF { isWhole = false }
        group = group << 6 | UInt32(value & 63)
        bits += 6
        guard bits >= 8 else { continue }
        bits -= 8
        buffer[filled] = UInt8(truncatingIfNeeded: group >> bits)
        filled += 1
      }
      if group & (1 << bits - 1) != 0 { isWhole = false }
    }
    return isWhole && bytes.count == count ? bytes : nil
  }
}
