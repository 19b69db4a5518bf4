import Model
import Testing

@testable import Batch

/// Rejects odd numbers.
private struct Even: Stage {
  func run(_ number: Int) throws(Reject) -> Int {
    guard number.isMultiple(of: 2) else {
      throw Reject(.noText, stage: .clean, path: "\(number)", detail: "odd")
    }
    return number
  }
}

/// Rejects numbers that three divides.
private struct NotThree: Stage {
  func run(_ number: Int) throws(Reject) -> Int {
    guard !number.isMultiple(of: 3) else {
      throw Reject(.bug, stage: .extract, path: "\(number)", detail: "three")
    }
    return number
  }
}

/// Takes everything.
private struct Taking: Stage {
  func run(_ number: Int) throws(Reject) -> Int { number }
}

/// Gives each number up to its input.
private struct Splitting: Stage {
  let tally: Tally

  func run(_ number: Int) -> Results<Int> {
    tally.split(.clean, number - 1)
    return (1...number).map(Result.success)
  }
}

@Suite struct TallyTests {
  /// Ten documents on their way, one of each two that are left a copy.
  private func tally(losing lost: Bool = false) throws -> (Tally, rejects: Int) {
    let tally = Tally()
    let chain = tally.counting(.fetchLocal, Taking()).then(tally.counting(.clean, Even()))
      .then(tally.counting(.extract, NotThree()))
    var rejects = 0
    for number in 1...10 {
      do throws(Reject) {
        let left = try chain.run(number)
        tally.enter(.dedupe)
        if left == 10 {
          tally.merge(.dedupe)
        } else {
          tally.leave(.dedupe)
          tally.enter(.enrich)
          if !lost || left != 8 { tally.leave(.enrich) }
        }
      } catch {
        tally.reject(error)
        rejects += 1
      }
    }
    return (tally, rejects)
  }

  @Test func `each stage gives out what it took in, less copies and rejects`() throws {
    let (tally, rejects) = try tally()
    #expect(rejects == 6)
    try tally.check(documents: 10, rejects: rejects)
    #expect(
      tally.counts.map { [$0.entered, $0.left, $0.duplicates, $0.rejected] } == [
        [10, 10, 0, 0], [10, 5, 0, 5], [5, 4, 0, 1], [4, 3, 1, 0], [3, 3, 0, 0],
      ])
  }

  @Test func `articles that a file was split into are counted beside it`() throws {
    let tally = Tally()
    let read = tally.counting(.fetchLocal, Taking()).then(Splitting(tally: tally))
      .then(Each(tally.counting(.clean, Even()))).then(Each(tally.counting(.extract, NotThree())))
    let results = try read.run(4)
    #expect(results.map { (try? $0.get()) ?? 0 } == [0, 2, 0, 4])
    for case .failure(let reject) in results { tally.reject(reject) }
    for case .success in results {
      for stage in [StageName.dedupe, .enrich] {
        tally.enter(stage)
        tally.leave(stage)
      }
    }
    try tally.check(documents: 1, rejects: 2)
    #expect(
      tally.counts.prefix(3).map { [$0.entered, $0.split, $0.left, $0.rejected] } == [
        [1, 0, 1, 0], [1, 3, 2, 2], [2, 0, 2, 0],
      ])
  }

  @Test func `a document that is lost is a fault of the program`() throws {
    let (tally, rejects) = try tally(losing: true)
    #expect(throws: Failure.self) { try tally.check(documents: 10, rejects: rejects) }
  }

  @Test func `a reject that is not in the table is a fault of the program`() throws {
    let (tally, rejects) = try tally()
    #expect(throws: Failure.self) { try tally.check(documents: 10, rejects: rejects - 1) }
  }

  @Test func `what the walk could not name counts as read and rejected`() throws {
    let tally = Tally()
    tally.rejectUnseen(Reject(.badName, stage: .fetchLocal, path: "\\xd6", detail: ""))
    try tally.check(documents: 1, rejects: 1)
  }
}

@Suite struct ErrorBudgetTests {
  private func rejects(_ count: Int) -> [Reject] {
    (0..<count).map { Reject(.noText, stage: .clean, path: "p\($0)", detail: "no article") }
  }

  private func allowed(_ documents: Int, _ change: (inout Limits) -> Void = { _ in }) -> Int {
    var limits = Limits()
    change(&limits)
    return ErrorBudget(limits, documents: documents).allowed
  }

  @Test func `the ratio holds from a thousand documents on`() {
    #expect(allowed(999) == 100)
    #expect(allowed(1_000) == 10)
    #expect(allowed(5_678) == 56)
    #expect(allowed(1_000_000) == 100)
    #expect(allowed(10) { $0.maxErrors = 0 } == 0)
    #expect(allowed(2_000) { $0.maxErrorRatio = 1 } == 100)
  }

  @Test func `a run ends with the first reject too many, and says why`() throws {
    var limits = Limits()
    limits.maxErrors = 2
    let budget = ErrorBudget(limits, documents: 12)
    try budget.check(rejects(2))
    do {
      try budget.check(rejects(3))
      Issue.record("three rejects are too many")
    } catch {
      #expect(error.exitCode == .data)
      #expect(
        ErrorWording.lines(for: error) == [
          "3 x clean.no-text, first: p0: no article",
          "3 rejects in 12 documents: limits.max_errors allows 2; mend the documents, exclude them,"
            + " or raise the limit (limit.max-errors)",
        ])
    }
  }

  @Test func `groups come largest first, then in the order of their first document`() {
    let codes: [Reject.Code] = [.empty, .noText, .binary, .noText]
    let rejects = codes.enumerated().map { index, code in
      Reject(code, stage: .clean, path: "p\(index)", detail: "")
    }
    #expect(
      RejectGroup.groups(of: rejects).map { "\($0.count) \($0.code) \($0.firstPath)" } == [
        "2 clean.no-text p1", "1 fetch.empty p0", "1 clean.binary p2",
      ])
  }
}
