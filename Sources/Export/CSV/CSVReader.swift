import Storage

/// A record of a CSV file: its fields as bytes.
struct CSVRecord: Hashable {
  private struct Field: Hashable {
    let end: Int
    let isQuoted: Bool
  }

  /// The line that it begins on, from 1.
  private(set) var line: Int
  private var bytes: [UInt8] = []
  private var fields: [Field] = []

  init(line: Int) { self.line = line }

  var count: Int { fields.count }
  var isEmpty: Bool { fields.isEmpty && bytes.isEmpty }

  /// The content of a field; nil where nothing stands, not even quotes.
  subscript(index: Int) -> ArraySlice<UInt8>? {
    let start = index == 0 ? 0 : fields[index - 1].end
    let field = fields[index]
    return start == field.end && !field.isQuoted ? nil : bytes[start..<field.end]
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }
  mutating func append(_ more: ArraySlice<UInt8>) { bytes += more }
  mutating func endField(isQuoted: Bool) {
    fields.append(Field(end: bytes.count, isQuoted: isQuoted))
  }

  /// For the next record; the memory stays.
  mutating func clear(line: Int) {
    self.line = line
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
  }
}

/// Reads CSV strictly as RFC 4180 has it, and tells what is not so; a record is given in any case,
/// as well as it can be made out.
struct CSVReader {
  struct Fault: Hashable {
    enum Kind: String, Hashable, CaseIterable {
      case bareNewline = "a line that ends with LF alone"
      case bareReturn = "a CR without LF outside quotes"
      case quoteInField = "a quote inside a field that does not begin with one"
      case textAfterQuote = "text after the closing quote of a field"
      case openQuote = "a quote that is never closed"
      case noFinalNewline = "no CR LF after the last record"
    }

    let kind: Kind
    let line: Int
  }

  private enum State {
    case fieldStart
    case plain
    case quoted
    /// A quote in a quoted field: its end, or one half of a pair.
    case quote
    /// CR outside quotes.
    case carriage
  }

  /// Whether the file began with EF BB BF, which is no part of the first field.
  let hasByteOrderMark: Bool
  private(set) var faults: [Fault] = []

  private let source: () throws(StorageFailure) -> [UInt8]?
  private var piece: [UInt8] = []
  private var index = 0
  private var line = 1
  private var state = State.fieldStart
  private var isQuoted = false
  private var record = CSVRecord(line: 1)

  /// `source` gives the bytes piece by piece, nil at the end.
  init(_ source: @escaping () throws(StorageFailure) -> [UInt8]?) throws(StorageFailure) {
    self.source = source
    while piece.count < 3, let more = try source() { piece += more }
    hasByteOrderMark = piece.starts(with: [0xEF, 0xBB, 0xBF])
    if hasByteOrderMark { index = 3 }
  }

  init(_ path: String, gunzip: Bool) throws(StorageFailure) {
    let reader = try ByteReader(path, gunzip: gunzip)
    try self.init { () throws(StorageFailure) in try reader.next() }
  }

  /// The faults noted since the last call.
  mutating func takeFaults() -> [Fault] {
    guard !faults.isEmpty else { return [] }
    defer { faults = [] }
    return faults
  }

  /// Nil at the end. The record holds until the next call.
  mutating func next() throws(StorageFailure) -> CSVRecord? {
    record.clear(line: line)
    while true {
      while index < piece.count {
        takeContent()
        guard index < piece.count else { break }
        let byte = piece[index]
        index += 1
        if byte == 0x0A { line += 1 }
        if take(byte) { return record }
      }
      guard let more = try source() else { return last() }
      piece = more
      index = 0
    }
  }

  /// Everything up to the next byte that means something here, at once.
  private mutating func takeContent() {
    let start = index
    switch state {
    case .quoted:
      while index < piece.count, piece[index] != 0x22 {
        if piece[index] == 0x0A { line += 1 }
        index += 1
      }
    case .fieldStart, .plain:
      while index < piece.count, !Self.isSpecial(piece[index]) { index += 1 }
      if index > start { state = .plain }
    case .quote, .carriage: return
    }
    if index > start { record.append(piece[start..<index]) }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x22 || byte == 0x0D || byte == 0x0A
  }

  /// True when the record ends.
  private mutating func take(_ byte: UInt8) -> Bool {
    switch state {
    case .fieldStart:
      guard byte == 0x22 else { return takeOutside(byte) }
      isQuoted = true
      state = .quoted
    case .plain:
      if byte == 0x22 { note(.quoteInField) }
      return takeOutside(byte)
    case .quoted:
      if byte == 0x22 { state = .quote } else { record.append(byte) }
    case .quote:
      if byte == 0x22 {
        record.append(byte)
        state = .quoted
      } else {
        if byte != 0x2C, byte != 0x0D, byte != 0x0A { note(.textAfterQuote) }
        return takeOutside(byte)
      }
    case .carriage:
      if byte == 0x0A { return endRecord() }
      note(.bareReturn)
      record.append(0x0D)
      return takeOutside(byte)
    }
    return false
  }

  private mutating func takeOutside(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C: endField()
    case 0x0D: state = .carriage
    case 0x0A:
      note(.bareNewline)
      return endRecord()
    default:
      record.append(byte)
      state = .plain
    }
    return false
  }

  private mutating func endField() {
    record.endField(isQuoted: isQuoted)
    isQuoted = false
    state = .fieldStart
  }

  private mutating func endRecord() -> Bool {
    endField()
    return true
  }

  private mutating func last() -> CSVRecord? {
    piece = []
    index = 0
    guard !record.isEmpty || state != .fieldStart else { return nil }
    if state == .carriage { record.append(0x0D) }
    note(state == .quoted ? .openQuote : .noFinalNewline)
    endField()
    return record
  }

  private mutating func note(_ kind: Fault.Kind) {
    // A newline that was just read is on the line that it ends.
    faults.append(Fault(kind: kind, line: kind == .bareNewline ? line - 1 : line))
  }
}
