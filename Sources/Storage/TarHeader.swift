/// One header of a tar archive.
struct TarHeader {
  private(set) var name: [UInt8]
  private(set) var size: Int
  let mode: Int
  let modified: Int
  let type: Unicode.Scalar

  /// Eleven octal digits.
  private static let largestNumber = 0o777_7777_7777

  init(name: String, size: Int, mode: Int, modified: Int, type: Unicode.Scalar) {
    self.name = Array(name.utf8)
    self.size = size
    self.mode = mode
    self.modified = modified
    self.type = type
  }

  /// What the plain header cannot say, as pax records; nil where it says all.
  func paxRecords() -> [UInt8]? {
    var records: [UInt8] = []
    if fields(of: name) == nil { records += Self.record("path", name) }
    if size > Self.largestNumber { records += Self.record("size", Array(String(size).utf8)) }
    return records.isEmpty ? nil : records
  }

  /// Leaves only what the plain header can say; readers take the rest from the pax records.
  mutating func makePlain() {
    if fields(of: name) == nil { name = name.map { $0 < 0x80 ? $0 : 0x5F }.suffix(100) }
    size = min(size, Self.largestNumber)
  }

  /// `27 path=…` and a newline; the number counts itself.
  private static func record(_ key: String, _ value: [UInt8]) -> [UInt8] {
    let rest = Array(" \(key)=".utf8) + value + [0x0A]
    var length = rest.count + 1
    while String(length).utf8.count + rest.count != length {
      length = String(length).utf8.count + rest.count
    }
    return Array(String(length).utf8) + rest
  }

  /// The name in ustar's two fields of 100 and 155 bytes, parted at a `/`; nil if it does not fit
  /// or is not ASCII.
  private func fields(of name: [UInt8]) -> (name: ArraySlice<UInt8>, prefix: ArraySlice<UInt8>)? {
    guard name.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
    if name.count <= 100 { return (name[...], []) }
    let cuts = name.indices.dropLast().filter { name[$0] == 0x2F && $0 <= 155 && $0 > 0 }
    guard let cut = cuts.last(where: { name.count - $0 - 1 <= 100 }) else { return nil }
    return (name[(cut + 1)...], name[..<cut])
  }

  /// The 512 bytes.
  var block: [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ bytes: some Collection<UInt8>, at offset: Int) {
      for (index, byte) in bytes.enumerated() { block[offset + index] = byte }
    }
    let fields = fields(of: name) ?? (name.suffix(100), [])
    put(fields.name, at: 0)
    put(Self.octal(mode, 7), at: 100)
    put(Self.octal(0, 7), at: 108)  // user
    put(Self.octal(0, 7), at: 116)  // group
    put(Self.octal(size, 11), at: 124)
    put(Self.octal(min(modified, Self.largestNumber), 11), at: 136)
    put(Array("        ".utf8), at: 148)
    put([UInt8(ascii: type)], at: 156)
    put(Array("ustar\0".utf8) + Array("00".utf8), at: 257)
    put(Self.octal(0, 7), at: 329)  // device
    put(Self.octal(0, 7), at: 337)
    put(fields.prefix, at: 345)
    // The sum is taken with spaces in its own place.
    put(Self.octal(block.reduce(0) { $0 + Int($1) }, 6) + [0, 0x20], at: 148)
    return block
  }

  private static func octal(_ number: Int, _ digits: Int) -> [UInt8] {
    let text = Array(String(number, radix: 8).utf8)
    return [UInt8](repeating: 0x30, count: max(0, digits - text.count)) + text
  }
}
