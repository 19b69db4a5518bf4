import Export
import Model
import Storage

/// What differs between two exports: what `dibao diff` tells.
package struct ExportDiff {
  private let older: String
  private let newer: String

  /// Each is an export, or an output folder whose `current` is one, or `FOLDER@previous`: the export
  /// that was current before.
  package init(_ older: String, _ newer: String) throws(Failure) {
    self.older = try Self.folder(older)
    self.newer = try Self.folder(newer)
  }

  private static let previous = "@previous"

  private static func folder(_ name: String) throws(Failure) -> String {
    if name.hasSuffix(previous) {
      let root = String(name.dropLast(previous.count))
      return try Self.previous(in: root)
    }
    return try ExportFolder.found(name)
  }

  private static func previous(in root: String) throws(Failure) -> String {
    let previous = try reading { () throws(StorageFailure) in try Publication.previousRun(of: root)
    }
    guard let run = previous else {
      throw .input(
        StorageFailure(
          .notFound, .find, path: root + "/runs",
          detail: "there is no export older than the current one"))
    }
    return root + "/runs/" + run
  }

  /// Writes one line a table and a line for each of the first rows; every row with `all`; as JSON
  /// one object for each row, each id that changed, and a summary.
  package func write(to console: Console, asJSON: Bool, all: Bool) throws(Failure) {
    var counts: [String: [RowChange: Int]] = [:]
    var waiting: [String] = []
    func flush(_ table: String) throws(Failure) {
      guard let own = counts[table], !asJSON else { return }
      try console.write(line: "\(table): \(Self.words(own))")
      for line in waiting { try console.write(line: line) }
      waiting = []
    }
    var last = ""
    try compared { row throws(Failure) in
      if row.table != last { try flush(last) }
      last = row.table
      counts[row.table, default: [:]][row.change, default: 0] += 1
      if asJSON {
        try console.write(row.line)
      } else if all || counts[row.table]?[row.change] ?? 0 <= Self.shown {
        waiting.append(row.words)
      }
    }
    try flush(last)
    try writeIdentities(to: console, asJSON: asJSON)
    if asJSON {
      try console.write(summary(counts).line + [10])
    } else if counts.isEmpty {
      try console.write(line: "no row differs")
    }
  }

  /// So many rows of each kind are told where not all are asked for.
  private static let shown = 10

  private func compared(_ body: (ChangedRow) throws(Failure) -> Void) throws(Failure) {
    let comparison = ExportComparison(older: older, newer: newer, tables: Tables.all)
    do throws(ComparisonFault<Failure>) {
      try comparison.forEach(body)
    } catch {
      switch error {
      case .storage(let failure): throw .input(failure)
      case .body(let failure): throw failure
      }
    }
  }

  private func writeIdentities(to console: Console, asJSON: Bool) throws(Failure) {
    let changes = try reading { () throws(StorageFailure) in
      try IdentityChanges(older: older, newer: newer).changes()
    }
    if !changes.isEmpty, !asJSON { try console.write(line: "ids: \(changes.count) changed") }
    for change in changes {
      try console.write(asJSON ? change.json.line + [10] : Array((change.line + "\n").utf8))
    }
  }

  private static func words(_ counts: [RowChange: Int]) -> String {
    "\(counts[.added] ?? 0) added, \(counts[.changed] ?? 0) changed, "
      + "\(counts[.removed] ?? 0) removed"
  }

  private func summary(_ counts: [String: [RowChange: Int]]) -> JSONValue {
    [
      "type": "summary", "older": .string(older), "newer": .string(newer),
      "tables": .object(
        Tables.all.filter { counts[$0.name] != nil }.map { table in
          let own = counts[table.name] ?? [:]
          return JSONValue.Member(
            table.name,
            [
              "added": .integer(own[.added] ?? 0), "changed": .integer(own[.changed] ?? 0),
              "removed": .integer(own[.removed] ?? 0),
            ])
        }),
    ]
  }
}

extension ChangedRow {
  /// `  ~ per_… 赵一鸣: aliases, last_seen`
  fileprivate var words: String {
    let label = ["name", "person_name", "title", "text"].lazy.compactMap { name in
      zip(columns, cells).first { $0.0.name == name && $0.1 != .null }?.1.words
    }.first
    let shown = [id, label.map { String($0.prefix(30)) }].compactMap { $0 }.joined(separator: " ")
    return switch change {
    case .added: "  + \(shown)"
    case .removed: "  - \(shown)"
    case .changed: "  ~ \(shown): \(differing.joined(separator: ", "))"
    }
  }
}

extension IdentityChange {
  fileprivate var line: String {
    "  \(kind.rawValue) \(oldID) -> \(newID): \(fate.rawValue), \(count)"
  }

  fileprivate var json: JSONValue {
    [
      "op": "ID", "kind": .string(kind.rawValue), "fate": .string(fate.rawValue),
      "old_id": .string(oldID), "new_id": .string(newID), "count": .integer(count),
    ]
  }
}
