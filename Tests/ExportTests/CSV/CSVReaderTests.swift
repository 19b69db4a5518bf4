import Model
import Storage
import Testing

@testable import Export

@Suite struct CSVReaderTests {
  private struct Outcome: Equatable {
    var records: [[String?]] = []
    var lines: [Int] = []
    var faults: [CSVReader.Fault] = []
  }

  /// Reads bytes that come in pieces of a given size.
  private func outcome(_ bytes: [UInt8], pieces size: Int = 1_000) throws -> Outcome {
    var rest = bytes[...]
    var reader = try CSVReader { () throws(StorageFailure) in
      guard !rest.isEmpty else { return nil }
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
    var outcome = Outcome()
    while let record = try reader.next() {
      outcome.records.append(
        (0..<record.count).map { index in
          record[index].map { String(decoding: $0, as: UTF8.self) }
        })
      outcome.lines.append(record.line)
    }
    outcome.faults = reader.takeFaults()
    return outcome
  }

  private func outcome(_ text: String) throws -> Outcome { try outcome(Array(text.utf8)) }

  @Test func `records, nulls, empty texts and quoted fields are told apart`() throws {
    let outcome = try outcome("a,,\"\"\r\n\"x, \"\"y\"\"\r\nz\",1\r\n\r\n,\r\n")
    #expect(outcome.records == [["a", nil, ""], ["x, \"y\"\r\nz", "1"], [nil], [nil, nil]])
    #expect(outcome.lines == [1, 2, 4, 5])
    #expect(outcome.faults == [])
  }

  @Test(arguments: [
    ("a\nb\r\n", CSVReader.Fault.Kind.bareNewline, 1), ("\"a\"\nb\r\n", .bareNewline, 1),
    ("x\r\na\rb\r\n", .bareReturn, 2), ("a\"b\r\n", .quoteInField, 1),
    ("\r\n\"a\"b\r\n", .textAfterQuote, 2), ("\"a\r\nb", .openQuote, 2), ("a", .noFinalNewline, 1),
    ("a\r", .noFinalNewline, 1), ("a,", .noFinalNewline, 1), ("\"a\"", .noFinalNewline, 1),
  ])
  func `what RFC 4180 does not allow is told with its line`(
    text: String, kind: CSVReader.Fault.Kind, line: Int
  ) throws {
    #expect(try outcome(text).faults == [CSVReader.Fault(kind: kind, line: line)])
  }

  @Test func `a broken record does not hide those that follow`() throws {
    #expect(try outcome("a\"b,c\r\nd,e\r\n").records == [["a\"b", "c"], ["d", "e"]])
    #expect(try outcome("\"a\"b,c\r\nd,e\r\n").records == [["ab", "c"], ["d", "e"]])
    #expect(try outcome("a\nd\r\n").records == [["a"], ["d"]])
    #expect(try outcome("a\rb,c\r\n").records == [["a\rb", "c"]])
    #expect(try outcome("").records == [])
    #expect(try outcome("a,").records == [["a", nil]])
  }

  @Test func `a byte order mark is no part of the first field`() throws {
    let outcome = try outcome([0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A], pieces: 1)
    #expect(outcome.records == [["a"]])
    #expect(try self.outcome("\u{FEFF}\u{FEFF}a\r\n").records == [["\u{FEFF}a"]])
  }

  @Test(arguments: [1, 2, 3, 5, 64])
  func `random cells are read back as they were written`(size: Int) throws {
    var generator = SeededGenerator(seed: 3)
    let rows = (0..<200).map { _ in
      (0..<4).map { _ in generator.next() % 4 == 0 ? nil : generator.text() }
    }
    var bytes: [UInt8] = []
    let encoder = CSVEncoder(SampleDocument.table)
    for row in rows { encoder.append(row.map { $0.map(Cell.text) ?? .null }, to: &bytes) }
    let outcome = try outcome(bytes, pieces: size)
    #expect(outcome.faults == [])
    // A text that begins with the mark would lose it; the header stands first in a file.
    #expect(
      outcome.records.map { $0.map { $0.map { Array($0.utf8) } } }
        == rows.map { $0.map { $0.map { Array($0.utf8) } } })
  }
}
