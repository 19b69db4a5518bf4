import Storage

/// The folder of an export, as a user names it.
enum ExportFolder {
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
