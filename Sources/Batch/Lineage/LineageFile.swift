import Export
import Storage

/// The file of OpenLineage events that `output.lineage` names: each run adds a line when it begins
/// and one when it ends.
struct LineageFile {
  private let path: String
  private let run: RunLineage
  private let reporter: Reporter

  /// Nil where the plan names none.
  init?(_ plan: Plan, run: String, _ reporter: Reporter) {
    guard !plan.output.lineageLocation.isEmpty else { return nil }
    path = plan.output.lineageLocation
    self.run = RunLineage(
      inputs: plan.inputs.map(\.location), output: plan.output.location, host: Host.name,
      runID: run)
    self.reporter = reporter
  }

  /// What cannot be written here is said aloud, and no more: an export that was published stands.
  func add(_ moment: RunLineage.Moment) {
    do throws(StorageFailure) {
      try Disk.append(run.event(moment, at: .now).line + [0x0A], to: path)
    } catch {
      reporter.error("no lineage: " + ErrorWording.line(for: error))
    }
  }
}
