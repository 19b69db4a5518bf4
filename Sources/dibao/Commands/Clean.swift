import ArgumentParser
import Batch

struct Clean: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Write the articles of pages as JSON Lines.",
    discussion: """
      One object a line, in the order of the paths: path, title, author, publisher, published_at, \
      text. Folders are walked. Documents that hold no article are named on standard error.

      Examples:
        dibao clean article.html
        dibao clean pages/ more/*.md | jq -r .title
      """)

  @Argument(help: ArgumentHelp("Documents and folders.", valueName: "path"))
  var paths: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How many documents are read at once; left out: as many as there are processors.",
      valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("The encoding, where it must not be detected.", valueName: "name"))
  var encoding: String?

  @OptionGroup var talk: TalkOptions

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("-j must be from 1 to 1024.")
    }
  }

  func run() async throws {
    let session = Session.begin(stops: true)
    let reporter = talk.reporter(session)
    let code = await session.run(reporter) { () throws(Failure) in
      let listing = try ArticleListing(of: paths, encoding: encoding)
      try await listing.write(
        to: session.console, workers: jobs ?? Session.processors, reporter: reporter,
        stop: session.stop)
      return .done
    }
    try code.end()
  }
}
