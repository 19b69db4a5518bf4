import Export
import Glibc
import Storage
import Testing

@testable import Batch

/// What `dibao list` freezes for an engine.
@Suite struct ListTests {
  private let folder: Folder
  private let binary: Binary

  init() throws {
    folder = try Folder()
    binary = Binary(folder: folder.path)
    try folder.write(
      "pipeline.json",
      """
      {"version": 1, "output": {"root": "out"}, "writers": [{"type": "csv"}],
       "inputs": [{"path": "in", "publisher": "河滨日报", "encoding": "gb18030"}]}
      """)
  }

  private func list() throws -> (lines: [JSONTree], output: String) {
    let result = try binary.run("list", "-c", "pipeline.json")
    #expect(result.code == 0, "\(result.words)")
    return (try HandJob.trees(in: result.output), result.output)
  }

  @Test func `files are numbered in the order of their paths, pages of one article together`()
    throws
  {
    for name in ["b.html", "a/story.html", "a/story_2.html", "c.txt"] {
      try folder.write("in/\(name)", name)
    }
    let groups = try list().lines.dropLast()
    #expect(groups.map { $0["number"]?.integer } == [0, 1, 2])
    #expect(
      groups.map { $0["files"]?.items?.map { $0["path"]?.text } } == [
        ["a/story.html", "a/story_2.html"], ["b.html"], ["c.txt"],
      ])
    let file = try #require(groups.last?["files"]?.items?.first)
    #expect(file["location"]?.text == folder.path + "/in/c.txt")
    #expect(file["size"]?.integer == 5)
    #expect(file["publisher"]?.text == "河滨日报")
    #expect(file["encoding"]?.text == "gb18030")
  }

  @Test func `the last line counts and sums up the others`() throws {
    try folder.write("in/a.txt", "a")
    try folder.write("in/b.txt", "b")
    #expect(symlink("nowhere", folder.path + "/in/c.txt") == 0)
    let (lines, output) = try list()
    let end = try #require(lines.last)
    #expect(end["groups"]?.integer == 2)
    #expect(end["files"]?.integer == 2)
    #expect(end["rejects"]?.integer == 1)
    #expect(lines[2]["reject"]?["code"]?.text == "fetch.unreadable")
    let before = output.split(separator: "\n").dropLast().map { $0 + "\n" }.joined()
    #expect(end["sha256"]?.text == Content(of: Array(before.utf8)).sha256)
  }

  @Test func `the same files give the same list, wherever the output goes`() throws {
    try Documents.write(to: folder)
    let first = try list().output
    #expect(try binary.run("run", "-q", "-c", "pipeline.json").code == 0)
    #expect(try list().output == first)
  }

  @Test func `nothing to read is no list`() throws {
    #expect(mkdir(folder.path + "/in", 0o755) == 0)
    #expect(try binary.run("list", "-c", "pipeline.json").code == 66)
  }
}
