import Export
import Model
import Reference
import Storage

/// The worker's step `read`: files that travel together, to what was read in them.
struct ReadStep: WorkerStep {
  private let reader: GroupReader
  private let unpack: UnpackStored
  private let maker: String

  init(_ plan: Plan) throws(Failure) {
    reader = try GroupReader(plan, Almanac.shared)
    unpack = UnpackStored(options: plan.limits.fetching)
    maker = plan.maker
  }

  func answer(_ line: [UInt8]) throws(BadLine) -> JSONValue {
    let group = try GroupLine(line)
    let tally = Tally()
    let files = EveryFile(tally.counting(.fetchLocal, unpack)).run(group.files)
    var reading = reader.run(files)
    reading.counts =
      tally.counts.filter { $0.stage == .fetchLocal }
      + reading.counts.filter { $0.stage == .clean || $0.stage == .extract }
    return GroupResult(number: group.number, maker: maker, reading: reading).json
  }
}

extension Plan {
  /// Which program with which settings makes the records of a job: what another made is foreign.
  var maker: String {
    "\(Program.name) \(Program.version) tables \(Program.schemaVersion) reading "
      + "\(Reading.codecVersion) config \(digest.prefix(16))"
  }
}
