import Glibc
import Model
import Testing

@testable import Storage

@Suite struct FolderWalkTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func walk(
    _ include: [String] = [], exclude: [String] = []
  ) throws -> (files: [FoundFile], rejects: [Reject]) {
    let input = InputFolder(path: folder("in"), include: include, exclude: exclude)
    let (files, rejects) = try FolderWalk([input]).files()
    return (Array(files), rejects)
  }

  @Test func `the standard endings are found in byte order and nothing else is`() throws {
    let names = [
      "B.HTML", "a.htm", "b/c.md.gz", "b.txt", "a.xhtml", "中.markdown", "z.Html.GZ", "é.md",
    ]
    for name in names + ["a.pdf", "a.gz", "html", "a.html.bak"] {
      try folder.write("in/" + name, "x")
    }
    let (files, rejects) = try walk()
    #expect(
      files.map(\.path) == [
        "B.HTML", "a.htm", "a.xhtml", "b.txt", "b/c.md.gz", "z.Html.GZ", "é.md", "中.markdown",
      ])
    #expect(rejects.isEmpty)
    #expect(files.allSatisfy { $0.size == 1 && $0.location == folder("in/" + $0.path) })
  }

  @Test func `include and exclude choose by the path below the input`() throws {
    for name in ["2024/a.html", "2024/b.txt", "2024/draft/c.html", "2023/a.html"] {
      try folder.write("in/" + name, "x")
    }
    let (files, _) = try walk(["2024/**/*.html", "*.txt"], exclude: ["draft/"])
    #expect(files.map(\.path) == ["2024/a.html", "2024/b.txt"])
  }

  @Test func `hidden names are taken only where a pattern spells their dot`() throws {
    for name in ["a.html", ".b.html", ".cache/c.html"] { try folder.write("in/" + name, "x") }
    #expect(try walk().files.map(\.path) == ["a.html"])
    #expect(try walk(["**/*.html"]).files.map(\.path) == ["a.html"])
    #expect(try walk([".cache/*.html"]).files.map(\.path) == [".cache/c.html"])
    #expect(try walk([".*.html"]).files.map(\.path) == [".b.html"])
  }

  @Test func `a file that is an input itself is taken whatever its name`() throws {
    try folder.write("in/page", "x")
    let input = InputFolder(path: folder("in/page"), hints: InputHints(publisher: "吉林日报"))
    let (files, _) = try FolderWalk([input]).files()
    #expect(files.map(\.path) == ["page"])
    #expect(files.first?.hints.publisher == "吉林日报")
  }

  @Test func `labels stand before the paths and inputs may come in any order`() throws {
    try folder.write("one/a.html", "x")
    try folder.write("two/a.html", "x")
    let inputs = [
      InputFolder(path: folder("two"), label: "two"),
      InputFolder(path: folder("one"), label: "one"),
    ]
    let found = try FolderWalk(inputs).files().files
    #expect(found.map(\.path) == ["one/a.html", "two/a.html"])
    #expect(try Array(FolderWalk(inputs.reversed()).files().files) == Array(found))
  }

  @Test func `a file that two inputs reach is taken once, for the smaller path`() throws {
    try folder.write("news/a.html", "x")
    try folder.write("news/2024/b.html", "x")
    try folder.pipe("news/2024/p.html")
    let inputs = [
      InputFolder(path: folder("news/2024"), label: "year"),
      InputFolder(path: folder("news"), label: "all"),
    ]
    let (files, rejects) = try FolderWalk(inputs).files()
    #expect(files.map(\.path) == ["all/2024/b.html", "all/a.html"])
    #expect(rejects.map(\.path) == ["all/2024/p.html"])
    #expect(try Array(FolderWalk(inputs.reversed()).files().files) == Array(files))
  }

  @Test func `two files with one path in the tables are refused`() throws {
    try folder.write("one/a.html", "x")
    try folder.write("two/a.html", "x")
    let inputs = ["one", "two"].map { InputFolder(path: folder($0)) }
    let failure = try #require(throws: StorageFailure.self) { try FolderWalk(inputs).files() }
    #expect(failure.kind == .exists)
    #expect(failure.detail?.contains("label") == true)
  }

  @Test func `links are followed out of the input, and a link that leads up is a loop`() throws {
    try folder.write("elsewhere/b.html", "x")
    try folder.write("in/sub/a.html", "x")
    try folder.link("in/far", to: "../elsewhere")
    try folder.link("in/c.html", to: "../elsewhere/b.html")
    try folder.link("in/sub/up", to: "..")
    try folder.link("in/sub/self", to: ".")
    let (files, rejects) = try walk()
    #expect(files.map(\.path) == ["c.html", "far/b.html", "sub/a.html"])
    #expect(rejects.map(\.path) == ["sub/self", "sub/up"])
    #expect(rejects.allSatisfy { $0.code == .loop && $0.stage == .fetchLocal })
  }

  @Test func `folders that all link to each other are each entered once`() throws {
    let names = (0..<12).map { "f\($0)" }
    for name in names {
      try folder.write("in/\(name)/a.html", "x")
      for other in names where other != name {
        try folder.link("in/\(name)/to-\(other)", to: "../\(other)")
      }
    }
    let (files, rejects) = try walk()
    #expect(files.map(\.path) == names.map { $0 + "/a.html" }.sorted())
    #expect(rejects.isEmpty)
  }

  @Test func `links without an end are rejected where a document was hoped for`() throws {
    try folder.link("in/round", to: "round")
    try folder.link("in/gone.html", to: "nowhere")
    try folder.link("in/archive", to: "/mnt/not/there")
    try folder.link("in/gone.jpg", to: "nowhere")
    let rejects = try walk().rejects
    #expect(rejects.map(\.path) == ["archive", "gone.html", "round"])
    #expect(rejects.map(\.code) == [.unreadable, .unreadable, .loop])
  }

  @Test func `a pipe in a document's name is rejected, another pipe is nothing to us`() throws {
    try folder.write("in/a.html", "x")
    try folder.pipe("in/p.html")
    try folder.pipe("in/p.sock")
    let rejects = try walk().rejects
    #expect(rejects.map(\.path) == ["p.html"])
    #expect(rejects.map(\.code) == [.notAFile])
    #expect(rejects.first?.detail.contains("pipe") == true)
  }

  @Test func `a name that is not UTF-8 is rejected and shown`() throws {
    try folder.write("in/好.html", "x")
    // 新.html in GBK, and a folder of that name.
    let bytes: [UInt8] = Array(folder("in/").utf8) + [0xD0, 0xC2]
    let file = bytes + Array(".html".utf8)
    let made = Disk.withPath(file) { open($0, O_WRONLY | O_CREAT, 0o644) }
    try #require(made >= 0)
    _ = close(made)
    try #require(Disk.withPath(bytes) { mkdir($0, 0o755) } == 0)
    let inside = Disk.withPath(bytes + Array("/a.md".utf8)) { open($0, O_WRONLY | O_CREAT, 0o644) }
    try #require(inside >= 0)
    _ = close(inside)
    let (files, rejects) = try walk()
    #expect(files.map(\.path) == ["好.html"])
    #expect(rejects.map(\.path) == [#"\xd0\xc2.html"#, #"\xd0\xc2/a.md"#])
    #expect(rejects.allSatisfy { $0.code == .badName })
  }

  // Root may list every folder, so this one runs for other users only.
  @Test(.enabled(if: getuid() != 0))
  func `a folder that may not be listed is rejected`() throws {
    try folder.write("in/locked/a.html", "x")
    try #require(chmod(folder("in/locked"), 0) == 0)
    defer { _ = chmod(folder("in/locked"), 0o755) }
    #expect(try walk().rejects.map(\.code) == [.unreadable])
  }

  // Not even root can name a folder below 4,096 bytes of path.
  @Test func `a folder too deep to be named is rejected`() throws {
    try folder.write("in/a.html", "x")
    let name = String(repeating: "d", count: 200)
    var parents = [try Descriptor.open(folder("in"), O_RDONLY)]
    for _ in 0..<21 {
      try #require(mkdirat(parents[parents.count - 1].number, name, 0o755) == 0)
      let child = openat(parents[parents.count - 1].number, name, O_RDONLY)
      try #require(child >= 0)
      parents.append(Descriptor(adopting: child, path: name))
    }
    defer { for parent in parents.reversed() { unlinkat(parent.number, name, AT_REMOVEDIR) } }
    let (files, rejects) = try walk()
    #expect(files.map(\.path) == ["a.html"])
    #expect(rejects.map(\.code) == [.unreadable])
    #expect(rejects.first?.detail == "the path is too long")
  }

  @Test func `the program's own output is left out`() throws {
    try folder.write("in/a.html", "x")
    try folder.write("in/runs/r1/readme.txt", "x")
    try folder.link("in/current", to: "runs/r1")
    let input = InputFolder(path: folder("in"))
    let own = Publication.ownFolders(in: folder("in"))
    #expect(try FolderWalk([input], leavingOut: own).files().files.map(\.path) == ["a.html"])
    #expect(try FolderWalk([input]).files().files.count == 2)
  }

  @Test func `an input that is not there stops the run`() throws {
    let walk = FolderWalk([InputFolder(path: folder("nothing"))])
    let failure = try #require(throws: StorageFailure.self) { try walk.files() }
    #expect(failure.kind == .notFound)
    #expect(failure.path == folder("nothing"))
    let nul = FolderWalk([InputFolder(path: folder.path + "\0/in")])
    #expect(throws: StorageFailure.self) { try nul.files() }
  }

  @Test func `a pattern that cannot be read stops the run`() throws {
    try folder.write("in/a.html", "x")
    let failure = try #require(throws: StorageFailure.self) { try walk(["a[bc"]) }
    #expect(failure.kind == .badPattern)
    #expect(failure.path == "a[bc")
    #expect(failure.detail == "[ without ] (character 2)")
  }
}
