/// A person as one article names them: who speaks in a quote, who takes part in an event.
package struct NamedPerson: Hashable, Sendable {
  /// What tells a person from all others of one article.
  package struct Key: Hashable, Sendable {
    package var name: String
    /// What tells the person from another of the name in the article.
    package var homonym: String?

    package init(name: String, homonym: String? = nil) {
      self.name = name
      self.homonym = homonym
    }
  }

  package var name: String
  package var homonym: String?
  /// The offices that the article gave the person last, former ones left out.
  package var offices: [OfficeReading]

  package init(name: String, homonym: String? = nil, offices: [OfficeReading] = []) {
    self.name = name
    self.homonym = homonym
    self.offices = offices
  }

  package var key: Key { Key(name: name, homonym: homonym) }
}
