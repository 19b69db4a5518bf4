import Glibc
import Testing

@testable import Batch

/// What must hold of an export however the run goes.
@Suite struct ReliabilityTests {
  private let folder: Folder
  private let binary: Binary

  init() throws {
    folder = try Folder()
    binary = Binary(folder: folder.path)
  }

  private static let kinds = "csv,excel,jsonl,csv.gz,jsonl.gz,bundle"

  /// All files of the export in `root` by name, but the one that may differ.
  private func export(_ root: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in folder.list(root + "/current") where name != "run.json" {
      files[name] = try folder.bytes("\(root)/current/\(name)")
    }
    return files
  }

  private func differences(_ a: [String: [UInt8]], _ b: [String: [UInt8]]) -> [String] {
    Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
  }

  // MARK: The same input gives the same bytes

  @Test func `workers, order, place, locale, time zone and umask change no byte`() throws {
    try Documents.write(to: folder, in: "a/one")
    try Documents.write(to: folder, in: "a/two")
    try Documents.writeMany(70, to: folder, in: "a/two/many")
    try Documents.write(to: folder, in: "elsewhere/deep/one")
    try Documents.write(to: folder, in: "elsewhere/deep/two")
    try Documents.writeMany(70, to: folder, in: "elsewhere/deep/two/many")

    func run(
      _ inputs: [String], _ output: String, jobs: String,
      change: (inout Binary) -> Void = { _ in }
    ) throws -> [String: [UInt8]] {
      var binary = binary
      change(&binary)
      let result = try binary.run(
        ["run", "-j", jobs, "--output", output, "--write", Self.kinds, "--input"] + inputs)
      #expect(result.code == 0, "\(result.words)")
      return try export(output)
    }

    let first = try run(["a/one", "a/two"], "out1", jobs: "1")
    #expect(first.count > 10)
    let others = [
      try run(["a/one", "a/two"], "out1", jobs: "2"),
      try run(["a/two", "a/one"], "out2", jobs: "8"),
      try run(["elsewhere/deep/two", "elsewhere/deep/one"], "deep/out", jobs: "2") { binary in
        binary.environment["LC_ALL"] = "tr_TR.UTF-8"
        binary.environment["TZ"] = "Pacific/Kiritimati"
        binary.environment["HOME"] = "/nowhere"
        binary.shell = "umask 077;"
      },
      try run(
        [folder.path + "/a/one/", folder.path + "/elsewhere/deep/two"], "out3", jobs: "3"
      ) { binary in
        binary.environment["TZ"] = "America/New_York"
        binary.environment["LANG"] = "zh_CN.GB18030"
      },
    ]
    for other in others { #expect(differences(first, other) == []) }
  }

  @Test func `one document more changes the export`() throws {
    try Documents.write(to: folder)
    let arguments = ["run", "--input", "in", "--output", "out", "--write", "jsonl"]
    #expect(try binary.run(arguments).code == 0)
    let before = try export("out")
    try Documents.writeMany(1, to: folder)
    #expect(try binary.run(arguments).code == 0)
    let after = try export("out")
    #expect(differences(before, after).contains("manifest.json"))
    #expect(differences(before, after).contains("documents.jsonl"))
  }

  // MARK: A run that is stopped leaves what was there

  private func publishFew() throws -> [String: [UInt8]] {
    try Documents.write(to: folder)
    let result = try binary.run("run", "--input", "in", "--output", "out", "--write", "jsonl")
    #expect(result.code == 0, "\(result.words)")
    return try export("out")
  }

  /// Sends a signal to a run while it reads, with the export that stood before. Where the run had
  /// ended when the signal came, as on a busy machine, one of more documents is tried.
  private func interrupted(
    by signal: Int32
  ) throws -> (result: Binary.Result, before: [String: [UInt8]]) {
    var before = try publishFew()
    for count in [1_000, 4_000, 16_000] {
      try Documents.writeMany(count, to: folder)
      let running = try binary.start([
        "run", "--json", "--fresh", "--input", "in", "--output", "out", "--write", "jsonl",
      ])
      #expect(try running.waits(for: #""stage":"read""#))
      running.send(signal)
      let result = try running.wait()
      if result.code != 0 { return (result, before) }
      before = try export("out")
    }
    throw Binary.CannotRun(reason: "every run had ended before the signal came")
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)])
  func `a signal discards the run`(_ signal: Int32, _ code: Int) throws {
    let (result, before) = try interrupted(by: signal)
    #expect(Int(result.code) == code)
    #expect(result.lastWords.hasPrefix("dibao: exit \(code) ("))
    #expect(result.output.contains(#"{"type":"exit_error","code":\#(code),"#))
    #expect(folder.list("out/runs").allSatisfy { !$0.hasSuffix(".tmp") })
    #expect(differences(before, try export("out")) == [])
  }

  @Test func `a killed run leaves the export before it, the next one clears up`() throws {
    let (result, before) = try interrupted(by: SIGKILL)
    #expect(result.code == 128 + SIGKILL)
    #expect(differences(before, try export("out")) == [])
    #expect(try binary.run("verify", "out").code == 0)
    let published = folder.list("out/runs").filter { !$0.hasSuffix(".tmp") }.count

    let again = try binary.run("run", "--input", "in", "--output", "out", "--write", "jsonl")
    #expect(again.code == 0)
    #expect(folder.list("out/runs").allSatisfy { !$0.hasSuffix(".tmp") })
    #expect(folder.list("out/runs").count == min(published + 1, 3))
    #expect(try binary.run("verify", "out").code == 0)
  }

  @Test func `of old exports as many are kept as the file says`() throws {
    try Documents.write(to: folder)
    try folder.write(
      "pipeline.json",
      """
      {"version": 1, "inputs": [{"path": "in"}], "output": {"root": "out", "keep": 2},
       "writers": [{"type": "csv"}]}
      """)
    for _ in 0..<4 { #expect(try binary.run("run", "-q").code == 0) }
    let runs = folder.list("out/runs")
    #expect(runs.map { $0.split(separator: "-")[1] } == ["0003", "0004"])
  }

  @Test func `few open files are enough`() throws {
    try Documents.write(to: folder)
    var binary = binary
    binary.shell = "ulimit -n 128;"
    let result = try binary.run(
      "run", "-j", "8", "--input", "in", "--output", "out", "--write", Self.kinds)
    #expect(result.code == 0, "\(result.words)")
  }
}
