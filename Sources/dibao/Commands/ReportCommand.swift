import ArgumentParser
import Batch

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make a page that shows what is in an export.",
    discussion: """
      One HTML file that needs no network and opens by double click: counts and quality, activity \
      over time, tenures by office, provinces and central bodies, who met whom, persons, \
      agreements, and a table of events with search and filters where each row unfolds to the \
      sentence that it was read from. The export must have its tables as csv or jsonl.

      Examples:
        dibao report out
        dibao report out -o pages/today.html
        dibao report out -o - | ssh host 'cat > report.html'
      """)

  @Argument(
    help: ArgumentHelp(
      "The export: a folder, or the output folder of a pipeline.", valueName: "dir"))
  var folder: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var output = ExportReport.standardName

  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let session = Session.begin()
    let reporter = talk.reporter(session)
    let code = await session.run(reporter) { () throws(Failure) in
      try ExportReport(of: folder).write(to: output, reporter)
      return .done
    }
    try code.end()
  }
}
