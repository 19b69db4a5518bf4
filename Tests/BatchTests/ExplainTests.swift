import Export
import Storage
import Testing

@testable import Batch

/// `dibao explain` over exports of the demo articles and of small documents.
@Suite struct ExplainTests {
  private let folder: Folder
  private var binary: Binary

  init() throws {
    folder = try Folder()
    binary = Binary(folder: folder.path)
    try Documents.write(to: folder)
  }

  private func publish(_ kinds: String = "csv", input: String = "in") throws {
    let result = try binary.run([
      "run", "-q", "--input", input, "--output", "out", "--write", kinds,
    ])
    #expect(result.code == 0, "\(result.words)")
  }

  /// The ids of mentions in an export with `mentions.csv`, by the words of the row.
  private func ids(_ words: String) throws -> [String] {
    try folder.read("out/current/mentions.csv").split(separator: "\r\n")
      .filter { $0.contains(words) }
      .compactMap { $0.split(separator: ",").first.map(String.init) }
  }

  private func id(_ words: String) throws -> String { try #require(try ids(words).first) }

  private func source(_ id: String) throws -> SourceCheck {
    let explanation = try Explanation(of: id, export: folder.path + "/out")
    return try #require(explanation.source)
  }

  @Test func `a row is shown with its sentence, its rule and its file`() throws {
    try publish()
    let id = try id("常务副省长")
    let result = try binary.run("explain", id)
    #expect(result.code == 0, "\(result.words)")
    let lines = result.output.split(separator: "\n").map { String($0.drop { $0 == " " }) }
    #expect(lines.first?.hasPrefix("\(id) in out/current/mentions.csv, line ") == true)
    #expect(
      lines.contains("省委副书记刘卫国、常务副省长⟦蔡明东⟧出席会议，各市州主要负责同志在分会场参加会议。"))
    #expect(lines.contains("person_name        蔡明东"))
    #expect(lines.contains { $0.hasPrefix("rule        office.name: an office and the name") })
    #expect(lines.contains { $0.hasPrefix("confidence  0.88: how far the rule is trusted") })
    #expect(lines.contains { $0.hasPrefix("inferred    division: the place of the body") })
    #expect(lines.last == "source  \(folder.path)/in/meeting.md: unchanged; it reads the same")
  }

  @Test func `JSON gives the same as fields`() throws {
    try publish()
    let id = try id("常务副省长")
    let result = try binary.run("explain", "--json", "--export", "out/current", id)
    let tree = try #require(JSONDocument(Array(result.output.utf8)).tree)
    #expect(tree["mention"]?["mention_id"]?.text == id)
    #expect(tree["sentence"]?["words"]?.text == "蔡明东")
    #expect(tree["rule"]?["name"]?.text == "office.name")
    #expect(tree["inferred"]?.items?.first?["word"]?.text == "division")
    #expect(tree["source"]?["reads"]?.text == "same")
  }

  @Test(arguments: ["csv", "jsonl", "csv.gz", "jsonl.gz", "excel,jsonl.gz"])
  func `whichever files the export has, the row is the same`(_ kinds: String) throws {
    try publish("csv")
    let id = try id("常务副省长")
    let first = try binary.run("explain", id).output
    try publish(kinds)
    let second = try binary.run("explain", id)
    #expect(second.code == 0, "\(second.words)")
    #expect(
      second.output.split(separator: "\n").dropFirst() == first.split(separator: "\n").dropFirst())
  }

  /// Files that hold several articles, articles in several files, archives, and rare encodings.
  static let forms: [(String, [String])] = [
    ("series", ["digest.txt#3", "t20210604_5570.html"]),
    ("saved", ["crawl.warc.gz#000003", "lake-dispatch.mhtml", "singlefile.html"]),
    ("encodings", ["big5.html", "gbk.txt.gz"]),
  ]

  @Test(arguments: forms)
  func `a file of any form is found again and reads the same`(
    _ name: String, _ paths: [String]
  ) throws {
    try publish(input: ShippedFileTests.top + "/Fixtures/articles/" + name)
    let table = try folder.read("out/current/documents.csv")
    for path in paths {
      let rows = table.split(separator: "\r\n").filter { $0.contains(",\(path),") }
      let document = try #require(rows.first?.split(separator: ",").first)
      let source = try source(try id(",\(document),"))
      #expect(source.isUnchanged, "\(path)")
      guard case .same = source.answer else {
        Issue.record("\(path): \(source.lines)")
        continue
      }
    }
  }

  /// Who a person is, the whole corpus and people's corrections decide: one document cannot tell.
  @Test func `namesakes and persons of another name are found again`() throws {
    let fixtures = ShippedFileTests.top + "/Fixtures"
    try folder.write(
      "pipeline.json",
      """
      {"version": 1, "inputs": [{"path": "\(fixtures)/articles/tenures"}],
       "stages": [{"name": "fetch-local"}, {"name": "clean"}, {"name": "extract"},
                  {"name": "dedupe"}, {"name": "enrich", "lookups": "\(fixtures)/lookups"}],
       "output": {"root": "out"}, "writers": [{"type": "csv"}]}
      """)
    #expect(try binary.run("run", "-q").code == 0)
    for name in [",张伟,", ",顾燕舟,"] {
      let ids = try ids(name)
      #expect(!ids.isEmpty)
      for id in ids {
        let source = try source(id)
        guard case .same = source.answer else {
          Issue.record("\(name) \(source.lines)")
          continue
        }
      }
    }
  }

  @Test func `another name for the person is only mentioned`() throws {
    try publish()
    let id = try id("常务副省长")
    let table = try folder.read("out/current/mentions.csv")
    try folder.write("out/current/mentions.csv", table.replacing(",蔡明东,off", with: ",蔡东,off"))
    let lines = try source(id).lines
    #expect(lines.first?.hasSuffix("unchanged; it reads the same") == true, "\(lines)")
    #expect(
      lines.dropFirst() == ["by itself the document has person_name: 蔡东 -> 蔡明东"], "\(lines)")
  }

  @Test func `of several inputs the label tells the file`() throws {
    try folder.write("b/in/other.md", "# 会议\n\n2024-01-01\n\n湖南省委书记周明远到会并讲话，要求抓好落实。\n")
    let run = try binary.run([
      "run", "-q", "--input", "in", "b/in/other.md", "--output", "out",
    ])
    #expect(run.code == 0, "\(run.words)")
    let source = try source(try id("周明远"))
    #expect(source.location == folder.path + "/b/in/other.md")
    #expect(try self.source(try id("常务副省长")).location == folder.path + "/in/meeting.md")
  }

  @Test func `a file that has changed is told apart from one that is gone`() throws {
    try publish()
    let id = try id("常务副省长")
    let text = try folder.read("in/meeting.md")
    try folder.write("in/meeting.md", text + "\n会议还研究了其他事项，并对下一步工作作出了安排。\n")
    #expect(
      try source(id).lines
        == [
          "\(folder.path)/in/meeting.md: its bytes have changed since the export; it reads the same"
        ])
    try folder.write("in/meeting.md", text.replacing("常务副省长", with: "副省长"))
    let other = try source(id)
    guard case .gone(let found) = other.answer else {
      Issue.record("\(other.lines)")
      return
    }
    #expect(found == ["蔡明东, 吉林省人民政府 副省长 (office.name)"] || found == [])
    try folder.write("in/meeting.md", "")
    guard case .rejected = try source(id).answer else {
      Issue.record("an empty file is a reject")
      return
    }
    let moved = try binary.run(["explain", id, "--export", folder.path + "/out"])
    #expect(moved.code == 0)
    try folder.write("out/current/run.json", #"{"inputs": ["/nowhere"]}"#)
    #expect(
      try source(id).lines == [
        "not found; looked for:", "/nowhere/meeting.md",
      ])
    try folder.write("out/current/run.json", "{")
    #expect(
      try source(id).lines == [
        "not found: the export does not say where it was read (run.json)"
      ])
  }

  // MARK: what cannot be explained

  static let hostileIDs = [
    "", "men_", "men_aaaaaaaaaaaaaaa", "men_aaaaaaaaaaaaaaaaa", "men_AAAAAAAAAAAAAAAA",
    "men_aaaaaaaa1aaaaaaa", "per_aaaaaaaaaaaaaaaa", "../../etc/passwd", "\u{1B}[31mmen_", "编号",
    "men_aaaaaaaaaaaaaaa\u{301}", String(repeating: "a", count: 10_000), "%s%n", "'; --",
  ]

  @Test(arguments: hostileIDs)
  func `what can be no id is told, and never by itself`(_ id: String) throws {
    let result = try binary.run(["explain", "--", id])
    #expect(result.code == 64)
    #expect(result.output == "")
    #expect(result.words.contains("is no mention_id"), "\(result.words)")
    #expect(result.words.utf8.count < 400)
    #expect(!result.words.contains("\u{1B}"))
  }

  @Test func `an id that no row has, and an export that is not there, end with 66`() throws {
    let unknown = "men_aaaaaaaaaaaaaaaa"
    let missing = try binary.run("explain", unknown)
    #expect(missing.code == 66)
    #expect(missing.words.contains("out/current: no export here; make one with dibao run"))
    try publish("csv")
    let result = try binary.run("explain", unknown)
    #expect(result.code == 66)
    #expect(result.words.contains("out/current/mentions.csv: no row has the id \(unknown);"))
    try publish("excel")
    let sheet = try binary.run("explain", unknown)
    #expect(sheet.code == 66)
    #expect(sheet.words.contains("no mentions.csv or mentions.jsonl in it, gzipped or not"))
  }

  @Test(arguments: ["csv", "jsonl", "csv.gz"])
  func `a table that is damaged ends with 65`(_ kinds: String) throws {
    try publish(kinds)
    let name = try #require(folder.list("out/current").first { $0.hasPrefix("mentions.") })
    try folder.write("out/current/" + name, "mention_id\r\nmen_aaaaaaaaaaaaaaaa\r\n")
    let result = try binary.run("explain", "men_aaaaaaaaaaaaaaaa")
    #expect(result.code == 65, "\(result.words)")
    #expect(result.words.contains("out/current/" + name))
  }

  @Test func `an export without documents still shows the row`() throws {
    try folder.write(
      "pipeline.json",
      """
      {"version": 1, "inputs": [{"path": "in"}], "output": {"root": "out"},
       "writers": [{"type": "csv", "tables": ["mentions"]}]}
      """)
    #expect(try binary.run("run", "-q").code == 0)
    let result = try binary.run("explain", try id("常务副省长"))
    #expect(result.code == 0, "\(result.words)")
    #expect(result.output.contains("the export has no table documents"))
  }

  static let lies: [(String, String, String)] = [
    // Places outside of the text, upside down, or past what an integer holds.
    ("start", "999999", "lies outside"), ("end", "999999", "lies outside"),
    ("start", "-1", "lies outside"), ("end", "0", "lies outside"),
    ("end", "9223372036854775807", "lies outside"), ("start", "92233720368547758070", ""),
    ("text", "\"\u{1B}[31m\"", "other words"), ("rule", "made.up", "no rule of this name"),
    ("inferred", "weather", "not a word of this version"), ("confidence", "0.5", "it has 0.88"),
  ]

  @Test func `a row that lies is shown as it is, and told`() throws {
    try publish()
    let whole = try folder.read("out/current/mentions.csv")
    for (column, cell, words) in Self.lies {
      try folder.write("out/current/mentions.csv", whole)
      try explainLie(column, cell, words)
    }
  }

  private func explainLie(_ column: String, _ cell: String, _ words: String) throws {
    let path = "out/current/mentions.csv"
    let names = try #require(try folder.read(path).split(separator: "\r\n").first)
      .split(separator: ",").map(String.init)
    let place = try #require(names.firstIndex(of: column))
    let id = try id("常务副省长")
    let lines = try folder.read(path).split(separator: "\r\n").map { line -> String in
      guard line.hasPrefix(id) else { return String(line) }
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      cells[place] = cell
      return cells.joined(separator: ",")
    }
    try folder.write(path, lines.map { $0 + "\r\n" }.joined())
    let result = try binary.run("explain", id)
    #expect(result.code == 0, "\(result.words)")
    #expect(result.output.contains(words), "\(result.output)")
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func `a path that leads out of the input is not followed`() throws {
    try folder.write("secret.md", try folder.read("in/meeting.md"))
    try publish()
    let table = try folder.read("out/current/documents.csv")
    let id = try id("常务副省长")
    for path in ["../secret.md", "/etc/passwd", "a//b", "", "..", "x/../../secret.md"] {
      try folder.write(
        "out/current/documents.csv", table.replacing(",meeting.md,", with: ",\(path),"))
      guard case .missing(let places) = try source(id).answer else {
        Issue.record("\(path) was read")
        continue
      }
      #expect(places == [])
    }
  }
}
