package import Model
package import Storage

/// Two graphs: who met whom, and which persons held which offices; for Gephi, networkx, igraph and
/// Cytoscape.
package struct GraphWriter: Writer {
  package static let type = "graph"
  package static let meaning =
    "Who met whom, and who held which office, as GEXF and GraphML; nodes.csv and edges.csv."

  package init() {}

  package static let settings: [Setting<GraphWriter>] = []
  package var tables: [String] { [] }

  static let meetings = Graph.Description(
    name: "who_met_whom",
    meaning: "谁与谁同场 · Persons who took part in events together; weight as in the table relations",
    isDirected: false,
    nodeAttributes: [
      .init(name: "name_pinyin", kind: .string), .init(name: "latest_office", kind: .string),
      .init(name: "highest_rank", kind: .string), .init(name: "documents", kind: .integer),
      .init(name: "mentions", kind: .integer),
    ],
    edgeAttributes: [
      .init(name: "kind", kind: .string), .init(name: "events", kind: .integer),
      .init(name: "types", kind: .string),
    ])

  static let holdings = Graph.Description(
    name: "persons_offices",
    meaning: "谁任何职 · Persons and the offices that they held; edges lead from person to office",
    isDirected: true,
    nodeAttributes: [
      .init(name: "node_kind", kind: .string), .init(name: "rank", kind: .string),
      .init(name: "organization", kind: .string), .init(name: "division_code", kind: .string),
    ],
    edgeAttributes: [
      .init(name: "acting", kind: .string), .init(name: "observations", kind: .integer),
    ])

  package func files(of tables: [TableDescription]) -> [String] {
    [Self.meetings, Self.holdings].flatMap { ["\($0.name).gexf", "\($0.name).graphml"] }
      + ["nodes.csv", "edges.csv"]
  }

  package func open(
    _ tables: [TableDescription], in folder: OutputFolder
  ) throws(StorageFailure) -> any OpenWriter {
    try OpenGraphs(tables, in: folder)
  }
}

/// Picks the rows that become nodes and edges.
private final class OpenGraphs: OpenWriter {
  private let tables: NamedTables
  private let folder: OutputFolder
  private let meetings: Graph
  private let holdings: Graph

  init(_ tables: [TableDescription], in folder: OutputFolder) throws(StorageFailure) {
    self.tables = NamedTables(tables)
    self.folder = folder
    meetings = try Graph(GraphWriter.meetings, in: folder)
    holdings = try Graph(GraphWriter.holdings, in: folder)
  }

  func write(_ cells: [Cell], to table: Int) throws(StorageFailure) {
    let (name, row) = tables.row(cells, of: table)
    switch name {
    case "persons":
      try meetings.add(node: row.person)
      try holdings.add(node: row.personAmongOffices)
    case "offices": try holdings.add(node: row.office)
    case "tenures": try holdings.add(edge: row.tenure)
    case "relations": try meetings.add(edge: row.relation)
    default: break
    }
  }

  func close() throws(StorageFailure) -> [WrittenFile] {
    for graph in [meetings, holdings] {
      try write(graph.description.name + ".gexf") { file throws(StorageFailure) in
        try GEXF.write(graph, to: file)
      }
      try write(graph.description.name + ".graphml") { file throws(StorageFailure) in
        try GraphML.write(graph, to: file)
      }
    }
    try write("nodes.csv") { file throws(StorageFailure) in
      try GraphTables.write(nodes: meetings, to: file)
    }
    try write("edges.csv") { file throws(StorageFailure) in
      try GraphTables.write(edges: meetings, to: file)
    }
    try meetings.close()
    try holdings.close()
    return []
  }

  private func write(
    _ name: String, _ body: (OutputFile) throws(StorageFailure) -> Void
  ) throws(StorageFailure) {
    let file = try folder.file(name)
    try body(file)
    _ = try file.close()
  }
}

/// The rows that become nodes and edges.
extension RowCells {
  fileprivate var person: Graph.Element {
    Graph.Element(
      id: text("person_id") ?? "", label: text("name") ?? "",
      values: GraphWriter.meetings.nodeAttributes.map { text($0.name) })
  }

  fileprivate var personAmongOffices: Graph.Element {
    Graph.Element(
      id: text("person_id") ?? "", label: text("name") ?? "",
      values: ["person", text("highest_rank"), nil, nil])
  }

  fileprivate var office: Graph.Element {
    Graph.Element(
      id: text("office_id") ?? "", label: text("name") ?? "",
      values: ["office", text("rank"), text("organization_name"), text("division_code")])
  }

  fileprivate var tenure: Graph.Element {
    Graph.Element(
      id: text("tenure_id") ?? "", label: text("office_name") ?? "",
      source: text("person_id") ?? "", target: text("office_id") ?? "",
      first: text("stated_start") ?? text("first_observed"),
      last: text("stated_end") ?? text("last_observed"),
      values: GraphWriter.holdings.edgeAttributes.map { text($0.name) })
  }

  fileprivate var relation: Graph.Element {
    let (source, target) = (text("source_person_id") ?? "", text("target_person_id") ?? "")
    let kind = text("kind") ?? ""
    return Graph.Element(
      id: "\(source)-\(target)-\(kind)", label: kind, source: source, target: target,
      weight: text("weight").flatMap { Double($0) } ?? 1, first: text("first_date"),
      last: text("last_date"), values: GraphWriter.meetings.edgeAttributes.map { text($0.name) })
  }
}
