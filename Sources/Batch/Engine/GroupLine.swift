import Export
import Model
import Storage

/// Files that travel together, as an engine hands them to a worker: one line each.
struct GroupLine {
  let number: Int
  let files: [StoredFile]

  init(_ line: [UInt8]) throws(BadLine) {
    let fields = try LineFields(line: line, "the line", known: ["number", "files"])
    number = try fields.count("number")
    var files: [StoredFile] = []
    for tree in try fields.items("files") { files.append(try StoredFile(tree)) }
    guard !files.isEmpty else { throw BadLine("the line has no files") }
    self.files = files
  }
}

extension StoredFile {
  fileprivate init(_ tree: JSONTree) throws(BadLine) {
    let fields = try LineFields(
      tree, "a file",
      known: ["path", "size", "content", "errno", "publisher", "encoding", "record"])
    self.init(
      path: try fields.text("path"),
      hints: InputHints(
        publisher: try fields.optionalText("publisher"),
        encoding: try fields.optionalText("encoding")),
      size: try fields.count("size"), bytes: try Self.bytes(fields),
      record: try Self.record(fields))
  }

  private static func bytes(_ fields: LineFields) throws(BadLine) -> Bytes {
    if let content = try fields.bytes("content") { return .read(content) }
    guard let reason = try fields.optionalCount("errno"), let number = Int32(exactly: reason)
    else { throw BadLine("a file has neither \"content\" nor \"errno\"") }
    return .refused(number)
  }

  private static func record(_ fields: LineFields) throws(BadLine) -> Record? {
    guard let place = try fields.object("record", known: ["packed", "skip", "length"])
    else { return nil }
    return Record(
      isPacked: try place.flag("packed"), skip: try place.count("skip"),
      length: try place.count("length"))
  }
}
