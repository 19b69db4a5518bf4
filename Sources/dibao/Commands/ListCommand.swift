import ArgumentParser
import Batch

struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print what there is to read, for an engine that spreads a run.",
    discussion: """
      One JSON object a line: the files that travel together (the pages of one article; nearly \
      always one file), numbered, with their path in the tables, their place, size and hints; \
      then what could be found and not named; then a line that counts and sums up the others.

      Examples:
        dibao list -c pipeline.json > list.jsonl
      """)

  @OptionGroup var plan: PlanOptions

  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let source = try plan.source
    let session = Session.begin()
    let code = await session.run(talk.reporter(session)) { () throws(Failure) in
      let list = try WorkList(of: source.plan(session.environment))
      try list.write(to: session.console)
      return .done
    }
    try code.end()
  }
}
