import Export

/// The exit codes, for programs and for the README.
package enum ExitCodeTable {
  package static var markdown: String {
    let rows = ExitCode.allCases.map { "| \($0.rawValue) | \($0.meaning) |" }
    return (["| code | meaning |", "|---|---|"] + rows).joined(separator: "\n") + "\n"
  }

  package static var json: String {
    let codes = ExitCode.allCases.map { code -> JSONValue in
      [
        "code": .integer(Int(code.rawValue)), "name": .string(code.name),
        "meaning": .string(code.meaning),
      ]
    }
    return String(decoding: JSONValue.array(codes).document, as: UTF8.self)
  }
}
