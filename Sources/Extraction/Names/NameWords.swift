/// The words beside names that tell what is no person.
struct NameWords: Sendable {
  /// What follows the name of somebody that a thing or a place bears: 里根号.
  let namesakes: [[UInt32]]

  init(_ source: inout WordSource) { namesakes = source.longestFirst("name.namesakes") }
}
