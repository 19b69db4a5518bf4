/// An agreement (协议) that an article tells to be made.
package struct Agreement: Hashable, Sendable {
  /// As printed, without the marks of a title around it.
  package var name: String
  /// Between whom, in the order of the text; at least two.
  package var parties: [Body]
  /// When it was made.
  package var date: DayName?
  /// The sentence that tells it, and the rule that read it.
  package var evidence: Evidence
  /// The event of its signing, by its place among the events of the reading.
  package var event: Int?

  package init(
    name: String, parties: [Body], date: DayName? = nil, evidence: Evidence, event: Int? = nil
  ) {
    self.name = name
    self.parties = parties
    self.date = date
    self.evidence = evidence
    self.event = event
  }
}
