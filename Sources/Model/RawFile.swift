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
  /// Nil for a file of its own.
  package var capture: Capture?

  package init(
    path: String, bytes: [UInt8], size: Int, sha256: String, hints: InputHints,
    capture: Capture? = nil
  ) {
    self.path = path
    self.bytes = bytes
    self.size = size
    self.sha256 = sha256
    self.hints = hints
    self.capture = capture
  }
}

/// What a web archive says of a page that was taken out of it.
package struct Capture: Hashable, Sendable {
  /// Where the page was fetched.
  package var address: String?
  /// The encoding that the server named.
  package var charset: String?
  /// Small letters, without parameters: `text/html`.
  package var mediaType: String?
  /// The crawler stopped before the end of the page.
  package var isCut: Bool

  package init(
    address: String? = nil, charset: String? = nil, mediaType: String? = nil, isCut: Bool = false
  ) {
    self.address = address
    self.charset = charset
    self.mediaType = mediaType
    self.isCut = isCut
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
