import Model
import Testing

@testable import Batch

@Suite struct OutcomeTests {
  private func outcome(
    rejected: Int = 0, isComplete: Bool = true, hasBug: Bool = false
  ) -> Outcome {
    Outcome(
      runID: "id", folder: "out/runs/id", counts: [],
      rows: [.init(table: "documents", rows: 1), .init(table: "mentions", rows: 7)],
      rejects: rejected > 0
        ? [RejectGroup(code: "clean.no-text", count: rejected, firstPath: "a", firstDetail: "b")]
        : [],
      isComplete: isComplete, hasBug: hasBug, seconds: 1)
  }

  @Test func `rejects within the budget do not fail`() {
    #expect(outcome(rejected: 5).exitCode(strict: false) == .done)
    #expect(outcome(rejected: 5).exitCode(strict: true) == .incomplete)
    #expect(outcome().exitCode(strict: true) == .done)
  }

  @Test func `an unreadable file makes an export incomplete, a fault of ours a bug`() {
    #expect(outcome(isComplete: false).exitCode(strict: false) == .incomplete)
    #expect(outcome(isComplete: false, hasBug: true).exitCode(strict: false) == .bug)
    #expect(Reject.Code.incomplete.isSubset(of: Reject.Code.all.map(\.code)))
  }

  @Test func `the last line tells what was published`() {
    #expect(
      outcome(rejected: 1, isComplete: false).line
        == "published out/runs/id: 1 document, 7 mentions, 0 persons, 1 reject (not complete)")
  }

  @Test func `a fault of the program ends with 70`() {
    let failure = Failure.bug("two and two")
    #expect(failure.exitCode == .bug)
    #expect(
      ErrorWording.lines(for: failure) == [
        "a fault of the program, please report it: two and two (dibao.bug)"
      ])
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1970-01-02", 86_400), ("2000-03-01", 951_868_800),
    ("2024-02-29", 1_709_164_800), ("2024-12", 1_733_011_200), ("1969-12-31", 0),
  ])
  func `a bundle takes the time of the newest document`(_ date: String, _ seconds: Int) throws {
    #expect(try #require(PartialDate(iso: date)).startOfDay == seconds)
  }
}
