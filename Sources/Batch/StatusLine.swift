import Export
import Model

/// What a run tells a program that reads its standard output: one JSON object a line, told apart
/// by `type`. New keys may come, none goes.
struct StatusLine {
  private let value: JSONValue

  var json: [UInt8] { value.line + [10] }

  static func status(_ progress: Progress) -> StatusLine {
    StatusLine(
      value: .members([
        "type": "status", "stage": .string(progress.stage), "done": .integer(progress.done),
        "total": .integer(progress.total), "rejects": .integer(progress.rejects),
        "seconds": .number(progress.seconds),
      ]))
  }

  static func warning(code: String, words: String) -> StatusLine {
    StatusLine(value: ["type": "warning", "code": .string(code), "message": .string(words)])
  }

  static func error(words: String) -> StatusLine {
    StatusLine(value: ["type": "error", "message": .string(words)])
  }

  static func exitError(_ code: ExitCode, words: String) -> StatusLine {
    StatusLine(
      value: [
        "type": "exit_error", "code": .integer(Int(code.rawValue)), "name": .string(code.name),
        "message": .string(words),
      ])
  }

  static func summary(_ outcome: Outcome) -> StatusLine {
    StatusLine(
      value: [
        "type": "summary", "run_id": .string(outcome.runID), "folder": .string(outcome.folder),
        "complete": .boolean(outcome.isComplete), "seconds": .number(outcome.seconds),
        "files_from_state": .optional(outcome.fromState), "same_as": .optional(outcome.sameAs),
        "stages": .array(outcome.counts.map(\.json)),
        "rows": .object(outcome.rows.map { JSONValue.Member($0.table, .integer($0.rows)) }),
        "rejects": .object(outcome.rejects.map { JSONValue.Member($0.code, .integer($0.count)) }),
      ])
  }
}

extension StageCount {
  var json: JSONValue {
    [
      "name": .string(stage.rawValue), "in": .integer(entered), "split": .integer(split),
      "out": .integer(left), "joined": .integer(joined),
      "duplicates": .integer(duplicates), "rejected": .integer(rejected),
    ]
  }
}
