import Storage

/// The file for the node exporter's textfile collector that `output.metrics` names: written at the
/// end of every run, also of one that failed.
struct MetricsFile {
  let path: String
  /// The label of its numbers.
  let output: String

  /// Nil where the plan names none.
  init?(_ plan: Plan) {
    guard !plan.output.metricsLocation.isEmpty else { return nil }
    path = plan.output.metricsLocation
    output = plan.output.location
  }

  func write(_ end: RunMetrics.End, seconds: Double) throws(StorageFailure) {
    let metrics = RunMetrics(
      end: end, output: output, ended: .now, seconds: seconds, peakMemory: Host.peakMemory,
      earlier: try earlier())
    try Disk.replaceFile(path, with: Array(metrics.text.utf8))
  }

  private func earlier() throws(StorageFailure) -> EarlierMetrics {
    do throws(StorageFailure) {
      return EarlierMetrics(try Disk.readWhole(path, limit: 1 << 20))
    } catch {
      guard error.kind == .notFound || error.kind == .damaged else { throw error }
      return EarlierMetrics([])
    }
  }
}
