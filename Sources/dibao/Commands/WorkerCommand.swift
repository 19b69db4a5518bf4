import ArgumentParser
import Batch

struct WorkerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Work on the lines of standard input, for an engine that spreads a run.",
    discussion: """
      One JSON object a line in, one out, in the same order; `_status` says what became of it. A \
      line that cannot be taken is `quarantined`, with its reason, and the next one is taken up. \
      The last line of standard error counts what went in and out. Nothing else is read or \
      written: no environment, no clock, no file but the pipeline file.

      read         {"number", "files": [{"path", "size", "content": base64}]}, as `dibao list` \
      names them, to the documents in them and the rejects
      compare      {"notes": [two]}, to whether they are the same, of one template or different
      address      {"notes": [all with one address]}, to the pairs that are one
      cluster      {"notes", "links", "apart"} of connected documents, to which are copies of which

      Examples:
        dibao worker -c /etc/dibao/pipeline.json < groups.jsonl > read.jsonl
      """)

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The pipeline file.", valueName: "file"))
  var config: String

  @Option(
    help: ArgumentHelp(
      "What to do with each line: "
        + WorkerProcess.Step.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "name"))
  var step: WorkerProcess.Step = .read

  func run() async throws {
    let session = Session.begin()
    let reporter = Reporter(session.console, loudness: .normal)
    let code = await session.run(reporter) { () throws(Failure) in
      try WorkerProcess.run(step, config: config)
      return .done
    }
    try code.end()
  }
}

extension WorkerProcess.Step: ExpressibleByArgument {}
