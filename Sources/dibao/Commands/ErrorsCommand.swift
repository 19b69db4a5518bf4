import ArgumentParser
import Batch

struct ErrorsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "errors",
    abstract: "Say what an error code means, and what to do.",
    discussion: """
      Every message of an error, a warning, a reject and a finding ends with its code in brackets. \
      Without a code, all are listed: code, exit code, meaning, with tabs between.

      Examples:
        dibao errors assert.max-drop
        dibao errors | grep fetch
      """)

  @Argument(help: ArgumentHelp("Codes, as messages have them.", valueName: "code"))
  var codes: [String] = []

  func run() async throws {
    let session = Session.begin()
    let reporter = Reporter(session.console, loudness: .normal)
    let code = await session.run(reporter) { () throws(Failure) in
      try session.console.write(Array(ErrorPage.text(of: codes).utf8))
      return .done
    }
    try code.end()
  }
}
