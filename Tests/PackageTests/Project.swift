import Foundation

/// The project's own files, as tests read them.
enum Project {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The files below a folder, as paths from the top, in the order of their bytes.
  static func files(in folder: String) throws -> [String] {
    let base = root.appendingPathComponent(folder).path
    return try FileManager.default.subpathsOfDirectory(atPath: base)
      .filter { path in
        var isFolder: ObjCBool = false
        let whole = base + "/" + path
        let exists = FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder)
        return exists && !isFolder.boolValue
      }
      .map { folder + "/" + $0 }
      .sorted()
  }

  static func swiftFiles(in folder: String) throws -> [String] {
    try files(in: folder).filter { $0.hasSuffix(".swift") }
  }

  /// The names of the entries at the top, without those that begin with a dot.
  static func topLevel() throws -> Set<String> {
    let entries = try FileManager.default.contentsOfDirectory(atPath: root.path)
    return Set(entries.filter { !$0.hasPrefix(".") })
  }
}
