import Export
import Model
import Storage

/// What a run of a plan would read and write: what `dibao plan` prints. Reads names only.
package struct Forecast {
  private let plan: Plan
  private let found: FoundDocuments
  /// The run that `current` leads to, and what it holds.
  private let current: PublishedManifest?

  package init(of plan: Plan) throws(Failure) {
    self.plan = plan
    found = try FoundDocuments(plan)
    current = try PublishedManifest(in: plan.output.location)
  }

  private var bytes: Int { found.files.reduce(0) { $0 + $1.size } }

  package var json: [UInt8] {
    value.line + [10]
  }

  package var text: [UInt8] { Array(ReadableText.text(of: value).utf8) }

  private var value: JSONValue {
    [
      "inputs": .array(plan.inputs.map(\.json)),
      "documents": .integer(found.files.count),
      "bytes": .integer(bytes),
      "not_readable": .array(found.rejects.map { .string(ErrorWording.line(for: $0)) }),
      "output": .string(plan.output.root),
      "files": .list(plan.fileNames),
      "documents_of_current": .optional(current?.rows(of: "documents")),
      "config_sha256": .string(plan.digest),
      "environment": .list(plan.environmentNames),
      "settings": .object(
        plan.effective.map { JSONValue.Member($0.pointer, $0.value.json) }),
    ]
  }
}

extension InputSettings {
  fileprivate var json: JSONValue {
    [
      "path": .string(path), "label": .optional(label), "include": .list(include),
      "exclude": .list(exclude), "publisher": .optional(publisher),
      "encoding": .optional(encoding),
    ]
  }
}
