package import Model
import Synchronization

/// What went into each stage and what became of it: nothing is lost on the way.
///
/// Each number is counted where it happens (what goes in and comes out by the workers, rejects
/// where they are taken up, copies where they are merged), and then held against the others.
struct Tally: Sendable {
  private let counters: [StageName: StageCounter]

  init() {
    counters = Dictionary(uniqueKeysWithValues: StageName.allCases.map { ($0, StageCounter()) })
  }

  /// The same stage, with its documents counted.
  func counting<Step: Stage>(_ stage: StageName, _ step: Step) -> Counted<Step> {
    Counted(step: step, counter: self[stage])
  }

  func reject(_ reject: Reject) { self[reject.stage].rejected.add(1) }

  /// A document that never came as far as the stage that rejected it: a file that the walk through
  /// the folders could not name.
  func rejectUnseen(_ reject: Reject) {
    self[reject.stage].entered.add(1)
    self.reject(reject)
  }

  func enter(_ stage: StageName) { self[stage].entered.add(1) }
  func leave(_ stage: StageName) { self[stage].left.add(1) }
  func merge(_ stage: StageName) { self[stage].duplicates.add(1) }

  /// A document was found to hold so many more than itself, each of which the stage takes.
  func split(_ stage: StageName, _ more: Int) { self[stage].split.add(more) }

  /// So many documents went into one that the stage gives.
  func join(_ stage: StageName, _ pages: Int) { self[stage].joined.add(pages) }

  /// What a stage has counted elsewhere.
  func add(_ count: StageCount) {
    let counter = self[count.stage]
    counter.entered.add(count.entered + count.split)
    counter.split.add(count.split)
    counter.left.add(count.left + count.joined)
    counter.joined.add(count.joined)
    counter.duplicates.add(count.duplicates)
    counter.rejected.add(count.rejected)
  }

  /// In the order of a run.
  var counts: [StageCount] { StageName.allCases.map { self[$0].count(of: $0) } }

  /// Throws where a document was lost or counted twice.
  func check(documents: Int, rejects: Int) throws(Failure) {
    let counts = self.counts
    var expected = documents
    for count in counts {
      guard count.entered == expected,
        count.entered + count.split
          == count.left + count.joined + count.duplicates + count.rejected
      else { throw .bug("the counts of the stage \(count.stage.rawValue) do not add up: \(count)") }
      expected = count.left
    }
    let counted = counts.reduce(0) { $0 + $1.rejected }
    guard counted == rejects else {
      throw .bug("the stages rejected \(counted) documents, the rejects table has \(rejects)")
    }
  }

  private subscript(stage: StageName) -> StageCounter {
    // Every name has its counter from the start; the fallback counts into the void.
    counters[stage] ?? StageCounter()
  }
}

/// The counts of one stage, as the manifest gives them.
package struct StageCount: Hashable, Sendable {
  package var stage: StageName
  package var entered: Int
  /// Further documents that were found in those that entered.
  package var split: Int
  package var left: Int
  /// Documents that went into one of those that left.
  package var joined: Int
  package var duplicates: Int
  package var rejected: Int
}

/// A stage that counts its documents.
struct Counted<Step: Stage>: Stage {
  let step: Step
  let counter: StageCounter

  func run(_ input: Step.Input) throws(Reject) -> Step.Output {
    counter.entered.add(1)
    let output = try step.run(input)
    counter.left.add(1)
    return output
  }
}

/// Shared by the workers.
final class StageCounter: Sendable {
  /// The documents that the stage took: those that were split off too.
  let entered = Counter()
  let split = Counter()
  /// The documents that the stage gave: those that were then joined to others too.
  let left = Counter()
  let joined = Counter()
  let duplicates = Counter()
  let rejected = Counter()

  func count(of stage: StageName) -> StageCount {
    StageCount(
      stage: stage, entered: entered.value - split.value, split: split.value,
      left: left.value - joined.value, joined: joined.value,
      duplicates: duplicates.value, rejected: rejected.value)
  }
}

/// A number that several workers add to.
final class Counter: Sendable {
  private let number = Atomic<Int>(0)

  var value: Int { number.load(ordering: .relaxed) }
  func add(_ amount: Int) { number.add(amount, ordering: .relaxed) }
}
