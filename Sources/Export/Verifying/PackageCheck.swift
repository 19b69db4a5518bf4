import Model
import Storage

/// Holds the resources of `datapackage.json` against the files.
struct PackageCheck {
  let files: ExportFiles
  let tables: [TableDescription]
  /// The rows counted in each file of a table.
  let rows: [String: Int]
  let log: FindingLog

  private let name = DataPackage.fileName

  init(files: ExportFiles, tables: [TableDescription], rows: [String: Int], log: FindingLog) {
    self.files = files
    self.tables = tables
    self.rows = rows
    self.log = log
  }

  func run() {
    guard let bytes = files.read(name, log) else {
      return log.add(.packageMissing, FindingPlace(name), expected: "a file", found: "nothing")
    }
    guard let resources = resources(JSONDocument(bytes)) else { return }
    for resource in resources { check(resource) }
    let paths = Set(resources.compactMap { $0["path"]?.text })
    for name in rows.keys.sorted() where !paths.contains(name) {
      log.add(.packageUnlisted, FindingPlace(name), expected: "a resource", found: "none")
    }
  }

  private func resources(_ document: JSONDocument) -> [JSONTree]? {
    for problem in document.problems {
      log.add(
        .packageMalformed, FindingPlace(name, line: problem.place.line, column: problem.pointer),
        expected: "JSON", found: problem.code)
    }
    guard document.problems.isEmpty else { return nil }
    if let items = document.tree?["resources"]?.items { return items }
    log.add(
      .packageMalformed, FindingPlace(name, column: "/resources"), expected: "a list",
      found: document.tree?["resources"]?.kind ?? "nothing")
    return nil
  }

  private func check(_ resource: JSONTree) {
    guard let path = resource["path"]?.text else {
      return log.add(
        .packageMalformed, FindingPlace(name, line: resource.place.line),
        expected: "a resource with a path", found: resource.kind)
    }
    guard files.names.contains(path) else {
      return log.add(
        .packageAbsent, FindingPlace(name, line: resource.place.line), expected: path,
        found: "nothing")
    }
    let place = FindingPlace(path)
    if let content = files.contents[path] {
      compare(resource["bytes"]?.integer.map(String.init), "\(content.bytes)", place.at("bytes"))
      compare(resource["hash"]?.text, "sha256:" + content.sha256, place.at("hash"))
    }
    if let rows = rows[path] {
      compare(
        resource["dibao:rows"]?.integer.map(String.init), "\(rows)", place.at("dibao:rows"))
    }
    checkFields(of: resource, place.at("schema"))
  }

  /// The columns are those of the program's own table.
  private func checkFields(of resource: JSONTree, _ place: FindingPlace) {
    guard let table = TableFileName(place.file)?.table,
      let known = tables.first(where: { $0.name == table })
    else { return }
    let fields = resource["schema"]?["fields"]?.items?.map { $0["name"]?.text ?? "" }
    let told = fields?.joined(separator: ", ")
    compare(told, known.columns.map(\.name).joined(separator: ", "), place)
  }

  private func compare(_ told: String?, _ found: String, _ place: FindingPlace) {
    guard told != found else { return }
    log.add(.packageMismatch, place, expected: told ?? "nothing", found: found)
  }
}
