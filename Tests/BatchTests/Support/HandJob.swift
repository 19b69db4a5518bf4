import Export
import Storage

@testable import Batch

/// A job done by hand: what an engine does with `dibao list` and `dibao worker`, on one machine and
/// without joins, since a test has few documents.
struct HandJob {
  let folder: Folder
  let binary: Binary
  /// The pipeline file.
  let config: String
  let name = "job"

  /// A document as a worker gave it.
  private struct Document {
    let note: String
    let place: String
    let text: String?
    let address: String?
    let bands: Set<[UInt8]>

    init(_ tree: JSONTree) throws {
      let keys = tree["keys"]
      note = tree["note"]?.text ?? ""
      place = keys?["place"]?.text ?? ""
      text = keys?["text"]?.text
      address = keys?["address"]?.text
      let bytes = Base64.bytes(in: keys?["bands"]?.text ?? "") ?? []
      bands = Set(stride(from: 0, to: bytes.count, by: 8).map { Array(bytes[$0..<$0 + 8]) })
    }
  }

  /// Everything up to what `dibao assemble` reads.
  func run(partitions: Int = 3) throws {
    let list = try binary.run("list", "-c", config).output
    try folder.write("\(name)/list.jsonl", list)
    let groups = try Self.trees(in: list).filter { $0["number"] != nil }
    let lines = try groups.map(line)
    let size = max(1, (lines.count + partitions - 1) / partitions)
    let answers = try stride(from: 0, to: lines.count, by: size).map { start in
      try work("read", Array(lines[start..<min(start + size, lines.count)]))
    }
    try write(answers, in: "read")
    try findCopies(among: answers.flatMap { $0 })
  }

  /// What the engine hands to a worker for a group of the list.
  private func line(for group: JSONTree) throws -> String {
    let files = try (group["files"]?.items ?? []).map { file -> JSONValue in
      let content = try Folder.bytes(of: file["location"]?.text ?? "")
      return .members([
        "path": .optional(file["path"]?.text), "size": .optional(file["size"]?.integer),
        "content": .string(Base64.text(of: content)),
        "publisher": file["publisher"]?.text.map(JSONValue.string),
      ])
    }
    let value: JSONValue = ["number": .optional(group["number"]?.integer), "files": .array(files)]
    return String(decoding: value.line, as: UTF8.self)
  }

  private func work(_ step: String, _ lines: [String]) throws -> [String] {
    let input = lines.map { $0 + "\n" }.joined()
    let result = try binary.run(
      ["worker", "-c", folder.path + "/" + config, "--step", step], input: input)
    guard result.code == 0 else { throw Binary.CannotRun(reason: result.words) }
    return result.output.split(separator: "\n").map(String.init)
  }

  private func findCopies(among answers: [String]) throws {
    var seen: Set<String> = []
    let trees = try answers.flatMap { try Self.trees(in: $0) }
      .flatMap { $0["documents"]?.items ?? [] }
      .filter { seen.insert($0["sha256"]?.text ?? "").inserted }
    let documents = try trees.map(Document.init).sorted { $0.place < $1.place }
    var links = Self.textLinks(documents)
    var apart: [JSONValue] = []
    let pairs = Self.pairs(documents)
    for (pair, verdict) in zip(pairs, try compare(pairs, documents)) {
      switch verdict["verdict"]?.text {
      case "same": links.append(Self.link(pair.0, pair.1, "near", verdict["similarity"]))
      case "template": apart.append([.integer(pair.0), .integer(pair.1)])
      default: break
      }
    }
    links += try addressLinks(documents)
    let line: JSONValue = [
      "notes": .list(documents.map(\.note)), "links": .array(links), "apart": .array(apart),
    ]
    let answer = try work("cluster", [String(decoding: line.line, as: UTF8.self)])
    let copies = try Self.trees(in: answer[0])[0]["copies"]?.items?.count ?? 0
    try write([answer], in: "copies", documents: documents.count, copies: copies)
  }

  private static func textLinks(_ documents: [Document]) -> [JSONValue] {
    documents.indices.flatMap { place in
      documents.indices.prefix(place).filter { first in
        documents[first].text != nil && documents[first].text == documents[place].text
      }.map { link($0, place, "text", nil) }
    }
  }

  private func addressLinks(_ documents: [Document]) throws -> [JSONValue] {
    let groups = Dictionary(
      grouping: documents.indices.filter { documents[$0].address != nil }
    ) { documents[$0].address }
    return try groups.values.filter { $0.count > 1 }.flatMap { places -> [JSONValue] in
      let line: JSONValue = ["notes": .list(places.map { documents[$0].note })]
      let answer = try work("address", [String(decoding: line.line, as: UTF8.self)])
      return try Self.trees(in: answer[0])[0]["links"]?.items?.map { pair in
        let ends = pair.items?.compactMap(\.integer) ?? []
        return Self.link(places[ends[0]], places[ends[1]], "url", nil)
      } ?? []
    }
  }

  private static func pairs(_ documents: [Document]) -> [(Int, Int)] {
    documents.indices.flatMap { first in
      documents.indices.dropFirst(first + 1).filter { second in
        !documents[first].bands.isDisjoint(with: documents[second].bands)
      }.map { (first, $0) }
    }
  }

  private func compare(_ pairs: [(Int, Int)], _ documents: [Document]) throws -> [JSONTree] {
    let lines = pairs.map { pair in
      let value: JSONValue = ["notes": .list([documents[pair.0].note, documents[pair.1].note])]
      return String(decoding: value.line, as: UTF8.self)
    }
    return try work("compare", lines).flatMap { try Self.trees(in: $0) }
  }

  private static func link(
    _ first: Int, _ second: Int, _ method: String, _ similarity: JSONTree?
  ) -> JSONValue {
    var value = 1.0
    if case .number(let digits) = similarity?.value { value = Double(digits) ?? 1 }
    return [
      "first": .integer(first), "second": .integer(second), "method": .string(method),
      "similarity": .number(value),
    ]
  }

  // MARK: Parts

  /// Writes parts of lines, and the record that says what they are.
  func write(
    _ parts: [[String]], in place: String, documents: Int? = nil, copies: Int? = nil
  ) throws {
    let records = try parts.enumerated().map { number, lines -> JSONValue in
      let file = "part-0000\(number).jsonl"
      let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
      try folder.write("\(name)/\(place)/\(file)", bytes)
      return [
        "name": .string(file), "lines": .integer(lines.count), "bytes": .integer(bytes.count),
        "sha256": .string(Content(of: bytes).sha256),
      ]
    }
    let list = try folder.read("\(name)/list.jsonl")
    let record: JSONValue = .members([
      "list_sha256": .optional(try Self.trees(in: list).last?["sha256"]?.text),
      "lines": .integer(parts.reduce(0) { $0 + $1.count }),
      "documents": documents.map(JSONValue.integer), "copies": copies.map(JSONValue.integer),
      "parts": .array(records),
    ])
    try folder.write("\(name)/\(place)/_SUCCESS", record.line + [0x0A])
  }

  /// Records the parts in a folder anew, with the counts that were recorded.
  func rewrite(_ place: String) throws {
    let record = try Self.trees(in: folder.read("\(name)/\(place)/_SUCCESS"))[0]
    try write(
      parts(in: place), in: place, documents: record["documents"]?.integer,
      copies: record["copies"]?.integer)
  }

  /// The lines of the parts in a folder.
  func parts(in place: String) throws -> [[String]] {
    try folder.list("\(name)/\(place)").filter { $0.hasPrefix("part-") }.map { file in
      try folder.read("\(name)/\(place)/\(file)").split(separator: "\n").map(String.init)
    }
  }

  static func trees(in text: String) throws -> [JSONTree] {
    try text.split(separator: "\n").map { line in
      guard let tree = JSONDocument(Array(line.utf8)).tree else {
        throw Binary.CannotRun(reason: "no JSON: \(line.prefix(80))")
      }
      return tree
    }
  }
}
