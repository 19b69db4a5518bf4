import Model

/// What a run has made.
package struct Outcome: Hashable, Sendable {
  /// Rows of one table.
  struct Rows: Hashable, Sendable {
    var table: String
    var rows: Int
  }

  var runID: String
  /// The export, as a person would name it: below the output root as the plan writes it.
  var folder: String
  var counts: [StageCount]
  var rows: [Rows]
  var rejects: [RejectGroup]
  /// False where a document could not be read for a reason that is not its own.
  var isComplete: Bool
  var hasBug: Bool
  /// How many files were taken from the state; nil where there is none.
  var fromState: Int?
  /// The run whose files these are, for nothing was new.
  var sameAs: String?
  var seconds: Double

  func rows(of table: String) -> Int { rows.first { $0.table == table }?.rows ?? 0 }

  var rejected: Int { rejects.reduce(0) { $0 + $1.count } }

  package func exitCode(strict: Bool) -> ExitCode {
    if hasBug { return .bug }
    return isComplete && !(strict && rejected > 0) ? .done : .incomplete
  }

  /// `published out/runs/…: 43 documents, 512 mentions, 101 persons, 2 rejects; 40 files as kept`,
  /// and where that is all, `, nothing new since …`.
  package var line: String {
    let tables = ["documents", "mentions", "persons"].map { table in
      ErrorWording.counted(rows(of: table), String(table.dropLast()))
    }
    let rejects = rejected > 0 ? [ErrorWording.counted(rejected, "reject")] : []
    let incomplete = isComplete ? "" : " (not complete)"
    let kept = fromState.map { $0 > 0 ? "; \(ErrorWording.counted($0, "file")) as kept" : "" } ?? ""
    let same = sameAs.map { ", nothing new since \($0)" } ?? ""
    return "published \(folder): \((tables + rejects).joined(separator: ", "))\(incomplete)"
      + kept + same
  }
}

extension Reject.Code {
  /// Codes of documents that may be whole, only not to be had now: an export without them is not
  /// complete.
  static let incomplete: Set<Reject.Code> = [.unreadable, .changed, .bug]
}
