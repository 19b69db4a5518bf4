import ArgumentParser
import Batch
import Model

struct Inspect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show one document after every stage.",
    discussion: """
      The stages are \(StageName.allCases.map(\.rawValue).joined(separator: ", ")). For extract \
      the article's text is shown with the persons and offices marked that were read in it, each \
      with its rule, and below each paragraph what was turned down, and why; the words of rules \
      and reasons are those of `dibao schema rules`. On a terminal the marks are colours, unless \
      NO_COLOR is set.

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

  @Option(
    help: ArgumentHelp(
      "Turn down mentions read with less confidence, as the setting min_confidence does.",
      valueName: "0-1"))
  var minConfidence = 0.0

  @Flag(help: "Write one JSON object for each stage.")
  var json = false

  @OptionGroup var talk: TalkOptions

  func validate() throws {
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence must be from 0 to 1.")
    }
  }

  func run() async throws {
    let session = Session.begin()
    let code = await session.run(talk.reporter(session)) { () throws(Failure) in
      let inspection = try Inspection(
        of: file, encoding: encoding, minConfidence: minConfidence)
      return try inspection.write(
        to: session.console, only: stage, asJSON: json, session.ink)
    }
    try code.end()
  }
}

extension StageName: ExpressibleByArgument {}
