import ArgumentParser
import Batch

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Read all documents and publish an export.",
    discussion: """
      The export lies in runs/… below the output folder, and `current` there always leads to the \
      newest. A run that fails or is stopped leaves the export before it as it was.

      Examples:
        dibao run                                    with pipeline.json in this folder
        dibao run -q -c /etc/dibao/pipeline.json     from cron: silent unless it fails
        dibao run --input articles --output out --write csv,excel,jsonl
        dibao run --fresh                            reads what is unchanged again too
        dibao run --input a b --output out --write jsonl.gz,bundle -j 4
      """)

  @OptionGroup var plan: PlanOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How many documents are read at once; left out: as many as there are processors.",
      valueName: "n"))
  var jobs: Int?

  @Flag(help: "Read everything anew: throw away what earlier runs have kept in .dibao.")
  var fresh = false

  @Flag(help: "Publish although a table fell by more than assert.max_drop_vs_last allows.")
  var acceptShrink = false

  @Flag(help: "End with 3 where any document was rejected.")
  var strictExit = false

  @Flag(help: "Write status lines (JSON, one a line) to standard output.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Show progress: auto (on a terminal), never, or always.", valueName: "when"))
  var progress: ProgressDisplay.Choice = .auto

  @OptionGroup var talk: TalkOptions

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("-j must be from 1 to 1024.")
    }
  }

  func run() async throws {
    let source = try plan.source
    let session = Session.begin(stops: true)
    let reporter = talk.reporter(session, writesStatus: json, progress: progress)
    let code = await session.run(reporter) { () throws(Failure) in
      var plan = try source.plan(session.environment)
      if acceptShrink { plan.acceptShrink() }
      return try await Pipeline(
        plan, workers: jobs ?? Session.processors, reporter: reporter, stop: session.stop,
        fresh: fresh
      ).publish(strict: strictExit)
    }
    try code.end()
  }
}

extension ProgressDisplay.Choice: ExpressibleByArgument {}
