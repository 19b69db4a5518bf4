import Export
import Model
import Storage

/// `manifest.json`: what an export holds and what it was made from. The same input and
/// configuration give the same bytes.
struct Manifest {
  static let fileName = FileList.manifestName

  let value: JSONValue

  init(
    of outcome: Outcome, _ plan: Plan, _ intake: Intake, _ lookups: Lookups,
    entries: [FileEntry], written: [WrittenFile]
  ) {
    value = [
      "program": ["name": .string(Program.name), "version": .string(Program.version)],
      "schema_version": .integer(Program.schemaVersion),
      "complete": .boolean(outcome.isComplete),
      "config_sha256": .string(plan.digest), "lookups_sha256": .optional(lookups.digest),
      "input": [
        "documents": .integer(outcome.counts.first?.entered ?? 0), "sha256": .string(intake.digest),
      ],
      "stages": .array(outcome.counts.map(\.json)),
      "rejects": .object(
        RejectGroup.groups(of: intake.rejects).sorted { $0.code < $1.code }
          .map { JSONValue.Member($0.code, .integer($0.count)) }),
      "tables": .object(outcome.rows.map { JSONValue.Member($0.table, .integer($0.rows)) }),
      "files": FileList.value(of: entries, written),
    ]
  }
}

/// What is wanted of the manifest of the export that is there already.
struct PublishedManifest {
  private let tables: JSONTree

  /// Nil where there is no export yet.
  init?(in root: String) throws(Failure) {
    let bytes = try writing { () throws(StorageFailure) in
      try Publication.currentFile(Manifest.fileName, in: root)
    }
    guard let bytes else { return nil }
    guard let tables = JSONDocument(bytes).tree?["tables"], tables["documents"]?.integer != nil
    else {
      throw .unreadableManifest(path: "\(root)/current/\(Manifest.fileName)")
    }
    self.tables = tables
  }

  /// Nil for a table that the version before this one did not have.
  func rows(of table: String) -> Int? { tables[table]?.integer }
}

extension Plan {
  /// Stands for all that the configuration does to an export: places, and the order in which
  /// inputs are listed, are no part of it.
  var digest: String {
    var inputs: [String: [String]] = [:]
    var lines: [String] = []
    for setting in effective {
      let line = String(decoding: setting.value.json.line, as: UTF8.self)
      let parts = setting.pointer.split(separator: "/")
      if parts.first == "inputs", parts.count == 3 {
        inputs[String(parts[1]), default: []].append("\(parts[2])=\(line)")
      } else {
        lines.append("\(setting.pointer)=\(line)")
      }
    }
    let sorted = inputs.values.map { $0.sorted().joined(separator: "\n") }.sorted()
    return Content(of: Array((sorted + lines.sorted()).joined(separator: "\n").utf8)).sha256
  }

  /// The files that an export will have, whatever the documents.
  var fileNames: [String] {
    let tables = writers.flatMap { $0.files(of: Tables.all) }
    let others = [DataPackage.fileName, Manifest.fileName, RunRecord.fileName, Checksums.fileName]
    return (tables + others).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
