import Corpus
import Export
import Model
import Storage

/// What an engine has left in the folder of a job: the frozen list, the parts with what was read,
/// and those with the copies that were found. Each part is held against the sum that was recorded
/// of it while it is read; nothing of the folder is believed before its `_SUCCESS` is there.
package struct FinishedJob {
  private let folder: String
  private let maker: String
  private let list: ListSummary
  private let read: JobParts
  /// Nil where copies are not looked for.
  private let copyParts: JobParts?

  package init(_ folder: String, of plan: Plan) throws(Failure) {
    self.folder = folder
    maker = plan.maker
    list = try ListSummary(folder + "/list.jsonl")
    guard list.maker == maker else {
      throw .badJob(
        path: folder + "/list.jsonl",
        reason: "it was made by \(list.maker), and this is \(maker)")
    }
    read = try JobParts(folder + "/read")
    guard read.list == list.sha256, read.lines == list.groups else {
      throw .badJob(path: folder + "/read", reason: "its parts are those of another list")
    }
    copyParts = plan.deduping.active == nil ? nil : try JobParts(folder + "/copies")
    if let copyParts, copyParts.list != list.sha256 {
      throw .badJob(path: folder + "/copies", reason: "its parts are those of another list")
    }
  }

  var found: FoundDocuments {
    FoundDocuments(fileCount: list.files, rejects: list.rejects)
  }

  /// Calls `body` with what was read of each group, in the order of the list, and how many files
  /// it had.
  func forEachGroup(
    _ stop: StopSignal, _ body: (GroupReading, Int) throws(Failure) -> Void
  ) throws(Failure) {
    let listed = try ListReader(folder + "/list.jsonl")
    var next = 0
    try read.forEachLine { part, line throws(Failure) in
      try stop.check()
      let result = try Self.parsed(part, line) { line throws(BadLine) in
        try GroupResult(line: line)
      }
      guard result.number == next, result.maker == maker else {
        throw part.wrong(
          line: line.number,
          result.maker == maker
            ? "group \(result.number) stands where group \(next) should" : "it was made by another")
      }
      guard let files = try listed.nextGroup(), result.belongs(to: files) else {
        throw part.wrong(line: line.number, "its documents are not those of the list")
      }
      next += 1
      try body(result.reading, files.count)
    }
    guard next == list.groups else {
      throw .badJob(path: folder + "/read", reason: "\(next) of \(list.groups) groups are there")
    }
  }

  /// The copies among so many different documents; nil where they are not looked for.
  func copies(among documents: Int) throws(Failure) -> [CopySearch.Copy]? {
    guard let copyParts else { return nil }
    var copies: [CopySearch.Copy] = []
    var seen: Set<String> = []
    try copyParts.forEachLine { part, line throws(Failure) in
      let found = try Self.parsed(part, line) { line throws(BadLine) in try Self.copies(in: line) }
      for copy in found {
        guard seen.insert(copy.document).inserted else {
          throw part.wrong(line: line.number, "\(copy.document) is a copy twice")
        }
      }
      copies += found
    }
    guard copyParts.documents == documents, copyParts.copies == copies.count else {
      throw .badJob(
        path: folder + "/copies",
        reason: "\(copies.count) copies among \(documents) documents, recorded were"
          + " \(copyParts.copies ?? 0) among \(copyParts.documents ?? 0)")
    }
    return copies
  }

  private static func copies(in line: [UInt8]) throws(BadLine) -> [CopySearch.Copy] {
    let fields = try LineFields(
      line: line, "the line", known: ["_status", "documents", "copies"])
    guard try fields.text("_status") == "kept" else { throw BadLine("the line is not kept") }
    var copies: [CopySearch.Copy] = []
    for tree in try fields.items("copies") { copies.append(try CopySearch.Copy(tree)) }
    return copies
  }

  private static func parsed<Value>(
    _ part: JobPart, _ line: JobPart.Line, _ parse: ([UInt8]) throws(BadLine) -> Value
  ) throws(Failure) -> Value {
    do throws(BadLine) {
      return try parse(line.bytes)
    } catch {
      throw part.wrong(line: line.number, error.reason)
    }
  }
}

extension GroupResult {
  /// Whether each document and reject is one of these files, or an article in one.
  fileprivate func belongs(to files: [String]) -> Bool {
    reading.documents.allSatisfy { document in
      let path =
        switch document {
        case .success(let document): document.path
        case .failure(let reject): reject.path
        }
      return files.contains { path.utf8.starts(with: $0.utf8) }
    }
  }
}
