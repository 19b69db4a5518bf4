import Export
import Model
import Storage

/// What a run tells a catalogue of data in the words of OpenLineage: that it began, and how it ended,
/// with the files that it read from and those that it made.
///
/// Source of the form: the OpenLineage specification 2-0-2, with its facets `schema`,
/// `outputStatistics` and `errorMessage`.
struct RunLineage: Sendable {
  /// What is told of a run: each has one beginning and one end.
  enum Moment: Sendable {
    case begun
    case published(Outcome, [FileEntry])
    case failed([String])
    case stopped
  }

  /// The folders and files that the run reads, from the top of the file system.
  let inputs: [String]
  /// The output root: the name of the job too, for two pipelines never share one.
  let output: String
  let host: String
  let runID: String

  func event(_ moment: Moment, at time: Batch.Moment) -> JSONValue {
    var run: [JSONValue.Member] = [.init("runId", .string(uuid))]
    var outputs: [JSONValue] = []
    switch moment {
    case .begun, .stopped: break
    case .published(let outcome, let files): outputs = files.map { dataset($0, outcome) }
    case .failed(let words): run.append(.init("facets", error(words)))
    }
    return [
      "eventType": .string(moment.word), "eventTime": .string(time.iso), "run": .object(run),
      "job": ["namespace": .string(Program.name), "name": .string(output)],
      "inputs": .array(inputs.map { ["namespace": "file", "name": .string($0)] }),
      "outputs": .array(outputs), "producer": .string(Self.producer),
      "schemaURL": "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent",
    ]
  }

  private static let producer = "urn:dibao:\(Program.version)"

  /// The run as a UUID (RFC 9562, version 8): the same for all that is told of it.
  private var uuid: String {
    let parts = [host, output, runID].map { "\($0.utf8.count):\($0)" }
    var digits = Array(Content(of: Array(parts.joined().utf8)).sha256.utf8.prefix(32))
    digits[12] = UInt8(ascii: "8")
    digits[16] = Array("89ab".utf8)[Int(digits[16] & 3)]
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
      .map { String(decoding: digits[$0], as: UTF8.self) }.joined(separator: "-")
  }

  // MARK: Data

  /// By the name under which the newest is always found.
  private func dataset(_ file: FileEntry, _ outcome: Outcome) -> JSONValue {
    let stem = file.name.prefix { $0 != "." }
    let table = Tables.all.first { $0.name == stem }
    let rows = table.map { JSONValue.integer(outcome.rows(of: $0.name)) }
    let statistics = facet(
      "OutputStatisticsOutputDatasetFacet", "1-0-2",
      ["rowCount": rows, "size": .integer(file.bytes), "fileCount": .integer(1)])
    let facets = table.map { ["schema": schema(of: $0)] as JSONValue }
    return .members([
      "namespace": "file", "name": .string("\(output)/current/\(file.name)"), "facets": facets,
      "outputFacets": ["outputStatistics": statistics],
    ])
  }

  private func schema(of table: TableDescription) -> JSONValue {
    let fields = table.columns.map { column -> JSONValue in
      [
        "name": .string(column.name), "type": .string(column.type.rawValue),
        "description": .string(column.description.english),
      ]
    }
    return facet("SchemaDatasetFacet", "1-2-0", ["fields": .array(fields)])
  }

  private func error(_ words: [String]) -> JSONValue {
    let message = facet(
      "ErrorMessageRunFacet", "1-0-1",
      [
        "message": .string(words.joined(separator: "\n")), "programmingLanguage": "Swift",
      ])
    return ["errorMessage": message]
  }

  private func facet(
    _ name: String, _ version: String, _ content: KeyValuePairs<String, JSONValue?>
  ) -> JSONValue {
    let schema = "https://openlineage.io/spec/facets/\(version)/\(name).json#/$defs/\(name)"
    let own: [JSONValue.Member] = [
      .init("_producer", .string(Self.producer)), .init("_schemaURL", .string(schema)),
    ]
    return .object(own + content.compactMap { key, value in value.map { .init(key, $0) } })
  }
}

extension RunLineage.Moment {
  fileprivate var word: String {
    switch self {
    case .begun: "START"
    case .published: "COMPLETE"
    case .failed: "FAIL"
    case .stopped: "ABORT"
    }
  }

  /// What became of a run that published nothing.
  init(_ failure: Failure) {
    if case .stopped = failure {
      self = .stopped
    } else {
      self = .failed(ErrorWording.lines(for: failure))
    }
  }
}
