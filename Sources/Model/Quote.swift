/// A statement (引语) that an article puts into the mouth of named persons.
package struct Quote: Hashable, Sendable {
  /// One of those who speak, as the article names them.
  package struct Speaker: Hashable, Sendable {
    package var name: String
    /// What tells the person from another of the name in the article.
    package var homonym: String?
    /// The offices that the article gave the speaker last, former ones left out.
    package var offices: [OfficeReading]

    package init(name: String, homonym: String? = nil, offices: [OfficeReading] = []) {
      self.name = name
      self.homonym = homonym
      self.offices = offices
    }
  }

  /// The words said.
  package var evidence: Evidence
  /// At least one, in the order of the text.
  package var speakers: [Speaker]
  /// The verb that attributes the words, 强调; nil where a name stands before them without one.
  package var verb: String?
  /// Whether the words stand in quotation marks.
  package var isDirect: Bool
  /// To whom they were said, as printed.
  package var addressee: String?

  package init(
    evidence: Evidence, speakers: [Speaker], verb: String?, isDirect: Bool, addressee: String? = nil
  ) {
    self.evidence = evidence
    self.speakers = speakers
    self.verb = verb
    self.isDirect = isDirect
    self.addressee = addressee
  }
}
