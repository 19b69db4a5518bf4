import Storage
import Testing

@testable import Batch
@testable import Model

/// The metrics of a run: their text, and what is kept of it after a run that failed.
@Suite struct MetricsTests {
  private func outcome() -> Outcome {
    Outcome(
      runID: "r", folder: "out/runs/r",
      counts: [
        StageCount(
          stage: .fetchLocal, entered: 7, split: 0, left: 6, joined: 0, duplicates: 0, rejected: 1)
      ],
      rows: [Outcome.Rows(table: "documents", rows: 6), Outcome.Rows(table: "mentions", rows: 40)],
      rejects: [RejectGroup(code: "clean.no-text", count: 1, firstPath: "a", firstDetail: "")],
      isComplete: true, hasBug: false, fromState: 3, seconds: 1)
  }

  private func text(
    _ end: RunMetrics.End, after earlier: String = "", output: String = "/srv/out", at: Int = 100
  ) -> String {
    RunMetrics(
      end: end, output: output, ended: Moment(seconds: at), seconds: 1.5, peakMemory: 4096,
      earlier: EarlierMetrics(Array(earlier.utf8))
    ).text
  }

  @Test func `a published run tells of itself and of its export`() {
    let lines = text(.published(outcome(), .done)).split(separator: "\n").map(String.init)
    for line in [
      "# TYPE dibao_last_run_success gauge", #"dibao_last_run_success{output="/srv/out"} 1"#,
      #"dibao_last_run_exit_code{output="/srv/out"} 0"#,
      #"dibao_last_success_timestamp_seconds{output="/srv/out"} 100"#,
      #"dibao_last_run_duration_seconds{output="/srv/out"} 1.5"#,
      #"dibao_last_run_peak_memory_bytes{output="/srv/out"} 4096"#,
      #"dibao_export_input_files{output="/srv/out"} 7"#,
      #"dibao_export_state_files{output="/srv/out"} 3"#,
      #"dibao_export_documents{output="/srv/out"} 6"#,
      #"dibao_export_rows{output="/srv/out",table="mentions"} 40"#,
      #"dibao_export_rows{output="/srv/out",table="quotes"} 0"#,
      #"dibao_export_rejects{output="/srv/out",code="clean.no-text"} 1"#,
      #"dibao_export_rejects{output="/srv/out",code="fetch.empty"} 0"#,
      #"dibao_export_stage_documents{output="/srv/out",stage="fetch-local",result="out"} 6"#,
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    let series = lines.filter { !$0.hasPrefix("#") }
    #expect(Set(series).count == series.count)
  }

  @Test func `a run that failed keeps what was told of the export that still stands`() {
    let good = text(.published(outcome(), .done), at: 100)
    let bad = text(.failed(.data), after: good, at: 200)
    #expect(bad.contains("dibao_last_run_success{output=\"/srv/out\"} 0\n"))
    #expect(bad.contains("dibao_last_run_exit_code{output=\"/srv/out\"} 65\n"))
    #expect(bad.contains("dibao_last_run_timestamp_seconds{output=\"/srv/out\"} 200\n"))
    #expect(bad.contains("dibao_last_success_timestamp_seconds{output=\"/srv/out\"} 100\n"))
    let export = { (text: String) in
      text.split(separator: "\n").filter { $0.contains("dibao_export_") }
    }
    #expect(export(bad) == export(good))
    #expect(text(.failed(.data), after: bad).contains("dibao_last_success_timestamp_seconds{"))
  }

  @Test func `a first run that fails tells of no success and of no export`() {
    let text = text(.failed(.noInput))
    #expect(text.contains("dibao_last_run_success{output=\"/srv/out\"} 0\n"))
    #expect(!text.contains("dibao_last_success_timestamp_seconds"))
    #expect(!text.contains("dibao_export_"))
  }

  @Test func `an export that is published with a fault of the program is no success`() {
    let good = text(.published(outcome(), .done), at: 100)
    let bad = text(.published(outcome(), .bug), after: good, at: 200)
    #expect(bad.contains("dibao_last_run_success{output=\"/srv/out\"} 0\n"))
    #expect(bad.contains("dibao_last_success_timestamp_seconds{output=\"/srv/out\"} 100\n"))
    #expect(text(.published(outcome(), .incomplete)).contains("success{output=\"/srv/out\"} 1\n"))
  }

  @Test func `a label is escaped, and found again`() {
    let output = "/srv/a\"b\\c\nd"
    let good = text(.published(outcome(), .done), output: output)
    #expect(good.contains(#"dibao_last_run_success{output="/srv/a\"b\\c\nd"} 1"#))
    let bad = text(.failed(.data), after: good, output: output, at: 200)
    #expect(bad.contains(#"dibao_last_success_timestamp_seconds{output="/srv/a\"b\\c\nd"} 100"#))
  }

  @Test func `a damaged file only tells less`() {
    let damaged =
      "dibao_last_success_timestamp_seconds{output=\"/srv/out\"} NaN\n\u{0}\u{FFFD}} \n{ 5\n"
    #expect(!text(.failed(.data), after: damaged).contains("dibao_last_success_timestamp_seconds"))
  }

  // MARK: Whole runs

  private func config(_ metrics: String, _ more: String = "") -> String {
    """
    {"version": 1, "inputs": [{"path": "in"}], "writers": [{"type": "jsonl"}],
     "output": {"root": "out", "metrics": "\(metrics)"}\(more)}
    """
  }

  @Test func `every run writes its metrics, and the export does not know of them`() throws {
    let folder = try Folder()
    try Documents.write(to: folder)
    let binary = Binary(folder: folder.path)
    try folder.write("pipeline.json", config("prom/a.prom"))
    #expect(try binary.run("run", "-q").code == 0)
    #expect(folder.list("prom") == ["a.prom"])
    let good = try folder.read("prom/a.prom")
    #expect(good.contains("dibao_export_documents{output=\"\(folder.path)/out\"} 4\n"))
    let manifest = try folder.read("out/current/manifest.json")

    try folder.write("pipeline.json", config("prom/a.prom", #", "assert": {"min_rows": 9}"#))
    let failed = try binary.run("run", "-q")
    #expect(failed.code == 65)
    let bad = try folder.read("prom/a.prom")
    #expect(bad.contains("dibao_last_run_success{output=\"\(folder.path)/out\"} 0\n"))
    #expect(bad.contains("dibao_last_success_timestamp_seconds{output=\"\(folder.path)/out\"} "))
    #expect(bad.contains("dibao_export_documents{output=\"\(folder.path)/out\"} 4\n"))

    try folder.write("pipeline.json", config("elsewhere/b.prom"))
    #expect(try binary.run("run", "-q").code == 0)
    #expect(try folder.read("out/current/manifest.json") == manifest)
  }

  @Test func `metrics that cannot be written are told, and the export stands`() throws {
    let folder = try Folder()
    try Documents.write(to: folder)
    try folder.write("prom", "a file, no folder")
    try folder.write("pipeline.json", config("prom/a.prom"))
    let result = try Binary(folder: folder.path).run("run", "-q")
    #expect(result.code == 0)
    #expect(result.words.contains("no metrics: "))
    #expect(folder.exists("out/current/documents.jsonl"))
  }

  static let badPaths: [(String, String)] = [
    ("a.txt", "config.bad-metrics"), (".prom", "config.bad-metrics"), ("", "config.bad-metrics"),
    ("out/current/a.prom", "config.metrics-in-export"),
    ("out/runs/x/a.prom", "config.metrics-in-export"),
  ]

  @Test(arguments: badPaths)
  func `metrics lie in a .prom file outside of the export`(_ path: String, _ code: String) throws {
    let folder = try Folder()
    try folder.write("pipeline.json", config(path))
    let result = try Binary(folder: folder.path).run("check")
    #expect(result.code == 78)
    #expect(result.words.contains(code), "\(result.words)")
  }
}
