package import Export

/// One thing that is wrong in `pipeline.json`, and where.
package struct ConfigFault: Error, Hashable, Sendable {
  package var problem: Problem
  /// JSON Pointer (RFC 6901); empty for the whole file.
  package var pointer: String
  /// From 1; the column counts Unicode scalars.
  package var line: Int
  package var column: Int

  package enum Problem: Hashable, Sendable {
    /// Not JSON, or a key that stands twice.
    case syntax(JSONProblem)
    case unknownKey(suggestion: String?, known: [String])
    case missingKey(String, meaning: String)
    case wrongType(expected: String, found: String)
    case outOfRange(expected: String, found: String)
    case notAChoice(found: String, suggestion: String?, choices: [String])
    case emptyList(of: String)
    case environment(EnvironmentText.Problem)
    case stage(StageProblem)
    case place(PlaceProblem)
    case lookup(LookupProblem)

    /// The stable word of this kind of fault.
    package var code: String {
      switch self {
      case .syntax(let problem): problem.code
      case .unknownKey: "config.unknown-key"
      case .missingKey: "config.missing-key"
      case .wrongType: "config.wrong-type"
      case .outOfRange: "config.out-of-range"
      case .notAChoice: "config.not-a-choice"
      case .emptyList: "config.empty-list"
      case .environment(.unset): "config.env-unset"
      case .environment(.newline): "config.env-newline"
      case .environment(.malformed): "config.env-malformed"
      case .stage(.missing): "config.stage-missing"
      case .stage(.twice): "config.stage-twice"
      case .stage(.order): "config.stage-order"
      case .place(.sameFiles): "config.same-files"
      case .place(.sameLabel): "config.same-label"
      case .place(.badLabel): "config.bad-label"
      case .place(.badPath): "config.bad-path"
      case .place(.badPattern): "config.bad-pattern"
      case .place(.badFileName): "config.bad-file-name"
      case .place(.inputInOutput): "config.input-in-output"
      case .place(.badMetrics): "config.bad-metrics"
      case .place(.badLineage): "config.bad-lineage"
      case .place(.metricsInExport): "config.metrics-in-export"
      case .place(.lineageInExport): "config.lineage-in-export"
      case .lookup(.nothing): "lookups.none"
      case .lookup(.notCSV): "lookups.not-csv"
      case .lookup(.missingColumn): "lookups.missing-column"
      case .lookup(.unknownColumn): "lookups.unknown-column"
      case .lookup(.emptyCell): "lookups.empty-cell"
      case .lookup(.twice): "lookups.twice"
      case .lookup(.sameSides): "lookups.same-sides"
      case .lookup(.noOffice): "lookups.no-office"
      case .lookup(.noChoice): "lookups.not-a-choice"
      }
    }
  }

  /// What can be wrong with the list of stages.
  package enum StageProblem: Hashable, Sendable {
    case missing(String)
    case twice(String)
    case order(String, after: String)
  }

  /// What can be wrong in the `lookups` folder.
  package enum LookupProblem: Hashable, Sendable {
    case nothing([String])
    case notCSV(String)
    case missingColumn(String, [String])
    case unknownColumn(String, String?, [String])
    case emptyCell(String)
    case twice(String)
    case sameSides
    case noOffice(String)
    case noChoice(String, [String])
  }

  /// What can be wrong with a place that is read or written.
  package enum PlaceProblem: Hashable, Sendable {
    case sameFiles(String, as: String)
    case sameLabel(String, isWritten: Bool)
    case badLabel(String)
    case badPath(String)
    case badPattern(String, reason: String)
    case badFileName(String)
    case inputInOutput(input: String, root: String)
    case badMetrics(String)
    case badLineage(String)
    case metricsInExport(String)
    case lineageInExport(String)
  }
}
