import Corpus
import Export
import Model
import Reference
import Storage

/// The whole program: what happens to the documents of a run, from their paths to an edition.
package struct Pipeline {
  let plan: Plan
  let workers: Int
  let reporter: Reporter
  let stop: StopSignal
  /// Whether all is read anew, and the state begun anew.
  let fresh: Bool
  /// What an engine has read already; nil where this run reads for itself.
  let job: FinishedJob?

  package init(
    _ plan: Plan, workers: Int, reporter: Reporter, stop: StopSignal, fresh: Bool = false,
    assembling job: FinishedJob? = nil
  ) {
    self.plan = plan
    self.fresh = fresh
    self.workers = workers
    self.reporter = reporter
    self.stop = stop
    self.job = job
  }

  /// Reads everything, and publishes all of it or nothing.
  package nonisolated(nonsending) func run() async throws(Failure) -> Outcome {
    Host.mapLargeBlocks()
    let site = try Site(plan, reporter)
    let found = if let job { job.found } else { try FoundDocuments(plan) }
    let lookups = try LookupFiles(plan).read()
    let almanac = Almanac.shared

    let reader = try GroupReader(plan, almanac)
    let kept = try site.keptReadings(workers: workers, fresh: fresh, reads: job == nil)
    let tally = Tally()

    return try await site.publish(settling: kept, workers: workers) { edition throws(Failure) in
      var intake = try Intake(
        found, plan.limits, tally, reporter, spool: edition.spool(), kept: kept)
      try await read(found, by: reader, tally, kept) { reading, files throws(Failure) in
        try intake.take(reading, from: files)
      }

      let documents = try intake.close()
      if let outcome = try edition.taken(
        from: kept, for: documents.count, tally, intake, lookups, stop)
      {
        try tally.check(documents: found.count, rejects: intake.rejects.count)
        return outcome
      }

      let world = try survey(
        documents,
        CorpusSurvey(
          almanac: almanac, dedupe: plan.deduping.active, corrections: lookups.corrections,
          space: edition.space(), isStopped: { [stop] in stop.isSet }))
      try edition.check()
      try reporter.warn(ofUnused: world.unusedCorrections)
      if !world.unusedCorrections.isEmpty { kept.forgetContent() }

      try documents.forEach("enrich", stop) { record, copies, number throws(Failure) in
        tally.enter(.enrich)
        let reading = try record.read()
        try edition.write(world.rows(of: reading, number: number), reading, copies)
        tally.leave(.enrich)
      }
      try documents.forEach("edits", in: world.copyGroups, stop) { group throws(Failure) in
        try edition.write(world, group, from: documents)
      }
      try edition.write(world)
      try edition.write(intake.rejects)
      try tally.check(documents: found.count, rejects: intake.rejects.count)
      return try edition.finish(tally, intake, lookups)
    }
  }

  /// Dedupes, and tells what the corpus as a whole says. What was only needed for that goes when this
  /// returns.
  private func survey(
    _ documents: SpooledDocuments, _ empty: consuming CorpusSurvey
  ) throws(Failure) -> World {
    var survey = empty
    try documents.forEach("dedupe", stop) { record, copies, _ throws(Failure) in
      survey.note(try record.read(), try record.readNote(), copies: copies)
    }
    let world = try survey.close(try job?.copies(among: documents.count))
    try stop.check()
    return world
  }

  /// Calls `take` for each group of files that travel together, in order, with what reading gave of
  /// them and how many they are.
  private nonisolated(nonsending) func read(
    _ found: FoundDocuments, by reader: GroupReader, _ tally: Tally, _ kept: KeptReadings,
    _ take: (Result<GroupReading, Reject>, Int) throws(Failure) -> Void
  ) async throws(Failure) {
    if let job {
      return try job.forEachGroup(stop) { reading, files throws(Failure) in
        try take(.success(reading), files)
      }
    }
    let fetch = tally.counting(.fetchLocal, FetchLocal(options: plan.limits.fetching))
    let steps = EveryFile(fetch)  // -> RawFile
      .then(RememberingReader(reader: reader, state: kept.reader, era: kept.era))  // -> records
    try await OrderedRun(
      step: steps, workers: workers, stop: stop, memory: plan.limits.memory
    ).forEach(found.groups, size: \.size) { files, reading throws(Failure) in
      try take(reading, files.count)
    }
  }
}

extension CorpusSurvey {
  /// `copies` are those that an engine has found; nil where this run looks for them.
  fileprivate consuming func close(_ copies: [CopySearch.Copy]?) throws(Failure) -> World {
    guard let copies else { return close() }
    guard let world = close(copies: copies) else {
      throw .badJob(path: "copies", reason: "they name documents that were not read")
    }
    return world
  }
}
