import Export

/// The files that `--write` can ask for, by the ending that they get.
package enum FileKind: String, Sendable, CaseIterable {
  case csv
  case excel
  case jsonl
  case csvGzip = "csv.gz"
  case jsonlGzip = "jsonl.gz"
  case bundle
  case sqlite
  case xlsx
  case graph
  case ftm
  case popolo
  case plover
  case panel
  case delta
  case report

  /// As a pipeline file asks for it.
  var setting: JSONValue {
    switch self {
    case .csv: ["type": "csv"]
    case .excel: ["type": "csv", "profile": "excel"]
    case .jsonl: ["type": "jsonl"]
    case .csvGzip: ["type": "csv", "gzip": true]
    case .jsonlGzip: ["type": "jsonl", "gzip": true]
    case .bundle: ["type": "bundle"]
    case .sqlite: ["type": "sqlite"]
    case .xlsx: ["type": "xlsx"]
    case .graph: ["type": "graph"]
    case .ftm: ["type": "ftm"]
    case .popolo: ["type": "popolo"]
    case .plover: ["type": "plover"]
    case .panel: ["type": "panel"]
    case .delta: ["type": "delta"]
    case .report: ["type": "report"]
    }
  }
}
