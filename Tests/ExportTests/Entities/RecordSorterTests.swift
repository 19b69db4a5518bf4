import Storage
import Testing

@testable import Export

@Suite struct RecordSorterTests {
  private static func sorted(_ pairs: [(String, String)], limit: Int) throws -> [String] {
    let temporary = try TemporaryFolder()
    let publication = try Publication(root: temporary.path + "/out", runID: "r1")
    let sorter = try RecordSorter(in: publication.folder, limit: limit)
    for (key, value) in pairs { try sorter.append(Array(key.utf8), Array(value.utf8)) }
    var found: [String] = []
    try sorter.drain { record throws(StorageFailure) in
      found.append(
        String(decoding: record.key, as: UTF8.self) + "="
          + String(decoding: record.value, as: UTF8.self))
    }
    return found
  }

  @Test(arguments: [1, 700, 1 << 20])
  func `records come by key, however many runs they were in`(limit: Int) throws {
    var generator = SeededGenerator(seed: 11)
    let pairs = (0..<500).map { number in
      ("k\(Int.random(in: 0..<90, using: &generator))", String(repeating: "v", count: number % 300))
    }
    let wanted = pairs.map { "\($0)=\($1)" }.sorted { a, b in
      let (x, y) = (a.split(separator: "=")[0], b.split(separator: "=")[0])
      return x == y ? a.utf8.count < b.utf8.count : x.utf8.lexicographicallyPrecedes(y.utf8)
    }
    #expect(try Self.sorted(pairs, limit: limit) == wanted)
  }

  @Test func `a record larger than a piece comes back whole`() throws {
    let long = String(repeating: "长", count: 200_000)
    let found = try Self.sorted([("b", long), ("a", ""), ("c", "x")], limit: 1000)
    #expect(found == ["a=", "b=\(long)", "c=x"])
  }

  @Test func `nothing gives nothing`() throws {
    #expect(try Self.sorted([], limit: 1) == [])
  }
}
