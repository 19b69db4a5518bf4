import Dispatch
import Storage

/// What a command has of the world: its streams, its environment, and the wish that it stop.
package struct Session {
  package let console: Console
  package let environment: Environment
  package let stop: StopSignal

  /// How words are set off on standard output.
  package var ink: Ink { Ink(isTerminal: console.isTerminal, environment: environment) }

  /// How many documents are read at once where nothing else is said.
  package static var processors: Int { Host.processors }

  /// The name of the user who asks; nil for root, and where the system knows none.
  package static var ordinaryUser: String? { Host.ordinaryUser }

  /// What keeps any command from its work on this machine as it is set; nil as a rule.
  package static var obstacle: Failure? {
    Disk.canOpen(files: leastFiles) ? nil : .fewFiles(leastFiles)
  }

  /// As many as the concurrency runtime and the state of a run hold open before the first table.
  private static let leastFiles = 16

  /// Does a program's asynchronous work, and comes back when it is done; for the main thread, which
  /// takes the signals meanwhile, even those that whoever started the program had blocked.
  package static func wait(for work: @escaping @Sendable () async -> Void) {
    StopSignal.unblock()
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      await work()
      done.signal()
    }
    done.wait()
  }

  /// To be made once, at the start of a command. One that `stops` looks at `stop` between two
  /// documents when it is asked to; any other is ended by the signal itself.
  package static func begin(stops: Bool = false) -> Session {
    Session(console: Console(), environment: .process, stop: stops ? .install() : .never)
  }

  /// Does a command's work and gives the number that the shell sees; what goes wrong is told.
  package nonisolated(nonsending) func run(
    _ reporter: Reporter, _ work: nonisolated(nonsending) () async throws(Failure) -> ExitCode
  ) async -> ExitCode {
    do throws(Failure) {
      let code = try await work()
      try console.flush()
      return code
    } catch {
      reporter.failed(error)
      return error.exitCode
    }
  }
}
