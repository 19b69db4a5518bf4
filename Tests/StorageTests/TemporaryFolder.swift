import Glibc
import Testing

@testable import Storage

/// A folder of a test's own, removed when the test lets go of it.
final class TemporaryFolder {
  let path: String

  init() throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((base + "/dibao-storage-XXXXXX").utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) } != nil
    }
    try #require(made)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    do {
      try Disk.removeTree(path)
    } catch {
      Issue.record(error)
    }
  }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file, and makes the folders that it lies in.
  func write(_ name: String, _ text: String) throws {
    try write(name, Array(text.utf8))
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Disk.makeFolders(Disk.parent(of: self(name)))
    let file = try Descriptor.open(self(name), O_WRONLY | O_CREAT | O_TRUNC)
    try file.write(bytes)
    try file.close()
  }

  func link(_ name: String, to target: String) throws {
    try Disk.makeFolders(Disk.parent(of: self(name)))
    try Disk.link(self(name), to: target)
  }

  func pipe(_ name: String) throws {
    try #require(mkfifo(self(name), 0o644) == 0)
  }

  /// The bytes of a text, packed by the program's own writer.
  func gzip(_ content: [UInt8], pieces: [Int] = [], level: Int = 6) throws -> [UInt8] {
    let name = "gzip-\(content.count)-\(pieces.count)-\(level)-\(try Disk.list(path).count)"
    let file = try Descriptor.open(self(name), O_WRONLY | O_CREAT | O_EXCL)
    let writer = GzipWriter(OutputFile(name: name, descriptor: file), level: level)
    var rest = content[...]
    for piece in pieces {
      try writer.write(Array(rest.prefix(piece)))
      rest = rest.dropFirst(piece)
    }
    try writer.write(Array(rest))
    let entry = try writer.close()
    #expect(entry.plain == Content(of: content))
    return try Disk.readWhole(self(name))
  }
}

/// The same numbers in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Half of it noise, half repeats, so that a packer has something to do.
  mutating func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      if bytes.isEmpty || Bool.random(using: &self) {
        bytes += (0..<Int.random(in: 1...200, using: &self)).map { _ in
          UInt8.random(in: 0...255, using: &self)
        }
      } else {
        let start = Int.random(in: 0..<bytes.count, using: &self)
        bytes += bytes[start...].prefix(Int.random(in: 1...2000, using: &self))
      }
    }
    return Array(bytes.prefix(count))
  }
}
