import ArgumentParser
import Batch

/// Where the program begins.
@main
struct Start {
  /// Not asynchronous itself: what runs asynchronous code opens files of its own before any of
  /// that code runs, and ends with a trap where it may not.
  static func main() {
    if let obstacle = Session.obstacle {
      Reporter(Console(), loudness: .normal).failed(obstacle)
      Dibao.exit(withError: ArgumentParser.ExitCode(obstacle.exitCode.rawValue))
    }
    Session.wait { await command() }
  }

  /// Says what was probably meant where the verb is not known; everything else is read as the
  /// commands describe it.
  private static func command() async {
    let verbs = Dibao.configuration.subcommands.map { $0._commandName } + ["help"]
    let verb = CommandLine.arguments.dropFirst().first
    guard let verb, !verb.hasPrefix("-"), !verbs.contains(verb) else { return await Dibao.main() }
    Words.standardError.say("dibao: " + ErrorWording.unknownVerb(verb, known: verbs))
    Dibao.exit(withError: ArgumentParser.ExitCode(Batch.ExitCode.usage.rawValue))
  }
}

struct Dibao: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dibao",
    abstract: "Turns a folder of saved Chinese news articles about officials into tables.",
    discussion: """
      Examples:
        dibao run --input articles --output out --write csv,jsonl
        dibao run                         reads pipeline.json in this folder
        dibao inspect article.html        one document through every stage
        dibao office 吉林省委书记         what a written office resolves to
        dibao tree 吉林省                 the bodies and places below a place

      Data goes to standard output, words to standard error. `dibao schema exit-codes` lists the \
      numbers that a command ends with, `dibao errors CODE` says what to do.
      """,
    version: Program.version,
    subcommands: [
      Run.self, PlanCommand.self, Check.self, Inspect.self, Explain.self, Clean.self,
      OfficeCommand.self, TreeCommand.self, ListCommand.self, WorkerCommand.self,
      AssembleCommand.self, Schema.self, Verify.self, Diff.self, RollbackCommand.self,
      ReportCommand.self, ScheduleCommand.self, CollectGarbage.self, ErrorsCommand.self,
      Version.self,
    ])

  /// Without a verb: a short help, and the code for a wrong command line.
  func run() async throws {
    for line in Self.helpMessage(columns: 80).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      Words.standardError.say(String(line))
    }
    throw ArgumentParser.ExitCode(Batch.ExitCode.usage.rawValue)
  }
}
