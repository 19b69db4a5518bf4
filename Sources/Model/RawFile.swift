/// A file as it was found: its bytes, unzipped, and what is known of it from outside.
package struct RawFile: Sendable {
  /// The path as it stands in the tables: relative to the input, with `/`, valid UTF-8.
  package var path: String
  /// The content, after gunzip.
  package var bytes: [UInt8]
  /// The size on disk, before gunzip.
  package var size: Int
  /// SHA-256 of `bytes` in lower-case hexadecimal.
  package var sha256: String
  package var hints: InputHints

  package init(path: String, bytes: [UInt8], size: Int, sha256: String, hints: InputHints) {
    self.path = path
    self.bytes = bytes
    self.size = size
    self.sha256 = sha256
    self.hints = hints
  }
}

/// What the pipeline file says about the documents of one input.
package struct InputHints: Hashable, Sendable {
  /// The publisher of documents that do not name one.
  package var publisher: String?
  /// The encoding of all documents (an IANA name), where detection must not decide.
  package var encoding: String?

  package init(publisher: String? = nil, encoding: String? = nil) {
    self.publisher = publisher
    self.encoding = encoding
  }
}
