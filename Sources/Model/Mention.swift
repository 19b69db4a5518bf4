/// A named person (提及) at one place of one text, with one office held there or none.
package struct Mention: Hashable, Sendable {
  /// The place of the person's name.
  package var evidence: Evidence
  /// Full name in simplified characters, without spaces; `·` between the parts of a foreign name.
  package var personName: String
  /// What tells the person from another of the name in the article: an office, or the sex.
  package var homonym: String?
  package var office: OfficeReading?
  /// A rank printed with the person: 正部级.
  package var personalRank: String?
  /// The date that the office is asserted for, where the text gives one.
  package var asOf: PartialDate?
  /// 0 to 1: how far the rule that read it is trusted.
  package var confidence: Double

  package init(
    evidence: Evidence, personName: String, homonym: String? = nil, office: OfficeReading? = nil,
    personalRank: String? = nil, asOf: PartialDate? = nil, confidence: Double
  ) {
    self.evidence = evidence
    self.personName = personName
    self.homonym = homonym
    self.office = office
    self.personalRank = personalRank
    self.asOf = asOf
    self.confidence = confidence
  }
}

extension Mention {
  package var person: NamedPerson.Key { NamedPerson.Key(name: personName, homonym: homonym) }
}

/// An article and what was read in it.
package struct Reading: Hashable, Sendable {
  package var article: Article
  /// In the order of the text.
  package var mentions: [Mention]
  /// In the order of the text; each speaker is the person of a mention.
  package var quotes: [Quote]
  /// In the order of the text; each who takes part is the person of a mention.
  package var events: [Event]
  /// In the order of the text.
  package var agreements: [Agreement]

  package init(
    article: Article, mentions: [Mention], quotes: [Quote] = [], events: [Event] = [],
    agreements: [Agreement] = []
  ) {
    self.article = article
    self.mentions = mentions
    self.quotes = quotes
    self.events = events
    self.agreements = agreements
  }
}
