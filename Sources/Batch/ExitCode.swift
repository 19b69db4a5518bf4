/// How a run ended, as the number that the shell sees. The numbers are a promise: they never
/// change their meaning, and a code that is not listed here means failure.
package enum ExitCode: Int32, Sendable, CaseIterable {
  case done = 0
  case incomplete = 3
  case usage = 64
  case data = 65
  case noInput = 66
  case bug = 70
  case cannotCreate = 73
  case inputOutput = 74
  case busy = 75
  case permission = 77
  case config = 78
  case interrupted = 130
  case terminated = 143

  /// One or two words for the last line of a run: `dibao: exit 65 (data)`.
  package var name: String {
    switch self {
    case .done: "done"
    case .incomplete: "incomplete"
    case .usage: "usage"
    case .data: "data"
    case .noInput: "no input"
    case .bug: "bug"
    case .cannotCreate: "cannot create output"
    case .inputOutput: "input/output"
    case .busy: "busy"
    case .permission: "permission"
    case .config: "config"
    case .interrupted: "interrupted"
    case .terminated: "terminated"
    }
  }

  /// What it means, as `dibao schema exit-codes` and the README say it.
  package var meaning: String {
    switch self {
    case .done: "done: published, or the answer was written"
    case .incomplete:
      "published, but not complete: a file could not be read, or --strict-exit and rejects"
    case .usage: "the command line is wrong"
    case .data:
      "too many rejects, an assertion did not hold, an export failed its verification, or the "
        + "parts of a job are not whole; nothing was published"
    case .noInput: "there is no input to read"
    case .bug: "a fault of the program; please report it"
    case .cannotCreate: "the output cannot be created"
    case .inputOutput: "reading or writing failed; the disk may be full"
    case .busy: "another run works on the same output; try later"
    case .permission: "not permitted to read or write"
    case .config: "pipeline.json is missing or wrong, or the state is of a newer version"
    case .interrupted: "stopped by Ctrl-C (SIGINT); nothing was published"
    case .terminated: "stopped by SIGTERM; nothing was published"
    }
  }
}
