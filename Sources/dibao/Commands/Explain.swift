import ArgumentParser
import Batch

struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show what a row of mentions rests on.",
    discussion: """
      The row, its sentence with the name marked, the rule that read it, what was not printed but \
      inferred, what the confidence says, and whether the file still reads the same, where it is \
      still there. The export is read from CSV or JSON Lines, gzipped or not.

      Examples:
        dibao explain men_u4qx2xesoifbgo5g
        dibao explain men_u4qx2xesoifbgo5g --export /srv/gazette/out --json
      """)

  @Argument(help: ArgumentHelp("The mention_id of the row.", valueName: "mention-id"))
  var id: String

  @Option(
    help: ArgumentHelp(
      "The export, or an output folder whose `current` is one.", valueName: "folder"))
  var export = "out/current"

  @Flag(help: "Write one JSON object.")
  var json = false

  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let session = Session.begin()
    let code = await session.run(talk.reporter(session)) { () throws(Failure) in
      let explanation = try Explanation(of: id, export: export)
      try explanation.write(to: session.console, session.ink, asJSON: json)
      return .done
    }
    try code.end()
  }
}
