import Export

/// What the program is called, and which version it is.
package enum Program {
  package static let name = "dibao"
  /// Semantic version of the program.
  package static let version = "0.6.0"
  /// Version of the tables; a column is never renamed or given a new meaning within one.
  package static let schemaVersion = 1

  package static var line: [UInt8] {
    Array("\(name) \(version) (tables \(schemaVersion))\n".utf8)
  }

  package static var json: [UInt8] {
    let value: JSONValue = [
      "name": .string(name), "version": .string(version), "schema_version": .integer(schemaVersion),
    ]
    return value.line + [10]
  }
}
