import Model
import Storage

@testable import Export

/// Rows by the names of their columns, given to one writer as a run gives them: what is not named is
/// null.
struct WrittenRows {
  /// What the writer's files hold, by their names.
  let files: [String: String]

  init(_ writer: any Writer, _ rows: [(table: String, cells: [String: Cell])]) throws {
    let temporary = try TemporaryFolder()
    let folder = try Publication(root: temporary.path + "/out", runID: "r1").folder
    let open = try writer.open(Tables.all, in: folder)
    for (name, cells) in rows {
      guard let table = Tables.all.firstIndex(where: { $0.name == name }) else {
        preconditionFailure("no table \(name)")
      }
      let columns = Tables.all[table].columns.map(\.name)
      precondition(cells.keys.allSatisfy(columns.contains), "no such column of \(name)")
      try open.write(columns.map { cells[$0] ?? .null }, to: table)
    }
    _ = try open.close()
    var files: [String: String] = [:]
    for name in writer.files(of: Tables.all) {
      files[name] = String(decoding: try temporary.read("out/runs/r1.tmp/" + name), as: UTF8.self)
    }
    self.files = files
  }

  /// The lines of a file; of a CSV those after the header.
  func lines(_ name: String) -> [String] {
    let lines = (files[name] ?? "").split(whereSeparator: \.isNewline).map(String.init)
    return name.hasSuffix(".csv") ? Array(lines.dropFirst()) : lines
  }
}
