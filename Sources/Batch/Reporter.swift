import Logging
import Model

/// Tells how a command goes: words on standard error, status lines on standard output where they
/// are asked for, and progress. Belongs to the one task that leads the run.
package final class Reporter {
  package enum Loudness: Sendable {
    /// Nothing but what went wrong.
    case quiet
    case normal
    /// What the run does, step by step.
    case verbose
    /// Each rejected document too.
    case debug

    var level: Logger.Level {
      switch self {
      case .quiet: .error
      case .normal: .notice
      case .verbose: .info
      case .debug: .debug
      }
    }
  }

  package let console: Console
  private let log: Logger
  private var writesStatus: Bool
  private let display: ProgressDisplay
  private let clock = ContinuousClock()
  private var progress = Progress(stage: "", done: 0, total: 0, rejects: 0, seconds: 0)
  private var begun: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant
  private var reported: ContinuousClock.Instant

  package init(
    _ console: Console, loudness: Loudness, writesStatus: Bool = false,
    progress choice: ProgressDisplay.Choice = .never, environment: Environment = .process
  ) {
    self.console = console
    self.writesStatus = writesStatus
    let words = console.words
    log = Logger(label: Program.name) { _ in StandardErrorLog(words, level: loudness.level) }
    display = ProgressDisplay(
      loudness == .quiet ? .never : choice, isTerminal: console.words.isTerminal,
      environment: environment)
    begun = clock.now
    shown = begun
    reported = begun
  }

  // MARK: Words

  func debug(_ words: String) { log.debug("\(words)") }
  func info(_ words: String) { log.info("\(words)") }
  func error(_ words: String) { log.error("\(words)") }
  package func notice(_ words: String) { log.notice("\(words)") }

  package func warning(_ words: String, code: String) throws(Failure) {
    log.warning("\(words)")
    try status(.warning(code: code, words: words))
  }

  /// Says what went wrong, the most important line last, and how the command ended.
  package func failed(_ failure: Failure) {
    console.words.draw(bar: nil)
    let lines = ErrorWording.lines(for: failure)
    for line in lines { tell(line, of: failure) }
    let code = failure.exitCode
    guard code != .done else { return }
    console.words.say("\(Program.name): exit \(code.rawValue) (\(code.name))")
    do throws(Failure) {
      for line in lines { try status(.error(words: line)) }
      try status(.exitError(code, words: lines.last ?? code.meaning))
      try console.flush()
    } catch {
      // Standard output is gone; standard error has the words.
      log.debug("no status lines: \(error)")
    }
  }

  /// The last line of a run that went well.
  package func published(_ outcome: Outcome) throws(Failure) {
    for group in outcome.rejects {
      try warning("rejected " + ErrorWording.line(for: group), code: group.code)
    }
    notice(outcome.line)
    try status(.summary(outcome))
  }

  /// Errors in a pipeline file stand on lines that an editor can jump from.
  private func tell(_ line: String, of failure: Failure) {
    if case .config = failure { console.words.say(line) } else { log.error("\(line)") }
  }

  // MARK: Progress

  func begin(_ stage: String, total: Int) throws(Failure) {
    progress = Progress(stage: stage, done: 0, total: total, rejects: 0, seconds: 0)
    begun = clock.now
    shown = begun
    reported = begun
    try status(.status(progress))
  }

  /// One more document is through. Cheap: most calls only count.
  func advance(rejects: Int = 0) throws(Failure) {
    progress.done += 1
    progress.rejects = rejects
    guard progress.done % 16 == 0 else { return }
    let now = clock.now
    progress.seconds = Self.seconds(begun.duration(to: now))
    if Self.seconds(shown.duration(to: now)) >= display.interval {
      shown = now
      show()
    }
    if writesStatus, Self.seconds(reported.duration(to: now)) >= 1 {
      reported = now
      try status(.status(progress))
    }
  }

  /// The stage is through.
  func end() throws(Failure) {
    progress.seconds = Self.seconds(begun.duration(to: clock.now))
    console.words.draw(bar: nil)
    switch display.style {
    case .lines: show()
    case .none, .bar: info(progress.line)
    }
    try status(.status(progress))
  }

  private func show() {
    switch display.style {
    case .none: break
    case .bar(let width): console.words.draw(bar: progress.bar(width: width))
    case .lines: console.words.say("\(Program.name): \(progress.line)")
    }
  }

  /// A reader of status lines who goes away does not end the run.
  func status(_ line: StatusLine) throws(Failure) {
    guard writesStatus else { return }
    do throws(Failure) {
      try console.write(line.json)
      try console.flush()
    } catch .closedOutput {
      writesStatus = false
    }
  }

  static func seconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
  }
}
