import Storage

/// Holds the list `files` of `manifest.json` against the files.
struct ManifestCheck {
  let files: ExportFiles
  /// The rows counted in each file of a table.
  let rows: [String: Int]
  let log: FindingLog

  private let name = FileList.manifestName

  init(files: ExportFiles, rows: [String: Int], log: FindingLog) {
    self.files = files
    self.rows = rows
    self.log = log
  }

  func run() {
    guard let bytes = files.read(name, log) else {
      return log.add(.manifestMissing, FindingPlace(name), expected: "a file", found: "nothing")
    }
    guard let listed = entries(JSONDocument(bytes)) else { return }
    for entry in listed { check(entry) }
    let names = Set(listed.compactMap { $0["name"]?.text })
    for name in files.described where name != self.name && !names.contains(name) {
      // A bundle holds the manifest, so the manifest cannot tell its sum; a delta is no part of it.
      guard !BundleCheck.isMadeLast(name) else { continue }
      log.add(.manifestUnlisted, FindingPlace(name), expected: "an entry", found: "none")
    }
  }

  private func entries(_ document: JSONDocument) -> [JSONTree]? {
    for problem in document.problems {
      log.add(
        .manifestMalformed, FindingPlace(name, line: problem.place.line, column: problem.pointer),
        expected: "JSON", found: problem.code)
    }
    guard document.problems.isEmpty else { return nil }
    if let items = document.tree?["files"]?.items { return items }
    log.add(
      .manifestMalformed, FindingPlace(name, column: "/files"), expected: "a list",
      found: document.tree?["files"]?.kind ?? "nothing")
    return nil
  }

  private func check(_ entry: JSONTree) {
    guard let name = entry["name"]?.text else {
      return log.add(
        .manifestMalformed, FindingPlace(self.name, line: entry.place.line),
        expected: "an object with a name", found: entry.kind)
    }
    guard files.names.contains(name) else {
      return log.add(
        .manifestAbsent, FindingPlace(self.name, line: entry.place.line), expected: name,
        found: "nothing")
    }
    guard let content = files.contents[name] else { return }
    let place = FindingPlace(name)
    compare(entry["bytes"]?.integer.map(String.init), "\(content.bytes)", place.at("bytes"))
    compare(entry["sha256"]?.text, content.sha256, place.at("sha256"))
    if let rows = rows[name] {
      compare(entry["rows"]?.integer.map(String.init), "\(rows)", place.at("rows"))
    }
  }

  private func compare(_ told: String?, _ found: String, _ place: FindingPlace) {
    guard told != found else { return }
    log.add(.manifestMismatch, place, expected: told ?? "nothing", found: found)
  }
}
