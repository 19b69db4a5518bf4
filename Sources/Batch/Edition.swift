import Corpus
import Export
import Model
import Storage

/// An export while it is made: rows go in, and at the end the files that describe them.
final class Edition {
  let plan: Plan
  private let publication: Publication
  private let workers: Int
  /// Nil before the first row: a run that finds nothing new writes none.
  private var output: RowOutput?
  private let disk: DiskSpace
  private let started = Moment.now
  private let clock = ContinuousClock()
  private let begun: ContinuousClock.Instant
  private var rows: [String: Int] = [:]
  /// The newest day on which a document was published; the time that files have in a bundle.
  private var newest: PartialDate?

  init(_ plan: Plan, _ publication: Publication, workers: Int) throws(Failure) {
    self.plan = plan
    self.workers = workers
    self.publication = publication
    begun = clock.now
    disk = publication.folder.space(limit: plan.limits.memory / 64)
  }

  var folder: OutputFolder { publication.folder }

  private func opened() throws(StorageFailure) -> RowOutput {
    if let output { return output }
    let opened = RowOutput(
      try Exporter(plan.writers, tables: Tables.all, in: folder), behind: workers > 1)
    output = opened
    return opened
  }

  /// A place on the disk of the output that is no part of the export.
  func spool() throws(Failure) -> Spool {
    try writing { () throws(StorageFailure) in try publication.folder.spool() }
  }

  /// Room on the disk for what outgrows memory: a list in it takes so much of the run's share that
  /// all of them together stay below it.
  func space() -> any ScratchSpace { disk }

  /// Throws where the disk has failed behind a list.
  func check() throws(Failure) {
    try writing { () throws(StorageFailure) in try disk.check() }
  }

  // MARK: Rows

  /// The rows of one document.
  func write(_ rows: DocumentRows, _ reading: Reading, _ copies: [String]) throws(Failure) {
    newest = [newest, reading.article.publishedOn].compactMap { $0 }.max()
    try write(rows.document(copies: copies), bytes: reading.article.text.utf8.count)
    try write(all: rows.mentions)
    try write(all: rows.eventRows)
    try write(all: rows.participants)
    try write(all: rows.agreements)
    try write(all: rows.quotes)
  }

  /// The rows of what all documents are about.
  func write(_ world: World) throws(Failure) {
    try world.forEachPerson { row throws(Failure) in try write(row) }
    try write(all: world.offices)
    try write(all: world.organizations)
    try write(all: world.divisions)
    try world.forEachTenure { tenures, contradictions throws(Failure) in
      try write(all: tenures)
      try write(all: contradictions)
    }
    try world.forEachRelation { row throws(Failure) in try write(row) }
    try world.forEachDuplicate { row throws(Failure) in try write(row) }
    try world.forEachEventCluster { row throws(Failure) in try write(row) }
    try world.forEachNamesake { row throws(Failure) in try write(row) }
    try check()
  }

  /// What was edited in the copies of an article: one pair at a time is in memory.
  func write(
    _ world: World, _ group: CopyGroup, from documents: SpooledDocuments
  ) throws(Failure) {
    let canonical = try documents.record(group.canonical).read()
    let edits = world.edits(of: canonical, number: group.canonical)
    for copy in group.copies {
      let reading = try documents.record(copy).read()
      try write(all: world.edits(edits, of: reading, number: copy))
    }
  }

  /// The rows of documents that could not be read, in the order of their paths.
  func write(_ rejects: [Reject]) throws(Failure) {
    let sorted = rejects.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    try write(all: sorted.map { RejectRow($0) })
  }

  private func write(all rows: [some TableRow]) throws(Failure) {
    for row in rows { try write(row) }
  }

  private func write<Row: TableRow>(_ row: Row, bytes: Int = 0) throws(Failure) {
    rows[Row.tableName, default: 0] += 1
    try writing { () throws(StorageFailure) in try opened().write(row, bytes: bytes) }
  }

  // MARK: The end

  /// Finishes the files, if what is asserted of the rows holds.
  func finish(
    _ tally: Tally, _ intake: Intake, _ lookups: Lookups
  ) throws(Failure) -> Outcome {
    let rows = Tables.all.map { Outcome.Rows(table: $0.name, rows: self.rows[$0.name] ?? 0) }
    let outcome = outcome(tally, intake, rows: rows)
    try plan.assertions.check(outcome, in: plan.output.location)
    try writing { () throws(StorageFailure) in try describe(outcome, intake, lookups) }
    return outcome
  }

  func outcome(_ tally: Tally, _ intake: Intake, rows: [Outcome.Rows]) -> Outcome {
    Outcome(
      runID: publication.runID, folder: "\(plan.output.root)/runs/\(publication.runID)",
      counts: tally.counts, rows: rows, rejects: RejectGroup.groups(of: intake.rejects),
      isComplete: !intake.rejects.contains { Reject.Code.incomplete.contains($0.code) },
      hasBug: intake.rejects.contains { $0.code == .bug }, fromState: intake.fromState,
      seconds: Reporter.seconds(begun.duration(to: clock.now)))
  }

  private func describe(
    _ outcome: Outcome, _ intake: Intake, _ lookups: Lookups
  ) throws(StorageFailure) {
    let exporter = try opened().exporter()
    let files = try exporter.finish()
    try DataPackage(
      tables: Tables.all, files: files, schemaVersion: "\(Program.schemaVersion)",
      isComplete: outcome.isComplete
    ).write(to: folder)
    let manifest = Manifest(
      of: outcome, plan, intake, lookups, entries: folder.entries, written: files)
    try put(Manifest.fileName, manifest.value)
    try record(outcome)
    try exporter.seal(modified: newest?.startOfDay ?? 0)
  }

  func record(_ outcome: Outcome) throws(StorageFailure) {
    try put(
      RunRecord.fileName,
      RunRecord(
        runID: outcome.runID, started: started, ended: .now, workers: workers, plan: plan,
        fromState: outcome.fromState, sameAs: outcome.sameAs
      ).value)
  }

  private func put(_ name: String, _ value: JSONValue) throws(StorageFailure) {
    let file = try folder.file(name)
    try file.write(value.document)
    _ = try file.close()
  }
}

extension RejectRow {
  fileprivate init(_ reject: Reject) {
    self.init(
      path: reject.path, bytes: reject.bytes, stage: reject.stage.rawValue,
      code: reject.code.rawValue, message: reject.detail, line: reject.line)
  }
}

extension Assertions {
  /// Throws where what is asserted does not hold of a run.
  func check(_ outcome: Outcome, in root: String) throws(Failure) {
    let documents = outcome.rows(of: DocumentRow.tableName)
    guard documents >= minRows else {
      throw .tooFewRows(found: documents, wanted: minRows)
    }
    guard let maxDropVsLast, let last = try PublishedManifest(in: root) else { return }
    for table in tables.isEmpty ? [DocumentRow.tableName] : tables {
      let (found, before) = (outcome.rows(of: table), last.rows(of: table) ?? 0)
      // A whisker more, for shares that are no whole number in binary.
      guard Double(before - found) <= maxDropVsLast * Double(before) + 1e-9 else {
        throw .droppedRows(table: table, found: found, before: before, allowed: maxDropVsLast)
      }
    }
  }
}

extension PartialDate {
  /// Seconds from 1970 to the start of the day in UTC; not below 0.
  var startOfDay: Int {
    // 1970-01-01 is day 719,468.
    max(0, (dayNumber - 719_468) * 86_400)
  }
}
