package import Model

/// A body, resolved: with its full name, its rank and its place in the order of bodies.
package struct Organization: Hashable, Sendable {
  package var body: Body
  /// Stable text that tells the body from all others; ids are made from it.
  package var key: String
  /// Full official name: 中国共产党吉林省委员会.
  package var name: String
  /// The form of the news: 吉林省委.
  package var shortName: String
  /// As the table has it; `OfficeHierarchy.nameEnglish(of:)` names all others too.
  var nameEnglish: String?
  package var kind: String
  package var rank: String?
  package var parent: Body?
  package var division: Division?
  package var validFrom: String?
  package var validTo: String?
  /// What it became.
  package var successor: Body?
  package var system: OfficeSystem
  package var level: OfficeLevel?
}

/// The system (系统) that a body belongs to.
package enum OfficeSystem: String, Hashable, Sendable, CaseIterable {
  case party, government, congress, cppcc, discipline, court, procuratorate, military
  case enterprise, institution, mass, foreign
}

/// The level of government that a body belongs to.
package enum OfficeLevel: String, Hashable, Sendable, CaseIterable {
  case central, provincial, subprovincial, prefecture, county, township

  init?(_ level: Division.Level) {
    switch level {
    case .country: self = .central
    case .province: self = .provincial
    case .subprovincial: self = .subprovincial
    case .prefecture: self = .prefecture
    case .county, .zone: self = .county
    case .township: self = .township
    }
  }
}

/// An office, resolved: a post (职名) in a body.
package struct Office: Hashable, Sendable {
  package var key: String
  /// 吉林省委书记
  package var name: String
  /// 中国共产党吉林省委员会书记
  package var fullName: String
  package var organization: Organization
  package var title: String
  /// The rank that goes with the post; nil where the post alone does not tell it.
  package var rank: String?
  package var rankOrder: Int?
  package var isHead: Bool
  package var isDeputy: Bool
  /// Whether one person at a time holds it.
  package var singleSeat: Bool
  package var superior: Superior?

  package var system: OfficeSystem { organization.system }
  package var level: OfficeLevel? { organization.level }
  package var divisionCode: String? { organization.division?.code }

  /// The office that this one answers to.
  package struct Superior: Hashable, Sendable {
    package var body: Body
    package var title: String
  }
}
