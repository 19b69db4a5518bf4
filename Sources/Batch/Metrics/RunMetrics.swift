import Model

/// What a run has to tell a monitor: how it went, and what lies in the export that stands now.
///
/// After a run that failed, the export is still that of an earlier one: what was told of it then is
/// told again.
struct RunMetrics: Sendable {
  /// How a run ended.
  enum End: Sendable {
    case published(Outcome, ExitCode)
    case failed(ExitCode)
  }

  let end: End
  /// The label of every number: two pipelines of one machine are told apart by it.
  let output: String
  let ended: Moment
  let seconds: Double
  let peakMemory: Int
  let earlier: EarlierMetrics

  /// The file, whole.
  var text: String { families.map { $0.text(common) }.joined() }

  private typealias Label = MetricFamily.Label
  private typealias Sample = MetricFamily.Sample

  private var common: Label { Label("output", output) }

  private var outcome: Outcome? {
    if case .published(let outcome, _) = end { return outcome }
    return nil
  }

  private var exitCode: ExitCode {
    switch end {
    case .published(_, let code), .failed(let code): code
    }
  }

  /// Published, and by no fault of the program: code 3 is a success that is not complete.
  private var isSuccess: Bool { outcome != nil && exitCode != .bug }

  private var families: [MetricFamily] { runFamilies + exportFamilies }

  // MARK: The run

  private var runFamilies: [MetricFamily] {
    [
      single(
        "dibao_build_info", "Always 1; the version of the program and of its tables.", "1",
        [Label("version", Program.version), Label("schema_version", "\(Program.schemaVersion)")]),
      single(
        "dibao_last_run_success", "Whether the last run published an export (1) or not (0).",
        isSuccess ? "1" : "0"),
      single(
        "dibao_last_run_exit_code", "The number that the last run ended with.",
        "\(exitCode.rawValue)"),
      single(
        "dibao_last_run_timestamp_seconds", "When the last run ended, in seconds from 1970.",
        "\(ended.seconds)"),
      kept(
        "dibao_last_success_timestamp_seconds",
        "When the last run ended that published an export, in seconds from 1970.",
        isSuccess ? "\(ended.seconds)" : nil),
      single("dibao_last_run_duration_seconds", "How long the last run took.", "\(seconds)"),
      single(
        "dibao_last_run_peak_memory_bytes", "The most memory that the last run held.",
        "\(peakMemory)"),
    ]
  }

  // MARK: The export

  private var exportFamilies: [MetricFamily] {
    [
      kept(
        "dibao_export_complete",
        "Whether every file could be read for the export that stands now (1) or not (0).",
        outcome.map { $0.isComplete ? "1" : "0" }),
      kept(
        "dibao_export_input_files", "Files found for the export that stands now.",
        outcome.map { "\($0.counts.first?.entered ?? 0)" }),
      kept(
        "dibao_export_state_files",
        "Files of the export that stands now that were taken as an earlier run had read them.",
        outcome.flatMap { $0.fromState.map { "\($0)" } }),
      kept(
        "dibao_export_documents", "Documents in the export that stands now.",
        outcome.map { "\($0.rows(of: DocumentRow.tableName))" }),
      kept(
        "dibao_export_rows", "Rows by table in the export that stands now.", "table",
        Tables.all.map(\.name)
      ) { outcome, table in outcome.rows(of: table) },
      kept(
        "dibao_export_rejects", "Files that could not be read, by reason, of the last export.",
        "code", Reject.Code.all.map(\.code.rawValue)
      ) { outcome, code in outcome.rejects.first { $0.code == code }?.count ?? 0 },
      stages,
    ]
  }

  private var stages: MetricFamily {
    let name = "dibao_export_stage_documents"
    var samples: [Sample] = []
    for stage in StageName.allCases {
      let count = outcome?.counts.first { $0.stage == stage }
      for (result, number) in count?.results ?? StageCount.none(of: stage).results {
        let labels = [Label("stage", stage.rawValue), Label("result", result)]
        samples += sample(name, labels, outcome == nil ? nil : "\(number)")
      }
    }
    return MetricFamily(
      name: name, help: "What went into each stage and what became of it, of the last export.",
      samples: samples)
  }

  // MARK: Making them

  private func single(
    _ name: String, _ help: String, _ value: String, _ labels: [Label] = []
  ) -> MetricFamily {
    MetricFamily(name: name, help: help, samples: [Sample(labels: labels, value: value)])
  }

  /// A number that stays what it was where this run has none.
  private func kept(_ name: String, _ help: String, _ value: String?) -> MetricFamily {
    MetricFamily(name: name, help: help, samples: sample(name, [], value))
  }

  /// One number for each word that the label may have: also the noughts, so that a monitor sees a
  /// number rise and not appear.
  private func kept(
    _ name: String, _ help: String, _ label: String, _ words: [String],
    _ number: (Outcome, String) -> Int
  ) -> MetricFamily {
    MetricFamily(
      name: name, help: help,
      samples: words.flatMap { word in
        sample(name, [Label(label, word)], outcome.map { "\(number($0, word))" })
      })
  }

  /// Where an export was published, only what it says counts; else what was said before.
  private func sample(_ name: String, _ labels: [Label], _ value: String?) -> [Sample] {
    let before =
      isSuccess || outcome != nil && name != "dibao_last_success_timestamp_seconds"
      ? nil : earlier[MetricFamily.series(name, labels, common)]
    return (value ?? before).map { [Sample(labels: labels, value: $0)] } ?? []
  }
}

extension StageCount {
  fileprivate static func none(of stage: StageName) -> StageCount {
    StageCount(stage: stage, entered: 0, split: 0, left: 0, joined: 0, duplicates: 0, rejected: 0)
  }

  /// The counts by the words that the manifest has for them.
  fileprivate var results: [(String, Int)] {
    [
      ("in", entered), ("split", split), ("out", left), ("joined", joined),
      ("duplicates", duplicates), ("rejected", rejected),
    ]
  }
}
