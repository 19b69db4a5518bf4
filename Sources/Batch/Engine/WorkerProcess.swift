import Corpus
import Storage

/// `dibao worker`: the steps of a run that an engine may spread over machines.
package enum WorkerProcess {
  package enum Step: String, Sendable, CaseIterable {
    case read, compare, address, cluster
  }

  /// Works through standard input and says the trailer, the last line of standard error.
  package static func run(_ step: Step, config path: String) throws(Failure) {
    // What a worker does must not depend on the machine that it happens to run on.
    let plan = try PlanSource.file(path).plan(Environment([:]))
    let search = CopySearch(options: plan.deduping.options)
    switch step {
    case .read:
      // The largest file as base64, beside all else that a line holds.
      let largest = UnpackStored(options: plan.limits.fetching).largestFile
      try work(longest: largest / 3 * 4 + (64 << 20)) { () throws(Failure) in try ReadStep(plan) }
    case .compare: try work { () throws(Failure) in CompareStep(search: search) }
    case .address: try work { () throws(Failure) in AddressStep(search: search) }
    case .cluster: try work { () throws(Failure) in ClusterStep(search: search) }
    }
  }

  /// `longest` is that of a line in bytes: the notes of some hundred thousand documents.
  private static func work(
    longest: Int = 1 << 30, _ step: @escaping () throws(Failure) -> some WorkerStep
  ) throws(Failure) {
    var worker = Worker(StandardInput(longest: longest), WorkerOutput(), step: step)
    let trailer = try worker.run()
    Words.standardError.say(String(decoding: trailer, as: UTF8.self))
  }
}
