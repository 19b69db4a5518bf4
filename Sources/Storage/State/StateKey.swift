import Crypto

/// What a kept value is found by: the SHA-256 of all that it depends on.
package struct StateKey: Hashable, Sendable {
  let bytes: [UInt8]

  package init(of bytes: [UInt8]) {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    self.bytes = Array(hash.finalize())
  }

  /// One that was written down.
  init(stored bytes: [UInt8]) { self.bytes = bytes }

  /// The key of `parts`, none of which can run into the next.
  package init(of parts: [String?]) {
    var whole: [UInt8] = []
    for part in parts {
      guard let part else {
        whole.append(0)
        continue
      }
      whole.append(1)
      withUnsafeBytes(of: UInt64(part.utf8.count).littleEndian) { whole += $0 }
      whole += part.utf8
    }
    self.init(of: whole)
  }

  /// In lower-case hexadecimal.
  package var text: String { ContentCounter.hexadecimal(bytes) }
}
