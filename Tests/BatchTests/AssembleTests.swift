import Export
import Glibc
import Testing

@testable import Batch

/// What `dibao assemble` makes of a job's folder, and what it refuses.
@Suite struct AssembleTests {
  private let folder: Folder
  private let binary: Binary
  private let job: HandJob

  init() throws {
    folder = try Folder()
    binary = Binary(folder: folder.path)
    try Self.writeDocuments(to: folder)
    try folder.write("pipeline.json", Self.config)
    job = HandJob(folder: folder, binary: binary, config: "pipeline.json")
  }

  private static let config = """
    {"version": 1, "inputs": [{"path": "in", "publisher": "河滨日报"}],
     "output": {"root": "out"}, "writers": [{"type": "jsonl"}, {"type": "csv"}]}
    """

  /// Articles with a copy of the same bytes, a reprint, an edited copy, two pages, a file with two
  /// articles, and files that hold none.
  private static func writeDocuments(to folder: Folder) throws {
    try Documents.write(to: folder)
    let visit = Documents.articles[0].text
    try folder.write("in/reprint.html", visit.replacing("海州日报讯 ", with: "据报道，"))
    try folder.write("in/later.html", visit.replacing("王子安", with: "赵子安"))
    try folder.write("in/empty.txt", "")
    try folder.write("in/broken.txt.gz", "plain")
    try folder.write("in/list.txt", Self.digest)
  }

  private static let digest = Documents.articles[1...2].map(\.text).joined(separator: "\n\n")

  private func assemble(_ more: String...) throws -> Binary.Result {
    try binary.run(["assemble", "-c", "pipeline.json", "--from", "job"] + more)
  }

  private func export() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in folder.list("out/current") where name != "run.json" {
      files[name] = try folder.bytes("out/current/\(name)")
    }
    return files
  }

  @Test(arguments: [1, 3, 100])
  func `what is assembled equals what a run makes, byte for byte`(_ partitions: Int) throws {
    let run = try binary.run("run", "-c", "pipeline.json")
    #expect(run.code == 0, "\(run.words)")
    let expected = try export()
    try job.run(partitions: partitions)
    let result = try assemble()
    #expect(result.code == 0, "\(result.words)")
    let made = try export()
    let differing = Set(expected.keys).union(made.keys).filter { expected[$0] != made[$0] }
    #expect(differing.sorted() == [])
    #expect(try folder.read("out/current/duplicates.jsonl").contains("\"near\""))
    #expect(try folder.read("out/current/duplicates.jsonl").contains("\"bytes\""))
    #expect(try folder.read("out/current/rejects.jsonl").split(separator: "\n").count == 2)
  }

  @Test func `without the search for copies a job needs none`() throws {
    try folder.write(
      "pipeline.json",
      Self.config.replacing(
        "\"output\"",
        with: """
          "stages": [{"name": "fetch-local"}, {"name": "clean"}, {"name": "extract"},
            {"name": "dedupe", "enabled": false}, {"name": "enrich"}], "output"
          """))
    #expect(try binary.run("run", "-q", "-c", "pipeline.json").code == 0)
    let expected = try export()
    try job.run()
    #expect(try assemble("-q").code == 0)
    #expect(try export() == expected)
  }

  // MARK: What is refused

  /// A damage to a finished job, and a part of what is said of it.
  struct Damage: Sendable, CustomTestStringConvertible {
    let what: String
    let said: String
    let make: @Sendable (HandJob) throws -> Void

    var testDescription: String { what }
  }

  private static func edit(
    _ job: HandJob, _ place: String, _ change: (inout [[String]]) -> Void
  ) throws {
    var parts = try job.parts(in: place)
    change(&parts)
    try job.write(parts, in: place)
  }

  private static func damage(_ job: HandJob, _ name: String, _ change: (String) -> String) throws {
    try job.folder.write("job/" + name, change(try job.folder.read("job/" + name)))
  }

  static let damages: [Damage] = [
    Damage(what: "no list", said: "the list is not there") {
      try damage($0, "read/part-00000.jsonl") { $0 }
      rename($0.folder.path + "/job/list.jsonl", $0.folder.path + "/job/other.jsonl")
    },
    Damage(what: "a list of another folder", said: "list.jsonl: the lines before it") {
      try damage($0, "list.jsonl") { $0.replacing("plain.md", with: "other.md") }
    },
    Damage(what: "reading did not finish", said: "read: it has no _SUCCESS") {
      rename($0.folder.path + "/job/read/_SUCCESS", $0.folder.path + "/job/read/_START")
    },
    Damage(what: "copies did not finish", said: "copies: it has no _SUCCESS") {
      rename($0.folder.path + "/job/copies/_SUCCESS", $0.folder.path + "/job/copies/_START")
    },
    Damage(what: "a part is gone", said: "part-00001.jsonl: the part is not there") {
      rename($0.folder.path + "/job/read/part-00001.jsonl", $0.folder.path + "/job/read/x")
    },
    Damage(what: "a part is cut in a line", said: "the part is cut inside of the line") {
      try damage($0, "read/part-00000.jsonl") { String($0.dropLast(9)) }
    },
    Damage(what: "a part is cut between lines", said: "part-00001.jsonl: ") {
      try damage($0, "read/part-00001.jsonl") { text in
        text.split(separator: "\n").dropLast().map { $0 + "\n" }.joined()
      }
    },
    Damage(what: "a byte is another", said: "its sum differs") {
      try damage($0, "read/part-00001.jsonl") { text in
        text.replacing("\"_status\":\"kept\"", with: "\"_status\": \"kept\"")
      }
    },
    Damage(what: "a part holds more", said: "more lines than were recorded") {
      try damage($0, "read/part-00002.jsonl") { $0 + $0 }
    },
    Damage(what: "a part stands twice", said: "read: its parts are those of another list") { job in
      try edit(job, "read") { $0.append($0[2]) }
    },
    Damage(what: "a part stands in place of another", said: "stands where group") { job in
      try edit(job, "read") { $0[1] = Array($0[0].prefix($0[1].count)) }
    },
    Damage(what: "a line was dropped", said: "read: its parts are those of another list") { job in
      try edit(job, "read") { $0[1].removeLast() }
    },
    Damage(what: "two lines are exchanged", said: "group 1 stands where group 0 should") { job in
      try edit(job, "read") { $0[0].swapAt(0, 1) }
    },
    Damage(what: "a line was quarantined", said: "the line is quarantined: no JSON") { job in
      try edit(job, "read") {
        $0[1][0] = "{\"_status\":\"quarantined\",\"line\":1,\"reason\":\"no JSON\"}"
      }
    },
    Damage(what: "a line of another program", said: "it was made by another") { job in
      try edit(job, "read") { $0[1][0] = $0[1][0].replacing("\"dibao 0", with: "\"dibao 9") }
    },
    Damage(what: "documents of other files", said: "its documents are not those of the list") {
      job in
      try edit(job, "read") { $0[0][0] = $0[0][0].replacing("broken.txt", with: "other.txt") }
    },
    Damage(what: "a copy of nothing", said: "they name documents that were not read") { job in
      try damage(job, "copies/part-00000.jsonl") { Self.changedIDs($0) }
      try job.rewrite("copies")
    },
    Damage(what: "fewer copies than were found", said: "copies among") { job in
      let parts = try job.parts(in: "copies")
      try job.write(parts, in: "copies", documents: 3, copies: 1)
    },
  ]

  private static func changedIDs(_ text: String) -> String {
    text.replacing("\"document\":\"doc_", with: "\"document\":\"doc_zz")
  }

  /// A finished job, which the tests of damages copy.
  private static let finished = Result {
    let folder = try Folder()
    try writeDocuments(to: folder)
    try folder.write("pipeline.json", config)
    try HandJob(folder: folder, binary: Binary(folder: folder.path), config: "pipeline.json").run()
    return folder
  }

  private func copyFinishedJob() throws {
    let finished = try Self.finished.get()
    try folder.write("job/list.jsonl", finished.read("job/list.jsonl"))
    for place in ["read", "copies"] {
      for name in finished.list("job/\(place)") {
        try folder.write("job/\(place)/\(name)", finished.bytes("job/\(place)/\(name)"))
      }
    }
  }

  @Test(arguments: damages)
  func `a job that is not whole is refused, and nothing is published`(_ damage: Damage) throws {
    try copyFinishedJob()
    try damage.make(job)
    let result = try assemble()
    #expect(result.code == 65, "\(result.words)")
    #expect(result.words.contains(damage.said), "\(result.words)")
    #expect(result.words.contains("assemble.bad-job"))
    #expect(!folder.exists("out/current"))
  }

  @Test func `a job of another configuration is refused`() throws {
    try copyFinishedJob()
    try folder.write("pipeline.json", Self.config.replacing("河滨日报", with: "江城新闻"))
    let result = try assemble()
    #expect(result.code == 65)
    #expect(result.words.contains("list.jsonl: it was made by dibao"))
  }

  @Test func `a folder that is no job is refused`() throws {
    let result = try assemble()
    #expect(result.code == 65)
    #expect(result.words.contains("job/list.jsonl: the list is not there"))
  }
}
