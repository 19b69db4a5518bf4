import Corpus
import Export

/// The worker's step `compare`: the notes of two documents, to what they are to each other.
struct CompareStep: WorkerStep {
  let search: CopySearch

  func answer(_ line: [UInt8]) throws(BadLine) -> JSONValue {
    let fields = try LineFields(line: line, "the line", known: ["notes"])
    let notes = try fields.notes()
    guard notes.count == 2 else { throw BadLine("the line has \(notes.count) notes, not 2") }
    let (verdict, similarity) = search.compare(notes[0], notes[1])
    return [
      "_status": "kept", "verdict": .string(verdict.rawValue), "similarity": .number(similarity),
    ]
  }
}

/// The worker's step `address`: the notes of all documents with one address, in their order, to the
/// pairs of places that are one.
struct AddressStep: WorkerStep {
  let search: CopySearch

  func answer(_ line: [UInt8]) throws(BadLine) -> JSONValue {
    let fields = try LineFields(line: line, "the line", known: ["notes"])
    let links = search.sameAddress(try fields.notes()).map { link -> JSONValue in
      [.integer(link.first), .integer(link.second)]
    }
    return ["_status": "kept", "links": .array(links)]
  }
}

/// The worker's step `cluster`: the notes of documents that links connect, in their order, the
/// links and the pairs that must stay apart, to the documents that others stand for.
struct ClusterStep: WorkerStep {
  let search: CopySearch

  func answer(_ line: [UInt8]) throws(BadLine) -> JSONValue {
    let fields = try LineFields(line: line, "the line", known: ["notes", "links", "apart"])
    var links: [CopySearch.FoundLink] = []
    for tree in try fields.items("links") { links.append(try Self.link(tree)) }
    var apart: [(Int, Int)] = []
    for tree in try fields.items("apart") { apart.append(try Self.pair(tree)) }
    let notes = try fields.notes()
    guard let copies = search.copies(among: notes, links: links, apart: apart) else {
      throw BadLine("the notes are out of order, or a link leads to none of them")
    }
    return [
      "_status": "kept", "documents": .integer(notes.count), "copies": .array(copies.map(\.json)),
    ]
  }

  private static func link(_ tree: JSONTree) throws(BadLine) -> CopySearch.FoundLink {
    let fields = try LineFields(
      tree, "a link", known: ["first", "second", "method", "similarity"])
    let link = CopySearch.FoundLink(
      first: try fields.place("first"), second: try fields.place("second"),
      method: try fields.text("method"), similarity: try fields.number("similarity"))
    guard let link else { throw BadLine("a link by an unknown method") }
    return link
  }

  private static func pair(_ tree: JSONTree) throws(BadLine) -> (Int, Int) {
    guard let items = tree.items, items.count == 2, let first = items[0].integer,
      let second = items[1].integer
    else { throw BadLine("apart must be pairs of places") }
    return (first, second)
  }
}

extension LineFields {
  fileprivate func notes() throws(BadLine) -> [DocumentNote] {
    var notes: [DocumentNote] = []
    for tree in try items("notes") {
      guard let text = tree.text, let bytes = Base64.bytes(in: text),
        let note = DocumentNote(decoding: bytes)
      else { throw BadLine("notes[\(notes.count)] is no note of this version") }
      notes.append(note)
    }
    return notes
  }

  /// A place that fits in what counts documents.
  fileprivate func place(_ key: String) throws(BadLine) -> Int {
    let place = try count(key)
    guard place <= Int(Int32.max) else { throw BadLine("\(key) is too large") }
    return place
  }
}

// MARK: Copies in lines

extension CopySearch.Copy {
  var json: JSONValue {
    [
      "document": .string(document), "canonical": .string(canonical), "method": .string(method),
      "similarity": .number(similarity), "containment": .number(containment),
    ]
  }

  init(_ tree: JSONTree) throws(BadLine) {
    let fields = try LineFields(
      tree, "a copy",
      known: ["document", "canonical", "method", "similarity", "containment"])
    let copy = Self(
      document: try fields.text("document"), canonical: try fields.text("canonical"),
      method: try fields.text("method"), similarity: try fields.number("similarity"),
      containment: try fields.number("containment"))
    guard let copy else { throw BadLine("a copy by an unknown method") }
    self = copy
  }
}

extension DocumentKeys {
  /// Hashes are texts of signed numbers of 64 bits, `bands` such numbers, lowest byte first.
  var json: JSONValue {
    let bytes = bands.flatMap { band in
      (0..<8).map { UInt8(truncatingIfNeeded: band >> (8 * $0)) }
    }
    return [
      "place": .string(place), "text": .optional(text.map { String(Int64(bitPattern: $0)) }),
      "length": .integer(length), "address": .optional(address),
      "bands": .string(Base64.text(of: bytes)),
    ]
  }
}
