import Corpus
import Export
import Extraction
import Model
import Reference
import Storage

/// Times the search for copies, and prints as JSON what it took and which article is in which group.
/// The names of persons, which the search weighs, are read beforehand and are no part of the time.
struct DedupeBench {
  let extractor: Extractor
  let now: () -> Double

  func run(_ path: String) throws {
    var finder = CopyFinder(.shared)
    var paths: [String] = []
    var seconds = 0.0
    let lines = try LineReader(path)
    while let line = try lines.next() {
      guard var article = Articles.article(of: Array(line.bytes)) else {
        throw Articles.Unreadable(line: line.number)
      }
      article.sha256 = "\(paths.count)"
      paths.append(article.path)
      let reading = try extractor.run(article)
      let start = now()
      finder.note(reading)
      seconds += now() - start
    }
    let start = now()
    let clusters = finder.clusters()
    seconds += now() - start
    let groups = zip(paths, clusters).map { JSONValue.Member($0, .string($1)) }
    let result = JSONValue.members([
      "seconds": .number(seconds), "memory": .number(try Self.peakMegabytes()),
      "groups": .object(groups),
    ])
    print(String(decoding: result.document, as: UTF8.self), terminator: "")
  }

  /// The most memory that the process has had.
  private static func peakMegabytes() throws -> Double {
    let status = try Disk.readWhole("/proc/self/status", limit: 1 << 20)
    for line in status.split(separator: UInt8(ascii: "\n")) {
      guard line.starts(with: Array("VmHWM:".utf8)) else { continue }
      let digits = line.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return (Double(String(decoding: digits, as: UTF8.self)) ?? 0) / 1024
    }
    return 0
  }
}
