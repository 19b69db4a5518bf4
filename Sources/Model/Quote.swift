/// A statement (引语) that an article puts into the mouth of named persons.
package struct Quote: Hashable, Sendable {
  /// The words said.
  package var evidence: Evidence
  /// At least one, in the order of the text.
  package var speakers: [NamedPerson]
  /// The verb that attributes the words, 强调; nil where a name stands before them without one.
  package var verb: String?
  /// Whether the words stand in quotation marks.
  package var isDirect: Bool
  /// To whom they were said, as printed.
  package var addressee: String?
  /// The event at which they were said, by its place among the events of the reading.
  package var event: Int?

  package init(
    evidence: Evidence, speakers: [NamedPerson], verb: String?, isDirect: Bool,
    addressee: String? = nil, event: Int? = nil
  ) {
    self.evidence = evidence
    self.speakers = speakers
    self.verb = verb
    self.isDirect = isDirect
    self.addressee = addressee
    self.event = event
  }
}
