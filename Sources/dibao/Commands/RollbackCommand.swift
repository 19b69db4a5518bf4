import ArgumentParser
import Batch

struct RollbackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback",
    abstract: "Make an earlier export the current one again.",
    discussion: """
      `current` leads to the export before it, or to the one that --to names, by one rename: readers \
      see the one or the other. The export is verified first; one that is damaged is not gone back to \
      (65). No export is removed, so that `--to` leads forward again. The next run publishes as ever.

      Examples:
        dibao rollback out
        dibao rollback out --to 20261121T021500Z-0007-ab12
      """)

  @Argument(help: ArgumentHelp("The output folder.", valueName: "folder"))
  var folder: String

  @Option(help: ArgumentHelp("The run to go back to, by its name in runs/.", valueName: "run"))
  var to: String?

  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let session = Session.begin()
    let reporter = talk.reporter(session)
    let code = await session.run(reporter) { () throws(Failure) in
      try Rollback(folder, to: to).run(reporter)
      return .done
    }
    try code.end()
  }
}
