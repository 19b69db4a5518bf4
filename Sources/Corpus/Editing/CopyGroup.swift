/// An article and its copies, by the order in which the survey noted them.
package struct CopyGroup: Hashable, Sendable {
  package let canonical: Int
  /// By their ids.
  package let copies: [Int]
}
