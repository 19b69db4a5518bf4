import Extraction
import Model
import Reference

/// Finds the place or the body of a written name.
struct TreeRoot {
  let almanac: Almanac
  let day: PartialDate?
  private var hierarchy: OfficeHierarchy { almanac.hierarchy }

  func thing(named name: String) throws(Failure) -> HierarchyTree.Node.Thing {
    let name = name.split(separator: " ").joined()
    if let division = try division(named: name) { return .place(division) }
    if let listed = listed(name) ?? local(name) { return .body(listed) }
    throw .unknownName(name, near: near(name))
  }

  // MARK: places

  private func division(named name: String) throws(Failure) -> Division? {
    let bearing = almanac.divisions.all.filter { bears($0, name) }
    let live = bearing.filter { almanac.divisions.isLive($0, on: day) }
    let found = highest(live.isEmpty ? ended(bearing) : live)
    guard found.count > 1 else { return found.first }
    throw .sharedName(
      name,
      places: found.map { division in
        let names = almanac.divisions.path(of: division).map(\.name).joined()
        return division.code.map { "\(names) (\($0))" } ?? names
      })
  }

  private func bears(_ division: Division, _ name: String) -> Bool {
    division.name == name || division.code == name || division.aliases.contains(name)
      || (name.hasSuffix(division.name) && name == fullPath(division))
      || almanac.divisions.fullName(of: division) == name
  }

  private func fullPath(_ division: Division) -> String {
    almanac.divisions.path(of: division).map(\.name).joined()
  }

  /// 吉林 is the province before the city; without a higher one, all of a level.
  private func highest(_ divisions: [Division]) -> [Division] {
    guard let level = divisions.map(\.level).min() else { return [] }
    return divisions.filter { $0.level == level }
  }

  /// Of the periods of places that are no more, the last.
  private func ended(_ divisions: [Division]) -> [Division] {
    divisions.max { ($0.validTo ?? "") < ($1.validTo ?? "") }.map { [$0] } ?? []
  }

  // MARK: bodies

  private func listed(_ name: String) -> Organization? {
    if almanac.organizations[name] != nil { return hierarchy.organization(.listed(name)) }
    let ids = almanac.organizations.ids(written: name)
    guard !ids.isEmpty else { return nil }
    return hierarchy.organization(.listed(almanac.organizations.id(of: ids, on: day)))
  }

  /// 吉林省政府, 湖南省委宣传部: read as the body of an office.
  private func local(_ name: String) -> Organization? {
    let extractor = Extractor(almanac)
    for title in ["书记", "主任", "部长", "主席", "厅长", "局长", "院长", "检察长", "秘书长"] {
      guard let reading = extractor.office(written: name + title, on: day) else { continue }
      let body = hierarchy.organization(reading.body)
      if [body.name, body.shortName].contains(name), isKnown(body.body) {
        return body
      }
    }
    return nil
  }

  private func isKnown(_ body: Body) -> Bool {
    switch body {
    case .listed, .local: true
    case .part(let whole, _): isKnown(whole)
    case .written, .unplaced: false
    }
  }

  // MARK: near names

  /// Up to three names that differ from a written one least.
  private func near(_ name: String) -> [String] {
    let written = Array(name.unicodeScalars)
    let allowed = max(1, written.count / 3)
    var found: [(distance: Int, name: String)] = []
    for candidate in candidates where !found.contains(where: { $0.name == candidate }) {
      let scalars = Array(candidate.unicodeScalars)
      guard abs(scalars.count - written.count) <= allowed,
        scalars.contains(where: written.contains)
      else { continue }
      let distance = Suggestion.distance(written, scalars)
      if distance <= allowed { found.append((distance, candidate)) }
    }
    let nearest = found.map(\.distance).min() ?? 0
    return found.filter { $0.distance == nearest }.prefix(3).map(\.name)
  }

  private var candidates: [String] {
    almanac.divisions.all.filter { almanac.divisions.isLive($0, on: day) }.map(\.name)
      + almanac.organizations.all.filter { $0.lived(on: day) }.flatMap {
        [$0.shortName, $0.name] + $0.aliases
      }
  }
}
