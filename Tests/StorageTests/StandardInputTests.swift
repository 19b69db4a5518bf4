import Glibc
import Testing

@testable import Storage

@Suite struct StandardInputTests {
  /// The lines of some bytes, `nil` for one that is too long.
  private func lines(of bytes: [UInt8], longest: Int = 100) throws -> [String?] {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    let input = StandardInput(descriptor: ends[0], longest: longest)
    var lines: [String?] = []
    while let line = try input.next() {
      lines.append(line.isTooLong ? nil : String(decoding: line.bytes, as: UTF8.self))
    }
    return lines
  }

  static let cases: [(String, [String])] = [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"]),
    ("a\r\nb\rc\n", ["a\r", "b\rc"]), ("a\u{2028}b\u{85}\n", ["a\u{2028}b\u{85}"]),
  ]

  @Test(arguments: cases)
  func `a line ends at the byte 0A and nowhere else`(_ text: String, _ expected: [String]) throws {
    let lines = try lines(of: Array(text.utf8))
    #expect(lines.map { $0.map { Array($0.utf8) } } == expected.map { Array($0.utf8) })
  }

  @Test func `a line that is too long is passed over and the next one is whole`() throws {
    let text = String(repeating: "x", count: 101) + "\nnext\n" + String(repeating: "y", count: 100)
    #expect(
      try lines(of: Array(text.utf8)) == [nil, "next", String(repeating: "y", count: 100)])
    #expect(try lines(of: Array(repeating: 0x78, count: 50_000), longest: 9) == [nil])
  }
}
