import Export
import Model
import Storage

/// What the inputs of a run hold, frozen before anything is read.
struct FoundDocuments {
  /// Empty where an engine has read them.
  let files: FoundFiles
  /// How many files there are.
  let fileCount: Int
  /// Files that could be found but not named or followed.
  let rejects: [Reject]

  var count: Int { fileCount + rejects.count }

  /// The files, those together that may be the pages of one article.
  var groups: FileGroups<FoundFiles> { PageGroups.groups(of: files) }

  /// Fails where an input is not there, and where there is nothing in any.
  init(_ plan: Plan) throws(Failure) {
    let inputs = plan.inputs.map(\.folder)
    let own = Publication.ownFolders(in: plan.output.location)
    (files, rejects) = try reading { () throws(StorageFailure) in
      try FolderWalk(inputs, leavingOut: own).files()
    }
    fileCount = files.count
    guard count > 0 else { throw .noDocuments(plan.inputs.map(\.path)) }
  }

  /// What an engine was given to read.
  init(fileCount: Int, rejects: [Reject]) {
    files = FoundFiles()
    self.fileCount = fileCount
    self.rejects = rejects
  }
}

extension InputSettings {
  var folder: InputFolder {
    InputFolder(
      path: location, label: label, include: include, exclude: exclude,
      hints: InputHints(publisher: publisher, encoding: encoding))
  }
}

/// The output root, held by one run from its beginning to its end.
struct Site {
  let plan: Plan
  let reporter: Reporter
  private let lock: RunLock

  /// Makes nothing on the disk where an input is not there.
  init(_ plan: Plan, _ reporter: Reporter) throws(Failure) {
    for input in plan.inputs where !Disk.exists(input.location) {
      throw .input(StorageFailure(.notFound, .find, path: input.path))
    }
    self.plan = plan
    self.reporter = reporter
    let root = plan.output.location
    lock = try writing { () throws(StorageFailure) in try RunLock(root: root) }
  }

  /// What earlier runs into this root have read.
  /// Where the run does not read by itself (`reads` is false), nothing is looked up and nothing kept.
  func keptReadings(
    workers: Int, fresh: Bool, reads: Bool
  ) throws(Failure) -> KeptReadings {
    var plan = plan
    plan.output.keepsState = plan.output.keepsState && reads
    return try KeptReadings(plan, in: lock, workers: workers, fresh: fresh, reporter)
  }

  /// Lets `body` make an edition, and publishes it; whatever goes wrong, the export that was
  /// there before stays. Of what was kept, that which the edition has no use for goes once it is
  /// published, and nothing where it is not.
  nonisolated(nonsending) func publish(
    settling kept: KeptReadings, workers: Int,
    _ body: nonisolated(nonsending) (Edition) async throws(Failure) -> Outcome
  ) async throws(Failure) -> Outcome {
    let publication = try writing { () throws(StorageFailure) in
      let id = try RunID.next(in: plan.output.location)
      return try Publication(lock: lock, runID: id, keep: plan.output.keep)
    }
    let lineage = LineageFile(plan, run: publication.runID, reporter)
    lineage?.add(.begun)
    let outcome: Outcome
    do throws(Failure) {
      let edition = try Edition(plan, publication, workers: workers)
      outcome = try await body(edition)
      try writing { () throws(StorageFailure) in try publication.publish() }
    } catch {
      kept.keepAll()
      discard(publication)
      lineage?.add(RunLineage.Moment(error))
      throw error
    }
    let sums = publication.folder.entries.first { $0.name == Checksums.fileName }?.sha256
    lineage?.add(.published(outcome, publication.folder.entries))
    try kept.settle(run: publication.runID, sums: sums)
    for leftover in publication.leftovers {
      try reporter.warning(ErrorWording.line(for: leftover), code: "output.not-removed")
    }
    return outcome
  }

  /// What cannot be removed now is swept by the next run.
  private func discard(_ publication: Publication) {
    do throws(StorageFailure) {
      try publication.discard()
    } catch {
      reporter.info(ErrorWording.line(for: error))
    }
  }
}
