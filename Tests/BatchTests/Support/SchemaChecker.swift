import Export

/// Holds a JSON text against a JSON Schema: as much of 2020-12 as `ConfigSchema` uses, and a
/// failure for every keyword that it does not know.
struct SchemaChecker {
  struct UnknownKeyword: Error {
    let keyword: String
  }

  static func accepts(_ value: JSONTree, _ schema: JSONTree) throws -> Bool {
    if case .boolean(let flag) = schema.value { return flag }
    for member in schema.members ?? [] {
      guard try holds(member, for: value, in: schema) else { return false }
    }
    return true
  }

  private static func holds(
    _ keyword: JSONTree.Member, for value: JSONTree, in schema: JSONTree
  ) throws -> Bool {
    let rule = keyword.value
    switch keyword.key {
    case "$schema", "$id", "title", "description", "default": return true
    case "type": return type(rule.text ?? "", fits: value)
    case "const": return rule.value == value.value
    case "enum": return (rule.items ?? []).contains { $0.value == value.value }
    case "minimum": return number(value).map { $0 >= number(rule) ?? 0 } ?? true
    case "maximum": return number(value).map { $0 <= number(rule) ?? 0 } ?? true
    case "minItems": return value.items.map { $0.count >= rule.integer ?? 0 } ?? true
    case "pattern":
      guard let text = value.text, let pattern = rule.text else { return true }
      return try text.contains(Regex(pattern))
    case "anyOf": return try (rule.items ?? []).contains { try accepts(value, $0) }
    case "oneOf": return try (rule.items ?? []).count { try accepts(value, $0) } == 1
    case "required":
      let keys = value.members?.map(\.key)
      return keys.map { keys in (rule.items ?? []).allSatisfy { keys.contains($0.text ?? "") } }
        ?? true
    case "properties":
      return try (value.members ?? []).allSatisfy { member in
        try rule[member.key].map { try accepts(member.value, $0) } ?? true
      }
    case "additionalProperties":
      return (value.members ?? []).allSatisfy { schema["properties"]?[$0.key] != nil }
    case "prefixItems":
      return try zip(value.items ?? [], rule.items ?? []).allSatisfy { try accepts($0, $1) }
    case "items":
      let rest = (value.items ?? []).dropFirst(schema["prefixItems"]?.items?.count ?? 0)
      return try rest.allSatisfy { try accepts($0, rule) }
    default: throw UnknownKeyword(keyword: keyword.key)
    }
  }

  private static func type(_ name: String, fits value: JSONTree) -> Bool {
    switch value.value {
    case .null: name == "null"
    case .boolean: name == "boolean"
    case .string: name == "string"
    case .array: name == "array"
    case .object: name == "object"
    case .number(let digits): name == "number" || (name == "integer" && Int(digits) != nil)
    }
  }

  private static func number(_ value: JSONTree) -> Double? {
    if case .number(let digits) = value.value { Double(digits) } else { nil }
  }
}
