import Glibc
import Model
import Testing

@testable import Storage

@Suite struct FetchLocalTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func found(_ name: String) -> FoundFile {
    FoundFile(path: name, location: folder(name), hints: InputHints(encoding: "gbk"), size: 0)
  }

  private func fetch(_ name: String, limit: Int = 1 << 20) throws -> RawFile {
    var options = FetchOptions()
    options.maxBytes = limit
    return try FetchLocal(options: options).run(found(name))
  }

  private func reject(_ name: String, limit: Int = 1 << 20) throws -> Reject {
    let reject = try #require(throws: Reject.self) { try fetch(name, limit: limit) }
    #expect(reject.path == name)
    #expect(reject.stage == .fetchLocal)
    return reject
  }

  @Test func `a file is read whole and hashed`() throws {
    try folder.write("a.txt", "abc")
    let file = try fetch("a.txt")
    #expect(file.bytes == Array("abc".utf8))
    #expect(file.size == 3)
    #expect(
      file.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(file.hints.encoding == "gbk")
  }

  @Test(arguments: ["a.txt.gz", "a.TXT.GZ", "a.html"])
  func `gzip is known by its first bytes, whatever the name`(name: String) throws {
    let packed = try folder.gzip(Array("abc".utf8))
    try folder.write(name, packed)
    let file = try fetch(name)
    #expect(file.bytes == Array("abc".utf8))
    #expect(file.size == packed.count)
    #expect(file.sha256 == Content(of: Array("abc".utf8)).sha256)
  }

  @Test func `plain text named gz is rejected with the way out`() throws {
    try folder.write("a.txt.gz", "plain")
    let reject = try reject("a.txt.gz")
    #expect(reject.code == .badGzip)
    #expect(reject.detail.contains("rename it without .gz"))
    #expect(reject.bytes == 5)
  }

  @Test(arguments: ["", " \n\t\r\n", "\u{FEFF}", "\u{FEFF} \n"])
  func `a file without anything but white space is empty`(text: String) throws {
    try folder.write("a.txt", text)
    try folder.write("a.gz", try folder.gzip(Array(text.utf8)))
    #expect(try reject("a.txt").code == .empty)
    #expect(try reject("a.gz").code == .empty)
  }

  @Test func `a gzip file of no bytes is empty`() throws {
    try folder.write("a.txt.gz", "")
    #expect(try reject("a.txt.gz").code == .empty)
  }

  @Test func `a file past the limit is rejected, one at the limit is not`() throws {
    try folder.write("a.txt", "12345")
    #expect(try fetch("a.txt", limit: 5).bytes.count == 5)
    let reject = try reject("a.txt", limit: 4)
    #expect(reject.code == .tooLarge)
    #expect(reject.detail.hasPrefix("5 bytes, the limit is 4"))
    try folder.write("b.txt", [UInt8](repeating: 0x61, count: 1 << 20))
    #expect(try self.reject("b.txt", limit: 1000).code == .tooLarge)
  }

  @Test func `a gzip file that grows past the limit is rejected`() throws {
    let bomb = try folder.gzip([UInt8](repeating: 0x61, count: 4 << 20))
    try folder.write("a.html.gz", bomb)
    let reject = try reject("a.html.gz", limit: 1 << 20)
    #expect(reject.code == .gzipBomb)
    #expect(reject.bytes == bomb.count)
    #expect(try fetch("a.html.gz", limit: 4 << 20).bytes.count == 4 << 20)
  }

  @Test func `noise that gzip makes larger is still within the limit`() throws {
    var numbers = SeededNumbers(1)
    let noise = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &numbers) }
    let packed = try folder.gzip(noise)
    #expect(packed.count > noise.count)
    try folder.write("a.gz", packed)
    #expect(try fetch("a.gz", limit: noise.count).bytes == noise)
  }

  @Test func `a gzip file that is cut or damaged is rejected with the place`() throws {
    let packed = try folder.gzip(Array("省长在会上讲话".utf8))
    try folder.write("cut.gz", packed.dropLast(3))
    var damaged = packed
    damaged[damaged.count - 6] ^= 1
    try folder.write("damaged.gz", damaged)
    try folder.write("more.gz", packed + [1])
    #expect(try reject("cut.gz").detail.contains("cut off at byte \(packed.count - 3)"))
    #expect(try reject("damaged.gz").detail.contains("incorrect data check"))
    #expect(try reject("more.gz").detail.contains("at byte \(packed.count)"))
    for name in ["cut.gz", "damaged.gz", "more.gz"] {
      #expect(try reject(name).code == .badGzip)
    }
  }

  @Test func `a file that grows, shrinks or is touched while it is read is rejected`() throws {
    let changes: [(TemporaryFolder) throws -> Void] = [
      { try $0.write("a.txt", "abcdef") }, { try $0.write("a.txt", "ab") },
      { _ = utimes($0("a.txt"), [timeval(), timeval()]) },
    ]
    for change in changes {
      try folder.write("a.txt", "abc")
      let reject = try #require(throws: Reject.self) {
        try FetchLocal().run(found("a.txt")) {
          #expect(throws: Never.self) { try change(folder) }
        }
      }
      #expect(reject.code == .changed)
    }
  }

  @Test func `a pipe does not hold the run`() throws {
    try folder.pipe("p.html")
    #expect(try reject("p.html").code == .notAFile)
    #expect(try reject("p.html").detail.contains("pipe"))
  }

  @Test func `a folder in a document's place is rejected`() throws {
    try Disk.makeFolders(folder("a.html"))
    #expect(try reject("a.html").code == .notAFile)
  }

  @Test func `a file that is gone is rejected`() throws {
    let reject = try reject("a.html")
    #expect(reject.code == .unreadable)
    #expect(reject.detail.contains("gone"))
  }

  // Not even root can read from the start of its own memory: the system answers EIO.
  @Test func `a file whose bytes the disk does not give is rejected`() throws {
    let file = FoundFile(path: "a.html", location: "/proc/self/mem", size: 0)
    let reject = try #require(throws: Reject.self) { try FetchLocal().run(file) }
    #expect(reject.code == .unreadable)
    #expect(reject.detail == "the disk reports an input or output error")
  }

  // Root may read every file, so this one runs for other users only.
  @Test(.enabled(if: getuid() != 0))
  func `a file that may not be read is rejected`() throws {
    try folder.write("a.html", "x")
    try #require(chmod(folder("a.html"), 0) == 0)
    let reject = try reject("a.html")
    #expect(reject.code == .unreadable)
    #expect(reject.detail.contains("permission denied"))
  }

  @Test func `the limit is a setting`() throws {
    var options = FetchOptions()
    let setting = try #require(FetchOptions.settings.first { $0.name == "max_bytes" })
    #expect(setting.standard == .integer(options.maxBytes))
    setting.set(&options, .integer(7))
    #expect(options.maxBytes == 7)
  }
}
