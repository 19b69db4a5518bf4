import Glibc

extension Disk {
  /// Puts a whole file in the place of what has this name: a reader sees the old one or the new one,
  /// never a part. The folders above it are made where they are missing.
  package static func replaceFile(_ path: String, with bytes: [UInt8]) throws(StorageFailure) {
    let folder = parent(of: path)
    try makeFolders(folder)
    // No name that ends like the file's own: who collects `*.prom` must not see it. Always the same
    // one, so that a killed process leaves nothing that the next does not take away.
    let draft = path + ".tmp"
    do throws(StorageFailure) {
      let file = try Descriptor.open(
        draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, as: .makeFile)
      try file.write(bytes)
      try file.sync()
      try file.close()
      try move(draft, to: path)
    } catch {
      unlink(draft)
      throw error
    }
    try syncFolder(folder)
  }

  /// Adds a line to the end of a file, in one write; the file is made where it is not there. What the
  /// file ends with is ended first where it is no whole line: half of one, which a full disk or a
  /// power failure has left, takes the next one with it otherwise.
  package static func append(_ line: [UInt8], to path: String) throws(StorageFailure) {
    try makeFolders(parent(of: path))
    let file = try Descriptor.open(
      path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW, as: .makeFile)
    let size = try file.status().size
    var last: [UInt8] = []
    if size > 0 { _ = try file.read(1, at: size - 1, onto: &last) }
    try file.write(last.first.map { $0 == 0x0A } ?? true ? line : [0x0A] + line)
    try file.sync()
    try file.close()
  }
}
