import Glibc
import Storage
import Testing

@testable import Export

/// A folder of its own for one test; gone when the test is.
final class TemporaryFolder {
  let path: String

  init() throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((base + "/dibao-export-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else { throw Failed() }
    path = String(cString: made)
  }

  deinit {
    do {
      try Self.removeTree(path)
    } catch {
      Issue.record("\(path) cannot be removed: \(error)")
    }
  }

  private static func removeTree(_ path: String) throws(StorageFailure) {
    // A link is no folder here: `current` leads to what goes anyway.
    if unlink(path) == 0 { return }
    for name in try Disk.list(path) { try removeTree(path + "/" + name) }
    rmdir(path)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    guard let file = fopen(path + "/" + name, "w") else { throw Failed() }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { throw Failed() }
  }

  func read(_ name: String) throws -> [UInt8] { try Disk.readWhole(path + "/" + name) }

  struct Failed: Error {}
}

/// Numbers that look random and are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text of all planes, with much of what breaks readers.
  mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &self) {
      text.unicodeScalars.append(scalar())
    }
    return text
  }

  private mutating func scalar() -> Unicode.Scalar {
    let hard: [Unicode.Scalar] = [
      "\"", ",", ";", "\r", "\n", "\t", "\u{0}", "\u{1}", "\u{1F}", "\u{7F}", "\u{85}", " ", "=",
      "+", "-", "@", "＝", "'", "\\", "/", "\u{2028}", "\u{2029}", "\u{201C}", "\u{FEFF}",
      "\u{200B}", "\u{200F}", "\u{202E}", "\u{301}", "\u{FFFD}", "\u{FFFF}", "\u{10FFFF}", "<",
      "省", "𠮷", "😀",
    ]
    if Bool.random(using: &self) { return hard.randomElement(using: &self) ?? "x" }
    return Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &self)) ?? "\u{D7FF}"
  }
}
