import Testing

@testable import Storage

@Suite struct SpoolTests {
  let folder: TemporaryFolder
  let spool: Spool

  init() throws {
    folder = try TemporaryFolder()
    spool = try OutputFolder(folder.path).spool()
  }

  private func all() throws -> [[UInt8]] {
    var records: [[UInt8]] = []
    try spool.forEach { records.append($0) }
    return records
  }

  @Test(arguments: 0..<8)
  func `records come back in order, in every pass`(seed: Int) throws {
    var numbers = SeededNumbers(UInt64(seed))
    let largest = [10, 5000, 1_200_000][seed % 3]
    let records = (0..<5).map { _ in
      numbers.bytes(Int.random(in: 0...largest, using: &numbers))
    }
    for record in records { try spool.append(record) }
    #expect(spool.count == records.count)
    #expect(try all() == records)
    #expect(try all() == records)
    for number in records.indices.shuffled(using: &numbers) {
      #expect(try spool.record(number) == records[number])
    }
  }

  @Test func `a record is there by its number while others are still appended`() throws {
    try spool.append([1])
    try spool.append([])
    #expect(try spool.record(1) == [])
    try spool.append([2, 3])
    #expect(try spool.record(0) == [1])
    #expect(try spool.record(2) == [2, 3])
  }

  @Test func `an empty spool and an empty record are not the same`() throws {
    #expect(try all().isEmpty)
    try spool.append([])
    #expect(try all() == [[]])
  }

  @Test func `what is appended after a pass is in the next`() throws {
    try spool.append([1])
    let pass = try spool.records()
    try spool.append([2])
    #expect(try pass.next() == [1])
    #expect(try pass.next() == nil)
    #expect(try all() == [[1], [2]])
  }

  @Test func `a spool has no name on the disk`() throws {
    try spool.append([1])
    #expect(try all().count == 1)
    #expect(try Disk.list(folder.path).isEmpty)
  }

  @Test func `a removed spool takes and gives nothing`() throws {
    try spool.append([1])
    try spool.remove()
    #expect(throws: StorageFailure.self) { try spool.append([2]) }
    #expect(throws: StorageFailure.self) { try all() }
  }
}

@Suite struct LineReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func lines(_ path: String) throws -> [String] {
    let reader = try LineReader(path)
    var lines: [String] = []
    while let line = try reader.next() {
      #expect(line.number == lines.count + 1)
      lines.append(String(decoding: line.bytes, as: UTF8.self) + (line.isEnded ? "|" : ""))
    }
    #expect(reader.count == lines.count)
    #expect(try reader.next() == nil)
    return lines
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a|"]), ("\n\n", ["|", "|"]), ("a\r\nb\r", ["a\r|", "b\r"]),
    ("一\u{2028}二\u{85}\n三", ["一\u{2028}二\u{85}|", "三"]),
  ])
  func `lines end at a line feed and nowhere else`(text: String, expected: [String]) throws {
    try folder.write("a.jsonl", text)
    try folder.write("a.jsonl.gz", try folder.gzip(Array(text.utf8)))
    #expect(try lines(folder("a.jsonl")) == expected)
    #expect(try lines(folder("a.jsonl.gz")) == expected)
  }

  @Test func `lines longer than a piece are whole`() throws {
    let long = String(repeating: "报", count: 300_000)
    try folder.write("a.txt", "x\n\(long)\ny")
    #expect(try lines(folder("a.txt")) == ["x|", long + "|", "y"])
  }

  @Test func `a line past the limit is refused with its number`() throws {
    try folder.write("a.txt", "12345\n123456\n")
    let reader = try LineReader(folder("a.txt"), longest: 5)
    _ = try reader.next()
    let failure = try #require(throws: StorageFailure.self) { try reader.next() }
    #expect(failure.kind == .damaged)
    #expect(failure.detail == "line 2 is longer than 5 bytes")
  }

  @Test func `a damaged gzip file is refused`() throws {
    try folder.write("a.gz", try folder.gzip(Array("a\nb\n".utf8)).dropLast(2))
    let reader = try LineReader(folder("a.gz"))
    let failure = try #require(throws: StorageFailure.self) {
      while try reader.next() != nil { continue }
    }
    #expect(failure.kind == .damaged)
    #expect(failure.operation == .gunzip)
  }
}
