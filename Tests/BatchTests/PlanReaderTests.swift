import Export
import Model
import Storage
import Testing

@testable import Batch

/// A pipeline file that is right, in which tests change one thing.
func file(
  top: String = "", inputs: String = #"[{"path": "in"}]"#, output: String = #"{"root": "out"}"#,
  writers: String = #"[{"type": "csv"}]"#
) -> String {
  """
  {
    "version": 1,\(top)
    "inputs": \(inputs),
    "output": \(output),
    "writers": \(writers)
  }
  """
}

private let environment = Environment(["SET": "value", "LINES": "a\nb", "NUMBER": "8"])

private func plan(_ text: String) throws(Failure) -> Plan {
  try PlanReader.plan(
    from: Array(text.utf8), path: "pipeline.json", base: "/etc/dibao", environment: environment)
}

/// What a person is told, without the summary in the last line.
private func errors(_ text: String) -> [String] {
  do {
    _ = try plan(text)
    return []
  } catch {
    return ErrorWording.lines(for: error).dropLast()
  }
}

@Suite struct PlanReaderTests {
  @Test func `a short file takes the standards`() throws {
    let plan = try plan(file())
    #expect(plan.inputs.map(\.location) == ["/etc/dibao/in"])
    #expect(plan.inputs[0].label == nil)
    #expect(plan.output.location == "/etc/dibao/out")
    #expect(plan.output.keep == 3)
    #expect(plan.limits == Limits())
    #expect(plan.assertions == Assertions())
    #expect(plan.deduping.active != nil)
    #expect(plan.writers.count == 1)
  }

  @Test func `every part of a long file arrives`() throws {
    let plan = try plan(
      """
      {
        "$schema": "pipeline.schema.json",
        "version": 1,
        "inputs": [
          {"path": "a", "include": ["**/*.html"], "exclude": ["x/**"], "publisher": "新华社",
           "encoding": "gb18030", "label": "one"},
          {"path": "../b/c"}
        ],
        "stages": [
          {"name": "fetch-local"}, {"name": "clean"}, {"name": "extract"},
          {"name": "dedupe", "enabled": false}, {"name": "enrich"}
        ],
        "output": {"root": "/srv/${env:SET}", "keep": 7},
        "writers": [{"type": "csv", "profile": "excel"}, {"type": "bundle", "name": "a.tar.gz"}],
        "limits": {"max_errors": 5, "max_error_ratio": 0.5, "memory": "1G", "max_bytes": 1000},
        "assert": {"min_rows": 3, "max_drop_vs_last": 0.25}
      }
      """)
    #expect(plan.inputs.map(\.label) == ["one", "c"])
    #expect(plan.inputs[0].publisher == "新华社")
    #expect(plan.inputs[0].encoding == "gb18030")
    #expect(plan.inputs[0].include == ["**/*.html"])
    #expect(plan.inputs[0].exclude == ["x/**"])
    #expect(plan.inputs[1].location == "/etc/b/c")
    #expect(plan.deduping.active == nil)
    #expect(plan.output.location == "/srv/value")
    #expect(plan.output.keep == 7)
    #expect(plan.environmentNames == ["SET"])
    #expect(plan.limits.maxErrors == 5)
    #expect(plan.limits.maxErrorRatio == 0.5)
    #expect(plan.limits.memory == 1 << 30)
    #expect(plan.limits.fetching.maxBytes == 1000)
    #expect(plan.assertions.minRows == 3)
    #expect(plan.assertions.maxDropVsLast == 0.25)
    #expect(plan.writers.map { $0.files(of: []) } == [[], ["a.tar.gz"]])
  }

  @Test(arguments: ConfigCase.all)
  func `an error is told with its place and what to do`(_ example: ConfigCase) {
    #expect(errors(example.text) == example.errors)
  }

  @Test func `all errors are told at once, in the order of the file`() {
    let text = """
      {
        "version": 2,
        "inptus": [],
        "inputs": [{"path": "${env:NOPE}"}],
        "output": {"root": "out", "keep": "many"},
        "writers": [{"type": "csw"}],
        "limits": {"max_errors": -1,},
      }
      """
    #expect(
      errors(text) == [
        #"pipeline.json:2:14 /version: must be 1, not 2 (config.out-of-range)"#,
        #"pipeline.json:3:3 /inptus: no such setting; did you mean "inputs"? (config.unknown-key)"#,
        "pipeline.json:4:23 /inputs/0/path: the environment has no variable NOPE (config.env-unset)",
        "pipeline.json:5:37 /output/keep: must be a whole number from 1 to 1000, not a string"
          + " (config.wrong-type)",
        #"pipeline.json:6:24 /writers/0/type: "csw" is not known here; did you mean "csv"?"#
          + " (config.not-a-choice)",
        "pipeline.json:7:28 /limits/max_errors: must be a whole number from 0 to 1000000000, not -1"
          + " (config.out-of-range)",
        "pipeline.json:7:30 /limits: a comma after the last item; take it out (json.trailing-comma)",
        "pipeline.json:7:32: a comma after the last item; take it out (json.trailing-comma)",
      ])
  }

  @Test func `the digest knows neither places nor the order of inputs`() throws {
    let a = try plan(file(inputs: #"[{"path": "a", "label": "x"}, {"path": "b", "label": "y"}]"#))
    let b = try plan(
      file(
        inputs: #"[{"path": "/else/b", "label": "y"}, {"path": "c", "label": "x"}]"#,
        output: #"{"root": "elsewhere"}"#))
    let other = try plan(
      file(inputs: #"[{"path": "a", "label": "x"}, {"path": "b", "label": "z"}]"#))
    #expect(a.digest == b.digest)
    #expect(a.digest != other.digest)
  }

  @Test func `a setting that is left out is the same as its standard written out`() throws {
    let long = try plan(
      file(
        top: #"""

            "limits": {"max_errors": 100, "memory": "512M"},
            "stages": [{"name": "fetch-local"}, {"name": "clean"}, {"name": "extract"},
                       {"name": "dedupe", "enabled": true}, {"name": "enrich"}],
          """#))
    #expect(try plan(file()).digest == long.digest)
  }
}

/// A broken pipeline file, and all that a person is told about it.
struct ConfigCase: Sendable, CustomTestStringConvertible {
  let text: String
  let errors: [String]
  var testDescription: String { errors.first ?? text }

  init(_ text: String, _ errors: String...) {
    self.text = text
    self.errors = errors.map { "pipeline.json:" + $0 }
  }

  private static let order = "the order is fetch-local, clean, extract, dedupe, enrich"

  static let all: [ConfigCase] = [
    ConfigCase("", "1:1: the text ends where a value should stand (json.unexpected-end)"),
    ConfigCase("[]", "1:1: must be an object, not a list (config.wrong-type)"),
    ConfigCase(
      "{}",
      "1:1: \"version\" is missing: The version of this file's form: 1. (config.missing-key)",
      "1:1: \"inputs\" is missing: What is read. (config.missing-key)",
      "1:1: \"output\" is missing: Where exports are published. (config.missing-key)",
      "1:1: \"writers\" is missing: The files of an export. (config.missing-key)"),
    ConfigCase(
      file(top: #" "version": 1,"#),
      "2:17 /version: this key stands already in line 2 (json.duplicate-key)"),
    ConfigCase(
      file(top: #" "colour": 1,"#),
      "2:17 /colour: no such setting; known: $schema, version, inputs, stages, output, writers,"
        + " limits, assert (config.unknown-key)"),
    ConfigCase(
      file(top: #" "a/b~": 1,"#),
      "2:17 /a~1b~0: no such setting; known: $schema, version, inputs, stages, output, writers,"
        + " limits, assert (config.unknown-key)"),
    ConfigCase(
      file(top: "// a comment"), "2:16: JSON has no comments; take it out (json.comment)"),
    ConfigCase(
      file(inputs: "[]"), "3:13 /inputs: must hold at least one input (config.empty-list)"),
    ConfigCase(
      file(inputs: #""in""#),
      "3:13 /inputs: must be a list of objects, not a string (config.wrong-type)"),
    ConfigCase(
      file(inputs: #"["in"]"#),
      "3:14 /inputs/0: must be an object, not a string (config.wrong-type)"),
    ConfigCase(
      file(inputs: #"[{"path": "in", "include": ["a", 7]}]"#),
      "3:46 /inputs/0/include/1: must be a text, not a number (config.wrong-type)"),
    ConfigCase(
      file(inputs: #"[{"path": "in", "exclude": ["x", "[a-"]}]"#),
      #"3:40 /inputs/0/exclude/1: "[a-": [ without ] (config.bad-pattern)"#),
    ConfigCase(
      file(inputs: #"[{"path": ""}]"#),
      "3:23 /inputs/0/path: must not be empty (config.bad-path)"),
    ConfigCase(
      file(inputs: #"[{"path": "a/x"}, {"path": "b/x"}]"#),
      #"3:40 /inputs/1/path: another input is called "x" already; give this one a "label""#
        + " (config.same-label)"),
    ConfigCase(
      file(inputs: #"[{"path": "a", "label": "../x"}]"#),
      #"3:37 /inputs/0/label: "../x" cannot be a label: a single name, without / and not . or .."#
        + " (config.bad-label)"),
    ConfigCase(
      file(inputs: #"[{"path": "out/runs"}]"#),
      "3:23 /inputs/0/path: out/runs lies in the output root out: a run would read what a run has"
        + " written (config.input-in-output)"),
    ConfigCase(
      file(inputs: #"[{"path": "${env:LINES}"}]"#),
      "3:23 /inputs/0/path: the value of the variable LINES holds a line break"
        + " (config.env-newline)"),
    ConfigCase(
      file(inputs: #"[{"path": "${SET}"}]"#),
      #"3:23 /inputs/0/path: "${SET}" is not a variable; write ${env:NAME}, with letters, digits"#
        + " and _ (config.env-malformed)"),
    ConfigCase(
      file(output: #"{"root": "out", "keep": "${env:NUMBER}"}"#),
      "4:37 /output/keep: must be a whole number from 1 to 1000, not a string"
        + " (config.wrong-type)"),
    ConfigCase(
      file(output: #"{"root": "out", "keep": 2.5}"#),
      "4:37 /output/keep: must be a whole number from 1 to 1000, not 2.5 (config.out-of-range)"),
    ConfigCase(
      file(output: #"{"keep": 1}"#),
      "4:13 /output: \"root\" is missing: The folder that exports are published in, relative to"
        + " this file; the newest is always `current` in it. (config.missing-key)"),
    ConfigCase(
      file(writers: #"[{"profile": "excel"}]"#),
      "5:15 /writers/0: \"type\" is missing: one of csv, jsonl, bundle, sqlite, xlsx, graph, ftm, popolo, plover, panel, delta, report. (config.missing-key)"
    ),
    ConfigCase(
      file(writers: #"[{"type": "jsonl", "profile": "excel"}]"#),
      "5:33 /writers/0/profile: no such setting; known: type, gzip, tables (config.unknown-key)"),
    ConfigCase(
      file(writers: #"[{"type": "csv", "gzip": "yes"}]"#),
      "5:39 /writers/0/gzip: must be true or false, not a string (config.wrong-type)"),
    ConfigCase(
      file(writers: #"[{"type": "bundle"}, {"type": "bundle"}]"#),
      "5:35 /writers/1: writes dibao.tar.gz, which /writers/0 writes already (config.same-files)"),
    ConfigCase(
      file(writers: #"[{"type": "bundle", "name": "../../etc/x.tgz"}]"#),
      #"5:42 /writers/0/name: "../../etc/x.tgz" cannot be a file of the export: a name of a-z,"#
        + " 0-9, . - and _, no folder (config.bad-file-name)"),
    ConfigCase(
      file(top: #" "stages": [{"name": "clean"}, {"name": "fetch-local"}],"#),
      "2:27 /stages: the stage \"extract\" is missing; the stages are fetch-local, clean, extract,"
        + " dedupe, enrich (config.stage-missing)",
      "2:27 /stages: the stage \"dedupe\" is missing; the stages are fetch-local, clean, extract,"
        + " dedupe, enrich; \"enabled\": false turns dedupe off (config.stage-missing)",
      "2:27 /stages: the stage \"enrich\" is missing; the stages are fetch-local, clean, extract,"
        + " dedupe, enrich (config.stage-missing)",
      "2:48 /stages/1/name: \"fetch-local\" cannot stand after \"clean\"; \(order)"
        + " (config.stage-order)"),
    ConfigCase(
      file(top: #" "limits": {"memory": "512X"},"#),
      "2:38 /limits/memory: must be a size from 64M to 1024G, not \"512X\" (config.out-of-range)"),
    ConfigCase(
      file(top: #" "assert": {"max_drop_vs_last": 20},"#),
      "2:48 /assert/max_drop_vs_last: must be a number from 0 to 1, not 20 (config.out-of-range)"),
  ]
}
