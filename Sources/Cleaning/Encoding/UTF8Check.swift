/// Validity of UTF-8.
enum UTF8Check {
  static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var index = WideBytes.firstWide(buffer, from: 0)
      while index < buffer.count {
        let next = scalarEnd(buffer, index)
        if next == index { return false }
        index = next
        if index < buffer.count, buffer[index] < 0x80 {
          index = WideBytes.firstWide(buffer, from: index)
        }
      }
      return true
    }
  }

  /// The share of the wide characters that are broken, among the first 50,000.
  static func damage(_ bytes: [UInt8]) -> Double {
    var broken = 0
    var whole = 0
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count, broken + whole < 50_000 {
        let next = scalarEnd(buffer, index)
        if next == index {
          broken += 1
          index += 1
        } else {
          if next - index > 1 { whole += 1 }
          index = next - index > 1 ? next : WideBytes.firstWide(buffer, from: next)
        }
      }
    }
    return broken == 0 ? 0 : Double(broken) / Double(broken + whole)
  }

  /// Valid UTF-8 with U+FFFD for each bad byte.
  static func repaired(_ bytes: [UInt8]) -> (text: [UInt8], replaced: Int) {
    if isValid(bytes[...]) { return (bytes, 0) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var replaced = 0
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let next = scalarEnd(buffer, index)
        if next == index {
          text += [0xEF, 0xBF, 0xBD]
          replaced += 1
          index += 1
        } else {
          text.append(contentsOf: buffer[index..<next])
          index = next
        }
      }
    }
    return (text, replaced)
  }

  /// Where the scalar at `index` ends; `index` itself where none is well-formed.
  @inline(__always)
  static func scalarEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return index + 1 }
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, index + width <= bytes.count else { return index }
    let second = bytes[index + 1]
    switch lead {
    case 0xE0 where second < 0xA0: return index
    case 0xED where second > 0x9F: return index
    case 0xF0 where second < 0x90: return index
    case 0xF4 where second > 0x8F: return index
    default: break
    }
    for offset in 1..<width where bytes[index + offset] & 0xC0 != 0x80 { return index }
    return index + width
  }
}
