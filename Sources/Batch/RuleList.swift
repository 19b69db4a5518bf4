import Export
import Extraction
import Model

/// The rules that read rows, the words of `inferred`, and the reasons for which letters are turned
/// down: what `dibao schema rules` prints.
package enum RuleList {
  package static var json: String {
    let value: JSONValue = [
      "confidence": .string(Rule.meaningOfConfidence),
      "rules": .array((Rule.all + Rule.events + Rule.agreements).map(\.json)),
      "inferred": .array(
        OfficeReading.Inferred.allCases.map {
          ["word": .string($0.rawValue), "meaning": .string($0.meaning)]
        }),
      "refusals": .array(
        RefusalReason.all.map {
          [
            "code": .string($0.code), "meaning": .string($0.meaning),
            "example": .string($0.example),
          ]
        }),
    ]
    return String(decoding: value.document, as: UTF8.self)
  }

  package static var markdown: String {
    let rules = (Rule.all + Rule.events + Rule.agreements).map {
      "| `\($0.name)` | \($0.confidence) | \($0.meaning) | \($0.example) |"
    }
    let refusals = RefusalReason.all.map { "| `\($0.code)` | \($0.meaning) | \($0.example) |" }
    let lines =
      ["| rule | confidence | what it reads | example |", "|---|---|---|---|"] + rules
      + ["", "| turned down | why | example |", "|---|---|---|"] + refusals
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Rule {
  var json: JSONValue {
    [
      "name": .string(name), "confidence": .number(confidence), "meaning": .string(meaning),
      "example": .string(example),
    ]
  }
}
