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
  private let unpack: UnpackStored
  private let archives = OpenArchives()

  package init(options: FetchOptions = FetchOptions()) {
    unpack = UnpackStored(options: options)
  }

  package func run(_ file: FoundFile) throws(Reject) -> RawFile {
    try run(file, afterReading: {})
  }

  /// `afterReading` stands for what other programs do meanwhile.
  func run(_ file: FoundFile, afterReading: () -> Void) throws(Reject) -> RawFile {
    if let part = file.part { return try page(in: part, of: file) }
    return try unpack.file(try stored(file, afterReading), file.path, file.hints)
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
      throw unpack.changed(file.path, bytes.count)
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
      throw unpack.unreadable(file.path, error)
    }
  }

  private func check(_ status: FileStatus, _ file: FoundFile) throws(Reject) {
    guard status.kind == .file else {
      throw Reject(
        .notAFile, stage: .fetchLocal, path: file.path,
        detail: "this is \(status.kind.words); only files are read")
    }
    try unpack.check(size: status.size, file.path)
  }

  /// The page in one record of a web archive.
  private func page(in part: FilePart, of file: FoundFile) throws(Reject) -> RawFile {
    try unpack.page(file.path, file.hints, size: file.size) { limit throws(RecordFault) in
      try archives.record(part, in: file.location, limit: limit)
    }
  }
}
