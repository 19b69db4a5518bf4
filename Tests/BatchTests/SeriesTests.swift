import Export
import Model
import Storage
import Testing

@testable import Batch

/// Several articles in one file, and one article in several files.
@Suite struct SeriesTests {
  private static let series = ShippedFileTests.top + "/Fixtures/articles/series"

  private func groups(_ files: (String, Int)...) -> [[String]] {
    PageGroups.groups(
      of: files.map { FoundFile(path: $0, location: $0, hints: InputHints(), size: $1) }
    ).map { $0.map(\.path) }
  }

  @Test func `files that may be pages of one article go together, in the order of pages`() {
    #expect(
      groups(
        ("a.html", 1), ("b/a.html", 1), ("b/a_10.html", 1), ("b/a_2.html", 1), ("b/c.html", 1))
        == [["a.html"], ["b/a.html", "b/a_2.html", "b/a_10.html"], ["b/c.html"]])
    #expect(groups(("a_1.html", 1), ("a_2.html", 1)) == [["a_1.html", "a_2.html"]])
    #expect(groups(("a_2.html", 1), ("a_3.html", 1)) == [["a_2.html"], ["a_3.html"]])
    #expect(groups(("a.html", 1), ("b/a_2.html", 1)) == [["a.html"], ["b/a_2.html"]])
    #expect(groups(("a.html", 9 << 20), ("a_2.html", 9 << 20)) == [["a.html"], ["a_2.html"]])
  }

  @Test func `a page is in one group only`() {
    let files = [
      "a.html", "a_2.html", "a_2_2.html", "t_1.html", "t_55.html", "t_55_2.html", "x.html",
      "x.html.gz",
    ]
    let groups = PageGroups.groups(
      of: files.map { FoundFile(path: $0, location: $0, hints: InputHints(), size: 1) })
    #expect(groups.flatMap { $0 }.map(\.path).sorted() == files)
    #expect(groups.contains { $0.map(\.path) == ["t_55.html", "t_55_2.html"] })
  }

  private func documents(_ folder: Folder) throws -> [String: JSONTree] {
    var documents: [String: JSONTree] = [:]
    for line in try folder.read("out/current/documents.jsonl").split(separator: "\n") {
      let row = try #require(JSONDocument(Array(line.utf8)).tree)
      documents[row["path"]?.text ?? ""] = row
    }
    return documents
  }

  private func clean(_ folder: Folder) throws -> [Int?] {
    let manifest = JSONDocument(try folder.bytes("out/current/manifest.json")).tree
    let stage = manifest?["stages"]?.items?.first { $0["name"]?.text == "clean" }
    return ["in", "split", "out", "joined", "duplicates", "rejected"].map { stage?[$0]?.integer }
  }

  @Test(arguments: ["1", "3"])
  func `a run parts a digest, joins pages, and its books balance`(_ jobs: String) throws {
    let folder = try Folder()
    let binary = Binary(folder: folder.path)
    let run = ["run", "--input", Self.series, "--output", "out", "--write", "jsonl", "-j", jobs]
    let result = try binary.run(run)
    #expect(result.code == 0, "\(result.words)")
    let documents = try documents(folder)
    #expect(
      documents.keys.sorted() == [
        "digest.txt#1", "digest.txt#2", "digest.txt#3", "t20210604_5570.html",
      ])
    #expect(documents["digest.txt#2"]?["publisher"]?.text == "松原新闻网")
    let joined = documents["t20210604_5570.html"]
    #expect(joined?["quality"]?.items?.map(\.text) == ["pages.joined"])
    #expect(joined?["text"]?.text?.split(separator: "\n").count == 6)
    #expect(try clean(folder) == [4, 2, 4, 2, 0, 0])
    #expect(try binary.run("verify", "out").code == 0)
  }

  @Test func `a page that is missing is told of, and an article stands once`() throws {
    let folder = try Folder()
    let binary = Binary(folder: folder.path)
    for name in ["t20210604_5570.html", "t20210604_5570_3.html", "digest.txt"] {
      try folder.write("in/" + name, Folder.bytes(of: Self.series + "/" + name))
    }
    try folder.write("in/again.txt", Folder.bytes(of: Self.series + "/digest.txt"))
    let result = try binary.run("run", "--input", "in", "--output", "out", "--write", "jsonl")
    #expect(result.code == 0, "\(result.words)")
    let documents = try documents(folder)
    for name in ["t20210604_5570.html", "t20210604_5570_3.html"] {
      #expect(documents[name]?["quality"]?.items?.map(\.text) == ["pages.incomplete"])
    }
    #expect(documents["again.txt#1"]?["copies"]?.items?.map(\.text) == ["digest.txt#1"])
    #expect(documents.count == 5)
    #expect(try clean(folder) == [4, 4, 8, 0, 0, 0])
  }

  @Test func `clean and inspect show each article of a file`() throws {
    let folder = try Folder()
    let binary = Binary(folder: folder.path)
    let clean = try binary.run("clean", Self.series)
    #expect(clean.output.split(separator: "\n").count == 4)
    let inspect = try binary.run(
      "inspect", "--json", "--stage", "clean", Self.series + "/digest.txt")
    #expect(inspect.code == 0)
    #expect(inspect.output.split(separator: "\n").count == 3)
    #expect(inspect.output.contains(#""path":"digest.txt#3""#))
  }
}
