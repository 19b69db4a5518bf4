import ArgumentParser
import Batch

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say everything that is wrong in the pipeline file and its lookups.",
    discussion: """
      Each error stands on a line of its own, as an editor can jump to it:
        pipeline.json:14:7 /limits/max_eror: no such setting; did you mean "max_errors"? …

      Examples:
        dibao check
        dibao check -c /etc/dibao/pipeline.json
      """)

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The pipeline file. Left out: $DIBAO_CONFIG, or else pipeline.json in this folder.",
      valueName: "file"))
  var config: String?

  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let session = Session.begin()
    let reporter = talk.reporter(session)
    let source = PlanSource.file(config)
    let code = await session.run(reporter) { () throws(Failure) in
      try source.plan(session.environment).checkLookups()
      reporter.notice("\(source.name(session.environment)): no errors")
      return .done
    }
    try code.end()
  }
}
