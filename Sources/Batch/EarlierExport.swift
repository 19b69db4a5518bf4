import Export
import Model
import Storage

/// The published export, where the run would make the same: of the same documents, read the same,
/// by the same program with the same settings.
struct EarlierExport {
  let run: String
  let folder: String
  let sums: [Checksums.Sum]
  let rows: [Outcome.Rows]

  /// Nil where it is not there as it was published: the run then makes it anew.
  init?(_ published: PublishedRun, in root: String) {
    guard let digest = published.sums, Publication.currentRun(of: root) == published.id,
      let sums = Self.file(Checksums.fileName, in: root), Content(of: sums).sha256 == digest,
      let manifest = Self.file(Manifest.fileName, in: root).flatMap({ JSONDocument($0).tree })
    else { return nil }
    run = published.id
    folder = "\(root)/runs/\(published.id)"
    self.sums = sums.split(separator: 0x0A).compactMap(Checksums.Sum.init)
    rows = Tables.all.map { table in
      Outcome.Rows(table: table.name, rows: manifest["tables"]?[table.name]?.integer ?? 0)
    }
  }

  /// What cannot be read is as good as not there.
  private static func file(_ name: String, in root: String) -> [UInt8]? {
    do throws(StorageFailure) {
      return try Publication.currentFile(name, in: root)
    } catch {
      return nil
    }
  }
}

extension Edition {
  /// The outcome where nothing is new: with the files of the published run, each held against its
  /// sum. Nil where the run has its work to do.
  func taken(
    from kept: KeptReadings, for documents: Int, _ tally: Tally, _ intake: Intake,
    _ lookups: Lookups, _ stop: StopSignal
  ) throws(Failure) -> Outcome? {
    let published = kept.published(
      madeOf: [plan.digest, lookups.digest, "\(Program.schemaVersion)"] + intake.fullDigest)
    guard let published, !plan.writers.contains(where: \.comparesRuns),
      let earlier = EarlierExport(published, in: plan.output.location),
      try copy(earlier, stop)
    else { return nil }
    for _ in 0..<documents {
      tally.enter(.enrich)
      tally.leave(.enrich)
    }
    var outcome = outcome(tally, intake, rows: earlier.rows)
    outcome.sameAs = earlier.run
    try writing { () throws(StorageFailure) in
      try record(outcome)
      try Checksums(folder.entries).write(to: folder)
    }
    return outcome
  }

  /// Whether all files could be had.
  private func copy(_ earlier: EarlierExport, _ stop: StopSignal) throws(Failure) -> Bool {
    for sum in earlier.sums {
      try stop.check()
      let isSame = try writing { () throws(StorageFailure) in
        try folder.copy(sum.name, from: earlier.folder, sha256: sum.sha256)
      }
      if !isSame {
        try writing { () throws(StorageFailure) in try folder.clear() }
        return false
      }
    }
    return true
  }
}
