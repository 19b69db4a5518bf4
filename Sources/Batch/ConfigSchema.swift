import Export
import Model

/// The JSON Schema (2020-12) of `pipeline.json`, made from the same list that the file is read by.
///
/// It says what one part may hold. What must hold between parts (labels that differ, inputs that
/// lie outside the output root) is for `dibao check` alone.
package enum ConfigSchema {
  package static var json: String { String(decoding: value.document, as: UTF8.self) }

  static let address = "https://dibao.invalid/schema/pipeline-1.json"

  static var value: JSONValue {
    let settings = Plan.settings.map(SettingDescription.init)
    let required =
      settings.filter(\.isRequired).map(\.name)
      + PlanPart.all.filter(\.isRequired).map(\.key)
    let properties =
      settings.map { JSONValue.Member($0.name, $0.schema) }
      + PlanPart.all.map { JSONValue.Member($0.key, $0.schema) }
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": .string(address),
      "title": "pipeline.json of dibao",
      "type": "object",
      "properties": .object(properties),
      "required": .list(required),
      "additionalProperties": false,
    ]
  }
}

extension PlanPart {
  fileprivate var schema: JSONValue {
    switch shape {
    case .object(let group):
      group.schema(meaning: meaning)
    case .list(let group, _):
      [
        "description": .string(meaning), "type": "array", "items": group.schema(meaning: nil),
        "minItems": 1,
      ]
    case .stages(let stages):
      [
        "description": .string(meaning), "type": "array",
        "prefixItems": .array(stages.map { $0.schema(by: "name") }), "items": false,
        "minItems": .integer(stages.count),
      ]
    case .writers(let writers):
      [
        "description": .string(meaning), "type": "array",
        "items": ["oneOf": .array(writers.map { $0.schema(by: "type") })], "minItems": 1,
      ]
    }
  }
}

extension PlanPart.Choice {
  fileprivate func schema(by key: String) -> JSONValue {
    let word = JSONValue.Member(key, ["const": .string(name)])
    return SettingGroup.schema(
      meaning: meaning, [word] + group.members, required: [key] + group.required)
  }
}

extension SettingGroup {
  fileprivate var members: [JSONValue.Member] {
    settings.map { JSONValue.Member($0.name, $0.schema) }
  }

  fileprivate var required: [String] { settings.filter(\.isRequired).map(\.name) }

  fileprivate func schema(meaning: String?) -> JSONValue {
    Self.schema(meaning: meaning, members, required: required)
  }

  fileprivate static func schema(
    meaning: String?, _ members: [JSONValue.Member], required: [String]
  ) -> JSONValue {
    .members([
      "description": meaning.map(JSONValue.string),
      "type": "object",
      "properties": .object(members),
      "required": required.isEmpty ? nil : .list(required),
      "additionalProperties": false,
    ])
  }
}

extension SettingDescription {
  fileprivate var schema: JSONValue {
    guard case .object(let members) = type.schema else { return type.schema }
    var all = [JSONValue.Member("description", .string(meaning))] + members
    if let standard { all.append(JSONValue.Member("default", standard.json)) }
    return .object(all)
  }
}

extension SettingType {
  /// What holds of a value as it is written: `${env:NAME}` may stand for any word of a choice.
  var schema: JSONValue {
    switch self {
    case .string: ["type": "string"]
    case .boolean: ["type": "boolean"]
    case .strings: ["type": "array", "items": ["type": "string"]]
    case .choice(let choices):
      ["anyOf": [["enum": .list(choices)], ["type": "string", "pattern": Self.variable]]]
    case .integer(let range):
      [
        "type": "integer", "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ]
    case .number(let range):
      [
        "type": "number", "minimum": .number(range.lowerBound),
        "maximum": .number(range.upperBound),
      ]
    case .size(let range):
      [
        "anyOf": [
          [
            "type": "integer", "minimum": .integer(range.lowerBound),
            "maximum": .integer(range.upperBound),
          ],
          ["type": "string", "pattern": Self.size],
        ]
      ]
    }
  }

  private static let variable: JSONValue = #"\$\{env:[A-Za-z_][A-Za-z0-9_]*\}"#
  private static let size: JSONValue = #"^[0-9]+[KMG]?$|\$\{env:[A-Za-z_][A-Za-z0-9_]*\}"#
}

extension SettingValue {
  var json: JSONValue {
    switch self {
    case .string(let text): .string(text)
    case .integer(let number): .integer(number)
    case .number(let number): .number(number)
    case .boolean(let flag): .boolean(flag)
    case .strings(let texts): .list(texts)
    }
  }
}
