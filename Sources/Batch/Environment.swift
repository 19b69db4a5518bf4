import Glibc

/// The environment variables that a command may see.
package struct Environment: Sendable {
  private let value: @Sendable (String) -> String?

  /// Those of this process.
  package static let process = Environment { name in getenv(name).map { String(cString: $0) } }

  init(value: @escaping @Sendable (String) -> String?) { self.value = value }

  package init(_ values: [String: String]) { self.init { values[$0] } }

  package subscript(name: String) -> String? { value(name) }

  /// Nil where the variable is not set, or set to nothing.
  func named(_ name: String) -> String? { self[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// True where the variable is set to something, as NO_COLOR and its like have it.
  func has(_ name: String) -> Bool { named(name) != nil }
}
