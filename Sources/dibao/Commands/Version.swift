import ArgumentParser
import Batch

struct Version: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "Print the version of the program and of its tables.",
    discussion: """
      Examples:
        dibao version
        dibao version --json
      """)

  @Flag(help: "Write one JSON object.")
  var json = false

  func run() async throws {
    let session = Session.begin()
    let reporter = Reporter(session.console, loudness: .normal)
    let code = await session.run(reporter) { () throws(Failure) in
      try session.console.write(json ? Program.json : Program.line)
      return .done
    }
    try code.end()
  }
}
