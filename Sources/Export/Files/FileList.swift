package import Storage

/// The list `files` of `manifest.json`: every file of the export but the manifest itself, the
/// sums, the bundles and `run.json`.
package enum FileList {
  package static let manifestName = "manifest.json"

  /// `entries` is what the folder holds when the manifest is about to be written.
  package static func value(of entries: [FileEntry], _ written: [WrittenFile]) -> JSONValue {
    .array(
      entries.filter { $0.name != Checksums.runFileName && $0.name != manifestName }.map { entry in
        value(of: entry, written.first { $0.entry.name == entry.name })
      })
  }

  private static func value(of entry: FileEntry, _ written: WrittenFile?) -> JSONValue {
    .members([
      "name": .string(entry.name),
      "table": written.map { .string($0.table) },
      "rows": written.map { .integer($0.rows) },
      "bytes": .integer(entry.bytes),
      "sha256": .string(entry.sha256),
      "codec": entry.plain.map { _ in .string("gzip/" + GzipWriter.codec) },
      "content_bytes": entry.plain.map { .integer($0.bytes) },
      "content_sha256": entry.plain.map { .string($0.sha256) },
      "guarded_cells": written.map { .integer($0.changes.guarded) },
      "cut_cells": written.map { .integer($0.changes.cut) },
      "removed_characters": written.map { .integer($0.changes.removedCharacters) },
    ])
  }
}
