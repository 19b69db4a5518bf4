import Glibc

/// Small questions to the file system.
package enum Disk {
  /// The whole of a file; larger than `limit` is a failure (`damaged`), never a cut.
  package static func readWhole(
    _ path: String, limit: Int = 64 << 20
  ) throws(StorageFailure) -> [UInt8] {
    let file = try Descriptor.open(path, O_RDONLY)
    let status = try file.status()
    guard status.kind != .folder else {
      throw StorageFailure(.read, path: path, errno: EISDIR)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(status.size, limit) + 1)
    while try file.read(max(4096, min(status.size + 1 - bytes.count, 16 << 20)), onto: &bytes) > 0 {
      guard bytes.count <= limit else {
        throw StorageFailure(
          .damaged, .read, path: path, detail: "larger than the \(limit) bytes that are read here")
      }
    }
    return bytes
  }

  /// True for anything that has this name, also a link that leads nowhere.
  package static func exists(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0
  }

  package static func isFolder(_ path: String) -> Bool {
    status(of: path)?.kind == .folder
  }

  package static func isFile(_ path: String) -> Bool {
    status(of: path)?.kind == .file
  }

  /// The size of a file in bytes; links are followed.
  package static func size(of path: String) throws(StorageFailure) -> Int {
    var info = stat()
    guard stat(path, &info) == 0 else {
      throw StorageFailure(.find, path: path, errno: errno)
    }
    return Int(info.st_size)
  }

  /// The names in a folder, files and folders alike, sorted by bytes. Names that are not UTF-8
  /// are given with `\xNN`.
  package static func list(_ folder: String) throws(StorageFailure) -> [String] {
    try rawNames(in: Array(folder.utf8)).map { rendering($0) }
  }

  /// Makes a folder and those above it that are missing; each is there to stay when this returns.
  package static func makeFolders(_ path: String) throws(StorageFailure) {
    try refuseNUL(path, .makeFolder)
    guard !isFolder(path) else { return }
    let parent = parent(of: path)
    if parent != path { try makeFolders(parent) }
    let result = mkdir(path, 0o755)
    let reason = errno
    // Another process may have been quicker.
    guard result == 0 || (reason == EEXIST && isFolder(path)) else {
      throw StorageFailure(.makeFolder, path: path, errno: reason)
    }
    try syncFolder(parent)
  }

  /// The number of bytes of a file and their SHA-256; `gunzipped` gives those of its content.
  package static func digest(
    of path: String, gunzipped: Bool = false
  ) throws(StorageFailure) -> Content {
    let reader = try ByteReader(path, gunzip: gunzipped)
    var counter = ContentCounter()
    while let piece = try reader.next() { counter.add(piece) }
    return counter.content
  }
}

extension Disk {
  /// Links are followed; nil when nothing can be said.
  static func status(of path: String) -> FileStatus? {
    var info = stat()
    return stat(path, &info) == 0 ? FileStatus(info) : nil
  }

  /// Of a link, the link itself; nil when nothing has this name.
  static func ownStatus(of path: String) -> FileStatus? {
    var info = stat()
    return lstat(path, &info) == 0 ? FileStatus(info) : nil
  }

  /// A path with a NUL in it would be opened as the part before: `a.html\0/etc`.
  static func refuseNUL(
    _ path: String, _ operation: StorageFailure.Operation
  ) throws(StorageFailure) {
    guard path.utf8.contains(0) else { return }
    throw StorageFailure(
      .notFound, operation, path: path, detail: "the path holds a NUL character; take it out")
  }

  /// Makes the names in a folder durable. Some file systems cannot (EINVAL), and a folder that
  /// may be entered but not listed cannot be opened for it: both hold as done.
  static func syncFolder(_ path: String) throws(StorageFailure) {
    let folder: Descriptor
    do {
      folder = try Descriptor.open(path, O_RDONLY | O_DIRECTORY, as: .sync)
    } catch {
      guard error.errno == EACCES else { throw error }
      return
    }
    do {
      try folder.sync()
    } catch {
      guard error.errno == EINVAL else { throw error }
    }
    try folder.close()
  }

  /// The names in a folder as bytes, sorted; without `.` and `..`.
  static func rawNames(in folder: [UInt8]) throws(StorageFailure) -> [[UInt8]] {
    let shown = rendering(folder)
    guard let stream = withPath(folder, { opendir($0) }) else {
      throw StorageFailure(.list, path: shown, errno: errno)
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let name = try nextName(in: stream, of: shown) {
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func nextName(
    in stream: OpaquePointer, of folder: String
  ) throws(StorageFailure) -> [UInt8]? {
    errno = 0
    guard let entry = readdir(stream) else {
      let reason = errno
      if reason != 0 { throw StorageFailure(.list, path: folder, errno: reason) }
      return nil
    }
    return withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
  }

  /// Removes a file, or a folder with all that is in it; links are removed, not followed. What is
  /// not there any more is no failure.
  static func removeTree(_ path: String) throws(StorageFailure) {
    try removeTree(Array(path.utf8))
  }

  /// Names inside need not be UTF-8, so the walk goes on bytes.
  private static func removeTree(_ path: [UInt8]) throws(StorageFailure) {
    var reason = withPath(path) { unlink($0) == 0 ? 0 : errno }
    if reason == EISDIR {
      for name in try rawNames(in: path) { try removeTree(path + [slash] + name) }
      reason = withPath(path) { rmdir($0) == 0 ? 0 : errno }
    }
    guard reason == 0 || reason == ENOENT else {
      throw StorageFailure(.remove, path: rendering(path), errno: reason)
    }
  }

  static func remove(_ path: String) throws(StorageFailure) {
    guard unlink(path) != 0 else { return }
    let reason = errno
    if reason != ENOENT { throw StorageFailure(.remove, path: path, errno: reason) }
  }

  static func move(_ from: String, to path: String) throws(StorageFailure) {
    guard Glibc.rename(from, path) == 0 else {
      throw StorageFailure(.rename, path: path, errno: errno)
    }
  }

  static func link(_ path: String, to target: String) throws(StorageFailure) {
    guard symlink(target, path) == 0 else {
      throw StorageFailure(.link, path: path, errno: errno)
    }
  }

  /// What a link says; nil for anything that is not a link.
  package static func target(ofLink path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    return count < 0 ? nil : rendering(buffer.prefix(count).map(UInt8.init(bitPattern:)))
  }

  /// Whether the limit of open files leaves room for this many more.
  package static func canOpen(files count: Int) -> Bool {
    var opened: [Int32] = []
    defer { opened.forEach { _ = Glibc.close($0) } }
    while opened.count < count {
      let number = Glibc.open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard number >= 0 else { return errno != EMFILE && errno != ENFILE }
      opened.append(number)
    }
    return true
  }

  /// The path as C's text, for the call only.
  static func withPath<Result>(
    _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    body(path.map(CChar.init(bitPattern:)) + [0])
  }
}
