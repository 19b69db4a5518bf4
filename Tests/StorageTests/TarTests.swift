import Glibc
import Testing

@testable import Storage

@Suite struct TarTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let long = String(repeating: "long/", count: 30) + "name.csv"
  private static let files: [(String, String)] = [
    ("manifest.json", "{}"), ("data/persons.csv", String(repeating: "abc,", count: 300)),
    ("empty", ""), (long, "deep"), (String(repeating: "n", count: 100), "hundred"),
    (String(repeating: "n", count: 180), "one part"), ("数据/人物.csv", "名"),
    (String(repeating: "d/", count: 200) + "e", "four hundred"),
  ]

  /// Packs the files and gives the archive's path.
  private func pack(_ name: String, gzip: Bool) throws -> String {
    let file = try OutputFolder(folder.path).file(name)
    if gzip {
      try pack(into: GzipWriter(file))
    } else {
      try pack(into: file)
    }
    return folder(name)
  }

  private func pack(into sink: some ByteSink) throws {
    let tar = TarWriter(sink, modified: 1_608_076_800)
    try tar.addFolder("top")
    for (name, text) in Self.files {
      let bytes = Array(text.utf8)
      try tar.add("top/" + name, size: bytes.count)
      try tar.write(Array(bytes.prefix(10)))
      try tar.write(Array(bytes.dropFirst(10)))
    }
    try tar.finish()
    _ = try sink.close()
  }

  @Test func `two archives of the same files are the same bytes`() throws {
    let first = try Disk.readWhole(pack("a.tar.gz", gzip: true))
    #expect(try Disk.readWhole(pack("b.tar.gz", gzip: true)) == first)
    let plain = try Disk.readWhole(pack("a.tar", gzip: false))
    #expect(try GzipReader.content(of: first) == plain)
    #expect(plain.count % 10240 == 0)
  }

  @Test func `headers are ustar without owner, with the given time and a right sum`() throws {
    let plain = try Disk.readWhole(pack("a.tar", gzip: false))
    let header = Array(plain[512..<1024])
    func field(_ range: Range<Int>) -> String {
      String(decoding: header[range].prefix { $0 != 0 }, as: UTF8.self)
    }
    #expect(field(0..<100) == "top/manifest.json")
    #expect(field(100..<108) == "0000644")
    #expect(field(108..<116) == "0000000")
    #expect(field(116..<124) == "0000000")
    #expect(field(124..<136) == "00000000002")
    #expect(field(136..<148) == "13766247000")
    #expect(header[257..<265].elementsEqual("ustar\u{0}00".utf8))
    #expect(field(265..<329).isEmpty)
    let blank = header[..<148] + [UInt8](repeating: 0x20, count: 8) + header[156...]
    #expect(Int(field(148..<154), radix: 8) == blank.reduce(0) { $0 + Int($1) })
  }

  static let tar: String? = ["/bin/tar", "/usr/bin/tar"].first { Disk.isFile($0) }

  @Test(.enabled(if: tar != nil), arguments: [true, false])
  func `the system's tar unpacks every file as it was`(gzip: Bool) throws {
    let tar = try #require(Self.tar)
    let archive = try pack("a.tar", gzip: gzip)
    try Disk.makeFolders(folder("x"))
    let flags = gzip ? "-xzf" : "-xf"
    #expect(try status(of: tar, [flags, archive, "-C", folder("x")]) == 0)
    for (name, text) in Self.files {
      #expect(try Disk.readWhole(folder("x/top/" + name)) == Array(text.utf8))
    }
  }

  @Test func `a finished file of the export goes in byte for byte`() throws {
    let output = OutputFolder(folder.path)
    let file = try output.file("a.csv")
    try file.write("abc")
    let entry = try file.close()
    let archive = try output.file("a.tar")
    let tar = TarWriter(archive, modified: 0)
    try tar.add("top/a.csv", entry, of: output)
    try tar.finish()
    _ = try archive.close()
    #expect(try Disk.readWhole(folder("a.tar"))[512..<516].elementsEqual("abc\0".utf8))
  }

  @Test func `a file that is not as long as announced is refused`() throws {
    let file = try OutputFolder(folder.path).file("a.tar")
    let tar = TarWriter(file, modified: 0)
    try tar.add("a", size: 3)
    #expect(throws: StorageFailure.self) { try tar.write([1, 2, 3, 4]) }
    try tar.write([1, 2])
    #expect(throws: StorageFailure.self) { try tar.add("b", size: 1) }
    #expect(throws: StorageFailure.self) { try tar.finish() }
  }

  @Test(arguments: ["/etc/passwd", "../a", "a/../../b", "", "a\0b"])
  func `a name that could leave the folder of the reader is refused`(name: String) throws {
    let file = try OutputFolder(folder.path).file("a.tar")
    #expect(throws: StorageFailure.self) { try TarWriter(file, modified: 0).add(name, [1]) }
  }

  @Test func `a size that needs more than eleven digits goes into a pax record`() {
    let header = TarHeader(name: "a", size: 1 << 33, mode: 0o644, modified: 0, type: "0")
    #expect(header.paxRecords() == Array("19 size=8589934592\n".utf8))
  }

  /// Runs a program to its end.
  private func status(of program: String, _ arguments: [String]) throws -> Int32 {
    var process: pid_t = 0
    var pointers = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    try #require(posix_spawn(&process, program, nil, nil, &pointers, environ) == 0)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR { continue }
    return status
  }
}
