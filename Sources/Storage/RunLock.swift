import Glibc

/// The right to write into an output root: one run has it at a time.
///
/// The system holds it for the process and takes it back when the process ends, however it ends:
/// no lock is ever stale. A run that keeps this object must use it last of all (`release()`): it
/// gives the lock back when nothing refers to it any more. The file `.dibao.lock` stays, and tells
/// people who has the lock.
package final class RunLock {
  package let root: String
  private let descriptor: Descriptor

  static let fileName = ".dibao.lock"

  /// Makes the root if it is missing. `busy` if another run has it; `exists` if the root holds a
  /// folder `runs` that no run of this program made.
  package init(root: String) throws(StorageFailure) {
    self.root = root
    try Disk.makeFolders(root)
    try Self.refuseForeign(root)
    let path = root + "/" + Self.fileName
    descriptor = try Descriptor.open(path, O_RDWR | O_CREAT | O_NOFOLLOW, as: .lock)
    guard flock(descriptor.number, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      guard reason == EWOULDBLOCK else {
        throw StorageFailure(.lock, path: path, errno: reason)
      }
      throw StorageFailure(.busy, .lock, path: root, detail: try Self.holder(descriptor))
    }
    try writeHolder(path)
  }

  /// Old runs are deleted in time, so `runs` must be ours: our lock file beside it says so.
  private static func refuseForeign(_ root: String) throws(StorageFailure) {
    let runs = root + "/runs"
    guard Disk.exists(runs), !Disk.exists(root + "/" + fileName) else { return }
    if Disk.isFolder(runs), try Disk.list(runs).isEmpty { return }
    throw StorageFailure(
      .exists, .lock, path: runs,
      detail: "it is there already and was not made by dibao; choose another output folder. "
        + "If it is a copy of an export, make an empty file \(fileName) beside it")
  }

  private static func holder(_ descriptor: Descriptor) throws(StorageFailure) -> String {
    var bytes: [UInt8] = []
    _ = try descriptor.read(64, at: 0, onto: &bytes)
    let process = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    return process.isEmpty
      ? "another run is writing here; wait for its end"
      : "another run is writing here (process \(process)); wait for its end"
  }

  private func writeHolder(_ path: String) throws(StorageFailure) {
    guard ftruncate(descriptor.number, 0) == 0 else {
      throw StorageFailure(.lock, path: path, errno: errno)
    }
    try descriptor.write(Array("\(getpid())\n".utf8))
  }

  /// Gives the lock back before the process ends.
  package func release() throws(StorageFailure) {
    try descriptor.close()
  }
}
