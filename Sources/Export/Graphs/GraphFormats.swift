import Storage

/// XML as the formats of graphs need it.
enum XMLText {
  /// Escaped for text and for attributes; characters that XML cannot hold become U+FFFD.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  static func attributes(_ pairs: KeyValuePairs<String, String?>) -> String {
    pairs.compactMap { key, value in value.map { " \(key)=\"\(escaped($0))\"" } }.joined()
  }
}

/// GEXF 1.3, for Gephi: with the time of each edge.
///
/// Source: https://gexf.net/schema.html.
enum GEXF {
  static func write(_ graph: Graph, to file: OutputFile) throws(StorageFailure) {
    let description = graph.description
    try file.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3">
      <meta><creator>Dibao</creator><description>\(XMLText.escaped(description.meaning))</description></meta>
      <graph mode="dynamic" timeformat="date" timerepresentation="interval" idtype="string" \
      defaultedgetype="\(description.isDirected ? "directed" : "undirected")">
      \(declaration("node", description.nodeAttributes))\(declaration("edge", description.edgeAttributes))<nodes>

      """)
    try graph.forEachNode { node throws(StorageFailure) in
      let attributes = XMLText.attributes(["id": node.id, "label": node.label])
      try file.write("<node\(attributes)>\(values(of: node))</node>\n")
    }
    try file.write("</nodes>\n<edges>\n")
    try graph.forEachEdge { edge throws(StorageFailure) in
      let attributes = XMLText.attributes([
        "id": edge.id, "source": edge.source, "target": edge.target, "label": edge.label,
        "weight": "\(edge.weight)",
      ])
      try file.write("<edge\(attributes)>\(values(of: edge))\(spell(of: edge))</edge>\n")
    }
    try file.write("</edges>\n</graph>\n</gexf>\n")
  }

  private static func declaration(_ owner: String, _ attributes: [Graph.Attribute]) -> String {
    let lines = attributes.enumerated().map { place, attribute in
      "<attribute id=\"\(place)\" title=\"\(attribute.name)\" type=\"\(attribute.kind.rawValue)\"/>\n"
    }
    return "<attributes class=\"\(owner)\" mode=\"static\">\n\(lines.joined())</attributes>\n"
  }

  private static func values(of element: Graph.Element) -> String {
    let values = element.values.enumerated().compactMap { place, value in
      value.map { "<attvalue for=\"\(place)\" value=\"\(XMLText.escaped($0))\"/>" }
    }
    return values.isEmpty ? "" : "<attvalues>\(values.joined())</attvalues>"
  }

  private static func spell(of edge: Graph.Element) -> String {
    guard let span = GraphDay.span(edge.first, edge.last) else { return "" }
    return "<spells><spell start=\"\(span.first)\" end=\"\(span.last)\"/></spells>"
  }
}

/// GraphML, for igraph, networkx and Cytoscape.
///
/// Source: http://graphml.graphdrawing.org.
enum GraphML {
  static func write(_ graph: Graph, to file: OutputFile) throws(StorageFailure) {
    let description = graph.description
    let times = [
      Graph.Attribute(name: "first_date", kind: .string),
      Graph.Attribute(name: "last_date", kind: .string),
    ]
    let own = [
      Graph.Attribute(name: "label", kind: .string), Graph.Attribute(name: "weight", kind: .double),
    ]
    let nodeKeys = [own[0]] + description.nodeAttributes
    let edgeKeys = own + description.edgeAttributes + times
    try file.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      \(keys("node", nodeKeys))\(keys("edge", edgeKeys))<graph id="\(description.name)" \
      edgedefault="\(description.isDirected ? "directed" : "undirected")">

      """)
    try graph.forEachNode { node throws(StorageFailure) in
      let data = data("node", [node.label] + node.values)
      try file.write("<node\(XMLText.attributes(["id": node.id]))>\(data)</node>\n")
    }
    try graph.forEachEdge { edge throws(StorageFailure) in
      let ends = XMLText.attributes(["id": edge.id, "source": edge.source, "target": edge.target])
      let values = [edge.label, "\(edge.weight)"] + edge.values + [edge.first, edge.last]
      try file.write("<edge\(ends)>\(data("edge", values))</edge>\n")
    }
    try file.write("</graph>\n</graphml>\n")
  }

  private static func keys(_ owner: String, _ attributes: [Graph.Attribute]) -> String {
    attributes.enumerated().map { place, attribute in
      let kind = attribute.kind == .integer ? "int" : attribute.kind.rawValue
      return "<key id=\"\(owner)\(place)\" for=\"\(owner)\" attr.name=\"\(attribute.name)\" "
        + "attr.type=\"\(kind)\"/>\n"
    }.joined()
  }

  private static func data(_ owner: String, _ values: [String?]) -> String {
    values.enumerated().compactMap { place, value in
      value.map { "<data key=\"\(owner)\(place)\">\(XMLText.escaped($0))</data>" }
    }.joined()
  }
}

/// Nodes and edges as tables with the headers that Gephi takes.
enum GraphTables {
  static func write(nodes graph: Graph, to file: OutputFile) throws(StorageFailure) {
    try file.write(CSVText.line(["Id", "Label"] + graph.description.nodeAttributes.map(\.name)))
    try graph.forEachNode { node throws(StorageFailure) in
      try file.write(CSVText.line([node.id, node.label] + node.values))
    }
  }

  static func write(edges graph: Graph, to file: OutputFile) throws(StorageFailure) {
    let kind = graph.description.isDirected ? "Directed" : "Undirected"
    try file.write(
      CSVText.line(
        ["Source", "Target", "Type", "Id", "Label", "Weight", "Timeset"]
          + graph.description.edgeAttributes.map(\.name)))
    try graph.forEachEdge { edge throws(StorageFailure) in
      let span = GraphDay.span(edge.first, edge.last)
      try file.write(
        CSVText.line(
          [
            edge.source, edge.target, kind, edge.id, edge.label, "\(edge.weight)",
            span.map { "<[\($0.first),\($0.last)]>" },
          ] + edge.values))
    }
  }

}
