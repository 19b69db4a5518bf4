import Export
import Storage

/// Where a command gets its plan from.
package enum PlanSource: Hashable, Sendable {
  /// A pipeline file: the one named with -c, or the one that is looked for.
  case file(String?)
  /// The command line alone.
  case flags(inputs: [String], output: String, writers: [FileKind])

  private static let standardFile = "pipeline.json"

  /// Reads the plan. A file is looked for in this order: -c, DIBAO_CONFIG, pipeline.json here; no
  /// folder above is searched.
  package func plan(_ environment: Environment = .process) throws(Failure) -> Plan {
    switch self {
    case .file(let path?): try Self.plan(path, .flag, environment)
    case .file(nil):
      if let path = environment.named("DIBAO_CONFIG") {
        try Self.plan(path, .environment, environment)
      } else {
        try Self.plan(Self.standardFile, .currentFolder, environment)
      }
    case .flags(let inputs, let output, let writers):
      try Self.plan(Self.file(inputs, output, writers))
    }
  }

  /// What the file is called in messages, for `check`.
  package func name(_ environment: Environment = .process) -> String {
    switch self {
    case .file(let path?): path
    case .file(nil): environment.named("DIBAO_CONFIG") ?? Self.standardFile
    case .flags: "the command line"
    }
  }

  /// What the command line says, written as a pipeline file: the same rules hold for both.
  private static func plan(_ written: [UInt8]) throws(Failure) -> Plan {
    do {
      return try PlanReader.plan(
        from: written, path: "", base: nil, environment: Environment([:]))
    } catch {
      if case .config(_, let faults) = error { throw .usage(faults) }
      throw error
    }
  }

  private static func plan(
    _ path: String, _ found: Failure.FoundBy, _ environment: Environment
  ) throws(Failure) -> Plan {
    let bytes: [UInt8]
    do {
      bytes = try Disk.readWhole(path, limit: 1 << 20)
    } catch {
      throw error.kind == .notFound ? .noConfig(path: path, found: found) : .input(error)
    }
    let base = Disk.parent(of: Disk.absolute(path))
    return try PlanReader.plan(from: bytes, path: path, base: base, environment: environment)
  }

  private static func file(
    _ inputs: [String], _ output: String, _ writers: [FileKind]
  ) -> [UInt8] {
    let value: JSONValue = [
      "version": 1,
      "inputs": .array(inputs.map { ["path": .string($0)] }),
      "output": ["root": .string(output)],
      "writers": .array(writers.map(\.setting)),
    ]
    return value.document
  }
}
