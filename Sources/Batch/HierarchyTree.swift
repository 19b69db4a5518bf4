import Corpus
import Export
import Extraction
package import Model
import Reference

/// The hierarchy below a place or a body: what `dibao tree` prints.
package struct HierarchyTree {
  private let almanac: Almanac
  private let day: PartialDate?
  private let depth: Int
  private var hierarchy: OfficeHierarchy { almanac.hierarchy }

  package init(on day: PartialDate? = nil, depth: Int = 1) {
    almanac = .shared
    self.day = day
    self.depth = depth
  }

  package func write(
    _ name: String, to console: Console, asJSON: Bool
  ) throws(Failure) {
    let root = try node(of: name)
    try console.write(asJSON ? json(root).document : Array(text(root).utf8))
  }

  /// A place or a body, with what is below it.
  struct Node: Hashable {
    enum Thing: Hashable {
      case place(Division)
      case body(Organization)
    }

    let thing: Thing
    var children: [Node] = []
  }

  // MARK: what is below

  func node(of name: String) throws(Failure) -> Node {
    switch try TreeRoot(almanac: almanac, day: day).thing(named: name) {
    case .place(let division):
      Node(thing: .place(division), children: bodies(of: division) + places(in: division, depth))
    case .body(let body): node(of: body, depth)
    }
  }

  private func node(of body: Organization, _ depth: Int) -> Node {
    Node(thing: .body(body), children: depth > 0 ? children(of: body, depth - 1) : [])
  }

  private func children(of body: Organization, _ depth: Int) -> [Node] {
    switch body.body {
    case .listed(let id):
      bodies(below: id).map { node(of: $0, depth) }
    case .local, .part, .written, .unplaced:
      hierarchy.departments(of: body.body, on: day).map { node(of: $0, 0) }
    }
  }

  /// The listed bodies under one, the highest in rank first, else as the table has them.
  private func bodies(below id: String) -> [Organization] {
    let bodies = almanac.organizations.all
      .filter { $0.parentID == id && $0.id != id && $0.lived(on: day) }
      .map { hierarchy.organization(.listed($0.id)) }
    let ranks = almanac.ranks
    return bodies.enumerated()
      .map { (rank: $1.rank.flatMap(ranks.order) ?? .max, index: $0, body: $1) }
      .sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
      .map(\.body)
  }

  /// The bodies that every place of its kind has, in the order of precedence.
  private func bodies(of division: Division) -> [Node] {
    kinds(of: division).map { kind in
      node(of: hierarchy.organization(.local(kind, division: division.id)), depth - 1)
    }
  }

  private func kinds(of division: Division) -> [LocalBody] {
    switch division.level {
    case .country, .township: []
    case .zone: [.partyCommittee, .zone]
    default:
      switch division.kind {
      case "特别行政区": [.government]
      case "兵团", "兵团师": [.partyCommittee, .government, .discipline]
      default:
        [.partyCommittee, .congress, .government, .consultative, .discipline]
          + (hasSupervision ? [.supervision] : []) + [.court, .procuratorate]
      }
    }
  }

  /// Supervisory commissions (监察委员会) were set up from 2017 on, everywhere by early 2018.
  private var hasSupervision: Bool { day.map { $0.year >= 2018 } ?? true }

  private func places(in division: Division, _ depth: Int) -> [Node] {
    guard depth > 0 else { return [] }
    return almanac.divisions.all
      .filter { $0.parentID == division.id && almanac.divisions.isLive($0, on: day) }
      .map { Node(thing: .place($0), children: places(in: $0, depth - 1)) }
  }

  // MARK: text

  /// Lines with the branches before them: `├── 长春市 220100 · 副部级`.
  func text(_ root: Node) -> String {
    label(root) + "\n" + branches(of: root, indent: "")
  }

  private func branches(of node: Node, indent: String) -> String {
    var text = ""
    for (index, child) in node.children.enumerated() {
      let isLast = index == node.children.count - 1
      text += indent + (isLast ? "└── " : "├── ") + label(child) + "\n"
      text += branches(of: child, indent: indent + (isLast ? "    " : "│   "))
    }
    return text
  }

  private func label(_ node: Node) -> String {
    switch node.thing {
    case .place(let division):
      [division.code.map { "\(division.name) \($0)" } ?? division.name, division.rank]
        .compactMap(\.self).joined(separator: " · ")
    case .body(let body):
      [body.shortName, body.rank].compactMap(\.self).joined(separator: " · ")
    }
  }

  // MARK: JSON

  func json(_ node: Node) -> JSONValue {
    let children = JSONValue.Member("children", .array(node.children.map(json)))
    return switch node.thing {
    case .place(let division): .object(members(of: division) + [children])
    case .body(let body): .object(members(of: body) + [children])
    }
  }

  private func members(of division: Division) -> [JSONValue.Member] {
    let fields: [(String, JSONValue)] = [
      ("type", .string("division")), ("name", .string(division.name)),
      ("name_en", .optional(division.nameEnglish.isEmpty ? nil : division.nameEnglish)),
      ("division_code", .optional(division.code)), ("organization_id", .null),
      ("kind", .string(division.kind)), ("level", .string(division.level.rawValue)),
      ("rank", .optional(division.rank)), ("valid_from", .optional(division.validFrom)),
      ("valid_to", .optional(division.validTo)),
    ]
    return fields.map { JSONValue.Member($0.0, $0.1) }
  }

  private func members(of body: Organization) -> [JSONValue.Member] {
    let fields: [(String, JSONValue)] = [
      ("type", .string("organization")), ("name", .string(body.name)),
      ("name_en", .optional(hierarchy.nameEnglish(of: body))),
      ("division_code", .optional(body.division?.code)),
      ("organization_id", .string(StableID.organization(key: body.key))),
      ("kind", .string(body.kind)), ("level", .optional(body.level?.rawValue)),
      ("rank", .optional(body.rank)), ("valid_from", .optional(body.validFrom)),
      ("valid_to", .optional(body.validTo)),
    ]
    return fields.map { JSONValue.Member($0.0, $0.1) }
  }
}
