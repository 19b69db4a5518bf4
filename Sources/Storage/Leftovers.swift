/// What killed runs, and damage, have left in an output root.
package enum Leftovers {
  /// Something that was removed.
  package struct Removed: Hashable, Sendable {
    /// Relative to the root.
    package var name: String
    /// On the disk.
    package var bytes: Int
  }

  /// Removes runs that were never finished and states that were set aside.
  package static func sweep(_ lock: RunLock) throws(StorageFailure) -> [Removed] {
    let root = lock.root
    let damaged = StateFile.folder + "/" + StateFile.name + ".damaged"
    var names = try Publication.unfinished(in: root)
    if Disk.exists(root + "/" + damaged) { names.append(damaged) }
    var removed: [Removed] = []
    for name in names {
      removed.append(Removed(name: name, bytes: try bytes(below: root + "/" + name)))
      try Disk.removeTree(root + "/" + name)
    }
    return removed
  }

  /// What a file, or all files of a folder, take on the disk; links are not followed.
  private static func bytes(below path: String) throws(StorageFailure) -> Int {
    guard let status = Disk.ownStatus(of: path) else { return 0 }
    guard status.kind == .folder else { return status.size }
    var sum = 0
    for name in try Disk.list(path) { sum += try bytes(below: path + "/" + name) }
    return sum
  }
}
