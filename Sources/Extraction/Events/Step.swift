import Model

/// An office that somebody takes or leaves, where the text says so.
struct Step {
  var name: String
  var homonym: String?
  var office: OfficeReading
  /// Where the office is printed.
  var range: Range<Int>
  var rule: Rule
  var date: PartialDate?
  var voice: Held.Voice
}
