import Export
import Glibc
import Model
import Storage
import Testing

@testable import Batch

/// Runs that take up what earlier runs have read: whatever happened before, the export is that of a
/// fresh run.
@Suite struct StateRunTests {
  private let folder: Folder
  private let binary: Binary

  init() throws {
    folder = try Folder()
    binary = Binary(folder: folder.path)
  }

  @discardableResult
  private func run(_ output: String = "out", _ more: String...) throws -> Binary.Result {
    let result = try binary.run(
      ["run", "--input", "in", "--output", output, "--write", "csv,jsonl"] + more)
    #expect(result.code == 0, "\(result.words)")
    return result
  }

  /// How many files the last run took from the state.
  private func taken(_ output: String = "out") throws -> Int? {
    let record = try folder.bytes("\(output)/current/run.json")
    return JSONDocument(record).tree?["files_from_state"]?.integer
  }

  /// The run whose files the last run took over.
  private func sameAs(_ output: String = "out") throws -> String? {
    let record = try folder.bytes("\(output)/current/run.json")
    return JSONDocument(record).tree?["same_as"]?.text
  }

  private func expectSame(_ output: String, as other: String = "out") throws {
    let (a, b) = (try folder.export(output), try folder.export(other))
    #expect(a.count > 10)
    #expect(Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted() == [])
  }

  // MARK: Nothing new

  @Test func `where nothing is new, the files of the run before are taken over`() throws {
    try Documents.write(to: folder)
    try folder.write("in/short.txt", "短")
    try run()
    let (first, id) = (try folder.export("out"), try #require(try current()))
    try run("out", "-j", "2")
    #expect(try sameAs() == id)
    try run("out", "-j", "1")
    #expect(try sameAs() != id)
    #expect(try folder.export("out") == first)
    #expect(try binary.run("verify", "out").code == 0)
    // What was published stands by itself: the runs share no file.
    try folder.write("out/runs/\(id)/persons.csv", "")
    #expect(try folder.export("out") == first)
  }

  @Test func `anything that an export follows from makes the run do its work`() throws {
    try Documents.write(to: folder)
    try folder.write("in/short.txt", "短")
    try run()
    try run("out", "--fresh")
    #expect(try sameAs() == nil)
    // Another reject of the same name and code.
    try folder.write("in/short.txt", "短短")
    try run()
    #expect(try sameAs() == nil)
    try folder.write("in/copy.md", try folder.read("in/meeting.md"))
    try run()
    #expect(try sameAs() == nil)
    try run()
    #expect(try sameAs() != nil)
    try run("out", "--write", "csv")
    #expect(try sameAs() == nil)
    // What changed since the run before is another story every time.
    for _ in 1...2 { try run("out", "--write", "csv,delta") }
    #expect(try sameAs() == nil)
  }

  @Test(arguments: ["persons.csv", "SHA256SUMS", "manifest.json"])
  func `an export that was touched is made anew`(_ name: String) throws {
    try Documents.write(to: folder)
    try run()
    let first = try folder.export("out")
    try folder.write("out/current/\(name)", "touched\n")
    try run()
    #expect(try sameAs() == nil)
    #expect(try folder.export("out") == first)
    folder.remove("out/current/\(name)")
    try run()
    #expect(try sameAs() == nil)
    #expect(try folder.export("out") == first)
  }

  private func current() throws -> String? {
    JSONDocument(try folder.bytes("out/current/run.json")).tree?["run_id"]?.text
  }

  // MARK: Hits and misses

  @Test func `a second run reads nothing and gives the same bytes`() throws {
    try Documents.write(to: folder)
    try folder.write("in/nothing.txt", "\n")
    try folder.write("in/short.txt", "短")
    #expect(!(try run().words.contains("as kept")))
    #expect(try taken() == 0)
    let first = try folder.export("out")
    let second = try run("out", "-j", "1")
    #expect(
      second.lastWords.contains("2 rejects; 6 files as kept, nothing new since "),
      "\(second.words)")
    // What cannot be fetched is tried again.
    #expect(try taken() == 6)
    #expect(try folder.export("out") == first)
    #expect(try binary.run("verify", "out").code == 0)
  }

  @Test func `articles in one file, pages in several and archives come back as they were`() throws {
    for name in ["series", "saved", "encodings"] {
      let input = ShippedFileTests.top + "/Fixtures/articles/" + name
      func run(_ output: String, _ writers: String, _ more: String...) throws {
        let arguments = ["run", "--input", input, "--output", output, "--write", writers]
        #expect(try binary.run(arguments + more).code == 0)
      }
      try run(name, "csv")
      // With other files to write, so that nothing can be taken over.
      try run(name, "csv,jsonl", "-j", "2")
      #expect(try taken(name) ?? 0 > 2)
      #expect(try sameAs(name) == nil)
      try run("fresh-\(name)", "csv,jsonl")
      try expectSame(name, as: "fresh-\(name)")
    }
  }

  @Test func `what is changed, gone, new and renamed is all that is read`() throws {
    try Documents.write(to: folder)
    try run()
    let text = try folder.read("in/meeting.md")
    try folder.write("in/meeting.md", text.replacing("蔡明东", with: "蔡东明"))
    folder.remove("in/plain.md")
    try Documents.writeMany(2, to: folder, in: "in/new")
    let signing = try folder.read("in/signing.txt")
    folder.remove("in/signing.txt")
    try folder.write("in/renamed.txt", signing)
    try run("out", "-j", "2")
    #expect(try taken() == 2)
    try run("fresh", "-j", "1")
    try expectSame("fresh")
    // The rows of what is gone are gone, those of the rest are there.
    try run()
    #expect(try taken() == 6)
    try expectSame("fresh")
  }

  @Test func `other settings of reading miss, those of other stages do not`() throws {
    try Documents.write(to: folder)
    func run(_ stages: String, _ more: String = "") throws -> Binary.Result {
      try folder.write(
        "pipeline.json",
        """
        {"version": 1, "inputs": [{"path": "in"}], "output": {"root": "out"},
         "writers": [{"type": "csv"}], "stages": [{"name": "fetch-local"}, \(stages)]\(more)}
        """)
      return try binary.run("run")
    }
    let standard =
      #"{"name": "clean"}, {"name": "extract"}, {"name": "dedupe"}, {"name": "enrich"}"#
    #expect(try run(standard).code == 0)
    // A run that is refused has read all the same.
    let refused = try run(
      standard.replacing(#""clean""#, with: #""clean", "min_characters": 20"#),
      #", "assert": {"min_rows": 100}"#)
    #expect(refused.code == 65)
    #expect(
      try run(standard.replacing(#""clean""#, with: #""clean", "min_characters": 20"#)).code == 0)
    #expect(try taken() == 5)
    #expect(
      try run(
        standard.replacing(
          #""clean"}, {"name": "extract""#,
          with: #""clean", "min_characters": 20}, {"name": "extract", "min_confidence": 0.5"#)
      ).code == 0)
    #expect(try taken() == 0)
    #expect(
      try run(
        standard.replacing(
          #""clean"}, {"name": "extract"}, {"name": "dedupe""#,
          with: #""clean", "min_characters": 20}, {"name": "extract", "min_confidence": 0.5}, "#
            + #"{"name": "dedupe", "enabled": false"#)
      ).code == 0)
    #expect(try taken() == 5)
  }

  @Test func `without a state the export is the same, and nothing is kept`() throws {
    try Documents.write(to: folder)
    try run()
    try folder.write(
      "pipeline.json",
      """
      {"version": 1, "inputs": [{"path": "in"}], "output": {"root": "other", "state": false},
       "writers": [{"type": "csv"}, {"type": "jsonl"}]}
      """)
    #expect(try binary.run("run").code == 0)
    #expect(try taken("other") == nil)
    #expect(!folder.exists("other/.dibao"))
    try expectSame("other")
  }

  @Test func `the state is no input, and in no export`() throws {
    try folder.write("meeting.md", Documents.articles[1].text)
    for _ in 0..<2 {
      let result = try binary.run("run", "--input", ".", "--output", ".", "--write", "csv")
      #expect(result.code == 64 || result.code == 0, "\(result.words)")
    }
    try folder.write("deep/meeting.md", Documents.articles[1].text)
    try folder.write("deep/out/.dibao/notes.txt", Documents.articles[2].text)
    let result = try binary.run(
      "run", "--input", "deep", "--output", "deep/out", "--write", "csv", "--json")
    #expect(result.output.contains(#""documents":1,"#), "\(result.output) \(result.words)")
  }

  // MARK: A state that is not what it should be

  @Test func `a damaged state is set aside with a warning`() throws {
    try Documents.write(to: folder)
    try run()
    try folder.write("out/.dibao/state.sqlite", "no database")
    let result = try run()
    #expect(result.words.contains("(state.damaged)"), "\(result.words)")
    #expect(try taken() == 0)
    #expect(folder.exists("out/.dibao/state.sqlite.damaged"))
    #expect(!(try run().words.contains("state.damaged")))
    #expect(try taken() == 5)
  }

  @Test func `a newer state is refused with 78, and fresh throws it away`() throws {
    try Documents.write(to: folder)
    try run()
    var bytes = try folder.bytes("out/.dibao/state.sqlite")
    bytes[60] = 1
    try folder.write("out/.dibao/state.sqlite", bytes)
    let result = try binary.run("run", "--input", "in", "--output", "out")
    #expect(result.code == 78)
    #expect(result.words.contains("written by a newer version of dibao"), "\(result.words)")
    #expect(result.words.contains("(open; storage.newer)"))
    #expect(try folder.bytes("out/.dibao/state.sqlite") == bytes)
    #expect(folder.list("out/runs").count == 1)
    #expect(try binary.run("gc", "--input", "in", "--output", "out").code == 78)
    try run("out", "--fresh")
    #expect(try taken() == 0)
    try run()
    #expect(try taken() == 5)
  }

  @Test func `an older state is brought to this form`() throws {
    try Documents.write(to: folder)
    try run()
    var bytes = try folder.bytes("out/.dibao/state.sqlite")
    bytes.replaceSubrange(60..<64, with: [0, 0, 0, 0])
    try folder.write("out/.dibao/state.sqlite", bytes)
    #expect(!(try run().words.contains("state.")))
    #expect(try taken() == 0)
    try run()
    #expect(try taken() == 5)
  }

  // MARK: dibao gc

  private func collect() throws -> JSONTree {
    let result = try binary.run("gc", "--json", "--input", "in", "--output", "out")
    #expect(result.code == 0, "\(result.words)")
    return try #require(JSONDocument(Array(result.output.utf8)).tree)
  }

  @Test func `gc frees what unfinished runs have left, and keeps what is of use`() throws {
    try Documents.write(to: folder)
    #expect(try collect()["state"]?.value == .null)
    #expect(!folder.exists("out"))
    try run()
    #expect(try collect()["state"]?["rows_removed"]?.integer == 0)
    try Documents.writeMany(3, to: folder)
    try folder.write(
      "pipeline.json",
      """
      {"version": 1, "inputs": [{"path": "in"}], "output": {"root": "out"},
       "writers": [{"type": "csv"}], "assert": {"min_rows": 100}}
      """)
    #expect(try binary.run("run").code == 65)
    try folder.write("out/.dibao/state.sqlite.damaged", "12345")
    try folder.write("out/runs/20200101T000000Z-0001-aaaa.tmp/a.csv", "123")
    let answer = try collect()
    #expect(answer["state"]?["rows_removed"]?.integer == 3)
    #expect(answer["state"]?["rows"]?.integer == 5)
    #expect(answer["removed"]?.items?.map { $0["bytes"]?.integer } == [3, 5])
    #expect(folder.list("out/runs").count == 1)
    #expect(folder.list("out/.dibao") == ["state.sqlite"])
    try run()
    #expect(try taken() == 5)
  }

  @Test func `while a run has the output, gc waits for its end`() throws {
    let lock = try RunLock(root: folder.path + "/out")
    #expect(try binary.run("gc", "--input", "in", "--output", "out").code == 75)
    try lock.release()
  }

  // MARK: A run that is killed

  /// Kills a run at a moment, and holds the export of the next against that of a clean run. On a busy
  /// machine the run may have ended before the signal comes: the next one's export is the same then.
  private func kill(when isSo: (Running) throws -> Bool, keeping least: Int) throws {
    let running = try binary.start([
      "run", "--json", "-j", "2", "--input", "in", "--output", "out", "--write", "csv,jsonl",
    ])
    let isReached = try running.waits { try isSo(running) }
    running.send(SIGKILL)
    let result = try running.wait()
    #expect(isReached, "\(result.code) \(result.words) \(result.output)")
    #expect([0, 128 + SIGKILL].contains(result.code))
    try run("out", "-j", "1")
    #expect(try taken() ?? 0 >= least)
    try expectSame("clean")
    folder.remove("out")
  }

  @Test func `a run that is killed goes on where it was, and ends as a clean run does`() throws {
    try Documents.write(to: folder)
    try Documents.writeMany(300, to: folder)
    try run("clean")
    let log = "out/.dibao/state.sqlite-wal"
    // As soon as the state is there, while a shard is written, and when all is read.
    try kill(when: { _ in folder.exists("out/.dibao") }, keeping: 0)
    let tells = { (stage: String) in
      { (running: Running) in
        try running.scratch.read("output").contains(#""stage":"\#(stage)""#)
      }
    }
    let isRead = tells("dedupe")
    try kill(when: { try folder.size(of: log) > 300_000 || isRead($0) }, keeping: 0)
    try kill(when: isRead, keeping: 305)
    try kill(when: tells("enrich"), keeping: 305)
  }
}

/// The outcome of reading, as bytes and back.
@Suite struct GroupReadingTests {
  @Test func `a reading comes back as it was`() throws {
    let record = DocumentRecord(
      path: "甲/乙.html", sha256: "ab", reading: [1, 2, 0, 255], note: [])
    let rejects = [
      Reject(.noText, stage: .clean, path: "a", bytes: 0, line: nil, detail: "3 characters"),
      Reject(.badMarkup, stage: .extract, path: "", bytes: nil, line: 12, detail: ""),
    ]
    let reading = GroupReading(
      documents: [.success(record)] + rejects.map(Result.failure),
      counts: [
        StageCount(
          stage: .clean, entered: 1, split: 3, left: 2, joined: 1, duplicates: 0, rejected: 0),
        StageCount(
          stage: .extract, entered: 2, split: 0, left: 1, joined: 0, duplicates: 0, rejected: 0),
      ])
    let bytes = reading.encoded
    let again = try #require(GroupReading(decoding: bytes))
    #expect(again.documents == reading.documents)
    #expect(again.counts == reading.counts)
    for length in bytes.indices { #expect(GroupReading(decoding: Array(bytes[..<length])) == nil) }
    #expect(GroupReading(decoding: bytes + [0]) == nil)
  }

  @Test func `the key is of all that reading sees of a file`() throws {
    let era = StateKey(of: ["build"])
    let file = RawFile(
      path: "a.html", bytes: [], size: 7, sha256: "00", hints: InputHints(publisher: "甲报"))
    let changes: [(inout RawFile) -> Void] = [
      { _ in }, { $0.path = "b.html" }, { $0.size = 8 }, { $0.sha256 = "01" },
      { $0.hints.publisher = nil }, { $0.hints.encoding = "big5" },
      { $0.hints = InputHints(publisher: nil, encoding: "甲报") },
      { $0.capture = Capture(isCut: false) }, { $0.capture = Capture(isCut: true) },
      { $0.capture = Capture(address: "甲", isCut: false) },
      { $0.capture = Capture(charset: "甲", isCut: false) },
      { $0.capture = Capture(mediaType: "甲", isCut: false) },
    ]
    var keys: [StateKey?] = changes.map { change in
      var file = file
      change(&file)
      return StateKey(of: [.success(file)], in: era)
    }
    keys.append(StateKey(of: [.success(file), .success(file)], in: era))
    keys.append(StateKey(of: [.success(file)], in: StateKey(of: ["another"])))
    #expect(Set(keys.compactMap { $0 }).count == keys.count)
    let missing = Reject(.unreadable, stage: .fetchLocal, path: "a", detail: "")
    #expect(StateKey(of: [.success(file), .failure(missing)], in: era) == nil)
  }
}
