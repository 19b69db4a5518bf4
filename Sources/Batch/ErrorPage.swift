import Export
import Model
import Reference

/// What a code in brackets at the end of a message means, and what to do: `dibao errors CODE`.
package struct ErrorPage {
  let code: String
  let exit: String?
  let meaning: String
  let remedy: String

  /// Of every code that the program can print, sorted.
  package static let all: [ErrorPage] = ErrorRemedy.all.map(ErrorPage.init)

  private init(_ remedy: ErrorRemedy) {
    code = remedy.code
    exit = remedy.exit
    meaning = remedy.meaning ?? Self.meaning(of: remedy.code)
    self.remedy = remedy.remedy
  }

  /// That of a document's fault, or of a finding in an export.
  private static func meaning(of code: String) -> String {
    if let reject = Reject.Code.all.first(where: { $0.code.rawValue == code }) {
      return "A document was rejected: \(reject.meaning). It is in the table rejects, and the run"
        + " goes on."
    }
    let finding = Finding.Code(rawValue: code)
    return finding.map { "`dibao verify` has found that \($0.meaning)." } ?? ""
  }

  /// The pages of these codes, one below the other; without any, a line for each code.
  package static func text(of codes: [String]) throws(Failure) -> String {
    if codes.isEmpty { return all.map(\.line).joined() }
    var pages: [String] = []
    for code in codes {
      guard let page = all.first(where: { $0.code == code }) else {
        throw .unknownCode(code, near: Suggestion.nearest(to: code, in: all.map(\.code)))
      }
      pages.append(page.text)
    }
    return pages.joined(separator: "\n")
  }

  private var ending: String { exit.map { "exit \($0)" } ?? "no end of a run" }

  private var line: String { "\(code)\t\(exit ?? "-")\t\(meaning)\n" }

  private var text: String { "\(code) (\(ending))\n\(meaning)\nWhat to do: \(remedy)\n" }

  package static var markdown: String {
    let rows = all.map { "| `\($0.code)` | \($0.exit ?? "") | \($0.meaning) | \($0.remedy) |" }
    return (["| code | exit | what it means | what to do |", "|---|---|---|---|"] + rows)
      .joined(separator: "\n") + "\n"
  }

  package static var json: String {
    let pages = all.map { page -> JSONValue in
      [
        "code": .string(page.code), "exit": .optional(page.exit), "meaning": .string(page.meaning),
        "remedy": .string(page.remedy),
      ]
    }
    return String(decoding: JSONValue.array(pages).document, as: UTF8.self)
  }
}
