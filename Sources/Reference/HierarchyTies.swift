package import Model

/// What a body is tied to: those above it, what became of it, and when it was there.
extension OfficeHierarchy {
  /// The bodies above one, nearest first, up to the top.
  package func superiors(of organization: Organization) -> [Organization] {
    var superiors: [Organization] = []
    var next = organization.parent
    while let body = next, superiors.count < 12 {
      let superior = self.organization(body)
      guard superior.key != organization.key, !superiors.contains(where: { $0.key == superior.key })
      else { break }
      superiors.append(superior)
      next = superior.parent
    }
    return superiors
  }

  /// What became of a body that ended; a part of one becomes the same part of its successor.
  package func successor(of organization: Organization) -> Organization? {
    if let successor = organization.successor { return self.organization(successor) }
    guard case .part(let whole, let name) = organization.body,
      let next = successor(of: self.organization(whole))?.body
    else { return nil }
    return self.organization(.part(of: next, name: name))
  }

  /// Whether a body was there on a day, nil where nothing tells: a part is there as long as the
  /// whole, a local body as long as its division.
  package func isThere(_ organization: Organization, on date: PartialDate) -> Bool? {
    switch organization.body {
    case .listed(let id): almanac.organizations[id]?.lived(on: date)
    case .part(let whole, _): isThere(self.organization(whole), on: date)
    default: organization.division.map { almanac.divisions.isLive($0, on: date) }
    }
  }

  /// The departments that a body of a place has as a rule, as they were called on a day.
  package func departments(of body: Body, on date: PartialDate?) -> [Organization] {
    guard case .local(let kind, let id) = body, let division = almanac.divisions[id] else {
      return []
    }
    return almanac.usualDepartments.names(of: kind, in: division, on: date)
      .map { organization(.part(of: body, name: $0)) }
  }
}
