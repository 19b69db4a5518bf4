import Export
import Extraction
import Model
import Storage

/// The state of a run: what earlier runs have read, and what this run adds.
///
/// Belongs to the one task that leads the run; workers use `reader` and `era`.
final class KeptReadings {
  let reader: StateReader?
  let era: StateKey
  /// How many files were not read again; nil where there is no state.
  private(set) var files: Int?
  private let state: State?
  private let reporter: Reporter
  /// What the run is made of, once all is read.
  private var content: StateKey?

  /// Opens the state of the output that the lock holds. Where the plan has none, nothing is looked
  /// up and nothing kept.
  init(
    _ plan: Plan, in lock: RunLock, workers: Int, fresh: Bool, _ reporter: Reporter
  ) throws(Failure) {
    self.reporter = reporter
    guard plan.output.keepsState, let era = plan.era else {
      if plan.output.keepsState { try reporter.warnOfNoIdentity() }
      (state, reader, files, era) = (nil, nil, nil, StateKey(of: [String?]()))
      return
    }
    let state = try writing { () throws(StorageFailure) in
      try State(in: lock.root, era: era, readers: workers, fresh: fresh)
    }
    (self.state, reader, self.era, files) = (state, state.reader, era, 0)
    if let damage = state.damage { try reporter.warn(ofDamagedState: damage) }
    let current = Publication.currentRun(of: lock.root)
    if let run = state.published?.id, run != current {
      // Harmless: a value is found by all that it depends on, whichever run has kept it.
      reporter.info("the state is that of the run \(run), the export that of \(current ?? "none")")
    }
  }

  /// Notes what became of so many files, in the order of their paths.
  func take(_ reading: GroupReading, from files: Int) throws(Failure) {
    guard let state else { return }
    switch reading.origin {
    case .kept(let row):
      state.use(row)
      self.files = (self.files ?? 0) + files
    case .new(let key, let value):
      try writing { () throws(StorageFailure) in try state.keep(value, for: key) }
    case .passing: break
    }
  }

  /// All files are read: the last shard is written too, before the long work on all documents.
  func finish() throws(Failure) {
    try writing { () throws(StorageFailure) in try state?.flush() }
  }

  /// Takes note of all that the run is made of beside the program and the settings of reading, and
  /// gives the run that is published if it was made of the same.
  func published(madeOf digests: [String?]) -> PublishedRun? {
    let content = StateKey(of: [era.text] + digests)
    self.content = content
    guard let run = state?.published, run.content == content else { return nil }
    return run
  }

  /// The run has something to tell that the next one is to tell again.
  func forgetContent() { content = nil }

  /// The run is published, with files of these sums: what it had no use for goes. That it cannot be
  /// removed is told, and no reason to call the run a failure.
  func settle(run: String, sums: String?) throws(Failure) {
    let damage: String?
    do throws(StorageFailure) {
      try state?.settle(PublishedRun(id: run, content: content, sums: sums))
      damage = try state?.close()
    } catch {
      return try reporter.warning(ErrorWording.line(for: error), code: "state.not-settled")
    }
    if let damage { try reporter.warn(ofDamagedState: damage) }
  }

  /// The run has failed or was stopped: what it has read is kept for the next, and nothing goes.
  func keepAll() {
    do throws(StorageFailure) {
      _ = try state?.close()
    } catch {
      reporter.info(ErrorWording.line(for: error))
    }
  }
}

extension Reporter {
  func warn(ofDamagedState damage: String) throws(Failure) {
    try warning(
      "the state is damaged and was set aside as .dibao/state.sqlite.damaged (dibao gc removes it);"
        + " everything is read anew: \(damage) (state.damaged)", code: "state.damaged")
  }

  fileprivate func warnOfNoIdentity() throws(Failure) {
    try warning(
      "the system does not tell which libraries are loaded (/proc), so that no state can be kept;"
        + " everything is read anew (state.no-identity)", code: "state.no-identity")
  }
}

extension Plan {
  /// Stands for all that reading depends on beside the files: the program with its libraries, and
  /// the settings of the stages that read. Nil where the system does not tell.
  var era: StateKey? {
    guard let program = ProgramIdentity.digest() else { return nil }
    var parts: [String?] = [program.text]
    let stages: [StageName] = [.fetchLocal, .clean, .extract]
    let places = stages.compactMap { StageName.allCases.firstIndex(of: $0) }
    for setting in effective
    where setting.pointer == "/limits/max_bytes"
      || places.contains(where: { setting.pointer.hasPrefix("/stages/\($0)/") })
    {
      parts += [setting.pointer, String(decoding: setting.value.json.line, as: UTF8.self)]
    }
    if extraction.readsPhrases {
      guard let tables = PhraseConverter.tableDigests else { return nil }
      parts += tables
    }
    return StateKey(of: parts)
  }
}
