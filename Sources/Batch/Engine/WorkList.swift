import Corpus
import Export
import Model
import Storage

/// What there is to read, frozen, for an engine: what `dibao list` prints. One line for each group
/// of files that travel together, numbered from 0 in the order of their paths; one for each reject
/// that the walk gave; and a last one that counts and sums up the others, so that a list that was
/// cut is known, and tells the limits that the search for copies keeps to.
package struct WorkList {
  private let plan: Plan
  private let found: FoundDocuments

  /// What its last line holds.
  static let endKeys: Set<String> = [
    "groups", "files", "rejects", "maker", "largest_file", "dedupe", "bucket", "neighbours",
    "versions", "sha256",
  ]

  package init(of plan: Plan) throws(Failure) {
    self.plan = plan
    found = try FoundDocuments(plan)
  }

  package func write(to console: Console) throws(Failure) {
    var sum = CountedContent()
    let groups = found.groups
    for (number, files) in groups.enumerated() {
      let line: JSONValue = [
        "number": .integer(number), "files": .array(files.map(\.json)),
      ]
      try write(line, to: console, &sum)
    }
    for reject in found.rejects { try write(reject.listed, to: console, &sum) }
    let end: JSONValue = [
      "groups": .integer(groups.count), "files": .integer(found.files.count),
      "rejects": .integer(found.rejects.count), "maker": .string(plan.maker),
      "largest_file": .integer(UnpackStored(options: plan.limits.fetching).largestFile),
      "dedupe": .boolean(plan.deduping.isEnabled),
      "bucket": .integer(CandidatePairs.bucketLimit),
      "neighbours": .integer(CandidatePairs.neighbours),
      "versions": .integer(CopySearch.versions), "sha256": .string(sum.content.sha256),
    ]
    try console.write(end.line + [0x0A])
  }

  private func write(
    _ line: JSONValue, to console: Console, _ sum: inout CountedContent
  ) throws(Failure) {
    let bytes = line.line + [0x0A]
    sum.add(bytes)
    try console.write(bytes)
  }
}

extension FoundFile {
  /// Where an engine finds the file's bytes, and what it hands on with them.
  fileprivate var json: JSONValue {
    .members([
      "path": .string(path), "location": .string(location), "size": .integer(size),
      "publisher": hints.publisher.map(JSONValue.string),
      "encoding": hints.encoding.map(JSONValue.string),
      "record": part?.json,
    ])
  }
}

extension FilePart {
  /// `stored` is left out where other records lie in the same gzip member.
  fileprivate var json: JSONValue {
    .members([
      "start": .integer(start), "stored": stored.map(JSONValue.integer),
      "packed": .boolean(isPacked), "skip": .integer(skip), "length": .integer(length),
    ])
  }
}

extension Reject {
  fileprivate var listed: JSONValue {
    [
      "reject": .members([
        "code": .string(code.rawValue), "path": .string(path),
        "bytes": bytes.map(JSONValue.integer), "detail": .string(detail),
      ])
    ]
  }
}
