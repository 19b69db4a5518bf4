/// Counts and hashes bytes that pass, piece by piece.
package struct CountedContent: Sendable {
  private var counter = ContentCounter()

  package init() {}

  package mutating func add(_ piece: [UInt8]) { counter.add(piece) }

  /// Of all pieces so far.
  package var content: Content { counter.content }
}
