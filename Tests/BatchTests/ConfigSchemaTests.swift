import Export
import Model
import Storage
import Testing

@testable import Batch

/// The reader, the schema and the README's table say the same of `pipeline.json`.
@Suite struct ConfigSchemaTests {
  private static let schema = JSONDocument(Array(ConfigSchema.json.utf8)).tree

  /// A file with every setting there is.
  private static var full: JSONValue {
    let settings = Plan.settings.map(SettingDescription.init).map(member)
    return .object(settings + PlanPart.all.map(member))
  }

  private static func member(_ part: PlanPart) -> JSONValue.Member {
    switch part.shape {
    case .object(let group): .init(part.key, .object(group.settings.map(member)))
    case .list(let group, _): .init(part.key, [.object(group.settings.map(member))])
    case .stages(let choices): .init(part.key, .array(choices.map { object($0, by: "name") }))
    case .writers(let choices): .init(part.key, .array(choices.map { object($0, by: "type") }))
    }
  }

  private static func object(_ choice: PlanPart.Choice, by key: String) -> JSONValue {
    .object([.init(key, .string(choice.name))] + choice.group.settings.map(member))
  }

  private static func member(_ setting: SettingDescription) -> JSONValue.Member {
    .init(setting.name, example(of: setting.type))
  }

  private static func example(of type: SettingType) -> JSONValue {
    switch type {
    case .string: "x"
    case .boolean: true
    case .strings: []
    case .choice(let choices): .list(choices).first
    case .integer(let range): .integer(range.lowerBound)
    case .number(let range): .number(range.upperBound)
    case .size(let range): .integer(range.lowerBound)
    }
  }

  private static let intruders: [JSONValue] = [
    .null, true, -1, .number(1.5), "word", [], ["word"], [7], ["key": 1],
    .integer(1_000_000_000_000_000),
  ]

  /// The value with one thing changed, in every way and at every place.
  private static func mutations(of value: JSONValue) -> [JSONValue] {
    var mutations = intruders
    switch value {
    case .object(let members):
      mutations.append(.object(members + [.init("intruder", 1)]))
      for index in members.indices {
        mutations.append(.object(members.removing(index)))
        mutations += Self.mutations(of: members[index].value).map { changed in
          .object(members.replacing(index, .init(members[index].key, changed)))
        }
      }
    case .array(let items):
      mutations.append(.array(items.reversed()))
      mutations.append(.array(items + items.prefix(1)))
      for index in items.indices {
        mutations.append(.array(items.removing(index)))
        mutations += Self.mutations(of: items[index]).map { .array(items.replacing(index, $0)) }
      }
    case .null, .boolean, .integer, .number, .string: break
    }
    return mutations
  }

  /// Whether the reader takes the file, as far as a schema can tell.
  private static func readerAccepts(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try PlanReader.plan(
        from: bytes, path: "pipeline.json", base: "/base", environment: Environment([:]))
      return true
    } catch {
      guard case .config(_, let faults) = error else { return false }
      return faults.allSatisfy(isBetweenSettings)
    }
  }

  private static func isBetweenSettings(_ fault: ConfigFault) -> Bool {
    switch fault.problem {
    case .place: true
    case .notAChoice: fault.pointer.contains("/tables")
    case .syntax, .unknownKey, .missingKey, .wrongType, .outOfRange, .emptyList, .environment,
      .stage, .lookup:
      false
    }
  }

  @Test func `reader and schema accept and refuse the same files`() throws {
    let schema = try #require(Self.schema)
    let files = [Self.full] + Self.mutations(of: Self.full)
    #expect(files.count > 500)
    var accepted = 0
    for file in files {
      let bytes = file.document
      let tree = try #require(JSONDocument(bytes).tree)
      let verdict = try SchemaChecker.accepts(tree, schema)
      #expect(
        Self.readerAccepts(bytes) == verdict, "\(String(decoding: bytes, as: UTF8.self))")
      accepted += verdict ? 1 : 0
    }
    #expect(accepted > 20)
    #expect(files.count - accepted > 200)
  }

  @Test func `the standard of a setting is what holds where it is left out`() throws {
    let bytes = JSONValue.object([
      .init("version", 1), .init("inputs", [["path": "in"]]), .init("output", ["root": "out"]),
      .init("writers", [["type": "csv"], ["type": "jsonl"], ["type": "bundle"]]),
    ]).document
    let short = try PlanReader.plan(
      from: bytes, path: "pipeline.json", base: "/base", environment: Environment([:]))
    #expect(short.limits == Limits())
    #expect(short.assertions == Assertions())
    #expect(short.output.keep == OutputSettings().keep)
    let standards = Dictionary(
      Limits.settings.compactMap { setting in setting.standard.map { (setting.name, $0) } },
      uniquingKeysWith: { first, _ in first })
    #expect(standards["max_errors"] == .integer(Limits().maxErrors))
    #expect(standards["max_error_ratio"] == .number(Limits().maxErrorRatio))
    #expect(standards["memory"] == .integer(Limits().memory))
    #expect(standards["max_bytes"] == .integer(Limits().fetching.maxBytes))
  }

  @Test func `the table names every setting once`() {
    let lines = ConfigTable.markdown.split(separator: "\n").dropFirst(2)
    #expect(Set(lines).count == lines.count)
    for part in PlanPart.all {
      #expect(lines.contains { $0.hasPrefix("| `\(part.key)` |") })
    }
    #expect(lines.contains { $0.hasPrefix("| `limits.max_error_ratio` | a number from 0 to 1 |") })
    #expect(lines.allSatisfy { !$0.contains("| |") })
  }
}

extension JSONValue {
  fileprivate var first: JSONValue {
    if case .array(let items) = self { items.first ?? .null } else { .null }
  }
}

extension Array {
  fileprivate func removing(_ index: Int) -> [Element] {
    Array(self[..<index] + self[(index + 1)...])
  }

  fileprivate func replacing(_ index: Int, _ element: Element) -> [Element] {
    Array(self[..<index] + [element] + self[(index + 1)...])
  }
}
