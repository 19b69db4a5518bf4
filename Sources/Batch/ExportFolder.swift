import Storage

/// The folder of an export, as a user names it.
enum ExportFolder {
  /// As `path`; throws where nothing is there, and where it is no export.
  static func found(_ folder: String) throws(Failure) -> String {
    guard Disk.exists(folder) else {
      throw .input(StorageFailure(.notFound, .find, path: folder))
    }
    guard let found = path(of: folder) else { throw .notAnExport(path: folder) }
    return found
  }

  /// The folder itself, or `current` in it; nil where neither is an export.
  static func path(of folder: String) -> String? {
    let trimmed = folder == "/" ? folder : String(folder.trimming("/"))
    return [trimmed + "/current", trimmed].first { Disk.isFile($0 + "/" + Manifest.fileName) }
  }
}

extension String {
  /// Without this character at the end.
  fileprivate func trimming(_ character: Character) -> Substring {
    var rest = self[...]
    while rest.last == character { rest.removeLast() }
    return rest
  }
}
