import ArgumentParser
import Batch
import Model

struct Inspect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show one document after every stage.",
    discussion: """
      The stages are \(StageName.allCases.map(\.rawValue).joined(separator: ", ")).

      Examples:
        dibao inspect article.html
        dibao inspect --stage clean article.html
        dibao inspect --stage extract --json article.html.gz
      """)

  @Argument(help: ArgumentHelp("The document.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("Only what this stage gives.", valueName: "name"))
  var stage: StageName?

  @Option(help: ArgumentHelp("The encoding, where it must not be detected.", valueName: "name"))
  var encoding: String?

  @Flag(help: "Write one JSON object for each stage.")
  var json = false

  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let session = Session.begin()
    let code = await session.run(talk.reporter(session)) { () throws(Failure) in
      let inspection = try Inspection(of: file, encoding: encoding)
      return try inspection.write(to: session.console, only: stage, asJSON: json)
    }
    try code.end()
  }
}

extension StageName: ExpressibleByArgument {}
