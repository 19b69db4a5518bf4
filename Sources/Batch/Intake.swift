import Corpus
import Export
import Model
import Storage

/// Takes up what the workers have read, in path order: merges files with the same bytes, keeps
/// rejects, and puts readings where they cost no memory.
struct Intake {
  private(set) var rejects: [Reject] = []
  /// Stands for all that was read: equal for equal documents under equal paths.
  private(set) var digest = ""
  /// Of all that was made of the documents, and of the reasons where nothing was.
  private var contents = ContentCounter()
  private let spool: Spool
  private let kept: KeptReadings
  private let tally: Tally
  private let budget: ErrorBudget
  private let reporter: Reporter
  /// By a document's bytes: its number in the spool.
  private var numbers: [ContentKey: Int32] = [:]
  /// By the number of a document: further paths with the same bytes.
  private var copies: [Int: [String]] = [:]

  init(
    _ found: FoundDocuments, _ limits: Limits, _ tally: Tally, _ reporter: Reporter,
    spool: Spool, kept: KeptReadings
  ) throws(Failure) {
    self.spool = spool
    self.kept = kept
    self.tally = tally
    self.reporter = reporter
    budget = ErrorBudget(limits, documents: found.count)
    try reporter.begin("read", total: found.fileCount)
    for reject in found.rejects {
      tally.rejectUnseen(reject)
      try keep(reject)
    }
  }

  /// What became of some files that went together: the articles in them, or why there are none.
  mutating func take(
    _ reading: Result<GroupReading, Reject>, from files: Int
  ) throws(Failure) {
    if case .success(let reading) = reading {
      try kept.take(reading, from: files)
      for count in reading.counts { tally.add(count) }
    }
    for document in reading.map(\.documents).documents() {
      switch document {
      case .success(let record): try keep(record)
      case .failure(let reject):
        tally.reject(reject)
        try keep(reject)
      }
    }
    for _ in 0..<files { try reporter.advance(rejects: rejects.count) }
  }

  private mutating func keep(_ record: DocumentRecord) throws(Failure) {
    note(record.path, record.sha256)
    tally.enter(.dedupe)
    let key = ContentKey(sha256: record.sha256)
    if let first = numbers[key] {
      copies[Int(first), default: []].append(record.path)
      tally.merge(.dedupe)
    } else {
      numbers[key] = Int32(numbers.count)
      var bytes: [UInt8] = []
      record.encoded(into: &bytes)
      contents.add(bytes)
      try writing { () throws(StorageFailure) in try spool.append(bytes) }
      tally.leave(.dedupe)
    }
  }

  private mutating func keep(_ reject: Reject) throws(Failure) {
    note(reject.path, reject.code.rawValue)
    reporter.debug("rejected " + ErrorWording.line(for: reject))
    rejects.append(reject)
    var encoder = ByteEncoder()
    reject.encode(into: &encoder)
    contents.add(encoder.bytes)
    try budget.check(rejects)
  }

  /// Stands for all that was read and what reading gave: what follows is the same where it is.
  var fullDigest: [String] { [digest, contents.content.sha256] }

  /// How many files were taken from the state; nil where there is none.
  var fromState: Int? { kept.files }

  /// A chain, so that a million documents need no more memory than one.
  private mutating func note(_ path: String, _ content: String) {
    digest = Content(of: Array("\(digest)\n\(path)\n\(content)".utf8)).sha256
  }

  /// What was read, once all is taken up.
  mutating func close() throws(Failure) -> SpooledDocuments {
    try kept.finish()
    try reporter.end()
    let count = numbers.count
    numbers = [:]
    return SpooledDocuments(count: count, spool: spool, copies: copies, reporter: reporter)
  }
}

/// Half of the SHA-256 of a document's bytes: enough to tell any two apart, in a fifth of the room
/// that its digits take.
private struct ContentKey: Hashable {
  private let high: UInt64
  private let low: UInt64

  /// `sha256` in hexadecimal.
  init(sha256: String) {
    let half = { (digits: Substring.UTF8View) -> UInt64 in
      digits.reduce(0) { $0 << 4 | UInt64(($1 <= 0x39 ? $1 &- 0x30 : $1 &- 0x57) & 15) }
    }
    let digits = sha256.utf8
    high = half(digits.prefix(16))
    low = half(digits.dropFirst(16).prefix(16))
  }
}

/// The readings of a run, one for each document, in path order, on the disk.
struct SpooledDocuments {
  let count: Int
  fileprivate let spool: Spool
  fileprivate let copies: [Int: [String]]
  fileprivate let reporter: Reporter

  /// Calls `body` with each document, the further paths that have the same bytes, and its number.
  func forEach(
    _ pass: String, _ stop: StopSignal,
    _ body: (DocumentRecord, [String], Int) throws(Failure) -> Void
  ) throws(Failure) {
    try reporter.begin(pass, total: count)
    let records = try writing { () throws(StorageFailure) in try spool.records() }
    var number = 0
    while let bytes = try writing({ () throws(StorageFailure) in try records.next() }) {
      try stop.check()
      try body(try decoded(bytes), copies[number] ?? [], number)
      number += 1
      try reporter.advance()
    }
    try reporter.end()
  }

  /// Calls `body` with each group of copies.
  func forEach(
    _ pass: String, in groups: [CopyGroup], _ stop: StopSignal,
    _ body: (CopyGroup) throws(Failure) -> Void
  ) throws(Failure) {
    try reporter.begin(pass, total: groups.count)
    for group in groups {
      try stop.check()
      try body(group)
      try reporter.advance()
    }
    try reporter.end()
  }

  /// The document of a number, in the order of `forEach`.
  func record(_ number: Int) throws(Failure) -> DocumentRecord {
    try decoded(try writing { () throws(StorageFailure) in try spool.record(number) })
  }

  private func decoded(_ bytes: [UInt8]) throws(Failure) -> DocumentRecord {
    guard let record = DocumentRecord(decoding: bytes) else {
      throw .bug("the spool gives no document")
    }
    return record
  }
}
