/// Where bytes go, one after another, until it is closed: a file, or a file through gzip.
package protocol ByteSink: AnyObject {
  /// After a failure, every further call fails in the same way.
  func write(_ bytes: [UInt8]) throws(StorageFailure)
  /// Makes durable what was written. Nothing can be written afterwards.
  func close() throws(StorageFailure) -> FileEntry
}

/// A finished file of an output folder.
package struct FileEntry: Hashable, Sendable {
  /// Relative to the folder, with `/`.
  package let name: String
  /// As it lies on the disk.
  package let bytes: Int
  package let sha256: String
  /// What a gzipped file holds; nil for others.
  package let plain: Content?

  package init(name: String, bytes: Int, sha256: String, plain: Content? = nil) {
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
    self.plain = plain
  }
}
