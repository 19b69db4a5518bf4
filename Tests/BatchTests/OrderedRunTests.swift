import Model
import Synchronization
import Testing

@testable import Batch

/// Takes longer for some documents than for others, without a clock, and refuses each seventh.
private struct Uneven: Stage {
  func run(_ number: Int) throws(Reject) -> Int {
    var sum = number
    for step in 0..<(number % 13) * 500 { sum = (sum &* 31 &+ step) & 0xFFFF }
    guard number % 7 != 0 else {
      throw Reject(.noText, stage: .clean, path: "\(number)", detail: "\(sum & 0)")
    }
    return number * 2
  }
}

@Suite struct OrderedRunTests {
  @Test(arguments: [1, 2, 8])
  func `results come in the order of the documents`(_ workers: Int) async throws {
    let inputs = Array(0..<1_000)
    var taken: [Int] = []
    var refused = 0
    try await OrderedRun(step: Uneven(), workers: workers, stop: .never)
      .forEach(inputs) { input, outcome throws(Failure) in
        taken.append(input)
        switch outcome {
        case .success(let output): #expect(output == input * 2)
        case .failure(let reject):
          #expect(reject.path == "\(input)")
          refused += 1
        }
      }
    #expect(taken == inputs)
    #expect(refused == 143)
  }

  @Test func `a failure while taking results ends the run`() async {
    var taken = 0
    await #expect(throws: Failure.self) {
      try await OrderedRun(step: Uneven(), workers: 2, stop: .never)
        .forEach(Array(0..<10_000)) { _, _ throws(Failure) in
          taken += 1
          if taken == 100 { throw .bug("enough") }
        }
    }
    #expect(taken == 100)
  }

  @Test func `a signal ends the run before the next chunk`() async {
    let taken = Mutex(0)
    let stop = StopSignal.when { true }
    await #expect(throws: Failure.self) {
      try await OrderedRun(step: Uneven(), workers: 2, stop: stop)
        .forEach(Array(0..<10_000)) { _, _ throws(Failure) in taken.withLock { $0 += 1 } }
    }
    #expect(taken.withLock { $0 } == 0)
  }

  @Test func `no documents are no work`() async throws {
    try await OrderedRun(step: Uneven(), workers: 2, stop: .never).forEach([]) {
      _, _ throws(Failure) in throw .bug("there is nothing to take")
    }
  }

  @Test func `chunks keep to so many documents and so many bytes`() {
    let chunks = Chunks(of: [1, 1, 1, 1, 9, 1, 5, 5], count: 3, size: 6)
    #expect((0..<chunks.count).map { chunks[$0] } == [0..<3, 3..<4, 4..<5, 5..<7, 7..<8])
    #expect(Chunks(of: [], count: 3, size: 6).count == 0)
    #expect(Chunks(of: [Int](repeating: 0, count: 130), count: 64, size: 0).count == 3)
  }

  @Test func `the window keeps what waits small`() {
    var window = Window<Int>(limit: 3, end: 10)
    #expect((0..<5).compactMap { _ in window.takeUp() } == [0, 1, 2])
    window.finish(2, 2)
    #expect(window.next() == nil)
    #expect(window.takeUp() == nil)
    window.finish(0, 0)
    #expect(window.next()?.1 == 0)
    #expect(window.takeUp() == 3)
  }
}
