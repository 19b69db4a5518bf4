import ArgumentParser
import Batch

struct CollectGarbage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gc",
    abstract: "Free the space of what neither the export nor the next run needs.",
    discussion: """
      Removes what killed runs have left, states that were set aside as damaged, and of the state \
      what other versions of the program, other settings and unfinished runs have kept. Published \
      exports stay. Ends with 75 while a run works on the same output.

      Examples:
        dibao gc
        dibao gc -c /etc/dibao/pipeline.json --json
      """)

  @OptionGroup var plan: PlanOptions

  @Flag(help: "Write one JSON object to standard output.")
  var json = false

  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let source = try plan.source
    let session = Session.begin()
    let reporter = talk.reporter(session)
    let code = await session.run(reporter) { () throws(Failure) in
      let cleanup = try Cleanup(source.plan(session.environment), reporter)
      if json || !talk.quiet { try cleanup.write(to: session.console, asJSON: json) }
      return .done
    }
    try code.end()
  }
}
