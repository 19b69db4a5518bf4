import Model

/// An office that somebody takes or leaves, where the text says so.
struct Step {
  var person: NamedPerson.Key
  /// Where the person is named.
  var named: Range<Int>
  var office: OfficeReading
  /// Where the office is printed.
  var range: Range<Int>
  var rule: Rule
  var date: PartialDate?
  var voice: Held.Voice

  /// Whether one verb gives one office to the persons of both: 任命甲、乙为副省长.
  func isJoint(with other: Step) -> Bool {
    range == other.range && rule == other.rule && rule != .officeListed
      && office.title == other.office.title && office.body == other.office.body
  }
}
