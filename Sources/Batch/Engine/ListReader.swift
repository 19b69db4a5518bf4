import Export
import Model
import Storage

/// What the list of a job says as a whole, held against its last line.
struct ListSummary {
  let groups: Int
  let files: Int
  let rejects: [Reject]
  let maker: String
  let sha256: String

  init(_ path: String) throws(Failure) {
    guard Disk.isFile(path) else { throw .badJob(path: path, reason: "the list is not there") }
    let reader = try reading { () throws(StorageFailure) in try LineReader(path) }
    var sum = CountedContent()
    var rejects: [Reject] = []
    var last: [UInt8] = []
    while let line = try reading({ () throws(StorageFailure) in try reader.next() }) {
      if !last.isEmpty { try Self.take(last, &sum, &rejects, path) }
      last = Array(line.bytes)
    }
    do throws(BadLine) {
      let fields = try LineFields(
        line: last, "the last line", known: WorkList.endKeys)
      groups = try fields.count("groups")
      files = try fields.count("files")
      maker = try fields.text("maker")
      sha256 = try fields.text("sha256")
      self.rejects = rejects
      guard try fields.count("rejects") == rejects.count, sum.content.sha256 == sha256 else {
        throw BadLine("the lines before it are others than it sums up")
      }
    } catch {
      throw .badJob(path: path, reason: error.reason)
    }
  }

  private static func take(
    _ line: [UInt8], _ sum: inout CountedContent, _ rejects: inout [Reject], _ path: String
  ) throws(Failure) {
    sum.add(line + [0x0A])
    guard line.starts(with: "{\"reject\"".utf8) else { return }
    do throws(BadLine) {
      rejects.append(try Reject(listed: line))
    } catch {
      throw .badJob(path: path, reason: error.reason)
    }
  }
}

/// The groups of a list, one after the other: the paths of their files.
final class ListReader {
  private let path: String
  private let reader: LineReader

  init(_ path: String) throws(Failure) {
    self.path = path
    reader = try reading { () throws(StorageFailure) in try LineReader(path) }
  }

  /// Nil behind the last group.
  func nextGroup() throws(Failure) -> [String]? {
    guard let line = try reading({ () throws(StorageFailure) in try reader.next() }),
      line.bytes.starts(with: "{\"number\"".utf8)
    else { return nil }
    let files = JSONDocument(Array(line.bytes)).tree?["files"]?.items
    guard let files else { throw .badJob(path: path, reason: "line \(line.number) is no group") }
    return files.compactMap { $0["path"]?.text }
  }
}

extension Reject {
  fileprivate init(listed line: [UInt8]) throws(BadLine) {
    let fields = try LineFields(line: line, "the line", known: ["reject"])
    guard
      let reject = try fields.object("reject", known: ["code", "path", "bytes", "detail"])
    else { throw BadLine("a line without a reject") }
    let code = Reject.Code(rawValue: try reject.text("code"))
    guard Reject.Code.all.contains(where: { $0.code == code }) else {
      throw BadLine("a reject with an unknown code")
    }
    self.init(
      code, stage: .fetchLocal, path: try reject.text("path"),
      bytes: try reject.optionalCount("bytes"), detail: try reject.text("detail"))
  }
}
