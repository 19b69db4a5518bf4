import ArgumentParser
import Batch

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Say what a run would read and write; reads only.",
    discussion: """
      Examples:
        dibao plan
        dibao plan -c pipeline.json --json
        dibao plan --input articles --output out --write csv
      """)

  @OptionGroup var plan: PlanOptions

  @Flag(help: "Write one JSON object to standard output.")
  var json = false

  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let source = try plan.source
    let session = Session.begin()
    let code = await session.run(talk.reporter(session)) { () throws(Failure) in
      let forecast = try Forecast(of: source.plan(session.environment))
      try session.console.write(json ? forecast.json : forecast.text)
      return .done
    }
    try code.end()
  }
}
