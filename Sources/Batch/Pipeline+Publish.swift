import Storage

extension Pipeline {
  /// Does the run, and tells how it went: in words, in status lines, and in the metrics where the
  /// plan has them. `strict` is whether rejects make a run incomplete.
  package nonisolated(nonsending) func publish(strict: Bool) async throws(Failure) -> ExitCode {
    let clock = ContinuousClock()
    let begun = clock.now
    do throws(Failure) {
      let outcome = try await run()
      let code = outcome.exitCode(strict: strict)
      tell(.published(outcome, code), begun.duration(to: clock.now))
      try reporter.published(outcome)
      return code
    } catch {
      // A reader of status lines who went away is no failure of the run, and while another run works
      // on the output it is that run which has something to tell.
      if error.exitCode != .done, error.exitCode != .busy {
        tell(.failed(error.exitCode), begun.duration(to: clock.now))
      }
      throw error
    }
  }

  /// What cannot be written here is said aloud, and no more: an export that was published stands,
  /// and a monitor sees that its numbers grow old.
  private func tell(_ end: RunMetrics.End, _ duration: Duration) {
    do throws(StorageFailure) {
      try MetricsFile(plan)?.write(end, seconds: Reporter.seconds(duration))
    } catch {
      reporter.error("no metrics: " + ErrorWording.line(for: error))
    }
  }
}
