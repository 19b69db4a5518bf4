import Glibc
import Testing

@testable import Storage

@Suite struct DiskTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    ("/a/b", "/x", "/a/b"), ("b", "/x", "/x/b"), ("../b", "/x/y", "/x/b"),
    ("./a//b/./c/", "/x", "/x/a/b/c"), ("/../..", "/x", "/"), ("a/../../..", "/x", "/"),
    ("", "/x", "/x"), ("..b/...", "/x", "/x/..b/..."), ("新闻/\u{301}a", "/x", "/x/新闻/\u{301}a"),
  ])
  func `a path is made absolute without asking the disk`(
    path: String, base: String, absolute: String
  ) {
    #expect(Array(Disk.absolute(path, relativeTo: base).utf8) == Array(absolute.utf8))
  }

  @Test func `a relative path starts in the working folder`() {
    #expect(Disk.absolute("x").hasSuffix("/x"))
    #expect(Disk.absolute(".").first == "/")
  }

  @Test(arguments: [
    ("/out/a", true), ("/out", true), ("a/b", true), ("a/../b", true), ("/out/../outer", false),
    ("../out2", false), ("/outer", false), ("/", false), ("a/../../x", false),
  ])
  func `a path stays within a root or is refused`(path: String, isWithin: Bool) {
    if isWithin {
      #expect(throws: Never.self) { try Disk.confine(path, to: "/out") }
    } else {
      let failure = #expect(throws: StorageFailure.self) { try Disk.confine(path, to: "/out") }
      #expect(failure?.kind == .outsideRoot)
    }
  }

  @Test(arguments: [
    ("/a/b", "/a", "b"), ("/a", "/", "a"), ("a", ".", "a"), ("a/b/", "a", "b"), ("/", "/", "/"),
    ("a//b", "a", "b"),
  ])
  func `a path has a folder and a name`(path: String, parent: String, name: String) {
    #expect(Disk.parent(of: path) == parent)
    #expect(Disk.name(of: path) == name)
  }

  @Test func `bytes that are no text are shown as they are`() {
    #expect(Disk.rendering(Array("新/a".utf8)) == "新/a")
    #expect(
      Disk.rendering([0xD0, 0xC2] + Array("新.txt".utf8) + [0xE6, 0x96]) == #"\xd0\xc2新.txt\xe6\x96"#
    )
  }

  @Test func `a file larger than the limit is not read in part`() throws {
    try folder.write("a", "12345")
    #expect(try Disk.readWhole(folder("a"), limit: 5) == Array("12345".utf8))
    let failure = try #require(throws: StorageFailure.self) {
      try Disk.readWhole(folder("a"), limit: 4)
    }
    #expect(failure.kind == .damaged)
  }

  @Test func `what is not there and what is no file has its own kind`() throws {
    let missing = try #require(throws: StorageFailure.self) { try Disk.readWhole(folder("x")) }
    #expect(missing.kind == .notFound)
    #expect(missing.operation == .open)
    #expect(missing.errno == ENOENT)
    let notAFile = try #require(throws: StorageFailure.self) { try Disk.readWhole(folder.path) }
    #expect(notAFile.errno == EISDIR)
    let nul = try #require(throws: StorageFailure.self) {
      try Disk.readWhole(folder("x\0y"))
    }
    #expect(nul.kind == .notFound)
  }

  @Test func `folders are made with those above them, twice if need be`() throws {
    try Disk.makeFolders(folder("a/b/c"))
    try Disk.makeFolders(folder("a/b/c"))
    #expect(Disk.isFolder(folder("a/b/c")))
    try folder.write("file", "x")
    let failure = try #require(throws: StorageFailure.self) {
      try Disk.makeFolders(folder("file/x"))
    }
    #expect(failure.kind == .exists)
  }

  @Test func `a line that is added stands by itself, whatever the file ends with`() throws {
    try Disk.append(Array("one\n".utf8), to: folder("a/log"))
    try Disk.append(Array("two\n".utf8), to: folder("a/log"))
    #expect(try Disk.readWhole(folder("a/log")) == Array("one\ntwo\n".utf8))
    try folder.write("half", "{\"a\":")
    try Disk.append(Array("{}\n".utf8), to: folder("half"))
    #expect(try Disk.readWhole(folder("half")) == Array("{\"a\":\n{}\n".utf8))
  }

  @Test func `removing a tree does not follow links`() throws {
    try folder.write("kept/a", "x")
    try folder.write("tree/b/c", "x")
    try folder.link("tree/b/out", to: folder("kept"))
    try Disk.removeTree(folder("tree"))
    #expect(try Disk.list(folder.path) == ["kept"])
    #expect(Disk.isFile(folder("kept/a")))
    try Disk.removeTree(folder("tree"))
  }

  @Test func `a digest is of the file or of its content`() throws {
    let text = Array("abc".utf8)
    try folder.write("a.gz", try folder.gzip(text))
    #expect(try Disk.digest(of: folder("a.gz"), gunzipped: true) == Content(of: text))
    #expect(try Disk.digest(of: folder("a.gz")).bytes == Disk.size(of: folder("a.gz")))
  }
}
