package import Model
package import Storage

/// One entry of `inputs`: a folder or file, and what is known of its documents.
package struct InputSettings: Configurable, Hashable {
  /// As it is written.
  package var path = ""
  /// From the top of the file system.
  package var location = ""
  package var include: [String] = []
  package var exclude: [String] = []
  package var publisher: String?
  package var encoding: String?
  package var label: String?

  package init() {}

  package static let settings: [Setting<InputSettings>] = [
    Setting(
      "path", .string, isRequired: true,
      meaning: "A folder (walked with its folders) or a file, relative to this file."
    ) { $0.path = $1.text },
    Setting(
      "include", .strings,
      meaning: "Globs that a path in the folder must match, such as `**/*.html`; "
        + "left out: every file with the name of a format that is read."
    ) { $0.include = $1.texts },
    Setting(
      "exclude", .strings, meaning: "Globs of paths in the folder that are left out."
    ) { $0.exclude = $1.texts },
    Setting(
      "publisher", .string, meaning: "The publisher of documents that name none."
    ) { $0.publisher = $1.text },
    Setting(
      "encoding", .string,
      meaning: "The encoding of all documents, such as `gb18030`, where it must not be detected."
    ) { $0.encoding = $1.text },
    Setting(
      "label", .string,
      meaning: "What the documents' paths begin with in the tables, where there are several "
        + "inputs; left out: the last part of `path`."
    ) { $0.label = $1.text },
  ]
}

/// `output`: where exports are published.
package struct OutputSettings: Configurable, Hashable {
  /// As it is written.
  package var root = ""
  /// From the top of the file system.
  package var location = ""
  package var keep = 3
  /// Whether what was read is kept for the next run.
  package var keepsState = true
  /// As it is written; nil for none.
  package var metrics: String?
  /// From the top of the file system; empty for none.
  package var metricsLocation = ""
  /// As it is written; nil for none.
  package var lineage: String?
  /// From the top of the file system; empty for none.
  package var lineageLocation = ""

  package init() {}

  package static let settings: [Setting<OutputSettings>] = [
    Setting(
      "root", .string, isRequired: true,
      meaning: "The folder that exports are published in, relative to this file; "
        + "the newest is always `current` in it."
    ) { $0.root = $1.text },
    Setting(
      "keep", .integer(1...1000), standard: .integer(3),
      meaning: "How many exports are kept; older ones are removed after a run is published."
    ) { $0.keep = $1.number },
    Setting(
      "state", .boolean, standard: .boolean(true),
      meaning: "Whether a run keeps what it has read in `.dibao/state.sqlite`, so that the next "
        + "reads only what is new or changed; the export is the same either way."
    ) { $0.keepsState = $1.flag },
    Setting(
      "metrics", .string,
      meaning: "A file for the node exporter's textfile collector, `NAME.prom`, relative to this "
        + "file: written at the end of every run, also of one that fails; left out: none."
    ) { $0.metrics = $1.text },
    Setting(
      "lineage", .string,
      meaning: "A file of OpenLineage events, `NAME.jsonl`, relative to this file: each run adds a "
        + "line when it begins and one when it ends; left out: none."
    ) { $0.lineage = $1.text },
  ]
}

/// `limits`: how much may go wrong, and how much may be used.
package struct Limits: Configurable, Hashable {
  package var maxErrors = 100
  package var maxErrorRatio = 0.01
  package var memory = 512 << 20
  /// What the stage `fetch-local` keeps to.
  package var fetching = FetchOptions()

  package init() {}

  package static let settings: [Setting<Limits>] =
    [
      Setting(
        "max_errors", .integer(0...1_000_000_000), standard: .integer(100),
        meaning: "More rejected documents than this end the run."
      ) { $0.maxErrors = $1.number },
      Setting(
        "max_error_ratio", .number(0...1), standard: .number(0.01),
        meaning: "A larger share of rejected documents than this ends the run; "
          + "holds for runs of 1,000 documents and more."
      ) { $0.maxErrorRatio = $1.ratio },
      Setting(
        "memory", .size((64 << 20)...(1 << 40)), standard: .integer(512 << 20),
        meaning: "What documents on their way may hold at a time, in bytes or as `512M`; one "
          + "document that is larger still goes through, by itself."
      ) { $0.memory = $1.number },
    ] + FetchOptions.settings.map { $0.lifted { $1(&$0.fetching) } }
}

/// `assert`: what must hold of the result; otherwise nothing is published.
package struct Assertions: Configurable, Hashable {
  package var minRows = 1
  /// Nil where rows may fall by any share.
  package var maxDropVsLast: Double?
  /// The tables whose rows may not fall further than that.
  package var tables: [String] = []

  package init() {}

  package static let settings: [Setting<Assertions>] = [
    Setting(
      "min_rows", .integer(0...1_000_000_000), standard: .integer(1),
      meaning: "The fewest rows that the table `documents` may have."
    ) { $0.minRows = $1.number },
    Setting(
      "max_drop_vs_last", .number(0...1),
      meaning: "By what share the rows of a table may fall against the export that is `current`: "
        + "0.2 lets 100 become 80; left out: by any. `dibao run --accept-shrink` lets it pass once."
    ) { $0.maxDropVsLast = $1.ratio },
    Setting(
      "tables", .strings,
      meaning: "The tables that `max_drop_vs_last` is about; left out: `documents` alone."
    ) { $0.tables = $1.texts },
  ]
}

// A value has been held against its type before it gets here: the fallbacks are never used.
extension SettingValue {
  var text: String { if case .string(let text) = self { text } else { "" } }
  var texts: [String] { if case .strings(let texts) = self { texts } else { [] } }
  var number: Int { if case .integer(let number) = self { number } else { 0 } }
  var flag: Bool { if case .boolean(let flag) = self { flag } else { false } }
  var ratio: Double {
    switch self {
    case .number(let number): number
    case .integer(let number): Double(number)
    case .string, .boolean, .strings: 0
    }
  }
}
