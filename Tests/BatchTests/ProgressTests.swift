import Testing

@testable import Batch

@Suite struct ProgressTests {
  private let progress = Progress(
    stage: "read", done: 640, total: 12_000, rejects: 3, seconds: 1.6)

  @Test func `the line tells stage, number, rate, time to come and rejects`() {
    #expect(progress.line == "read 640 of 12000, 400/s, ETA 0:29, 3 rejects")
  }

  @Test func `nothing is guessed before there is anything to measure`() {
    #expect(
      Progress(stage: "read", done: 0, total: 9, rejects: 0, seconds: 5).line == "read 0 of 9")
    #expect(
      Progress(stage: "read", done: 9, total: 9, rejects: 1, seconds: 2).line
        == "read 9 of 9, 4.5/s, 1 reject")
  }

  @Test func `the bar fits into the terminal`() {
    #expect(progress.bar(width: 200).hasPrefix("[#...................] read 640 of 12000"))
    #expect(progress.bar(width: 30).count == 29)
    #expect(progress.bar(width: 0).isEmpty)
  }

  @Test(arguments: [(0.2, "0:01"), (59.5, "1:00"), (725, "12:05"), (10_800, "3:00:00")])
  func `time to come is minutes and seconds`(_ seconds: Double, _ clock: String) {
    #expect(Progress.clock(seconds) == clock)
  }

  @Test(arguments: [
    (ProgressDisplay.Choice.auto, true, [:], ProgressDisplay.Style.bar(width: 80)),
    (.auto, true, ["COLUMNS": "120"], .bar(width: 120)),
    (.auto, false, [:], .none),
    (.auto, true, ["NO_COLOR": "1"], .none),
    (.auto, true, ["NO_COLOR": ""], .bar(width: 80)),
    (.auto, true, ["CI": "true"], .none),
    (.auto, true, ["TERM": "dumb"], .none),
    (.always, false, [:], .lines),
    (.always, true, [:], .bar(width: 80)),
    (.never, true, [:], .none),
  ])
  func `a bar is for people only`(
    _ choice: ProgressDisplay.Choice, _ isTerminal: Bool, _ environment: [String: String],
    _ style: ProgressDisplay.Style
  ) {
    let variables = ["TERM": "xterm"].merging(environment) { $1 }
    let display = ProgressDisplay(
      choice, isTerminal: isTerminal, environment: Environment(variables))
    #expect(display.style == style)
  }
}

@Suite struct RunIDTests {
  private let noon = Moment(seconds: 1_795_608_000)

  @Test func `a moment is written in UTC`() {
    #expect(noon.iso == "2026-11-25T12:00:00Z")
    #expect(noon.stamp == "20261125T120000Z")
    #expect(Moment(seconds: 0).iso == "1970-01-01T00:00:00Z")
  }

  @Test func `the first run has the number 1`() {
    #expect(RunID.after(nil, now: noon, chance: "ab") == "20261125T120000Z-0001-00ab")
  }

  @Test func `a run sorts after the one before, whatever the clock says`() {
    let last = "20271231T235959Z-0041-ffff"
    let next = RunID.after(last, now: noon, chance: "0")
    #expect(next == "20271231T235959Z-0042-0000")
    #expect(next > last)
  }
}

@Suite struct ExitCodeTests {
  @Test func `codes have the numbers that are promised`() {
    #expect(
      ExitCode.allCases.map(\.rawValue) == [
        0, 3, 64, 65, 66, 70, 73, 74, 75, 77, 78, 130, 143,
      ])
  }

  @Test func `every code has a meaning of its own`() {
    #expect(Set(ExitCode.allCases.map(\.meaning)).count == ExitCode.allCases.count)
    #expect(Set(ExitCode.allCases.map(\.name)).count == ExitCode.allCases.count)
  }
}
