import Model

/// English names are made when one asks for them: resolving an office does not wait for them.
extension OfficeHierarchy {
  /// The official English name of a body; nil where a part of it is not known.
  package func nameEnglish(of organization: Organization) -> String? {
    if let name = organization.nameEnglish { return name }
    return switch organization.body {
    case .local(let kind, let id):
      almanac.divisions[id].flatMap {
        almanac.english.local(kind, of: $0, named: organization.name)
      }
    case .part(let whole, let name): almanac.english.part(name, of: whole, named(whole))
    case .written(let name, let id):
      almanac.english.mission(named: name)
        ?? id.flatMap { almanac.divisions[$0] }.flatMap { $0.name == name ? $0.nameEnglish : nil }
    case .listed, .unplaced: nil
    }
  }

  /// The official English name of an office, without acting, former or incoming; nil where a part of
  /// it is not known.
  package func nameEnglish(of office: Office) -> String? {
    if case .unplaced = office.organization.body { return nil }
    return almanac.english.office(
      office.title, office.organization.body, named(office.organization))
  }

  private func named(_ body: Body) -> Organization { named(organization(body)) }

  private func named(_ organization: Organization) -> Organization {
    var organization = organization
    organization.nameEnglish = nameEnglish(of: organization)
    return organization
  }
}
