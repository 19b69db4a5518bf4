import Glibc

/// A folder for one test, gone with the last reference to it.
final class Folder: Sendable {
  struct Failure: Error {
    let path: String
    let errno: Int32
  }

  let path: String

  init() throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((base + "/dibao-test-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(path: base, errno: errno) }
    path = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  deinit { Self.removeTree(path) }

  private static func removeTree(_ path: String) {
    if unlink(path) == 0 { return }
    for name in names(in: path) { removeTree(path + "/" + name) }
    if rmdir(path) != 0 { perror(path) }
  }

  /// Writes a file, and the folders above it.
  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let parts = name.split(separator: "/")
    for count in parts.indices.dropFirst() {
      mkdir(path + "/" + parts[..<count].joined(separator: "/"), 0o755)
    }
    guard let file = fopen(path + "/" + name, "w") else {
      throw Failure(path: name, errno: errno)
    }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw Failure(path: name, errno: errno) }
  }

  func read(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  func bytes(_ name: String) throws -> [UInt8] { try Self.bytes(of: path + "/" + name) }

  static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw Failure(path: path, errno: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      guard count > 0 else { return bytes }
      bytes += piece.prefix(count)
    }
  }

  /// The names in a folder, sorted; empty where there is none.
  func list(_ name: String) -> [String] { Self.names(in: path + "/" + name) }

  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  /// All files of the export that is `current` in an output root, by name, but the one that may
  /// differ from run to run.
  func export(_ root: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in list(root + "/current") where name != "run.json" {
      files[name] = try bytes("\(root)/current/\(name)")
    }
    return files
  }

  /// In bytes; 0 where there is none.
  func size(of name: String) -> Int {
    var info = stat()
    return stat(path + "/" + name, &info) == 0 ? Int(info.st_size) : 0
  }

  func remove(_ name: String) { Self.removeTree(path + "/" + name) }

  func exists(_ name: String) -> Bool { access(path + "/" + name, F_OK) == 0 }
}
