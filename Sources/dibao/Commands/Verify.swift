import ArgumentParser
import Batch

struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that an export holds what it says.",
    discussion: """
      Holds every file against SHA256SUMS and the manifest, counts rows, and follows keys, \
      references and spans. The folder is an export, or an output folder whose `current` is one.

      Examples:
        dibao verify out
        dibao verify out/runs/20261121T021500Z-0007-ab12
      """)

  @Argument(help: ArgumentHelp("The export.", valueName: "folder"))
  var folder: String

  @Flag(help: "Write JSON: one object for each problem, and a summary.")
  var json = false

  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let session = Session.begin()
    let reporter = talk.reporter(session)
    let code = await session.run(reporter) { () throws(Failure) in
      try ExportCheck(of: folder).run(reporter, asJSON: json)
      return .done
    }
    try code.end()
  }
}
