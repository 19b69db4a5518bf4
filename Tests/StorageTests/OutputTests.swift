import Glibc
import Testing

@testable import Storage

@Suite struct OutputTests {
  let folder: TemporaryFolder
  let output: OutputFolder

  init() throws {
    folder = try TemporaryFolder()
    output = OutputFolder(folder.path)
  }

  private func put(_ name: String, _ text: String) throws -> FileEntry {
    let file = try output.file(name)
    try file.write(text)
    return try file.close()
  }

  @Test func `a file is counted and hashed while it is written`() throws {
    let entry = try put("a.csv", "abc")
    #expect(
      entry == FileEntry(name: "a.csv", bytes: 3, sha256: Content(of: Array("abc".utf8)).sha256))
    #expect(try Disk.readWhole(folder("a.csv")) == Array("abc".utf8))
  }

  @Test func `more than a buffer arrives whole and in order`() throws {
    var numbers = SeededNumbers(7)
    let content = numbers.bytes(3_000_000)
    let file = try output.file("big.bin")
    var rest = content[...]
    while !rest.isEmpty {
      try file.write(Array(rest.prefix(70_001)))
      rest = rest.dropFirst(70_001)
    }
    let entry = try file.close()
    #expect(try Disk.readWhole(folder("big.bin")) == content)
    #expect(Content(bytes: entry.bytes, sha256: entry.sha256) == Content(of: content))
  }

  @Test func `entries are the finished files, sorted by bytes`() throws {
    for name in ["b.csv", "a/b.csv", "a-b.csv", "SHA256SUMS"] { _ = try put(name, name) }
    let open = try output.file("open.csv")
    #expect(output.entries.map(\.name) == ["SHA256SUMS", "a-b.csv", "a/b.csv", "b.csv"])
    _ = try open.close()
    #expect(output.entries.count == 5)
  }

  @Test(arguments: [
    "", "/a", "../a", "a/../b", ".a", "a/.b", "A.csv", "a b", "a//b", "a/", "表.csv", "a:b", "a\\b",
    "a\0b",
  ])
  func `a name that could leave the folder or trouble a system is refused`(name: String) throws {
    let failure = try #require(throws: StorageFailure.self) { try output.file(name) }
    #expect(failure.kind == .outsideRoot)
    #expect(try Disk.list(folder.path).isEmpty)
  }

  @Test func `no file is made twice`() throws {
    _ = try put("a.csv", "1")
    let failure = try #require(throws: StorageFailure.self) { try output.file("a.csv") }
    #expect(failure.kind == .exists)
  }

  @Test func `a closed file takes no more`() throws {
    let file = try output.file("a.csv")
    _ = try file.close()
    #expect(throws: StorageFailure.self) { try file.write("x") }
    #expect(throws: StorageFailure.self) { try file.close() }
  }

  @Test func `a full disk is told with the path, again and again`() throws {
    let full = try Descriptor.open("/dev/full", O_WRONLY)
    let file = OutputFile(name: "full.csv", descriptor: full)
    try file.write("kept in the buffer")
    let failure = try #require(throws: StorageFailure.self) { try file.close() }
    #expect(failure.kind == .noSpace)
    #expect(failure.operation == .write)
    #expect(failure.path == "/dev/full")
    #expect(failure.errno == ENOSPC)
    #expect(throws: failure) { try file.write("x") }
    #expect(throws: failure) { try file.close() }
  }

  @Test func `a full disk reaches the writer of a gzip file`() throws {
    let full = try Descriptor.open("/dev/full", O_WRONLY)
    let writer = GzipWriter(OutputFile(name: "full.gz", descriptor: full))
    var numbers = SeededNumbers(3)
    let failure = try #require(throws: StorageFailure.self) {
      for _ in 0..<4 { try writer.write(numbers.bytes(1 << 20)) }
      _ = try writer.close()
    }
    #expect(failure.kind == .noSpace)
  }

  @Test func `a finished file is read back, and other bytes are noticed`() throws {
    let entry = try put("a.csv", "abc")
    var bytes: [UInt8] = []
    try output.read(entry) { bytes += $0 }
    #expect(bytes == Array("abc".utf8))
    try folder.write("a.csv", "abd")
    let failure = try #require(throws: StorageFailure.self) { try output.read(entry) { _ in } }
    #expect(failure.kind == .damaged)
  }

  @Test func `a folder is sealed only when its files are closed and whole`() throws {
    let file = try output.file("a.csv")
    try file.write("abc")
    #expect(throws: StorageFailure.self) { try output.seal() }
    _ = try file.close()
    try output.seal()
    try folder.write("a.csv", "ab")
    let failure = try #require(throws: StorageFailure.self) { try output.seal() }
    #expect(failure.kind == .damaged)
  }

  @Test func `a file that nobody wrote is not sealed`() throws {
    _ = try output.file("data/a.csv").close()
    try folder.write("data/.nfs000000000000000a", "")
    try output.seal()
    try folder.write("data/tmp.Xy12", "")
    let failure = try #require(throws: StorageFailure.self) { try output.seal() }
    #expect(failure.path.hasSuffix("/data/tmp.Xy12"))
  }
}

@Suite struct StandardOutputTests {
  @Test func `bytes arrive`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let reader = Descriptor(adopting: ends[0], path: "pipe")
    let output = StandardOutput(descriptor: ends[1])
    #expect(try output.write(Array("abc".utf8)))
    #expect(try output.flush())
    _ = close(ends[1])
    var bytes: [UInt8] = []
    _ = try reader.read(100, onto: &bytes)
    #expect(bytes == Array("abc".utf8))
  }

  @Test func `a reader that goes away ends the writing without a failure or a handler`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    _ = close(ends[0])
    defer { _ = close(ends[1]) }
    let before = pipeSignal()
    let output = StandardOutput(descriptor: ends[1])
    #expect(try output.write(Array("abc".utf8)))
    #expect(try !output.flush())
    #expect(try !output.write(Array("more".utf8)))
    #expect(pipeSignal() == before)
  }

  /// What this process does with the signal: it belongs to all tests, and to who started them.
  private func pipeSignal() -> UInt {
    var action = sigaction()
    sigaction(SIGPIPE, nil, &action)
    return unsafeBitCast(action.__sigaction_handler, to: UInt.self)
  }

  @Test func `a full disk is a failure`() throws {
    let full = open("/dev/full", O_WRONLY)
    try #require(full >= 0)
    defer { _ = close(full) }
    let output = StandardOutput(descriptor: full)
    try output.write(Array("abc".utf8))
    let failure = try #require(throws: StorageFailure.self) { try output.flush() }
    #expect(failure.kind == .noSpace)
  }
}
