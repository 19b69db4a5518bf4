import Model
import Storage

/// A graph as every format of graphs needs it: its nodes, then its edges, in the order of the tables.
///
/// Both wait on the disk until all are known, for only nodes with an edge are written.
final class Graph {
  /// What nodes or edges tell of themselves.
  struct Attribute {
    enum Kind: String {
      case string, integer, double
    }

    let name: String
    let kind: Kind
  }

  struct Description {
    /// Its files are called so.
    let name: String
    let meaning: String
    let isDirected: Bool
    let nodeAttributes: [Attribute]
    let edgeAttributes: [Attribute]
  }

  /// A node, or an edge where it has ends.
  struct Element: Equatable {
    var id: String
    var label: String
    var source = ""
    var target = ""
    var weight: Double = 1
    /// The days of its time, cut to what is known.
    var first: String?
    var last: String?
    /// In the order of the attributes.
    var values: [String?]
  }

  let description: Description
  private let nodes: Spool
  private let edges: Spool
  private var joined: Set<String> = []

  init(_ description: Description, in folder: OutputFolder) throws(StorageFailure) {
    self.description = description
    nodes = try folder.spool()
    edges = try folder.spool()
  }

  func add(node: Element) throws(StorageFailure) { try nodes.append(node.encoded) }

  func add(edge: Element) throws(StorageFailure) {
    joined.insert(edge.source)
    joined.insert(edge.target)
    try edges.append(edge.encoded)
  }

  /// Nodes that an edge leads to.
  func forEachNode(
    _ body: (Element) throws(StorageFailure) -> Void
  ) throws(StorageFailure) {
    try forEach(in: nodes) { node throws(StorageFailure) in
      if joined.contains(node.id) { try body(node) }
    }
  }

  func forEachEdge(
    _ body: (Element) throws(StorageFailure) -> Void
  ) throws(StorageFailure) {
    try forEach(in: edges, body)
  }

  private func forEach(
    in spool: Spool, _ body: (Element) throws(StorageFailure) -> Void
  ) throws(StorageFailure) {
    try spool.forEach { bytes throws(StorageFailure) in
      // What a failing disk gives back is no element; reading says so.
      if let element = Element(decoding: bytes) { try body(element) }
    }
  }

  func close() throws(StorageFailure) {
    try nodes.remove()
    try edges.remove()
  }
}

extension Graph.Element {
  fileprivate var encoded: [UInt8] {
    var encoder = ByteEncoder()
    for text in [id, label, source, target] { encoder.put(text) }
    encoder.put(weight.bitPattern)
    for text in [first, last] + values { encoder.put(text) }
    return encoder.bytes
  }

  fileprivate init?(decoding bytes: [UInt8]) {
    var decoder = ByteDecoder(bytes: bytes)
    guard let id = decoder.text(), let label = decoder.text(), let source = decoder.text(),
      let target = decoder.text(), let weight = decoder.number(), let first = decoder.optional(),
      let last = decoder.optional()
    else { return nil }
    var values: [String?] = []
    while !decoder.isAtEnd {
      guard let value = decoder.optional() else { return nil }
      values.append(value)
    }
    self.init(
      id: id, label: label, source: source, target: target, weight: Double(bitPattern: weight),
      first: first, last: last, values: values)
  }
}

/// The days that a time cut to what is known begins and ends with.
enum GraphDay {
  /// The first and the last day of a span; what is not known is that of the other end. Nil where
  /// nothing is known, something is no date, or the span would end before it begins.
  static func span(_ first: String?, _ last: String?) -> (first: String, last: String)? {
    guard let start = (first ?? last).flatMap({ PartialDate(iso: $0) })?.firstDay,
      let end = (last ?? first).flatMap({ PartialDate(iso: $0) })?.lastDay, start <= end
    else { return nil }
    return (start.iso, end.iso)
  }
}
