import ArgumentParser
import Batch

struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what differs between two exports, row by row.",
    discussion: """
      Rows are told apart by their keys: those that were added (+), changed (~, with the columns) \
      and removed (-). Ids that stand for something else than before are told as well: a person who \
      was taken for another, a group of copies that grew or fell apart.

      Examples:
        dibao diff out@previous out
        dibao diff out/runs/20261120T021500Z-0006-3c41 out --all
        dibao diff out@previous out --json > delta.jsonl
      """)

  @Argument(
    help: ArgumentHelp(
      "The older export: a folder, or FOLDER@previous for the one that was current before.",
      valueName: "older"))
  var older: String

  @Argument(help: ArgumentHelp("The newer export.", valueName: "newer"))
  var newer: String

  @Flag(help: "Tell every row, and not the first ten of each kind.")
  var all = false

  @Flag(help: "Write JSON: one object for each row and id, and a summary.")
  var json = false

  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let session = Session.begin()
    let reporter = talk.reporter(session)
    let code = await session.run(reporter) { () throws(Failure) in
      try ExportDiff(older, newer).write(to: session.console, asJSON: json, all: all)
      return .done
    }
    try code.end()
  }
}
