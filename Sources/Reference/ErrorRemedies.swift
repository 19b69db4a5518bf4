import CReference

/// What to do about each thing that can go wrong: `errors.tsv`.
package struct ErrorRemedy: Sendable {
  package let code: String
  /// The number, or numbers, that a command ends with; nil where it does not end.
  package let exit: String?
  /// Nil where the code says it elsewhere.
  package let meaning: String?
  package let remedy: String

  /// Sorted by code.
  package static let all: [ErrorRemedy] = {
    var remedies: [ErrorRemedy] = []
    TableReader(dibao_errors()).forEachRow { row in
      remedies.append(
        ErrorRemedy(
          code: row[0], exit: row.optional(1), meaning: row.optional(2), remedy: row[3]))
    }
    return remedies
  }()
}
