import Export
import Storage
import Testing

@testable import Batch

/// Whole runs of the program: what it prints, where, and the number that it ends with.
@Suite struct CommandTests {
  private let folder: Folder
  private var binary: Binary

  init() throws {
    folder = try Folder()
    binary = Binary(folder: folder.path)
    try Documents.write(to: folder)
  }

  private func run(_ arguments: String..., input: String = "") throws -> Binary.Result {
    try binary.run(arguments, input: input)
  }

  private func publish(_ more: String...) throws -> Binary.Result {
    try binary.run(["run", "--input", "in", "--output", "out", "--write", "csv,jsonl"] + more)
  }

  private func config(_ more: String = "") -> String {
    """
    {"version": 1, "inputs": [{"path": "in"}], "output": {"root": "out"},
     "writers": [{"type": "jsonl"}]\(more)}
    """
  }

  // MARK: 0

  @Test func `a run publishes an export that holds what it says`() throws {
    let result = try publish()
    #expect(result.code == 0, "\(result.words)")
    #expect(result.output == "")
    #expect(result.lastWords.hasPrefix("dibao: published out/runs/"))
    #expect(result.lastWords.contains(": 4 documents, "))
    let files = folder.list("out/current")
    #expect(files.contains("documents.csv"))
    #expect(files.contains("documents.jsonl"))
    for name in ["SHA256SUMS", "datapackage.json", "manifest.json", "run.json"] {
      #expect(files.contains(name))
    }
    let check = try run("verify", "out")
    #expect(check.code == 0, "\(check.output)")
  }

  @Test func `where few files may be opened every command says so`() throws {
    for limit in 5...12 {
      var binary = binary
      // The shell that opens the streams needs more itself.
      binary.shell = "exec sh -c 'ulimit -n \(limit); shift; exec \"$@\"' sh"
      for arguments in [["version"], ["run", "--input", "in", "--output", "out"], ["nonsense"]] {
        let result = try binary.run(arguments)
        #expect(result.code == 74, "\(limit): \(result.words)")
        #expect(result.words.contains("(start.few-files)\n"), "\(result.words)")
        #expect(result.lastWords == "dibao: exit 74 (input/output)")
      }
    }
    #expect(!folder.exists("out"))
  }

  @Test func `from cron a run that goes well is silent`() throws {
    var binary = binary
    binary.shell = "cd /;"
    let result = try binary.run(
      "run", "-q", "--input", folder.path + "/in", "--output", folder.path + "/out")
    #expect(result.code == 0)
    #expect(result.output + result.words == "")
  }

  @Test func `the pipeline file of this folder is the one that is read`() throws {
    try folder.write("pipeline.json", config())
    #expect(try run("check").words == "dibao: pipeline.json: no errors\n")
    #expect(try run("run", "-q").code == 0)
    #expect(folder.exists("out/current/documents.jsonl"))
  }

  @Test func `DIBAO_CONFIG names a pipeline file, -c goes before it`() throws {
    try folder.write("etc/good.json", config().replacing("\"in\"", with: "\"../in\""))
    try folder.write("bad.json", "{}")
    var binary = binary
    binary.environment["DIBAO_CONFIG"] = folder.path + "/bad.json"
    #expect(try binary.run("check").code == 78)
    #expect(try binary.run("check", "-c", "etc/good.json").code == 0)
    #expect(try binary.run("run", "-q", "-c", "etc/good.json").code == 0)
    #expect(folder.exists("etc/out/current/documents.jsonl"))
  }

  @Test func `plan reads names only`() throws {
    let result = try run("plan", "--input", "in", "--output", "out", "--write", "csv", "--json")
    let plan = try #require(JSONDocument(Array(result.output.utf8)).tree)
    #expect(plan["documents"]?.integer == 5)
    #expect(plan["documents_of_current"]?.value == .null)
    #expect(!folder.exists("out"))
  }

  @Test func `clean writes one object a line and names what it leaves out`() throws {
    try folder.write("in/empty.txt", "")
    let result = try run("clean", "in/", "in/zz/copy of visit.html")
    #expect(result.code == 0)
    let lines = result.output.split(separator: "\n").compactMap { line in
      JSONDocument(Array(line.utf8)).tree
    }
    #expect(
      lines.map { $0["path"]?.text } == [
        "in/meeting.md", "in/plain.md", "in/signing.txt", "in/visit.html",
        "in/zz/copy of visit.html",
      ])
    #expect(
      lines.first?.members?.map(\.key) == [
        "path", "title", "author", "publisher", "published_at", "text",
      ])
    #expect(lines[0]["title"]?.text == "全省经济工作会议召开")
    #expect(result.words.contains("in/empty.txt"))
  }

  @Test func `inspect shows every stage, or one`() throws {
    let all = try run("inspect", "in/meeting.md")
    #expect(all.code == 0)
    #expect(
      all.output.split(separator: "\n").filter { $0.hasPrefix("== ") } == [
        "== fetch-local", "== clean", "== extract", "== dedupe", "== enrich",
      ])
    let one = try run("inspect", "--stage", "clean", "--json", "in/meeting.md")
    let page = try #require(JSONDocument(Array(one.output.utf8)).tree)
    #expect(page["stage"]?.text == "clean")
    #expect(page["result"]?["title"]?.text == "全省经济工作会议召开")
  }

  @Test func `inspect shows how a text was read, with marks where there is no terminal`() throws {
    let text = try run("inspect", "--stage", "extract", "in/meeting.md")
    #expect(text.output.contains("‹常务副省长›⟦蔡明东⟧"), "\(text.output)")
    #expect(text.output.contains("吉林省人民政府 常务副省长"))
    let strict = try run("inspect", "--stage", "extract", "--min-confidence", "1", "in/meeting.md")
    #expect(strict.output.contains("(mention.confidence-too-low: 0.88, at least 1 is needed)"))
    let json = try run("inspect", "--stage", "extract", "--json", "in/meeting.md")
    let result = try #require(JSONDocument(Array(json.output.utf8)).tree?["result"])
    #expect(result.members?.map(\.key) == ["mentions", "quotes", "offices", "refusals"])
    #expect(try run("inspect", "--min-confidence", "2", "in/meeting.md").code == 64)
  }

  @Test func `office answers every line, also one that is no office`() throws {
    let result = try run("office", "--json", "-", input: "吉林省委书记\n明天下雨\n")
    #expect(result.code == 0)
    let answers = result.output.split(separator: "\n").compactMap { line in
      JSONDocument(Array(line.utf8)).tree
    }
    #expect(answers.count == 2)
    #expect(answers[1]["read"]?.value == .boolean(false))
    #expect(answers[1]["organization"]?.value == .null)
    #expect(answers[0].members?.map(\.key) == answers[1].members?.map(\.key))
  }

  @Test(arguments: ["config", "tables", "rules", "exit-codes"])
  func `schema prints JSON, and Markdown where it is asked`(_ subject: String) throws {
    let json = try run("schema", subject)
    #expect(json.code == 0)
    #expect(JSONDocument(Array(json.output.utf8)).tree != nil)
    #expect(try run("schema", subject, "--markdown").output.contains("|---|"))
  }

  @Test func `version tells the program and its tables`() throws {
    #expect(try run("version").output == "dibao \(Program.version) (tables 1)\n")
    #expect(try run("version", "--json").output.hasPrefix(#"{"name":"dibao","version":""#))
  }

  @Test func `a reader that goes away is a quiet end`() throws {
    try Documents.writeMany(40, to: folder)
    var binary = binary
    // The reader of the pipe is gone before the first byte is written.
    binary.shell = "mkfifo gone; (: <gone) & exec 3>gone; wait;"
    binary.output = ">&3"
    let result = try binary.run("clean", "in")
    #expect(result.words == "")
    #expect(result.code == 0)
  }

  // MARK: 3

  @Test func `--strict-exit tells of rejects, the export is published all the same`() throws {
    try folder.write("in/empty.txt", "")
    #expect(try publish().code == 0)
    let strict = try publish("--strict-exit")
    #expect(strict.code == 3)
    #expect(strict.words.contains("1 x fetch.empty, first: empty.txt"))
    #expect(folder.exists("out/current/manifest.json"))
  }

  // MARK: 64

  @Test func `without a verb the help stands on standard error`() throws {
    let result = try run()
    #expect(result.code == 64)
    #expect(result.output == "")
    #expect(result.words.contains("dibao run --input articles --output out"))
  }

  @Test(arguments: [
    (["rnu"], #"no command "rnu"; did you mean "run"?"#),
    (["run", "--output", "out"], "--input and --output belong together"),
    (["run", "--input", "in", "--output", "out", "--write", "xml"], #""xml" cannot be written"#),
    (["run", "-c", "a.json", "--input", "in", "--output", "out"], "Give either --config or"),
    (["run", "-j", "0"], "-j must be from 1 to 1024"),
    (["run", "--frob"], "Unknown option '--frob'"),
    (["run", "--input", "in", "--output", "in/.."], "lies in the output root"),
    (["schema", "confg"], "'confg' is invalid"),
    (["office", "--on", "2024-13", "省长"], "'2024-13' is invalid"),
  ])
  func `a wrong command line is told`(_ arguments: [String], _ words: String) throws {
    let result = try binary.run(arguments)
    #expect(result.code == 64)
    #expect(result.words.contains(words), "\(result.words)")
    #expect(result.output == "")
  }

  // MARK: 65

  @Test func `too many rejects publish nothing`() throws {
    #expect(try publish().code == 0)
    let before = folder.list("out/runs")
    try folder.write("in/empty.txt", "")
    try folder.write("pipeline.json", config(#", "limits": {"max_errors": 0}"#))
    let result = try run("run")
    #expect(result.code == 65)
    #expect(
      result.words == """
        dibao: error: 1 x fetch.empty, first: empty.txt: 0 bytes; fetch the page again or remove \
        the file
        dibao: error: 1 reject in 6 documents: limits.max_errors allows 0; mend the documents, \
        exclude them, or raise the limit (limit.max-errors)
        dibao: exit 65 (data)

        """)
    #expect(folder.list("out/runs") == before)
  }

  @Test func `too few rows publish nothing`() throws {
    try folder.write("pipeline.json", config(#", "assert": {"min_rows": 5}"#))
    let result = try run("run")
    #expect(result.code == 65)
    #expect(result.words.contains("documents has 4 rows, assert.min_rows asks for 5"))
    #expect(!folder.exists("out/current"))
  }

  @Test func `a fall against the last export publishes nothing`() throws {
    try folder.write("pipeline.json", config(#", "assert": {"max_drop_vs_last": 0.25}"#))
    #expect(try run("run").code == 0)
    let exclude = config(#", "assert": {"max_drop_vs_last": 0.25}"#)
      .replacing(#""in"}"#, with: #""in", "exclude": ["*.md"]}"#)
    try folder.write("pipeline.json", exclude)
    let result = try run("run")
    #expect(result.code == 65)
    #expect(result.words.contains("documents fell from 4 to 2 rows"))
    #expect(folder.list("out/runs").count == 1)
    #expect(try run("run", "--accept-shrink").code == 0)
    try folder.write("pipeline.json", config(#", "assert": {"max_drop_vs_last": 0.25}"#))
    #expect(try run("run").code == 0)
    try folder.write(
      "pipeline.json", exclude.replacing(#"["*.md"]"#, with: #"["plain.md"]"#))
    #expect(try run("run").code == 0)
  }

  @Test func `a fall of any table that is named publishes nothing`() throws {
    let asserted =
      #", "assert": {"max_drop_vs_last": 0, "tables": ["documents", "mentions"]}"#
    try folder.write("pipeline.json", config(asserted))
    #expect(try run("run").code == 0)
    try folder.write("in/signing.txt", String(repeating: "今天天气很好，公园里游人很多。\n", count: 20))
    let result = try run("run")
    #expect(result.code == 65)
    #expect(result.words.contains("the table mentions fell from "))
    #expect(result.words.contains("(assert.max-drop)"))
    try folder.write("pipeline.json", config(#", "assert": {"tables": ["mention"]}"#))
    let wrong = try run("run")
    #expect(wrong.code == 78)
    #expect(
      wrong.words.contains(
        #"/assert/tables/0: "mention" is not known here; did you mean "mentions"?"#))
  }

  @Test func `an export whose bytes have changed does not verify`() throws {
    #expect(try publish().code == 0)
    let run = "out/runs/" + (folder.list("out/runs").first ?? "")
    try folder.write(run + "/documents.csv", "document_id\r\n")
    let result = try self.run("verify", run)
    #expect(result.code == 65)
    #expect(result.output.contains("sums.mismatch"))
    let json = try self.run("verify", "--json", "out")
    #expect(json.output.hasPrefix(#"{"type":"finding","code":"#))
  }

  // MARK: 66, 73, 74, 75, 77, 78

  @Test func `an input that is not there makes nothing`() throws {
    let result = try run("run", "--input", "nowhere", "--output", "out")
    #expect(result.code == 66)
    #expect(result.lastWords == "dibao: exit 66 (no input)")
    #expect(!folder.exists("out"))
  }

  @Test func `an input without documents is no input`() throws {
    try folder.write("bare/picture.png", "")
    let result = try run("run", "--input", "bare", "--output", "out")
    #expect(result.code == 66)
    #expect(result.words.contains("no documents in bare"))
  }

  @Test func `an output that is a file cannot be created`() throws {
    try folder.write("file", "x")
    let result = try run("run", "--input", "in", "--output", "file")
    #expect(result.code == 73, "\(result.words)")
    #expect(try folder.read("file") == "x")
  }

  @Test func `a disk that takes no more ends with 74 and leaves the last export`() throws {
    #expect(try publish().code == 0)
    let before = try folder.bytes("out/current/manifest.json")
    try Documents.writeMany(60, to: folder)
    var binary = binary
    binary.shell = "ulimit -f 16;"
    let result = try binary.run("run", "--input", "in", "--output", "out")
    #expect(result.code == 74, "\(result.words)")
    #expect(try folder.bytes("out/current/manifest.json") == before)
    #expect(folder.list("out/runs").count == 1)
    #expect(try run("verify", "out").code == 0)
  }

  @Test func `standard output that takes nothing ends with 74`() throws {
    var binary = binary
    binary.output = ">/dev/full"
    let result = try binary.run("clean", "in")
    #expect(result.code == 74)
    #expect(result.words.contains("standard output: no space left on the disk"))
  }

  @Test func `while a run has the output another is told to come later`() throws {
    let lock = try RunLock(root: folder.path + "/out")
    let result = try publish()
    #expect(result.code == 75)
    #expect(result.words.contains("another run is writing here"))
    try lock.release()
    #expect(try publish().code == 0)
  }

  @Test func `a place where nobody may write ends with 77`() throws {
    #expect(try run("run", "--input", "in", "--output", "/sys/dibao-test").code == 77)
  }

  @Test func `a pipeline file that is missing or wrong ends with 78`() throws {
    #expect(try run("run").code == 78)
    #expect(try run("check", "-c", "nowhere.json").code == 78)
    try folder.write("pipeline.json", config(#", "limts": {}"#))
    let result = try run("run")
    #expect(result.code == 78)
    #expect(
      result.words == """
        pipeline.json:2:34 /limts: no such setting; did you mean "limits"? (config.unknown-key)
        pipeline.json: 1 error (config)
        dibao: exit 78 (config)

        """)
  }
}
