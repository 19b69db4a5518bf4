import Export
import Storage

/// What a worker does with one line.
protocol WorkerStep {
  /// The line of the answer; what it cannot take is a `BadLine`, and the next line is taken up.
  mutating func answer(_ line: [UInt8]) throws(BadLine) -> JSONValue
}

/// A process that an engine starts beside its own: lines of standard input go in, one line each
/// comes out of standard output in the same order, and the last line of standard error counts
/// both.
///
/// It ends with 0 only where all of standard input was read and all of standard output was taken.
/// It looks at no clock, no environment and no network and writes no file, so that the same lines
/// give the same bytes however often and wherever an engine tries.
struct Worker<Step: WorkerStep> {
  private let input: StandardInput
  private let output: WorkerOutput
  private var step: Step?
  private let makeStep: () throws(Failure) -> Step
  private var lines = 0
  private var quarantined = 0

  /// `step` is made for the first line: engines start workers for partitions without any.
  init(
    _ input: StandardInput, _ output: WorkerOutput,
    step: @escaping () throws(Failure) -> Step
  ) {
    self.input = input
    self.output = output
    makeStep = step
  }

  /// Works until the input ends, and gives the trailer.
  mutating func run() throws(Failure) -> [UInt8] {
    while let line = try reading({ () throws(StorageFailure) in try input.next() }) {
      lines += 1
      let answer = try answer(line)
      try writing { () throws(StorageFailure) in try output.write(answer.line + [0x0A]) }
    }
    let content = try writing { () throws(StorageFailure) in try output.close() }
    let trailer: JSONValue = [
      "in": .integer(lines), "out": .integer(lines), "quarantined": .integer(quarantined),
      "sha256_out": .string(content.sha256),
    ]
    return trailer.line
  }

  private mutating func answer(_ line: StandardInput.Line) throws(Failure) -> JSONValue {
    var step = if let step { step } else { try makeStep() }
    defer { self.step = step }
    do throws(BadLine) {
      guard !line.isTooLong else { throw BadLine("the line is too long") }
      var bytes = line.bytes
      if bytes.last == 0x0D { bytes.removeLast() }
      return try step.answer(bytes)
    } catch {
      quarantined += 1
      return [
        "_status": "quarantined", "line": .integer(lines), "reason": .string(error.reason),
      ]
    }
  }
}
