import Cleaning
import Corpus
import Export
import Extraction
import Model
import Reference
import Storage

/// The whole program: what happens to the documents of a run, from their paths to an edition.
package struct Pipeline {
  let plan: Plan
  let workers: Int
  let reporter: Reporter
  let stop: StopSignal

  package init(_ plan: Plan, workers: Int, reporter: Reporter, stop: StopSignal) {
    self.plan = plan
    self.workers = workers
    self.reporter = reporter
    self.stop = stop
  }

  /// Reads everything, and publishes all of it or nothing.
  package nonisolated(nonsending) func run() async throws(Failure) -> Outcome {
    let site = try Site(plan, reporter)
    let found = try FoundDocuments(plan)
    let lookups = try LookupFiles(plan).read()
    let almanac = Almanac.shared

    let tally = Tally()
    let page = tally.counting(.fetchLocal, FetchLocal(options: plan.limits.fetching))  // -> RawFile
      .then(PartDigest(tally: tally))  // -> the articles in it
      .then(Each(tally.counting(.clean, Cleaner(options: plan.cleaning))))  // -> Article
    let extractor = Extractor(
      almanac, options: plan.extraction, phrases: try converting(plan.extraction))
    let read = EachFile(page).then(JoinPages(tally: tally))  // -> the article of all pages
      .then(Each(tally.counting(.extract, extractor)))  // -> Reading

    return try await site.publish { edition throws(Failure) in
      var intake = try Intake(found, plan.limits, tally, reporter, spool: edition.spool())
      try await OrderedRun(
        step: read, workers: workers, stop: stop, memory: plan.limits.memory
      ).forEach(found.groups, size: \.size) { files, readings throws(Failure) in
        try intake.take(readings, from: files.count)
      }

      var survey = CorpusSurvey(
        almanac: almanac, dedupe: plan.deduping.active, corrections: lookups.corrections)
      let documents = try intake.close()
      try documents.forEach("dedupe", stop) { reading, copies in
        survey.note(reading, copies: copies)
      }
      let world = survey.close()
      try reporter.warn(ofUnused: world.unusedCorrections)

      try documents.forEach("enrich", stop) { reading, copies throws(Failure) in
        tally.enter(.enrich)
        try edition.write(world, reading, copies)
        tally.leave(.enrich)
      }
      try edition.write(world)
      try edition.write(intake.rejects)
      try tally.check(documents: found.count, rejects: intake.rejects.count)
      return try edition.finish(tally, intake, lookups, workers: workers)
    }
  }
}
