import Export
import Model
import Storage
import Testing

@testable import Batch

/// What a run tells in the words of OpenLineage.
@Suite struct LineageTests {
  private let lineage = RunLineage(
    inputs: ["/srv/in"], output: "/srv/out", host: "host", runID: "20261122T000000Z-0001-abcd")

  private func event(_ moment: RunLineage.Moment) throws -> JSONTree {
    try #require(JSONDocument(lineage.event(moment, at: Moment(seconds: 0)).line).tree)
  }

  private func outcome() -> Outcome {
    Outcome(
      runID: "r", folder: "out/runs/r", counts: [],
      rows: [Outcome.Rows(table: "persons", rows: 7)], rejects: [], isComplete: true,
      hasBug: false, fromState: nil, seconds: 1)
  }

  @Test func `all that is told of a run bears one id, and others of others`() throws {
    let moments: [RunLineage.Moment] = [
      .begun, .stopped, .failed(["x"]), .published(outcome(), []),
    ]
    let ids = try moments.map {
      try event($0)["run"]?["runId"]?.text ?? ""
    }
    #expect(Set(ids).count == 1)
    let parts = ids[0].split(separator: "-")
    #expect(parts.map(\.count) == [8, 4, 4, 4, 12])
    #expect(parts[2].first == "8" && "89ab".contains(parts[3].first ?? "x"))
    let other = RunLineage(inputs: [], output: "/srv/other", host: "host", runID: lineage.runID)
    let told = other.event(.begun, at: Moment(seconds: 0)).line
    #expect(!String(decoding: told, as: UTF8.self).contains(ids[0]))
  }

  @Test func `a run that published tells its files, with the rows and columns of tables`() throws {
    let files = [
      FileEntry(name: "persons.csv", bytes: 90, sha256: ""),
      FileEntry(name: "manifest.json", bytes: 8, sha256: ""),
    ]
    let event = try event(.published(outcome(), files))
    #expect(event["eventType"]?.text == "COMPLETE")
    #expect(event["eventTime"]?.text == "1970-01-01T00:00:00Z")
    let outputs = try #require(event["outputs"]?.items)
    #expect(
      outputs.map { $0["name"]?.text } == [
        "/srv/out/current/persons.csv", "/srv/out/current/manifest.json",
      ])
    let statistics = outputs.map { $0["outputFacets"]?["outputStatistics"] }
    #expect(statistics.map { $0?["rowCount"]?.integer } == [7, nil])
    #expect(statistics.map { $0?["size"]?.integer } == [90, 8])
    let fields = outputs[0]["facets"]?["schema"]?["fields"]?.items ?? []
    #expect(fields.first?["name"]?.text == "person_id")
    #expect(outputs[1]["facets"] == nil)
  }

  @Test func `a run that failed tells why`() throws {
    let event = try event(.failed(["one", "two"]))
    #expect(event["eventType"]?.text == "FAIL")
    #expect(event["run"]?["facets"]?["errorMessage"]?["message"]?.text == "one\ntwo")
  }

  // MARK: Runs

  private func run(_ folder: Folder, lineage: String, _ more: String = "") throws -> Binary.Result {
    try folder.write(
      "pipeline.json",
      """
      {"version": 1, "inputs": [{"path": "in"}], "writers": [{"type": "csv"}],
       "output": {"root": "out", "lineage": "\(lineage)"}\(more)}
      """)
    return try Binary(folder: folder.path).run("run")
  }

  @Test func `each run adds its beginning and its end`() throws {
    let folder = try Folder()
    try Documents.write(to: folder)
    #expect(try run(folder, lineage: "told/lineage.jsonl").code == 0)
    #expect(
      try run(folder, lineage: "told/lineage.jsonl", #", "assert": {"min_rows": 1000}"#).code == 65)
    let events = try folder.read("told/lineage.jsonl").split(separator: "\n").map {
      try #require(JSONDocument(Array($0.utf8)).tree)
    }
    #expect(
      events.map { $0["eventType"]?.text ?? "" } == ["START", "COMPLETE", "START", "FAIL"])
    let ids = events.map { $0["run"]?["runId"]?.text ?? "" }
    #expect(ids[0] == ids[1] && ids[2] == ids[3] && ids[0] != ids[2])
  }

  @Test(arguments: [
    ("a.txt", "config.bad-lineage"), (".jsonl", "config.bad-lineage"),
    ("out/current/a.jsonl", "config.lineage-in-export"),
    ("out/.dibao/a.jsonl", "config.lineage-in-export"),
  ])
  func `a place that cannot tell of runs is refused`(_ path: String, _ code: String) throws {
    let folder = try Folder()
    try Documents.write(to: folder)
    let result = try run(folder, lineage: path)
    #expect(result.code == 78)
    #expect(result.words.contains(code), "\(result.words)")
  }

  @Test func `an export is published also where its lineage cannot be written`() throws {
    let folder = try Folder()
    try Documents.write(to: folder)
    try folder.write("file", "")
    let result = try run(folder, lineage: "file/a.jsonl")
    #expect(result.code == 0)
    #expect(result.words.contains("no lineage: "), "\(result.words)")
    #expect(folder.exists("out/current/manifest.json"))
  }
}
