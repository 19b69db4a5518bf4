/// A text of `pipeline.json` in which `${env:NAME}` stands for the value of an environment
/// variable. Filled in after the JSON is read, so that a value can never change its structure.
package struct EnvironmentText {
  package enum Problem: Error, Hashable, Sendable {
    /// No such variable.
    case unset(String)
    /// The value holds a line break.
    case newline(String)
    /// `${` that is not followed by `env:NAME}`.
    case malformed(String)
  }

  /// The text with every variable replaced.
  private(set) var text = ""
  /// The variables that were read, in the order in which they stand.
  private(set) var names: [String] = []

  init(_ written: String, in environment: Environment) throws(Problem) {
    var rest = written[...]
    while let opening = Self.index(of: "${", in: rest) {
      text += rest[..<opening]
      let inside = rest[opening...].dropFirst(2)
      guard let closing = inside.firstIndex(of: "}"), inside.hasPrefix("env:") else {
        throw .malformed(String(rest[opening...].prefix(20)))
      }
      let name = String(inside[..<closing].dropFirst(4))
      text += try Self.value(of: name, in: environment)
      names.append(name)
      rest = inside[inside.index(after: closing)...]
    }
    text += rest
  }

  private static func value(of name: String, in environment: Environment) throws(Problem)
    -> String
  {
    guard isName(name) else { throw .malformed("${env:\(name)}") }
    guard let value = environment[name] else { throw .unset(name) }
    guard !value.utf8.contains(where: { $0 == 10 || $0 == 13 }) else { throw .newline(name) }
    return value
  }

  /// Letters, digits and `_`, as POSIX has it.
  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(48...57).contains(first) else { return false }
    return name.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95
    }
  }

  private static func index(of needle: String, in text: Substring) -> Substring.Index? {
    text.indices.first { text[$0...].hasPrefix(needle) }
  }
}
