import Export
import Storage
import Testing

@testable import Batch

/// What an engine may rely on when it starts `dibao worker`.
@Suite struct WorkerTests {
  private let folder: Folder
  private let binary: Binary

  init() throws {
    folder = try Folder()
    binary = Binary(folder: folder.path, environment: [:])
    try folder.write("pipeline.json", Self.config)
  }

  private static let config = """
    {"version": 1, "inputs": [{"path": "in"}], "output": {"root": "out"},
     "writers": [{"type": "jsonl"}]}
    """

  private func work(_ input: String) throws -> Binary.Result {
    try binary.run("worker", "-c", folder.path + "/pipeline.json", input: input)
  }

  private func lines(of result: Binary.Result) throws -> [JSONTree] {
    try result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      try #require(JSONDocument(Array($0.utf8)).tree)
    }
  }

  private func trailer(of result: Binary.Result) throws -> JSONTree {
    try #require(JSONDocument(Array(result.lastWords.utf8)).tree)
  }

  /// A line for one file with what an article of `Documents` holds.
  private static func line(
    _ number: Int, path: String = "visit.html", _ text: String = Documents.articles[0].text
  ) -> String {
    line(number, path: path, Array(text.utf8))
  }

  private static func line(_ number: Int, path: String, _ bytes: [UInt8]) -> String {
    let file: JSONValue = [
      "path": .string(path), "size": .integer(bytes.count),
      "content": .string(Base64.text(of: bytes)),
    ]
    let value: JSONValue = ["number": .integer(number), "files": [file]]
    return String(decoding: value.line, as: UTF8.self)
  }

  // MARK: One line in, one line out

  @Test func `each line gives one line, in order, and the trailer counts them`() throws {
    let groups = Documents.articles.enumerated().map { number, article in
      Self.line(number, path: article.name, article.text) + "\n"
    }
    let result = try work(groups.joined())
    #expect(result.code == 0, "\(result.words)")
    let lines = try lines(of: result)
    #expect(lines.map { $0["number"]?.integer } == [0, 1, 2, 3])
    #expect(lines.allSatisfy { $0["_status"]?.text == "kept" })
    #expect(
      lines.map { $0["documents"]?.items?.first?["path"]?.text }
        == Documents.articles.map(\.name))
    let trailer = try trailer(of: result)
    #expect(trailer["in"]?.integer == 4)
    #expect(trailer["out"]?.integer == 4)
    #expect(trailer["quarantined"]?.integer == 0)
    #expect(trailer["sha256_out"]?.text == Content(of: Array(result.output.utf8)).sha256)
  }

  @Test func `what a worker reads is what a run reads`() throws {
    try Documents.write(to: folder)
    #expect(try binary.run("run", "-q", "-c", "pipeline.json").code == 0)
    let documents = try folder.read("out/current/documents.jsonl").split(separator: "\n")
    let published = documents.compactMap { JSONDocument(Array($0.utf8)).tree?["sha256"]?.text }
    let lines = try lines(
      of: work(
        Documents.articles.enumerated().map { number, article in
          Self.line(number, path: article.name, article.text) + "\n"
        }.joined()))
    let read = lines.compactMap { $0["documents"]?.items?.first?["sha256"]?.text }
    #expect(Set(read) == Set(published))
    for line in lines {
      for key in ["reading", "note"] {
        let record = try #require(line["documents"]?.items?.first?[key]?.text)
        #expect(Base64.bytes(in: record)?.isEmpty == false)
      }
    }
  }

  /// What stands in a line, and a part of the reason why it is not taken.
  static let badLines: [(line: String, reason: String)] = [
    ("", "a blank line"),
    ("   ", "byte 3"),
    ("{\"number\":0,\"files\":[", "byte 21"),
    ("no JSON", "byte 0"),
    ("[]", "must be an object"),
    ("{\"number\":0,\"files\":[]}", "no files"),
    ("{\"files\":[{\"path\":\"a\",\"size\":0,\"content\":\"\"}]}", "no \"number\""),
    ("{\"number\":-1,\"files\":[]}", "a whole number"),
    ("{\"number\":1.5,\"files\":[]}", "a whole number"),
    ("{\"number\":0,\"files\":{}}", "must be a list"),
    ("{\"number\":0,\"number\":1,\"files\":[]}", "byte 12"),
    ("{\"number\":0,\"files\":[],\"more\":1}", "\"more\""),
    ("{\"number\":0,\r\"files\":[]}", "carriage return"),
    ("{\"number\":0,\"files\":[{\"path\":\"a\",\"size\":1}]}", "\"content\""),
    ("{\"number\":0,\"files\":[{\"path\":\"a\",\"size\":1,\"content\":\"QQ=\"}]}", "base64"),
    ("{\"number\":0,\"files\":[{\"path\":\"a\",\"size\":1,\"content\":\"Q!==\"}]}", "base64"),
    ("{\"number\":0,\"files\":[{\"path\":\"a\",\"size\":1,\"content\":\"QR==\"}]}", "base64"),
    ("{\"number\":0,\"files\":[{\"path\":\"a\",\"content\":\"\"}]}", "\"size\""),
    ("{\"number\":0,\"files\":[{\"size\":0,\"content\":\"\"}]}", "\"path\""),
  ]

  @Test func `a line that cannot be taken is quarantined, and the next one is taken`() throws {
    let input = Self.badLines.map { $0.line + "\n" }.joined() + Self.line(7) + "\n"
    let result = try work(input)
    #expect(result.code == 0, "\(result.words)")
    let lines = try lines(of: result)
    try #require(lines.count == Self.badLines.count + 1)
    for (number, (bad, line)) in zip(Self.badLines, lines).enumerated() {
      #expect(line["_status"]?.text == "quarantined", "\(bad.line)")
      #expect(line["line"]?.integer == number + 1)
      let reason = line["reason"]?.text ?? ""
      #expect(reason.contains(bad.reason), "\(bad.line): \(reason)")
    }
    #expect(lines.last?["_status"]?.text == "kept")
    #expect(try trailer(of: result)["quarantined"]?.integer == Self.badLines.count)
    #expect(try trailer(of: result)["in"]?.integer == Self.badLines.count + 1)
  }

  @Test func `bytes that are not UTF-8 are quarantined, and what is written is UTF-8`() throws {
    let worker = try Piped(["worker", "-c", folder.path + "/pipeline.json"])
    try worker.write(Array("{\"number\":0,\"files\":[{\"path\":\"".utf8) + [0xFF, 0xFE])
    try worker.write(Array("\",\"size\":0,\"content\":\"\"}]}\n".utf8))
    worker.closeInput()
    let output = try #require(String(validating: worker.read(), as: UTF8.self))
    #expect(worker.wait() == 0)
    #expect(output.hasPrefix("{\"_status\":\"quarantined\""))
  }

  // MARK: Framing

  @Test func `no input is no output, and a trailer of zeros`() throws {
    let result = try work("")
    #expect(result.code == 0)
    #expect(result.output == "")
    let trailer = try trailer(of: result)
    #expect(trailer["in"]?.integer == 0)
    #expect(trailer["sha256_out"]?.text == Content(of: []).sha256)
  }

  @Test func `a return at the end of a line and a missing last newline change nothing`() throws {
    let plain = try work(Self.line(0) + "\n" + Self.line(1) + "\n")
    let framed = try work(Self.line(0) + "\r\n" + Self.line(1))
    #expect(framed.code == 0)
    #expect(framed.output == plain.output)
    #expect(framed.output.utf8.last == 0x0A)
  }

  @Test func `other line ends of Unicode are data`() throws {
    let path = "a\u{2028}b\u{85}c\u{2029}.html"
    let lines = try lines(of: work(Self.line(0, path: path) + "\n"))
    #expect(lines.count == 1)
    #expect(lines.first?["documents"]?.items?.first?["path"]?.text == path)
  }

  // MARK: Files

  @Test func `a file that holds no article is rejected and not quarantined`() throws {
    let result = try work(
      Self.line(0, path: "a.html", "") + "\n" + Self.line(1, path: "b.txt.gz", "plain") + "\n")
    let lines = try lines(of: result)
    #expect(lines.map { $0["_status"]?.text } == ["rejected", "rejected"])
    #expect(
      lines.map { $0["rejects"]?.items?.first?["code"]?.text } == ["fetch.empty", "fetch.bad-gzip"])
    #expect(try trailer(of: result)["quarantined"]?.integer == 0)
  }

  @Test func `what the engine could not read is told in the words of a run`() throws {
    func line(_ file: String) -> String {
      "{\"number\":0,\"files\":[{\"path\":\"a.txt\",\(file)}]}\n"
    }
    let result = try work(
      line("\"size\":9,\"errno\":13") + line("\"size\":9,\"content\":\"\"")
        + line("\"size\":900000000,\"content\":\"\""))
    let rejects = try lines(of: result).compactMap { $0["rejects"]?.items?.first }
    #expect(
      rejects.map { $0["code"]?.text } == [
        "fetch.unreadable", "fetch.changed-while-read", "fetch.too-large",
      ])
    #expect(rejects.first?["detail"]?.text?.hasPrefix("permission denied") == true)
  }

  @Test func `pages of one article that travel together are joined`() throws {
    try folder.write("in/a.txt", "x")
    let pages = (1...2).map { page -> JSONValue in
      let text = Array(Self.page(page).utf8)
      return [
        "path": .string(page == 1 ? "story.html" : "story_2.html"),
        "size": .integer(text.count), "content": .string(Base64.text(of: text)),
      ]
    }
    let value: JSONValue = ["number": 0, "files": .array(pages)]
    let line = try #require(
      try lines(of: work(String(decoding: value.line, as: UTF8.self) + "\n")).first)
    #expect(line["documents"]?.items?.count == 1)
    let clean = try #require(line["counts"]?.items?.first { $0["name"]?.text == "clean" })
    #expect(clean["in"]?.integer == 2)
    #expect(clean["joined"]?.integer == 1)
  }

  private static func page(_ number: Int) -> String {
    """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>河滨市委书记到港口调研</title></head>
    <body><h1>河滨市委书记到港口调研</h1>
    <p>河滨日报讯 5月8日，河滨市委书记景云海到港口调研第\(number)段，市长胡立亭参加，听取了情况汇报。</p>
    <p>调研中，景云海听取了港口建设情况的汇报，要求把各项工作抓紧抓实，确保按期完成第\(number)项任务。</p>
    <p><a href="story.html">1</a> <a href="story_2.html">2</a></p></body></html>
    """
  }

  // MARK: Ends

  @Test func `the environment, the folder and a second try change no byte`() throws {
    let input = Self.line(0) + "\n" + Self.line(1, path: "x.md", Documents.articles[1].text) + "\n"
    let first = try work(input)
    var other = binary
    other.folder = "/"
    other.environment = [
      "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "DIBAO_CONFIG": "/nowhere",
      "HOME": "/nowhere",
    ]
    let second = try other.run("worker", "-c", folder.path + "/pipeline.json", input: input)
    #expect(first.code == 0)
    #expect(second.output == first.output)
    #expect(second.words == first.words)
  }

  @Test func `a pipeline file that asks for the environment is refused`() throws {
    try folder.write("pipeline.json", Self.config.replacing("\"in\"", with: "\"${env:HOME}\""))
    var binary = binary
    binary.environment["HOME"] = "/root"
    let result = try binary.run("worker", "-c", "pipeline.json")
    #expect(result.code == 78, "\(result.words)")
  }

  @Test func `a missing or wrong pipeline file is 78, a wrong command line 64`() throws {
    #expect(try binary.run("worker", "-c", "nowhere.json").code == 78)
    #expect(try binary.run("worker").code == 64)
    #expect(try binary.run("worker", "-c", "pipeline.json", "--step", "walk").code == 64)
  }

  @Test func `output that cannot be written is 74 and has no trailer`() throws {
    var binary = binary
    binary.output = ">/dev/full"
    let result = try binary.run("worker", "-c", "pipeline.json", input: Self.line(0) + "\n")
    #expect(result.code == 74, "\(result.words)")
    #expect(result.lastWords == "dibao: exit 74 (input/output)")
  }

  @Test func `a reader that goes away makes the worker fail`() throws {
    let worker = try Piped(["worker", "-c", folder.path + "/pipeline.json"])
    worker.closeOutput()
    let line = Array((Self.line(0) + "\n").utf8)
    var taken = 0
    while taken < 10_000, try worker.write(line) { taken += 1 }
    #expect(taken < 10_000)
    worker.closeInput()
    #expect(worker.wait() == 74)
  }

  @Test func `who writes everything before reading anything is not held up`() throws {
    let worker = try Piped(["worker", "-c", folder.path + "/pipeline.json"])
    let count = 150
    let input = (0..<count).map { Self.line($0) + "\n" }.joined()
    #expect(input.utf8.count > 100_000)
    #expect(try worker.write(Array(input.utf8)))
    worker.closeInput()
    let output = worker.read()
    #expect(output.count { $0 == 0x0A } == count)
    #expect(output.count > 500_000)
    #expect(worker.wait() == 0)
  }
}
