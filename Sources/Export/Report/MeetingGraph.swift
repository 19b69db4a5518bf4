import Model
import Storage

/// Who met whom, of the fifty who met most.
struct MeetingGraph {
  private struct Node {
    let id: String
    var name: String
    let weight: Double
  }

  private struct Link: Hashable {
    let from: Int
    let to: Int
  }

  private var nodes: [Node] = []
  private var links: [(link: Link, events: Int)] = []

  private static let shown = 50
  private static let (width, height) = (960, 720)
  private static let columns = [
    "source_person_id", "source_name", "target_person_id", "target_name", "events", "weight",
  ]

  init(_ tables: [TableDescription], in folder: String) throws(StorageFailure) {
    let table = ReportTable("relations", among: tables, in: folder)
    try chooseNodes(table)
    var places: [String: Int] = [:]
    for (place, node) in nodes.enumerated() { places[node.id] = place }
    var counts: [Link: Int] = [:]
    try table.forEach(Self.columns) { row in
      guard let one = row.text(0).flatMap({ places[$0] }),
        let two = row.text(2).flatMap({ places[$0] }), one != two
      else { return }
      nodes[one].name = row.text(1) ?? nodes[one].name
      nodes[two].name = row.text(3) ?? nodes[two].name
      let link = Link(from: Swift.min(one, two), to: Swift.max(one, two))
      counts[link, default: 0] += row.integer(4) ?? 1
    }
    links = counts.map { ($0.key, $0.value) }.sorted {
      ($0.link.from, $0.link.to) < ($1.link.from, $1.link.to)
    }
  }

  /// By the weight of all that they took part in; that is told of many, so ids are held in two
  /// words until the fifty are known.
  private mutating func chooseNodes(_ table: ReportTable) throws(StorageFailure) {
    var weights: [KeyDigest: Double] = [:]
    try table.forEach(Self.columns) { row in
      weights[KeyDigest([row.cells[0]]), default: 0] += row.number(5)
      weights[KeyDigest([row.cells[2]]), default: 0] += row.number(5)
    }
    let heaviest = weights.values.sorted(by: >).prefix(Self.shown)
    guard let least = heaviest.last else { return }
    var found: [String: Node] = [:]
    try table.forEach(Self.columns) { row in
      for place in [0, 2] {
        guard let weight = weights[KeyDigest([row.cells[place]])], weight >= least,
          let id = row.text(place)
        else { continue }
        found[id] = Node(id: id, name: row.text(place + 1) ?? id, weight: weight)
      }
    }
    nodes = Array(
      found.values.sorted { a, b in
        a.weight != b.weight ? a.weight > b.weight : a.id < b.id
      }.prefix(Self.shown))
  }

  func append(to page: inout HTMLText) {
    guard nodes.count > 1 else { return page.nothing() }
    let most = links.map(\.events).max() ?? 1
    let layout = ForceLayout(
      nodes: nodes.count,
      edges: links.map { link, events in
        .init(from: link.from, to: link.to, strength: Double(events) / Double(most))
      })
    let places = layout.places.map { place in
      (
        x: 50 + Int(place.x * Double(Self.width - 100)),
        y: 24 + Int(place.y * Double(Self.height - 60))
      )
    }
    page.raw(
      "<div class=\"box\" tabindex=\"0\" role=\"region\" aria-label=\"会面网络 Graph\">"
        + "<svg class=\"chart\" viewBox=\"0 0 \(Self.width) \(Self.height)\" role=\"img\" "
        + "aria-labelledby=\"graph-t graph-d\">")
    page.element("title", "id=\"graph-t\"", "谁与谁会面 Who met whom")
    page.element(
      "desc", "id=\"graph-d\"",
      "\(nodes.count) 人 persons, \(links.count) 条连线 links: "
        + nodes.map(\.name).joined(separator: ", "))
    appendLinks(places, most, to: &page)
    appendNodes(places, to: &page)
    page.raw("</svg></div>")
    appendTable(to: &page)
  }

  private func appendLinks(_ places: [(x: Int, y: Int)], _ most: Int, to page: inout HTMLText) {
    for (link, events) in links {
      let (one, two) = (places[link.from], places[link.to])
      let thick = 1 + 5 * events / most
      page.raw("<path class=\"link\" stroke-width=\"\(thick)\" ")
      page.raw("d=\"M\(one.x) \(one.y)L\(two.x) \(two.y)\">")
      page.element(
        "title", "", "\(nodes[link.from].name) – \(nodes[link.to].name): \(events)")
      page.raw("</path>")
    }
  }

  private func appendNodes(_ places: [(x: Int, y: Int)], to page: inout HTMLText) {
    let heaviest = nodes.first?.weight ?? 1
    for (node, place) in zip(nodes, places) {
      let radius = 4 + Int(8 * node.weight / Swift.max(1e-6, heaviest))
      page.raw("<circle class=\"node\" cx=\"\(place.x)\" cy=\"\(place.y)\" r=\"\(radius)\"/>")
      page.element(
        "text",
        "class=\"halo\" x=\"\(place.x)\" y=\"\(place.y + radius + 12)\" "
          + "text-anchor=\"middle\"", String(node.name.prefix(12)))
    }
  }

  /// The same in words, for those who do not see the drawing.
  private func appendTable(to page: inout HTMLText) {
    let strongest = links.sorted { a, b in
      a.events != b.events
        ? a.events > b.events : (a.link.from, a.link.to) < (b.link.from, b.link.to)
    }.prefix(Self.shown)
    page.raw("<details><summary>")
    page.label(Bilingual("以表列出", "The same as a table"))
    page.raw("</summary>")
    page.table(
      Bilingual("最常同场的人", "Pairs most often together"),
      [Bilingual("甲", "One"), Bilingual("乙", "Other"), Bilingual("事件", "Events")]
    ) { page in
      for (link, events) in strongest {
        page.raw("<tr>")
        page.element("td", "", nodes[link.from].name)
        page.element("td", "", nodes[link.to].name)
        page.number(events)
        page.raw("</tr>")
      }
    }
    page.raw("</details>")
  }
}
