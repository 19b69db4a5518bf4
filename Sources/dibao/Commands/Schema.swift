import ArgumentParser
import Batch

struct Schema: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract:
      "Print what the pipeline file, the tables, the rules, the exit codes and the errors are.",
    discussion: """
      config       the JSON Schema (2020-12) of pipeline.json
      tables       all tables with their columns, keys and references
      rules        what the words in the columns rule and inferred mean, and why letters are
                   turned down
      exit-codes   what the number means that a command ends with
      errors       what each code in brackets means, and what to do

      Examples:
        dibao schema config > pipeline.schema.json
        dibao schema tables --markdown
      """)

  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case config, tables, rules, errors
    case exitCodes = "exit-codes"
  }

  @Argument(
    help: ArgumentHelp("config, tables, rules, exit-codes or errors.", valueName: "subject"))
  var subject: Subject

  @Flag(help: "Write a Markdown table, as the README has it.")
  var markdown = false

  func run() async throws {
    let session = Session.begin()
    let reporter = Reporter(session.console, loudness: .normal)
    let code = await session.run(reporter) { () throws(Failure) in
      try session.console.write(Array(text.utf8))
      return .done
    }
    try code.end()
  }

  private var text: String {
    switch subject {
    case .config: markdown ? ConfigTable.markdown : ConfigSchema.json
    case .tables: markdown ? TableList.markdown : TableList.json
    case .rules: markdown ? RuleList.markdown : RuleList.json
    case .errors: markdown ? ErrorPage.markdown : ErrorPage.json
    case .exitCodes: markdown ? ExitCodeTable.markdown : ExitCodeTable.json
    }
  }
}
