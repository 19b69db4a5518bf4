import Model

/// The English names of bodies and offices, put together from the words of the table.
///
/// Where a part has no English words, there is no name: never half a name.
package struct EnglishNames: Sendable {
  let table: EnglishTable
  private let divisions: Divisions
  private let organizations: Organizations

  init(_ table: TableReader, divisions: Divisions, organizations: Organizations) {
    self.table = EnglishTable(table)
    self.divisions = divisions
    self.organizations = organizations
  }

  // MARK: bodies

  /// CPC Hunan Provincial Committee, People's Government of Changping District, Beijing.
  ///
  /// - Parameter name: the full Chinese name, which tells bodies of one kind apart: 军分区.
  func local(_ kind: LocalBody, of division: Division, named name: String) -> String? {
    guard let place = EnglishPlace(division, table) else { return nil }
    let pattern = table.local[kind.rawValue]?.first { pattern in
      pattern.forms.isEmpty
        || pattern.forms.contains { form in
          form.hasPrefix("~") ? name.hasSuffix(form.dropFirst()) : form == division.kind
        }
    }
    return pattern?.pattern.filled { value($0, of: place, division) }
  }

  /// Publicity Department of the CPC Hunan Provincial Committee, Jilin Provincial Department of
  /// Finance.
  ///
  /// - Parameter parent: the whole, with its English name.
  func part(_ name: String, of whole: Body, _ parent: Organization) -> String? {
    if case .local(_, let id) = whole, ["div:710000", "div:810000", "div:820000"].contains(id) {
      return nil
    }
    let scopes = Self.unitScopes(of: whole, parent)
    if let units = table.units[name] {
      for scope in scopes {
        if let unit = units.first(where: { $0.scope == scope }) {
          return filled(unit.pattern, subject: nil, parent, whole)
        }
      }
    }
    for scope in scopes {
      for ending in table.endings where ending.scope == scope && name.hasSuffix(ending.ending) {
        guard let subject = table.subjects[String(name.dropLast(ending.ending.count))] else {
          continue
        }
        return filled(ending.pattern, subject: subject, parent, whole)
      }
    }
    return nil
  }

  private func filled(
    _ pattern: EnglishPattern, subject: String?, _ parent: Organization, _ whole: Body
  ) -> String? {
    let place = parent.division.flatMap { division in
      EnglishPlace(division, table).map { ($0, division) }
    }
    return pattern.filled { slot in
      switch slot {
      case .subject: subject
      case .body: named(whole, parent)
      default: place.flatMap { value(slot, of: $0.0, $0.1) }
      }
    }
  }

  private static func unitScopes(of whole: Body, _ parent: Organization) -> [String] {
    switch whole {
    case .local(.partyCommittee, _): ["party", "*"]
    case .local(.government, _): ["government", "*"]
    case .local(.congress, _): ["congress", "*"]
    case .local(.consultative, _): ["cppcc", "*"]
    case .listed(let id): ["part." + id, "part." + parent.kind] + listedScopes(parent) + ["*"]
    default: ["*"]
    }
  }

  private static func listedScopes(_ parent: Organization) -> [String] {
    if parent.kind.hasPrefix("state_council") || parent.kind == "ministry_managed_bureau" {
      return ["state_council"]
    }
    return switch parent.system {
    case .party: ["party"]
    case .congress: ["congress"]
    case .cppcc: ["cppcc"]
    default: []
    }
  }

  private func value(
    _ slot: EnglishPattern.Slot, of place: EnglishPlace, _ division: Division
  ) -> String? {
    switch slot {
    case .place: place.place
    case .full: place.full
    case .adj: place.adjective
    case .name: place.name
    case .tail: tail(of: division)
    default: nil
    }
  }

  /// The city or province that tells a division from its namesakes: `, Beijing`.
  private func tail(of division: Division) -> String? {
    guard divisions.fullName(of: division) != division.name,
      let parent = divisions.parent(of: division)
    else { return "" }
    return EnglishPlace(parent, table).map { ", " + $0.place }
  }

  // MARK: names inside other names

  /// The name of a body as it stands after `of`: the Ministry of Finance, Peking University.
  private func named(_ body: Body, _ organization: Organization) -> String? {
    guard let english = organization.nameEnglish else { return nil }
    guard case .listed(let id) = body else { return "the " + english }
    let name = table.names[id] ?? EnglishPlace.withoutNote(english)
    return hasArticle(name, organization.kind) ? "the " + name : name
  }

  /// The name of a state or a body of states; nil for what is neither.
  func participant(_ written: String) -> String? {
    if written == "华" || written == "中国" { return "China" }
    let body = organizations.ids(written: written).lazy.compactMap { organizations[$0] }.first {
      ["foreign_state", "international"].contains($0.kind)
    }
    guard let body, let english = body.nameEnglish else { return nil }
    let name = table.names[body.id] ?? EnglishPlace.withoutNote(english)
    return hasArticle(name, body.kind) ? "the " + name : name
  }

  private func hasArticle(_ name: String, _ kind: String) -> Bool {
    if name.hasPrefix("The ") { return false }
    switch table.articles["=" + name] ?? table.articles[kind] {
    case "bare": return false
    case "of": return name.contains(" of ") && !name.hasPrefix("China ")
    default: return true
    }
  }

  // MARK: offices

  /// Secretary of the CPC Jilin Provincial Committee, Vice Governor of Hunan.
  ///
  /// - Parameter organization: the body, with its English name.
  func office(_ title: String, _ body: Body, _ organization: Organization) -> String? {
    guard let name = named(body, organization) else { return nil }
    return wording(title, titleScopes(of: body, organization), name) {
      officeValue($0, organization)
    }
  }

  private func wording(
    _ title: String, _ scopes: [String], _ body: String,
    _ value: (EnglishPattern.Slot) -> String?
  ) -> String? {
    if let found = words(for: title, scopes) {
      return found.pattern.filled { slot in
        switch slot {
        case .title: found.text
        case .body: body
        default: value(slot)
        }
      }
    }
    for inner in table.inner where title.hasPrefix(inner.form) {
      let rest = String(title.dropFirst(inner.form.count))
      guard !rest.isEmpty else { continue }
      return wording(rest, ["*"], "the \(inner.english) of \(body)", value)
    }
    return nil
  }

  /// The English words of a title, and the pattern that they stand in.
  private func words(
    for title: String, _ scopes: [String]
  ) -> (text: String, pattern: EnglishPattern)? {
    if let row = row(title, scopes) { return (row.english, row.pattern) }
    for modifier in table.modifiers where title.hasPrefix(modifier.form) {
      guard let row = row(String(title.dropFirst(modifier.form.count)), scopes),
        let text = Self.modified(row, modifier.english)
      else { continue }
      return (text, row.pattern)
    }
    if title.hasSuffix("助理"), let found = words(for: String(title.dropLast(2)), scopes) {
      return ("Assistant " + found.text, found.pattern)
    }
    return nil
  }

  /// Executive + Vice + Governor; nil where a deputy of that name has no word.
  private static func modified(_ row: EnglishTable.Title, _ modifier: String) -> String? {
    let isDeputy = modifier.hasSuffix("{deputy}")
    guard let deputy = isDeputy ? row.deputy : "" else { return nil }
    let before = isDeputy ? modifier.dropLast(8) + deputy : modifier[...]
    return before.hasSuffix("-") ? "\(before)\(row.english)" : "\(before) \(row.english)"
  }

  private func row(_ title: String, _ scopes: [String]) -> EnglishTable.Title? {
    guard let rows = table.titles[title] else { return nil }
    for scope in scopes {
      if let row = rows.first(where: { $0.scope == scope }) { return row }
    }
    return nil
  }

  /// From the narrowest kind that a body is of to any body.
  private func titleScopes(of body: Body, _ organization: Organization) -> [String] {
    switch body {
    case .local(let kind, let id):
      let division = divisions[id]?.kind ?? ""
      return [kind.rawValue + "." + division, kind.rawValue, "*"]
    case .part(let whole, let name):
      let ending = name.last.map { "end." + String($0) } ?? "*"
      return Self.partScopes(of: whole, name, organization) + [ending, "*"]
    case .listed(let id):
      let group = id.split(separator: ":").first.map(String.init) ?? ""
      return [id, group, organization.kind] + (organization.kind == "foreign_state" ? [] : ["*"])
    case .written: return ["mission", "*"]
    case .unplaced: return ["*"]
    }
  }

  private static func partScopes(
    of whole: Body, _ name: String, _ organization: Organization
  ) -> [String] {
    switch whole {
    case .local(.partyCommittee, _): return ["part.party"]
    case .local(let kind, _):
      let scope = "part." + kind.rawValue
      return [name.last.map { "\(scope).\($0)" } ?? scope, scope]
    case .listed(let id):
      let kind = organization.kind
      return [
        "part." + id, "part." + (kind.hasSuffix("_department") ? kind.dropLast(11) : kind[...]),
      ]
    default: return []
    }
  }

  private func officeValue(
    _ slot: EnglishPattern.Slot, _ organization: Organization
  ) -> String? {
    if slot == .ministry { return Self.portfolio(of: organization) }
    if let mission = mission(organization.name) { return missionValue(slot, mission) }
    guard let division = organization.division, let place = EnglishPlace(division, table) else {
      return nil
    }
    return value(slot, of: place, division)
  }

  /// What a minister is of: Finance, for the Ministry of Finance.
  private static func portfolio(of organization: Organization) -> String? {
    guard let name = organization.nameEnglish else { return nil }
    for start in ["Ministry of ", "Department of "] where name.hasPrefix(start) {
      return String(name.dropFirst(start.utf8.count))
    }
    return nil
  }
}
