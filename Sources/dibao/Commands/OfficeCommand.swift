import ArgumentParser
import Batch
import Model

struct OfficeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "office",
    abstract: "Say what a written office is.",
    discussion: """
      One answer for each text, in order. With - for a text, each line of standard input is one. \
      Acting and former holders are told by `qualifier` (代市长, 原省长). Where the words may stand \
      for several offices, the others are in `alternatives`, each with the reason.

      A text that is no office gives an answer too, with `"read": false` and the part that is not \
      known in `unknown`; a line on standard error says so, and the exit code stays 0. `unknown` of \
      an office that was read is a body that no table lists.

      Examples:
        dibao office 吉林省委书记
        dibao office --json 代省长 外交部副部长
        dibao office --json - < offices.txt
        dibao office --on 2015-06 安徽省巢湖市委书记
      """)

  @Argument(
    help: ArgumentHelp(
      "Written offices; - for the lines of standard input.", valueName: "text"))
  var texts: [String]

  @Option(
    help: ArgumentHelp(
      "The day on which the office was held: 2024, 2024-12 or 2024-12-13.", valueName: "date"))
  var on: PartialDate?

  @Flag(help: "Write one JSON object for each text.")
  var json = false

  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let session = Session.begin()
    let code = await session.run(talk.reporter(session)) { () throws(Failure) in
      let answers = OfficeAnswers(on: on)
      try answers.write(texts, to: session.console, asJSON: json)
      return .done
    }
    try code.end()
  }
}

extension PartialDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(iso: argument) }
}
