import Model

/// Puts many documents through a stage on several workers, and hands the results over in the
/// order of the documents, whatever the workers do.
///
/// Documents travel in chunks. A window keeps fast workers from running away from a slow one:
/// so the results that wait for their turn stay few, however long the list is.
struct OrderedRun<Step: Stage>: Sendable {
  let step: Step
  let workers: Int
  /// Looked at before each chunk is taken up and handed over.
  let stop: StopSignal
  /// What documents on their way, and results that wait for their turn, may hold in bytes.
  var memory = 512 << 20

  typealias Outcome = Result<Step.Output, Reject>

  static var chunkSize: Int { 64 }
  /// Chunks under way or waiting for their turn, for each worker.
  static var chunksPerWorker: Int { 3 }
  /// What a document holds in memory on its way, for each byte of its file: the bytes, the text,
  /// the tree of a page.
  static var growth: Int { 8 }

  /// Calls `take` for each document, in order; what it throws ends the run. `size` is that of a
  /// document's file.
  nonisolated(nonsending) func forEach<Inputs: RandomAccessCollection<Step.Input>>(
    _ inputs: Inputs, size: (Step.Input) -> Int = { _ in 0 },
    _ take: (Step.Input, Outcome) throws(Failure) -> Void
  ) async throws(Failure) where Inputs.Index == Int {
    let chunks = Chunks(
      of: inputs.map(size), count: Self.chunkSize,
      size: memory / (workers * Self.chunksPerWorker * Self.growth))
    let result = await withTaskGroup(of: (Int, [Outcome]).self) { group -> Result<Void, Failure> in
      var window = Window<[Outcome]>(limit: workers * Self.chunksPerWorker, end: chunks.count)
      do throws(Failure) {
        start(&group, &window, chunks, inputs)
        while let (index, outcomes) = await group.next() {
          window.finish(index, outcomes)
          start(&group, &window, chunks, inputs)
          while let (index, outcomes) = window.next() {
            try stop.check()
            for (document, outcome) in zip(chunks[index], outcomes) {
              try take(inputs[document], outcome)
            }
          }
          start(&group, &window, chunks, inputs)
        }
        try stop.check()
        return .success(())
      } catch {
        group.cancelAll()
        return .failure(error)
      }
    }
    try result.get()
  }

  /// Takes up as many chunks as there are free workers and room in the window.
  private func start<Inputs: RandomAccessCollection<Step.Input>>(
    _ group: inout TaskGroup<(Int, [Outcome])>, _ window: inout Window<[Outcome]>,
    _ chunks: Chunks, _ inputs: Inputs
  ) where Inputs.Index == Int {
    while window.underWay < workers, let index = window.takeUp() {
      let part = Array(inputs[chunks[index]])
      group.addTask { (index, outcomes(of: part)) }
    }
  }

  /// Shorter than `part` where the run was stopped.
  private func outcomes(of part: [Step.Input]) -> [Outcome] {
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(part.count)
    for input in part {
      guard !stop.isSet, !Task.isCancelled else { break }
      outcomes.append(Result { () throws(Reject) in try step.run(input) })
    }
    return outcomes
  }
}

/// A row of documents cut into chunks of so many documents and so many bytes at most; a document
/// that is larger by itself is a chunk by itself.
struct Chunks: Sendable {
  private var ranges: [Range<Int>] = []

  init(of sizes: [Int], count: Int, size: Int) {
    var start = 0
    var sum = 0
    for (index, next) in sizes.enumerated() {
      if index > start, index - start == count || sum + next > size {
        ranges.append(start..<index)
        (start, sum) = (index, 0)
      }
      sum += next
    }
    if start < sizes.count { ranges.append(start..<sizes.count) }
  }

  var count: Int { ranges.count }
  subscript(index: Int) -> Range<Int> { ranges[index] }
}

/// Results that come in any order and leave in the order of their numbers.
struct Window<Element> {
  /// How far the number taken up last may be ahead of the number handed over last.
  let limit: Int
  let end: Int
  private(set) var underWay = 0
  private var nextUp = 0
  private var nextOut = 0
  private var waiting: [Int: Element] = [:]

  init(limit: Int, end: Int) {
    self.limit = limit
    self.end = end
  }

  /// The next number to take up; nil while the window is full or when none is left.
  mutating func takeUp() -> Int? {
    guard nextUp < end, nextUp - nextOut < limit else { return nil }
    defer { nextUp += 1 }
    underWay += 1
    return nextUp
  }

  mutating func finish(_ number: Int, _ element: Element) {
    underWay -= 1
    waiting[number] = element
  }

  /// The next in order, nil while it is not finished.
  mutating func next() -> (Int, Element)? {
    guard let element = waiting.removeValue(forKey: nextOut) else { return nil }
    defer { nextOut += 1 }
    return (nextOut, element)
  }
}
