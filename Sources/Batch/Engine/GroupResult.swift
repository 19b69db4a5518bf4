import Corpus
import Export
import Model

/// What became of files that travelled together: one line that a worker writes, and that
/// `dibao assemble` reads back.
struct GroupResult {
  var number: Int
  /// Which program with which settings made it.
  var maker: String
  /// With the counts of the stages up to `extract`; rejects are counted where they are taken up.
  var reading: GroupReading

  static let stages: [StageName] = [.fetchLocal, .clean, .extract]
}

// MARK: Writing

extension GroupResult {
  var json: JSONValue {
    var written: [JSONValue] = []
    var rejects: [JSONValue] = []
    for document in reading.documents {
      switch document {
      case .success(let document): written.append(document.json)
      case .failure(let reject): rejects.append(reject.json(after: written.count))
      }
    }
    return [
      "_status": written.isEmpty ? "rejected" : "kept", "number": .integer(number),
      "maker": .string(maker), "documents": .array(written), "rejects": .array(rejects),
      "counts": .array(reading.counts.map(\.json)),
    ]
  }
}

extension DocumentRecord {
  fileprivate var json: JSONValue {
    [
      "path": .string(path), "sha256": .string(sha256),
      "reading": .string(Base64.text(of: reading)), "note": .string(Base64.text(of: note)),
      "keys": DocumentNote(decoding: note).map { DocumentKeys($0).json } ?? .null,
    ]
  }
}

extension Reject {
  /// `documents` are those of the group that stand before it.
  fileprivate func json(after documents: Int) -> JSONValue {
    .members([
      "after": .integer(documents), "code": .string(code.rawValue),
      "stage": .string(stage.rawValue), "path": .string(path),
      "bytes": bytes.map(JSONValue.integer), "line": line.map(JSONValue.integer),
      "detail": .string(detail),
    ])
  }
}

// MARK: Reading

extension GroupResult {
  init(line: [UInt8]) throws(BadLine) {
    let fields = try LineFields(
      line: line, "the line",
      known: ["_status", "number", "maker", "documents", "rejects", "counts", "line", "reason"])
    let status = try fields.text("_status")
    guard status == "kept" || status == "rejected" else {
      throw BadLine("the line is \(status): \(try fields.optionalText("reason") ?? "no reason")")
    }
    number = try fields.count("number")
    maker = try fields.text("maker")
    var documents: Results<DocumentRecord> = []
    for tree in try fields.items("documents") {
      documents.append(.success(try DocumentRecord(tree)))
    }
    var taken = 0
    for tree in try fields.items("rejects") {
      let (after, reject) = try Self.reject(tree)
      guard after + taken <= documents.count else { throw BadLine("a reject stands nowhere") }
      documents.insert(.failure(reject), at: after + taken)
      taken += 1
    }
    var counts: [StageCount] = []
    for tree in try fields.items("counts") { counts.append(try StageCount(tree)) }
    guard counts.map(\.stage) == Self.stages else { throw BadLine("counts of other stages") }
    reading = GroupReading(documents: documents, counts: counts)
  }

  private static func reject(_ tree: JSONTree) throws(BadLine) -> (after: Int, Reject) {
    let fields = try LineFields(
      tree, "a reject", known: ["after", "code", "stage", "path", "bytes", "line", "detail"])
    let code = Reject.Code(rawValue: try fields.text("code"))
    guard Reject.Code.all.contains(where: { $0.code == code }),
      let stage = StageName(rawValue: try fields.text("stage"))
    else { throw BadLine("a reject with an unknown code or stage") }
    let reject = Reject(
      code, stage: stage, path: try fields.text("path"), bytes: try fields.optionalCount("bytes"),
      line: try fields.optionalCount("line"), detail: try fields.text("detail"))
    return (try fields.count("after"), reject)
  }
}

extension DocumentRecord {
  fileprivate init(_ tree: JSONTree) throws(BadLine) {
    let fields = try LineFields(
      tree, "a document", known: ["path", "sha256", "reading", "note", "keys"])
    guard let reading = try fields.bytes("reading"), let note = try fields.bytes("note") else {
      throw BadLine("a document has no reading or no note")
    }
    self.init(
      path: try fields.text("path"), sha256: try fields.text("sha256"), reading: reading,
      note: note)
  }
}

extension StageCount {
  fileprivate init(_ tree: JSONTree) throws(BadLine) {
    let fields = try LineFields(
      tree, "a count",
      known: ["name", "in", "split", "out", "joined", "duplicates", "rejected"])
    guard let stage = StageName(rawValue: try fields.text("name")) else {
      throw BadLine("a count of an unknown stage")
    }
    self.init(
      stage: stage, entered: try fields.count("in"), split: try fields.count("split"),
      left: try fields.count("out"), joined: try fields.count("joined"),
      duplicates: try fields.count("duplicates"), rejected: try fields.count("rejected"))
  }
}
