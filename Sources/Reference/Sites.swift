import Model

/// A place that is no division of its own: a foreign city, a hall or house where things take place,
/// the letter that a province or state goes by.
package struct Site: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable { case locality, venue, letter, county }

  /// `county` is the short form of a county, which counts for little where it stands alone.
  package let form: String
  /// The id of the division, or of the foreign state, that it lies in.
  package let area: String
  package let kind: Kind

  package init(form: String, area: String, kind: Kind) {
    self.form = form
    self.area = area
    self.kind = kind
  }

  static func all(_ table: TableReader) -> [Site] {
    var all: [Site] = []
    table.forEachRow { row in
      guard let kind = Kind(rawValue: row[2]) else { return }
      all.append(Site(form: row[0], area: row[1], kind: kind))
    }
    return all
  }
}

extension Almanac {
  /// The names of an area from the outermost to itself: those of a division from the province down,
  /// that of a foreign state alone. Empty where none has the id.
  package func path(ofArea id: String) -> [String] {
    if let division = divisions[id] { return divisions.path(of: division).map(\.name) }
    return organizations[id].map { [$0.shortName] } ?? []
  }

  /// The usual name of an area: 北京 of 北京市.
  package func name(ofArea id: String) -> String? {
    divisions[id]?.shortName ?? organizations[id]?.shortName
  }
}
