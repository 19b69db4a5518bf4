import Export
import Storage

/// The parts in a folder of a job, as its `_SUCCESS` records them.
struct JobParts {
  /// Of the list that they were made from.
  let list: String
  let lines: Int
  /// Among how many documents copies were looked for, and how many were found.
  let documents: Int?
  let copies: Int?
  private let parts: [JobPart]

  init(_ folder: String) throws(Failure) {
    let path = folder + "/_SUCCESS"
    guard Disk.isFile(path) else {
      throw .badJob(path: folder, reason: "it has no _SUCCESS: the job did not finish")
    }
    let bytes = try reading { () throws(StorageFailure) in try Disk.readWhole(path) }
    do throws(BadLine) {
      let fields = try LineFields(
        line: bytes.last == 0x0A ? bytes.dropLast() : bytes, "the record",
        known: ["list_sha256", "lines", "documents", "copies", "parts"])
      list = try fields.text("list_sha256")
      lines = try fields.count("lines")
      documents = try fields.optionalCount("documents")
      copies = try fields.optionalCount("copies")
      var parts: [JobPart] = []
      for tree in try fields.items("parts") { parts.append(try JobPart(tree, in: folder)) }
      guard zip(parts, parts.dropFirst()).allSatisfy({ $0.path < $1.path }) else {
        throw BadLine("its parts are out of order, or one stands twice")
      }
      guard parts.reduce(0, { $0 + $1.lines }) == lines else {
        throw BadLine("its parts have other lines than it counts")
      }
      self.parts = parts
    } catch {
      throw .badJob(path: path, reason: error.reason)
    }
  }

  /// Calls `body` with each line of each part; throws where a part is not the one that was recorded.
  func forEachLine(
    _ body: (JobPart, JobPart.Line) throws(Failure) -> Void
  ) throws(Failure) {
    for part in parts { try part.forEachLine { line throws(Failure) in try body(part, line) } }
  }
}

/// One file of lines, and what was recorded of it.
struct JobPart {
  struct Line {
    /// From 1.
    let number: Int
    let bytes: [UInt8]
  }

  let path: String
  let lines: Int
  private let sha256: String

  /// A record of the largest document, as base64.
  private static let longestLine = 1 << 30

  init(_ tree: JSONTree, in folder: String) throws(BadLine) {
    let fields = try LineFields(tree, "a part", known: ["name", "lines", "bytes", "sha256"])
    let name = try fields.text("name")
    guard name.hasPrefix("part-"), !name.contains("/") else {
      throw BadLine("\(name.prefix(40)) cannot be a part")
    }
    path = folder + "/" + name
    lines = try fields.count("lines")
    sha256 = try fields.text("sha256")
  }

  func forEachLine(_ body: (Line) throws(Failure) -> Void) throws(Failure) {
    guard Disk.isFile(path) else { throw .badJob(path: path, reason: "the part is not there") }
    let reader = try reading { () throws(StorageFailure) in
      try LineReader(path, longest: Self.longestLine)
    }
    var sum = CountedContent()
    var count = 0
    while let line = try reading({ () throws(StorageFailure) in try reader.next() }) {
      count += 1
      guard line.isEnded else { throw wrong(line: count, "the part is cut inside of the line") }
      guard count <= lines else { throw wrong(line: count, "more lines than were recorded") }
      let bytes = Array(line.bytes)
      sum.add(bytes + [0x0A])
      try body(Line(number: count, bytes: bytes))
    }
    guard count == lines, sum.content.sha256 == sha256 else {
      throw .badJob(
        path: path,
        reason: count == lines
          ? "it is not the part that was written: its sum differs"
          : "\(count) of \(lines) lines are there")
    }
  }

  func wrong(line: Int, _ reason: String) -> Failure {
    .badJob(path: "\(path):\(line)", reason: reason)
  }
}
