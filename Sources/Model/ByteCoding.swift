/// Appends numbers of seven bits a byte and strings behind their length.
package struct ByteEncoder {
  package var bytes: [UInt8]

  package init(bytes: [UInt8] = []) { self.bytes = bytes }

  package mutating func put(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func put(_ number: Int) { put(UInt64(bitPattern: Int64(number))) }

  package mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func put(_ text: String?) {
    put(text == nil ? 0 : 1)
    if let text { put(text) }
  }

  package mutating func put(_ list: [String]) {
    put(list.count)
    for text in list { put(text) }
  }

  /// Numbers of a fixed width behind their count, as they lie in memory: lowest byte first on every
  /// machine that the program is built for.
  package mutating func put(fixed numbers: [some BitwiseCopyable]) {
    put(numbers.count)
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}

/// Reads what `ByteEncoder` wrote; every call is nil once the bytes do not fit.
package struct ByteDecoder {
  let bytes: [UInt8]
  private var place = 0

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package var isAtEnd: Bool { place == bytes.count }

  package mutating func number() -> UInt64? {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }

  package mutating func integer() -> Int? { number().map { Int(Int64(bitPattern: $0)) } }

  /// A number of things that are still to come: no more than there are bytes.
  package mutating func count() -> Int? {
    guard let count = integer(), count >= 0, count <= bytes.count - place else { return nil }
    return count
  }

  package mutating func text() -> String? {
    guard let count = count() else { return nil }
    defer { place += count }
    return String(validating: bytes[place..<place + count], as: UTF8.self)
  }

  /// Nil for damage; the inner nil is a nil that was written.
  package mutating func optional() -> String?? {
    switch number() {
    case 0: .some(nil)
    case 1: text().map { .some($0) }
    default: nil
    }
  }

  /// Things behind their count.
  package mutating func all<Thing>(_ read: (inout ByteDecoder) -> Thing?) -> [Thing]? {
    guard let count = count() else { return nil }
    var things: [Thing] = []
    for _ in 0..<count {
      guard let thing = read(&self) else { return nil }
      things.append(thing)
    }
    return things
  }

  package mutating func list() -> [String]? {
    guard let count = count() else { return nil }
    var list: [String] = []
    for _ in 0..<count {
      guard let text = text() else { return nil }
      list.append(text)
    }
    return list
  }

  /// What `put(fixed:)` wrote of bytes.
  package mutating func byteList() -> [UInt8]? {
    guard let count = count() else { return nil }
    defer { place += count }
    return Array(bytes[place..<place + count])
  }

  /// What `put(fixed:)` wrote.
  package mutating func fixed<Number: BitwiseCopyable>() -> [Number]? {
    let size = MemoryLayout<Number>.stride
    guard let count = integer(), count >= 0, count <= (bytes.count - place) / size else {
      return nil
    }
    defer { place += count * size }
    return bytes.withUnsafeBytes { all in
      [Number](unsafeUninitializedCapacity: count) { numbers, filled in
        UnsafeMutableRawBufferPointer(numbers).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: all[place..<place + count * size]))
        filled = count
      }
    }
  }
}
