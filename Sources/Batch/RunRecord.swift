import Export
import Model
import Storage

/// `run.json`: what differs from run to run, and therefore stands in no sum and no bundle.
struct RunRecord {
  static let fileName = Checksums.runFileName

  let runID: String
  let started: Moment
  let ended: Moment
  let workers: Int
  let plan: Plan
  /// How many files were taken from the state.
  let fromState: Int?
  /// The run whose files these are, for nothing was new.
  let sameAs: String?

  var value: JSONValue {
    [
      "run_id": .string(runID), "started": .string(started.iso), "ended": .string(ended.iso),
      "host": .string(Host.name), "process": .integer(Host.process),
      "jobs": .integer(workers), "peak_memory_bytes": .integer(Host.peakMemory),
      "files_from_state": .optional(fromState), "same_as": .optional(sameAs),
      "inputs": .list(plan.inputs.map(\.location)), "output": .string(plan.output.location),
    ]
  }
}
