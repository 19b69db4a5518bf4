package import Storage

/// A small CSV file that people write by hand, record by record: as RFC 4180 has it, with LF or
/// CR LF at the ends of lines, with or without a byte order mark.
package struct CSVLines: Sendable {
  package struct Line: Hashable, Sendable {
    /// From 1.
    package let number: Int
    package let fields: [String]
  }

  package struct Fault: Hashable, Sendable {
    package let line: Int
    package let words: String
  }

  package private(set) var lines: [Line] = []
  /// What is no CSV; how lines end is not held against it.
  package private(set) var faults: [Fault] = []

  package init(_ bytes: [UInt8]) throws(StorageFailure) {
    var rest: [UInt8]? = bytes
    var reader = try CSVReader { () throws(StorageFailure) in
      defer { rest = nil }
      return rest
    }
    while let record = try reader.next() {
      if record.isEmpty { continue }
      let fields = (0..<record.count).map { String(decoding: record[$0] ?? [], as: UTF8.self) }
      if fields != [""] { lines.append(Line(number: record.line, fields: fields)) }
    }
    faults = reader.faults.compactMap { fault in
      switch fault.kind {
      case .bareNewline, .bareReturn, .noFinalNewline: nil
      case .quoteInField, .textAfterQuote, .openQuote:
        Fault(line: fault.line, words: fault.kind.rawValue)
      }
    }
  }
}
