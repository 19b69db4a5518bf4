import Crypto

/// How many bytes there are, and what they are: their SHA-256 in lower-case hexadecimal.
package struct Content: Hashable, Sendable {
  package let bytes: Int
  package let sha256: String

  package init(bytes: Int, sha256: String) {
    self.bytes = bytes
    self.sha256 = sha256
  }

  package init(of bytes: [UInt8]) {
    var counter = ContentCounter()
    counter.add(bytes)
    self = counter.content
  }

  /// The SHA-1 of bytes in lower-case hexadecimal: for ids that other programs make of it, and never
  /// to tell whether bytes are whole.
  package static func sha1(of bytes: [UInt8]) -> String {
    ContentCounter.hexadecimal(Insecure.SHA1.hash(data: bytes))
  }
}

/// Counts and hashes bytes as they pass.
package struct ContentCounter {
  private(set) var bytes = 0
  private var hash = SHA256()

  package init() {}

  package mutating func add(_ piece: [UInt8]) {
    bytes += piece.count
    piece.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  package var content: Content {
    Content(bytes: bytes, sha256: Self.hexadecimal(hash.finalize()))
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
