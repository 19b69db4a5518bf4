import ArgumentParser
import Batch

/// How much a command says.
struct TalkOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing unless something goes wrong.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say what is done, step by step; -vv names each reject too.")
  var verbose: Int

  var loudness: Reporter.Loudness {
    if quiet { return .quiet }
    return verbose == 0 ? .normal : verbose == 1 ? .verbose : .debug
  }

  func reporter(
    _ session: Session, writesStatus: Bool = false,
    progress: ProgressDisplay.Choice = .never
  ) -> Reporter {
    Reporter(
      session.console, loudness: loudness, writesStatus: writesStatus, progress: progress,
      environment: session.environment)
  }
}

/// Where a command's plan comes from: a pipeline file, or the command line alone.
struct PlanOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The pipeline file. Left out: $DIBAO_CONFIG, or else pipeline.json in this folder.",
      valueName: "file"))
  var config: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Folders or files to read, without a pipeline file; needs --output.", valueName: "path"))
  var input: [String] = []

  @Option(help: ArgumentHelp("The folder to publish in.", valueName: "folder"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "What to write, with commas between: \(FileKind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kinds"))
  var write: String?

  func validate() throws {
    guard config == nil || !usesFlags else {
      throw ValidationError("Give either --config or --input and --output, not both.")
    }
    guard !usesFlags || (!input.isEmpty && output != nil) else {
      throw ValidationError("--input and --output belong together; --write needs both.")
    }
    _ = try kinds
  }

  private var usesFlags: Bool { !input.isEmpty || output != nil || write != nil }

  private var kinds: [FileKind] {
    get throws {
      let names = (write ?? "csv").split(separator: ",", omittingEmptySubsequences: false)
      return try names.map { name in
        guard let kind = FileKind(rawValue: String(name)) else {
          throw ValidationError(
            "\"\(name)\" cannot be written; known: "
              + FileKind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return kind
      }
    }
  }

  var source: PlanSource {
    get throws {
      guard let output else { return .file(config) }
      return .flags(inputs: input, output: output, writers: try kinds)
    }
  }
}

extension Batch.ExitCode {
  /// Ends the command with this number.
  func end() throws {
    guard self != .done else { return }
    throw ArgumentParser.ExitCode(rawValue)
  }
}
