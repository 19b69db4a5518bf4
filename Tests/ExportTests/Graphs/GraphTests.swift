import Model
import Storage
import Testing

@testable import Export

@Suite struct GraphTests {
  private static let description = Graph.Description(
    name: "who_met_whom", meaning: "甲 & 乙", isDirected: false,
    nodeAttributes: [.init(name: "documents", kind: .integer)],
    edgeAttributes: [.init(name: "kind", kind: .string)])

  /// Three nodes, of which two are joined; the names are hostile.
  private func files() throws -> [String: String] {
    let temporary = try TemporaryFolder()
    let publication = try Publication(root: temporary.path + "/out", runID: "r1")
    let folder = publication.folder
    let graph = try Graph(Self.description, in: folder)
    try graph.add(node: .init(id: "per_a", label: "安<b>\"和\"&\u{1}", values: ["3"]))
    try graph.add(node: .init(id: "per_b", label: "柏, 清", values: [nil]))
    try graph.add(node: .init(id: "per_c", label: "无人相识", values: ["1"]))
    try graph.add(
      edge: .init(
        id: "e1", label: "x", source: "per_a", target: "per_b", weight: 0.25, first: "2024-02",
        last: "2024-03-05", values: ["co_listed"]))
    let writers: [String: (Graph, OutputFile) throws(StorageFailure) -> Void] = [
      "a.gexf": GEXF.write, "a.graphml": GraphML.write,
      "nodes.csv": GraphTables.write(nodes:to:), "edges.csv": GraphTables.write(edges:to:),
    ]
    var texts: [String: String] = [:]
    for (name, write) in writers {
      let file = try folder.file(name)
      try write(graph, file)
      _ = try file.close()
      texts[name] = String(decoding: try temporary.read("out/runs/r1.tmp/" + name), as: UTF8.self)
    }
    return texts
  }

  @Test func `only nodes with an edge are written, their names escaped`() throws {
    for (name, text) in try files() {
      #expect(!text.contains("per_c"), "\(name)")
      #expect(!text.contains("\u{1}") || name.hasSuffix(".csv"), "\(name)")
    }
    let gexf = try #require(try files()["a.gexf"])
    #expect(gexf.contains("label=\"安&lt;b&gt;&quot;和&quot;&amp;\u{FFFD}\""))
    #expect(gexf.contains("<attvalue for=\"0\" value=\"3\"/>"))
  }

  @Test func `an edge has its time, from the first day to the last`() throws {
    let files = try files()
    #expect(
      files["a.gexf"]?.contains("<spell start=\"2024-02-01\" end=\"2024-03-05\"/>") == true)
    #expect(files["edges.csv"]?.contains("\"<[2024-02-01,2024-03-05]>\"") == true)
    #expect(files["a.graphml"]?.contains(">2024-02</data>") == true)
  }

  @Test func `the tables begin with the headers that Gephi takes`() throws {
    let files = try files()
    #expect(files["nodes.csv"]?.hasPrefix("Id,Label,documents\r\n") == true)
    #expect(
      files["edges.csv"]?.hasPrefix("Source,Target,Type,Id,Label,Weight,Timeset,kind\r\n") == true)
    #expect(files["nodes.csv"]?.contains("per_b,\"柏, 清\",\r\n") == true)
  }

  static let spans: [(String?, String?, String?)] = [
    ("2024", "2024", "2024-01-01 2024-12-31"), ("2024-02", nil, "2024-02-01 2024-02-29"),
    (nil, "2023-02", "2023-02-01 2023-02-28"), (nil, nil, nil), ("2024-05", "2023", nil),
    ("2024-05-01", "2024-05-01", "2024-05-01 2024-05-01"), ("bad", "2024", nil),
  ]

  @Test(arguments: spans)
  func `a time cut to what is known begins and ends with whole days`(
    _ first: String?, _ last: String?, _ span: String?
  ) {
    let found = GraphDay.span(first, last)
    #expect(found.map { "\($0.first) \($0.last)" } == span)
  }
}
