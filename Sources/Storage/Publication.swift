/// The folder of one run, and the act that makes all of it visible at once, or none.
///
/// In an output root, `runs/<id>` are the exports of the last runs and `current` is a link to the
/// newest. The order of a commit, each step durable before the next:
///
/// 1. files are written into `runs/<id>.tmp`, each fsynced when closed, then the folder;
/// 2. `runs/<id>.tmp` is renamed to `runs/<id>`, and `runs` fsynced;
/// 3. a new link `current.tmp` is renamed over `current`, and the root fsynced;
/// 4. only then old runs are deleted.
///
/// A run that is killed at any point leaves the old export or the new one; what else it leaves
/// has a name in `.tmp` and is swept by the next run. The lock of the root is held from the
/// beginning to the end of this object.
package final class Publication {
  package let root: String
  package let runID: String
  /// Where the run writes.
  package let folder: OutputFolder
  /// What could not be deleted after the commit. The export is whole and published all the same.
  package private(set) var leftovers: [StorageFailure] = []

  private let lock: RunLock
  private let keep: Int
  /// Where the folder of the run is now; nil when it was discarded.
  private var place: String?
  private var isCurrent = false

  package static let standardKeep = 3

  /// Takes the lock of the root and sweeps what killed runs have left. `runID` is of letters,
  /// digits and `-`; later runs have ids that sort later. `keep` runs are kept, this one among
  /// them.
  package convenience init(
    root: String, runID: String, keep: Int = standardKeep
  ) throws(StorageFailure) {
    try self.init(lock: try RunLock(root: root), runID: runID, keep: keep)
  }

  /// As above, where the caller has the lock already.
  package init(
    lock: RunLock, runID: String, keep: Int = standardKeep
  ) throws(StorageFailure) {
    self.lock = lock
    self.runID = runID
    self.keep = max(1, keep)
    root = lock.root
    try Self.refuseForeignCurrent(root)
    try Disk.makeFolders(root + "/runs")
    try Self.sweep(root)
    let final = root + "/runs/" + runID
    guard Self.isAllowed(runID) else {
      throw StorageFailure(
        .outsideRoot, .makeFolder, path: final, detail: "a run id is of letters, digits and '-'")
    }
    guard !Disk.exists(final) else {
      throw StorageFailure(
        .exists, .makeFolder, path: final, detail: "each run needs an id of its own")
    }
    try Disk.makeFolders(final + ".tmp")
    place = final + ".tmp"
    folder = OutputFolder(final + ".tmp")
  }

  /// Makes the run the current export.
  package func publish() throws(StorageFailure) {
    try seal()
    let previous = Self.currentRun(of: root)
    try settle()
    try swing()
    tidy(previous: previous)
  }

  /// Removes all that the run has written. After `publish()` it does nothing.
  package func discard() throws(StorageFailure) {
    guard let place, !isCurrent else { return }
    self.place = nil
    try Self.removeRun(place)
  }

  private static func isAllowed(_ runID: String) -> Bool {
    (1...100).contains(runID.utf8.count) && runID.utf8.first != UInt8(ascii: "-")
      && runID.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-": true
        default: false
        }
      }
  }
}

// The steps of a commit, apart so that tests can stop between them.
extension Publication {
  /// 1. The folder and its files are on the disk.
  func seal() throws(StorageFailure) {
    guard place != nil, !isCurrent else {
      throw StorageFailure(
        .io, .publish, path: folder.path, detail: "the run is published or discarded already")
    }
    try Self.refuseForeignCurrent(root)
    try folder.seal()
  }

  /// 2. The folder has its name.
  func settle() throws(StorageFailure) {
    let final = root + "/runs/" + runID
    try Disk.move(folder.path, to: final)
    place = final
    try Disk.syncFolder(root + "/runs")
  }

  /// 3. `current` leads to it.
  func swing() throws(StorageFailure) {
    try Self.lead(root, to: runID)
    isCurrent = true
    try Disk.syncFolder(root)
  }

  private static func lead(_ root: String, to run: String) throws(StorageFailure) {
    let link = root + "/current.tmp"
    try removeLink(link)
    try Disk.link(link, to: "runs/" + run)
    try Disk.move(link, to: root + "/current")
  }

  /// 4. Runs past `keep` go; the one that was current before stays as the way back.
  func tidy(previous: String?) {
    do {
      let runs = try Self.runs(of: root)
      let kept = Set(([runID, previous].compactMap { $0 } + runs.reversed()).unique.prefix(keep))
      for run in runs where !kept.contains(run) {
        try Self.removeRun(root + "/runs/" + run)
      }
    } catch {
      leftovers.append(error)
    }
  }
}

extension Publication {
  /// Makes a whole run the current export again, in one rename; no run is removed. The caller holds
  /// the lock.
  package static func restore(_ run: String, under lock: RunLock) throws(StorageFailure) {
    try refuseForeignCurrent(lock.root)
    guard try runs(of: lock.root).contains(run) else {
      throw StorageFailure(.notFound, .publish, path: lock.root + "/runs/" + run)
    }
    try lead(lock.root, to: run)
    try Disk.syncFolder(lock.root)
  }

  /// The whole run that came before the current one; nil where there is none.
  package static func previousRun(of root: String) throws(StorageFailure) -> String? {
    guard let current = currentRun(of: root) else { return nil }
    return try runs(of: root).last { $0.utf8.lexicographicallyPrecedes(current.utf8) }
  }

  /// The folder of the current export of a root; nil if there is none yet.
  package static func current(in root: String) -> String? {
    let path = root + "/current"
    return Disk.isFolder(path) ? path : nil
  }

  /// A file of the current export, whole; nil if there is no export, or none with this file.
  package static func currentFile(
    _ name: String, in root: String, limit: Int = 64 << 20
  ) throws(StorageFailure) -> [UInt8]? {
    guard let folder = current(in: root), Disk.isFile(folder + "/" + name) else { return nil }
    return try Disk.readWhole(folder + "/" + name, limit: limit)
  }

  /// The names of the whole runs of a root, oldest first.
  package static func runs(of root: String) throws(StorageFailure) -> [String] {
    let runs = root + "/runs"
    guard Disk.isFolder(runs) else { return [] }
    return try Disk.list(runs).filter {
      isAllowed($0) && Disk.ownStatus(of: runs + "/" + $0)?.kind == .folder
    }
  }

  /// What is the program's own in a root, for a walk over inputs to leave out.
  package static func ownFolders(in root: String) -> [String] {
    [root + "/runs", root + "/current", root + "/" + StateFile.folder]
  }

  /// The name of the run that `current` leads to.
  package static func currentRun(of root: String) -> String? {
    guard let target = Disk.target(ofLink: root + "/current") else { return nil }
    return target.hasPrefix("runs/") ? Disk.name(of: target) : nil
  }

  /// `current` is replaced, so it must be ours: a link into `runs`.
  private static func refuseForeignCurrent(_ root: String) throws(StorageFailure) {
    let path = root + "/current"
    guard let status = Disk.ownStatus(of: path), currentRun(of: root) == nil else { return }
    throw StorageFailure(
      .exists, .publish, path: path,
      detail: "this is \(status.kind.words) that was not made by dibao; move it away or choose "
        + "another output folder")
  }

  /// Removes what killed runs have left.
  private static func sweep(_ root: String) throws(StorageFailure) {
    try removeLink(root + "/current.tmp")
    for name in try unfinished(in: root) { try Disk.removeTree(root + "/" + name) }
  }

  /// The folders, below the root, of runs that did not come to their end.
  static func unfinished(in root: String) throws(StorageFailure) -> [String] {
    guard Disk.isFolder(root + "/runs") else { return [] }
    return try Disk.list(root + "/runs").filter { $0.hasSuffix(".tmp") }.map { "runs/" + $0 }
  }

  /// A file of that name is not ours, and stays.
  private static func removeLink(_ path: String) throws(StorageFailure) {
    if Disk.ownStatus(of: path)?.kind == .link { try Disk.remove(path) }
  }

  /// A run that is half deleted must not look whole: so it loses its name first, on the disk as well.
  private static func removeRun(_ path: String) throws(StorageFailure) {
    guard !path.hasSuffix(".tmp") else { return try Disk.removeTree(path) }
    try Disk.move(path, to: path + ".tmp")
    try Disk.syncFolder(Disk.parent(of: path))
    try Disk.removeTree(path + ".tmp")
  }
}

extension [String] {
  /// Each once, where it comes first.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
