/// One step of a document's way: takes the document in one state and gives it in the next.
///
/// A stage sees one document at a time, keeps nothing between two of them, and may run on
/// several at once. What it cannot read becomes a `Reject`; the run goes on without it.
package protocol Stage<Input, Output>: Sendable {
  associatedtype Input: Sendable
  associatedtype Output: Sendable

  func run(_ input: Input) throws(Reject) -> Output
}

extension Stage {
  /// This stage and then the next: exists only where the output of one is the input of the other.
  package func then<Next: Stage>(_ next: Next) -> Chained<Self, Next> where Next.Input == Output {
    Chained(first: self, second: next)
  }
}

/// Two stages, one after the other.
package struct Chained<First: Stage, Second: Stage>: Stage where First.Output == Second.Input {
  let first: First
  let second: Second

  package func run(_ input: First.Input) throws(Reject) -> Second.Output {
    try second.run(first.run(input))
  }
}

/// The five stages by the names that they have in `pipeline.json`, in the order of a run.
package enum StageName: String, Sendable, CaseIterable {
  case fetchLocal = "fetch-local"
  case clean
  case extract
  case dedupe
  case enrich
}
