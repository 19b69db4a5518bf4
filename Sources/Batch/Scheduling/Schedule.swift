import Corpus
import Storage

/// A run of one pipeline file at one time of every day, for a scheduler to start.
package struct Schedule: Sendable {
  /// The program, from the top of the file system.
  let binary: String
  /// The pipeline file, from the top of the file system.
  let config: String
  let time: TimeOfDay
  /// What is read: inputs and corrections.
  let inputs: [String]
  let output: String
  /// The files that tell of runs: metrics and lineage.
  let told: [String]
  /// The variables that the pipeline file names, with what they are now: a scheduler starts programs
  /// without those of the person who asks.
  let variables: [Variable]

  struct Variable: Hashable, Sendable {
    var name: String
    var value: String
  }

  /// `binary` is nil for the program that runs now.
  package init(
    config: String?, binary: String?, time: TimeOfDay, _ environment: Environment
  ) throws(Failure) {
    let source = PlanSource.file(config)
    let plan = try source.plan(environment)
    self.config = Disk.absolute(source.name(environment))
    self.binary = Disk.absolute(binary ?? Host.program)
    self.time = time
    inputs = plan.inputs.map(\.location) + [plan.enrichment.location].filter { !$0.isEmpty }
    output = plan.output.location
    told = [plan.output.metricsLocation, plan.output.lineageLocation].filter { !$0.isEmpty }
    variables = plan.environmentNames.map {
      Variable(name: $0, value: environment[$0] ?? "")
    }
    try refuseControls()
  }

  init(
    binary: String, config: String, time: TimeOfDay, inputs: [String], output: String,
    told: [String] = [], variables: [Variable] = []
  ) throws(Failure) {
    self.binary = binary
    self.config = config
    self.time = time
    self.inputs = inputs
    self.output = output
    self.told = told
    self.variables = variables
    try refuseControls()
  }

  /// All places that a run touches.
  var places: [String] {
    [binary, config] + inputs + [output] + told
  }

  /// Neither a crontab nor a unit can hold the end of a line within one.
  private func refuseControls() throws(Failure) {
    for text in places + variables.map(\.value) where text.utf8.contains(where: { $0 < 32 }) {
      throw .cannotSchedule(text, reason: "it holds a control character, such as a line end")
    }
  }

  /// What must be there before the first night; empty where it is.
  package var hint: String? {
    guard !Disk.isFolder(output) else { return nil }
    return "\(output) is not there yet: make it, for the user that the runs belong to"
  }
}

/// A minute of the day: `03:30`.
package struct TimeOfDay: Hashable, Sendable {
  package let hour: Int
  package let minute: Int

  /// Nil for what is no time of day in the form HH:MM.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Self.number(parts[0], below: 24), parts[1].count == 2,
      let minute = Self.number(parts[1], below: 60)
    else { return nil }
    self.hour = hour
    self.minute = minute
  }

  private static func number(_ digits: Substring.UTF8View, below limit: Int) -> Int? {
    guard (1...2).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    let number = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    return number < limit ? number : nil
  }

  /// `03:30`.
  var text: String { "\(Self.padded(hour)):\(Self.padded(minute))" }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
