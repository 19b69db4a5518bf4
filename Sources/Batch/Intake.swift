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
  private let spool: Spool
  private let tally: Tally
  private let budget: ErrorBudget
  private let reporter: Reporter
  /// By the digest of a document's bytes: its number in the spool.
  private var numbers: [String: Int] = [:]
  /// By the number of a document: further paths with the same bytes.
  private var copies: [Int: [String]] = [:]

  init(
    _ found: FoundDocuments, _ limits: Limits, _ tally: Tally, _ reporter: Reporter, spool: Spool
  ) throws(Failure) {
    self.spool = spool
    self.tally = tally
    self.reporter = reporter
    budget = ErrorBudget(limits, documents: found.count)
    try reporter.begin("read", total: found.files.count)
    for reject in found.rejects {
      tally.rejectUnseen(reject)
      try keep(reject)
    }
  }

  /// What became of some files that went together: the articles in them, or why there are none.
  mutating func take(
    _ documents: Result<Results<Reading>, Reject>, from files: Int
  ) throws(Failure) {
    for document in documents.documents() {
      switch document {
      case .success(let reading): try keep(reading)
      case .failure(let reject):
        tally.reject(reject)
        try keep(reject)
      }
    }
    for _ in 0..<files { try reporter.advance(rejects: rejects.count) }
  }

  private mutating func keep(_ reading: Reading) throws(Failure) {
    let article = reading.article
    note(article.path, article.sha256)
    tally.enter(.dedupe)
    if let first = numbers[article.sha256] {
      copies[first, default: []].append(article.path)
      tally.merge(.dedupe)
    } else {
      numbers[article.sha256] = numbers.count
      var bytes: [UInt8] = []
      reading.encoded(into: &bytes)
      try writing { () throws(StorageFailure) in try spool.append(bytes) }
      tally.leave(.dedupe)
    }
  }

  private mutating func keep(_ reject: Reject) throws(Failure) {
    note(reject.path, reject.code.rawValue)
    reporter.debug("rejected " + ErrorWording.line(for: reject))
    rejects.append(reject)
    try budget.check(rejects)
  }

  /// A chain, so that a million documents need no more memory than one.
  private mutating func note(_ path: String, _ content: String) {
    digest = Content(of: Array("\(digest)\n\(path)\n\(content)".utf8)).sha256
  }

  /// What was read, once all is taken up.
  func close() throws(Failure) -> SpooledDocuments {
    try reporter.end()
    return SpooledDocuments(
      count: numbers.count, spool: spool, copies: copies, reporter: reporter)
  }
}

/// The readings of a run, one for each document, in path order, on the disk.
struct SpooledDocuments {
  let count: Int
  fileprivate let spool: Spool
  fileprivate let copies: [Int: [String]]
  fileprivate let reporter: Reporter

  /// Calls `body` with each reading and the further paths that have the same bytes.
  func forEach(
    _ pass: String, _ stop: StopSignal,
    _ body: (Reading, [String]) throws(Failure) -> Void
  ) throws(Failure) {
    try reporter.begin(pass, total: count)
    let records = try writing { () throws(StorageFailure) in try spool.records() }
    var number = 0
    while let bytes = try writing({ () throws(StorageFailure) in try records.next() }) {
      try stop.check()
      try body(try decoded(bytes), copies[number] ?? [])
      number += 1
      try reporter.advance()
    }
    try reporter.end()
  }

  private func decoded(_ bytes: [UInt8]) throws(Failure) -> Reading {
    guard let reading = Reading(decoding: bytes) else { throw .bug("the spool gives no reading") }
    return reading
  }
}
