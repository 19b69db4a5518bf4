import ArgumentParser
import Batch

struct AssembleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assemble",
    abstract: "Publish what an engine has read with `dibao worker`.",
    discussion: """
      Does the rest of a run with the parts in the folder of a finished job: the same tables, byte \
      for byte, as `dibao run` makes of the same documents. A part that is missing, doubled, cut or \
      of another job ends it, and nothing is published.

      Examples:
        dibao assemble -c pipeline.json --from /srv/news/job
      """)

  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("The folder of the job.", valueName: "folder"))
  var from: String

  @Flag(help: "End with 3 where any document was rejected.")
  var strictExit = false

  @Flag(help: "Write status lines (JSON, one a line) to standard output.")
  var json = false

  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let source = try plan.source
    let session = Session.begin(stops: true)
    let reporter = talk.reporter(session, writesStatus: json)
    let code = await session.run(reporter) { () throws(Failure) in
      let plan = try source.plan(session.environment)
      let job = try FinishedJob(from, of: plan)
      return try await Pipeline(
        plan, workers: 1, reporter: reporter, stop: session.stop, assembling: job
      ).publish(strict: strictExit)
    }
    try code.end()
  }
}
