import Model
import Storage

/// What the inputs of a run hold, frozen before anything is read.
struct FoundDocuments {
  let files: [FoundFile]
  /// Files that could be found but not named or followed.
  let rejects: [Reject]

  var count: Int { files.count + rejects.count }

  /// The files, those together that may be the pages of one article.
  var groups: [[FoundFile]] { PageGroups.groups(of: files) }

  /// Fails where an input is not there, and where there is nothing in any.
  init(_ plan: Plan) throws(Failure) {
    let inputs = plan.inputs.map(\.folder)
    let own = Publication.ownFolders(in: plan.output.location)
    (files, rejects) = try reading { () throws(StorageFailure) in
      try FolderWalk(inputs, leavingOut: own).files()
    }
    guard count > 0 else { throw .noDocuments(plan.inputs.map(\.path)) }
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

  /// Lets `body` make an edition, and publishes it; whatever goes wrong, the export that was
  /// there before stays.
  nonisolated(nonsending) func publish(
    _ body: nonisolated(nonsending) (Edition) async throws(Failure) -> Outcome
  ) async throws(Failure) -> Outcome {
    let publication = try writing { () throws(StorageFailure) in
      let id = try RunID.next(in: plan.output.location)
      return try Publication(lock: lock, runID: id, keep: plan.output.keep)
    }
    do throws(Failure) {
      let edition = try Edition(plan, publication)
      let outcome = try await body(edition)
      try writing { () throws(StorageFailure) in try publication.publish() }
      for leftover in publication.leftovers {
        try reporter.warning(ErrorWording.line(for: leftover), code: "output.not-removed")
      }
      return outcome
    } catch {
      discard(publication)
      throw error
    }
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
