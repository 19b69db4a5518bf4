import Glibc
package import Model

/// What `pipeline.json` can set for `fetch-local`.
package struct FetchOptions: Configurable, Hashable {
  /// The largest content of one file, after gunzip, in bytes.
  package var maxBytes = standardMaxBytes

  package static let standardMaxBytes = 64 << 20

  package init() {}

  package static let settings: [Setting<FetchOptions>] = [
    Setting(
      "max_bytes", .size(1...(4 << 30)), standard: .integer(standardMaxBytes),
      meaning: "The largest document that is read, after gunzip; larger ones are rejected."
    ) { options, value in
      if case .integer(let bytes) = value { options.maxBytes = bytes }
    }
  ]
}

/// Reads a file whole and unpacks it: what cannot be read whole is a `Reject`, never half a file.
///
/// gzip is known by its first bytes, whatever the name; a name in `.gz` over anything else is an
/// error, since one of the two is wrong.
package struct FetchLocal: Stage {
  private let limit: Int
  private let archives = OpenArchives()

  package init(options: FetchOptions = FetchOptions()) {
    limit = options.maxBytes
  }

  package func run(_ file: FoundFile) throws(Reject) -> RawFile {
    try run(file, afterReading: {})
  }

  /// `afterReading` stands for what other programs do meanwhile.
  func run(_ file: FoundFile, afterReading: () -> Void) throws(Reject) -> RawFile {
    if let part = file.part { return try page(in: part, of: file) }
    let stored = try stored(file, afterReading)
    let content = try content(stored, of: file)
    guard !content.starts(with: Array("WARC/1".utf8)) else {
      throw reject(
        .badRecord, file, stored.count,
        "a web archive (WARC); give it a name that ends in .warc or .warc.gz")
    }
    guard !Self.isBlank(content) else {
      throw reject(
        .empty, file, stored.count,
        content.isEmpty
          ? "0 bytes; fetch the page again or remove the file"
          : "nothing but white space; fetch the page again or remove the file")
    }
    return RawFile(
      path: file.path, bytes: content, size: stored.count, sha256: Content(of: content).sha256,
      hints: file.hints)
  }

  /// The bytes as they lie on the disk.
  private func stored(
    _ file: FoundFile, _ afterReading: () -> Void
  ) throws(Reject) -> [UInt8] {
    // Without O_NONBLOCK, a pipe that took the file's place would hold the run for ever.
    let descriptor = try ask(file) { () throws(StorageFailure) in
      try Descriptor.open(file.location, O_RDONLY | O_NONBLOCK)
    }
    let before = try ask(file) { () throws(StorageFailure) in try descriptor.status() }
    try check(before, file)
    let bytes = try ask(file) { () throws(StorageFailure) in
      try Self.bytes(of: descriptor, expecting: before.size)
    }
    afterReading()
    let after = try ask(file) { () throws(StorageFailure) in try descriptor.status() }
    guard after == before, bytes.count == before.size else {
      throw reject(
        .changed, file, bytes.count,
        "size or time changed while it was read; run again when it is complete")
    }
    return bytes
  }

  /// All bytes, and one more than expected where there are more.
  private static func bytes(
    of descriptor: Descriptor, expecting size: Int
  ) throws(StorageFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= size, try descriptor.read(size - bytes.count + 1, onto: &bytes) > 0 {
      continue
    }
    return bytes
  }

  /// What the disk does to one document is that document's affair.
  private func ask<Answer>(
    _ file: FoundFile, _ question: () throws(StorageFailure) -> Answer
  ) throws(Reject) -> Answer {
    do {
      return try question()
    } catch {
      throw unreadable(file, error)
    }
  }

  private func check(_ status: FileStatus, _ file: FoundFile) throws(Reject) {
    guard status.kind == .file else {
      throw reject(
        .notAFile, file, nil, "this is \(status.kind.words); only files are read")
    }
    // gzip of what cannot be packed is larger than the content by less than this.
    guard status.size <= limit + (limit >> 10) + 1024 else {
      throw tooLarge(file, status.size)
    }
  }

  private func content(_ stored: [UInt8], of file: FoundFile) throws(Reject) -> [UInt8] {
    let isNamed = file.path.utf8.suffix(3).map { $0 | 0x20 } == Array(".gz".utf8)
    guard !stored.isEmpty, isNamed || GzipReader.isGzip(stored) else {
      guard stored.count <= limit else { throw tooLarge(file, stored.count) }
      return stored
    }
    do {
      return try GzipReader.content(of: stored, limit: limit)
    } catch {
      throw reject(badGzip: error, file, stored.count)
    }
  }

  /// True for nothing but ASCII white space, with or without a byte order mark.
  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return body.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }
}

extension FetchLocal {
  /// The page in one record of a web archive.
  private func page(in part: FilePart, of file: FoundFile) throws(Reject) -> RawFile {
    do throws(RecordFault) {
      let record = try archives.record(part, in: file.location, limit: limit)
      let page = try WarcPage(record, limit: limit)
      guard !Self.isBlank(page.bytes) else {
        throw RecordFault("the page is empty; crawl it again", code: .empty)
      }
      return RawFile(
        path: file.path, bytes: page.bytes, size: file.size,
        sha256: Content(of: page.bytes).sha256, hints: file.hints, capture: page.capture)
    } catch {
      throw reject(error.code, file, file.size, error.detail)
    }
  }

  private func reject(
    _ code: Reject.Code, _ file: FoundFile, _ bytes: Int?, _ detail: String
  ) -> Reject {
    Reject(code, stage: .fetchLocal, path: file.path, bytes: bytes, detail: detail)
  }

  private func tooLarge(_ file: FoundFile, _ size: Int) -> Reject {
    reject(
      .tooLarge, file, size,
      "\(size) bytes, the limit is \(limit); raise max_bytes if it is an article")
  }

  private func reject(badGzip damage: GzipDamage, _ file: FoundFile, _ size: Int) -> Reject {
    switch damage.kind {
    case .tooLarge:
      reject(
        .gzipBomb, file, size,
        "\(size) bytes of gzip grow past the limit of \(limit); raise max_bytes if it is an "
          + "article")
    case .notGzip:
      reject(
        .badGzip, file, size,
        "named .gz, but \(damage.words); rename it without .gz if it is plain text")
    case .cut, .damaged:
      reject(.badGzip, file, size, "\(damage.words); fetch or copy the file again")
    case .trailingBytes:
      reject(.badGzip, file, size, "\(damage.words); pack the file again")
    }
  }

  private func unreadable(_ file: FoundFile, _ failure: StorageFailure) -> Reject {
    let (found, advice) =
      switch failure.errno {
      case ENOENT: ("it is gone since the folder was listed", "")
      case EACCES, EPERM: ("permission denied", "; give the user of this run the right to read it")
      case ENXIO: ("this is a socket or a device", "; only files are read")
      default: (failure.detail ?? failure.kind.rawValue, "")
      }
    let code: Reject.Code = failure.errno == ENXIO ? .notAFile : .unreadable
    return reject(code, file, nil, found + advice)
  }
}
