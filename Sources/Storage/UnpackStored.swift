import Glibc
package import Model

/// A document's bytes as they lie on a disk, read by an engine that hands them to a worker.
package struct StoredFile: Sendable {
  package enum Bytes: Sendable {
    case read([UInt8])
    /// The number with which the system refused them.
    case refused(Int32)
  }

  /// Where a record of a web archive lies in the bytes.
  package struct Record: Hashable, Sendable {
    package var isPacked: Bool
    /// How much content stands before the record.
    package var skip: Int
    /// The record's head and block, unpacked.
    package var length: Int

    package init(isPacked: Bool, skip: Int, length: Int) {
      self.isPacked = isPacked
      self.skip = skip
      self.length = length
    }
  }

  /// As it stands in the tables.
  package var path: String
  package var hints: InputHints
  /// On disk, when it was found.
  package var size: Int
  package var bytes: Bytes
  /// Nil for a file of its own.
  package var record: Record?

  package init(
    path: String, hints: InputHints = InputHints(), size: Int, bytes: Bytes, record: Record? = nil
  ) {
    self.path = path
    self.hints = hints
    self.size = size
    self.bytes = bytes
    self.record = record
  }
}

/// Unpacks bytes that were read already: all of `fetch-local` but the disk, so that a document is
/// taken or rejected in the same words wherever its bytes come from.
package struct UnpackStored: Stage {
  private let limit: Int

  package init(options: FetchOptions = FetchOptions()) {
    limit = options.maxBytes
  }

  package func run(_ file: StoredFile) throws(Reject) -> RawFile {
    let bytes: [UInt8]
    switch file.bytes {
    case .read(let read): bytes = read
    case .refused(let reason):
      throw unreadable(file.path, StorageFailure(.open, path: file.path, errno: reason))
    }
    if file.record == nil { try check(size: file.size, file.path) }
    guard bytes.count == file.size else { throw changed(file.path, bytes.count) }
    guard let record = file.record else { return try self.file(bytes, file.path, file.hints) }
    return try page(file.path, file.hints, size: file.size) { limit throws(RecordFault) in
      try OpenArchives.check(record.length, limit: limit)
      let content = ArchiveBytes(bytes, isPacked: record.isPacked)
      guard content.skip(record.skip), content.fill(record.length) else {
        throw OpenArchives.changed
      }
      return content.ready.prefix(record.length)
    }
  }

  // MARK: Files

  /// The largest file whose content can be within the limit.
  package var largestFile: Int {
    // gzip of what cannot be packed is larger than the content by less than this.
    limit + (limit >> 10) + 1024
  }

  /// Throws for a file that is too large by its size, before any of it is read.
  func check(size: Int, _ path: String) throws(Reject) {
    guard size <= largestFile else { throw tooLarge(path, size) }
  }

  func file(
    _ stored: [UInt8], _ path: String, _ hints: InputHints
  ) throws(Reject) -> RawFile {
    let content = try content(stored, path)
    guard !content.starts(with: Array("WARC/1".utf8)) else {
      throw reject(
        .badRecord, path, stored.count,
        "a web archive (WARC); give it a name that ends in .warc or .warc.gz")
    }
    guard !Self.isBlank(content) else {
      throw reject(
        .empty, path, stored.count,
        content.isEmpty
          ? "0 bytes; fetch the page again or remove the file"
          : "nothing but white space; fetch the page again or remove the file")
    }
    return RawFile(
      path: path, bytes: content, size: stored.count, sha256: Content(of: content).sha256,
      hints: hints)
  }

  private func content(_ stored: [UInt8], _ path: String) throws(Reject) -> [UInt8] {
    let isNamed = path.utf8.suffix(3).map { $0 | 0x20 } == Array(".gz".utf8)
    guard !stored.isEmpty, isNamed || GzipReader.isGzip(stored) else {
      guard stored.count <= limit else { throw tooLarge(path, stored.count) }
      return stored
    }
    do {
      return try GzipReader.content(of: stored, limit: limit)
    } catch {
      throw reject(badGzip: error, path, stored.count)
    }
  }

  /// True for nothing but ASCII white space, with or without a byte order mark.
  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return body.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  // MARK: Records

  /// The page in a record of a web archive; `record` gives its head and block.
  func page(
    _ path: String, _ hints: InputHints, size: Int,
    _ record: (Int) throws(RecordFault) -> ArraySlice<UInt8>
  ) throws(Reject) -> RawFile {
    do throws(RecordFault) {
      let page = try WarcPage(try record(limit), limit: limit)
      guard !Self.isBlank(page.bytes) else {
        throw RecordFault("the page is empty; crawl it again", code: .empty)
      }
      return RawFile(
        path: path, bytes: page.bytes, size: size, sha256: Content(of: page.bytes).sha256,
        hints: hints, capture: page.capture)
    } catch {
      throw reject(error.code, path, size, error.detail)
    }
  }
}

// MARK: Rejects

extension UnpackStored {
  private func reject(
    _ code: Reject.Code, _ path: String, _ bytes: Int?, _ detail: String
  ) -> Reject {
    Reject(code, stage: .fetchLocal, path: path, bytes: bytes, detail: detail)
  }

  func changed(_ path: String, _ bytes: Int) -> Reject {
    reject(
      .changed, path, bytes,
      "size or time changed while it was read; run again when it is complete")
  }

  private func tooLarge(_ path: String, _ size: Int) -> Reject {
    reject(
      .tooLarge, path, size,
      "\(size) bytes, the limit is \(limit); raise max_bytes if it is an article")
  }

  private func reject(badGzip damage: GzipDamage, _ path: String, _ size: Int) -> Reject {
    switch damage.kind {
    case .tooLarge:
      reject(
        .gzipBomb, path, size,
        "\(size) bytes of gzip grow past the limit of \(limit); raise max_bytes if it is an "
          + "article")
    case .notGzip:
      reject(
        .badGzip, path, size,
        "named .gz, but \(damage.words); rename it without .gz if it is plain text")
    case .cut, .damaged:
      reject(.badGzip, path, size, "\(damage.words); fetch or copy the file again")
    case .trailingBytes:
      reject(.badGzip, path, size, "\(damage.words); pack the file again")
    }
  }

  func unreadable(_ path: String, _ failure: StorageFailure) -> Reject {
    let (found, advice) =
      switch failure.errno {
      case ENOENT: ("it is gone since the folder was listed", "")
      case EACCES, EPERM: ("permission denied", "; give the user of this run the right to read it")
      case ENXIO: ("this is a socket or a device", "; only files are read")
      default: (failure.detail ?? failure.kind.rawValue, "")
      }
    let code: Reject.Code = failure.errno == ENXIO ? .notAFile : .unreadable
    return reject(code, path, nil, found + advice)
  }
}
