import Export
import Model
import Storage

/// The check of an export: what `dibao verify` does.
package struct ExportCheck {
  /// As the user named it, or `current` in it.
  private let folder: String

  /// The folder is an export, or an output folder whose `current` is one.
  package init(of folder: String) throws(Failure) {
    self.folder = try ExportFolder.found(folder)
  }

  /// Writes what does not hold, one line each, to standard output; that anything does not is a
  /// failure.
  package func run(_ reporter: Reporter, asJSON: Bool) throws(Failure) {
    let verification = try reading { () throws(StorageFailure) in
      try Verifier(tables: Tables.all).verify(folder)
    }
    for finding in verification.findings {
      let line = asJSON ? finding.json.line : Array(ErrorWording.line(for: finding).utf8)
      try reporter.console.write(line + [10])
    }
    let count = verification.counts.values.reduce(0, +)
    if asJSON { try reporter.console.write(summary(verification, count).line + [10]) }
    guard verification.isSound else { throw .damagedExport(path: folder, problems: count) }
    reporter.notice(
      "\(folder): \(ErrorWording.counted(verification.files, "file")) and"
        + " \(ErrorWording.counted(verification.rows, "row")), all as they should be")
  }

  private func summary(_ verification: Verification, _ count: Int) -> JSONValue {
    [
      "type": "summary", "folder": .string(folder), "files": .integer(verification.files),
      "bytes": .integer(verification.bytes), "rows": .integer(verification.rows),
      "findings": .integer(count),
    ]
  }
}

extension Finding {
  fileprivate var json: JSONValue {
    [
      "type": "finding", "code": .string(code.rawValue), "file": .string(file),
      "line": .optional(line), "row": .optional(row), "column": .optional(column),
      "meaning": .string(code.meaning), "expected": .string(expected), "found": .string(found),
    ]
  }
}
