import Export
import Model
import Storage

/// The sentences for everything that can go wrong: what, where, why, what to do, and the code.
/// The only place that holds any.
package enum ErrorWording {
  // MARK: Failures

  /// The lines that tell a failure, the most important one last; empty for a quiet end.
  package static func lines(for failure: Failure) -> [String] {
    switch failure {
    case .usage(let faults): faults.map { "\(sentence(for: $0.problem)) (\($0.problem.code))" }
    case .noConfig(let path, let found): [noConfig(path, found)]
    case .config(let path, let faults):
      faults.map { line(for: $0, in: path) } + [summary(of: faults, in: path)]
    case .noDocuments(let places): [noDocuments(places)]
    case .noConverter(let trouble): [noConverter(trouble)]
    case .input(let failure), .output(let failure): [line(for: failure)]
    case .tooManyRejects(let groups, let count, let allowed, let documents, let limit):
      groups.map(line(for:)) + [tooManyRejects(count, allowed, documents, limit)]
    case .tooFewRows(let found, let wanted):
      [tooFewRows(found, wanted)]
    case .droppedRows(let table, let found, let before, let allowed):
      [droppedRows(table, found, before, allowed)]
    case .unreadableManifest(let path):
      [unreadableManifest(path)]
    case .damagedExport(let path, let problems):
      ["\(path): \(counted(problems, "problem")) (verify.damaged)"]
    case .notAnExport(let path): [notAnExport(path)]
    case .noPublication(let path):
      [
        "\(path): nothing was published here: there is no link current in it; name an output folder"
          + " (rollback.no-output)"
      ]
    case .noEarlierRun(let wanted, let kept, let path): [noEarlierRun(wanted, kept, path)]
    case .badMention(let text): [badMention(text)]
    case .noExport(let path): [noExport(path)]
    case .noTable(let table, let path): [noTable(table, path)]
    case .noRow(let id, let path): [noRow(id, path)]
    case .unknownName(let name, let near): [unknownName(name, near)]
    case .unknownCode(let code, let near):
      [
        "\(quoted(Ink.safe(code))) is no code of a message\(near.map { "; did you mean \($0)?" } ?? "")"
          + " (errors.unknown-code)"
      ]
    case .sharedName(let name, let places): [sharedName(name, places)]
    case .cannotSchedule(let text, let reason):
      ["\(quoted(Ink.safe(text))) cannot be scheduled: \(reason) (schedule.bad-text)"]
    case .stopped(.interrupt): ["stopped by Ctrl-C; nothing was published (run.interrupted)"]
    case .stopped(.terminate): ["stopped by SIGTERM; nothing was published (run.terminated)"]
    case .closedOutput: []
    case .nothingRead: ["none of the documents could be read (input.rejected)"]
    case .rejected(let groups): groups.map { "\($0.firstPath): \($0.firstDetail) (\($0.code))" }
    case .badJob(let path, let reason):
      ["\(path): \(reason); nothing was published, run the job again (assemble.bad-job)"]
    case .fewFiles(let least):
      ["fewer than \(least) files may be opened; raise the limit: ulimit -n 256 (start.few-files)"]
    case .bug(let what): ["a fault of the program, please report it: \(what) (dibao.bug)"]
    }
  }

  private static func unknownName(_ name: String, _ near: [String]) -> String {
    let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
    return "\"\(name)\" is the name of no place and no body that the tables know\(hint)"
      + " (tree.unknown-name)"
  }

  private static func sharedName(_ name: String, _ places: [String]) -> String {
    "\"\(name)\" is the name of \(places.count) places, give one in full or by its code:"
      + " \(places.joined(separator: ", ")) (tree.shared-name)"
  }

  /// What stands on standard error beside the answer to a text that is no office.
  static func unread(_ text: String, unknown: String?, others: [String] = []) -> String {
    if !others.isEmpty {
      return "\"\(text)\" may be any of \(others.joined(separator: ", ")) (office.shared-name)"
    }
    guard let unknown, unknown != text else {
      return "\"\(text)\" was not read: it names no office (office.unread)"
    }
    return "\"\(text)\" was not read: \"\(unknown)\" is not known (office.unread)"
  }

  private static func noConfig(_ path: String, _ found: Failure.FoundBy) -> String {
    switch found {
    case .flag: "\(path): no such file, given with -c (config.missing)"
    case .environment: "\(path): no such file, named by DIBAO_CONFIG (config.missing)"
    case .currentFolder:
      "no pipeline.json in this folder; name one with -c FILE or DIBAO_CONFIG, or give --input and"
        + " --output (config.missing)"
    }
  }

  private static func tooFewRows(_ found: Int, _ wanted: Int) -> String {
    "the table documents has \(counted(found, "row")), assert.min_rows asks for \(wanted)"
      + " (assert.min-rows)"
  }

  private static func unreadableManifest(_ path: String) -> String {
    "\(path): not a manifest that this program wrote, so assert.max_drop_vs_last has nothing to"
      + " compare with; publish once with --accept-shrink (assert.no-manifest)"
  }

  private static func notAnExport(_ path: String) -> String {
    "\(path): no export here: it has no manifest.json, nor has current in it (verify.no-export)"
  }

  private static func noEarlierRun(_ wanted: String?, _ kept: [String], _ path: String) -> String {
    let what = wanted.map { "no run \(quoted(Ink.safe($0)))" } ?? "no run before the current one"
    return "\(path)/runs: \(what); there \(kept.count == 1 ? "is" : "are")"
      + " \(kept.joined(separator: ", ")) (rollback.no-run)"
  }

  private static func noConverter(_ trouble: PhraseConverter.Trouble) -> String {
    let why =
      switch trouble {
      case .noLibrary(let names): "none of \(names.joined(separator: ", ")) can be opened"
      case .noFunction(let name): "the library has no function \(name)"
      case .noTable(let name): "the library cannot open its table \(name)"
      }
    return "stages[extract].traditional is opencc, and \(why): install libopencc and its data"
      + " (Debian: libopencc1.1), or set traditional to characters (extract.no-opencc)"
  }

  private static func badMention(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let shown = Ink.safe(scalars.prefix(40)) + (scalars.count > 40 ? "…" : "")
    return "\(quoted(shown)) is no mention_id: those of the table mentions are men_ and sixteen"
      + " letters and digits (explain.bad-id)"
  }

  private static func noExport(_ path: String) -> String {
    "\(path): no export here; make one with dibao run, or name its folder with --export"
      + " (explain.no-export)"
  }

  private static func noTable(_ table: String, _ path: String) -> String {
    "\(path): no \(table).csv or \(table).jsonl in it, gzipped or not; have the writers csv or jsonl"
      + " write the table \(table) (explain.no-table)"
  }

  private static func noRow(_ id: String, _ path: String) -> String {
    "\(path): no row has the id \(Ink.safe(id)); ids change where a document's bytes or its reading"
      + " do, so name the export that the row is from with --export (explain.no-row)"
  }

  private static func summary(of faults: [ConfigFault], in path: String) -> String {
    "\(path): \(counted(faults.count, "error")) (config)"
  }

  private static func noDocuments(_ places: [String]) -> String {
    "no documents in \(places.joined(separator: ", ")): check the paths and the include and exclude"
      + " globs with dibao plan (input.none)"
  }

  private static func tooManyRejects(
    _ count: Int, _ allowed: Int, _ documents: Int, _ limit: Failure.Limit
  ) -> String {
    let setting = limit == .maxErrors ? "max_errors" : "max_error_ratio"
    return "\(counted(count, "reject")) in \(counted(documents, "document")): limits.\(setting)"
      + " allows \(allowed); mend the documents, exclude them, or raise the limit"
      + " (limit.\(setting.replacing("_", with: "-")))"
  }

  private static func droppedRows(
    _ table: String, _ found: Int, _ before: Int, _ allowed: Double
  ) -> String {
    "the table \(table) fell from \(before) to \(counted(found, "row")),"
      + " assert.max_drop_vs_last allows a fall by \(allowed); if that is right, publish once with"
      + " --accept-shrink (assert.max-drop)"
  }

  package static func unknownVerb(_ verb: String, known: [String]) -> String {
    "no command \(quoted(verb)); "
      + hint(Suggestion.nearest(to: verb, in: known), orOneOf: known)
  }

  // MARK: Findings

  /// `persons.csv:12 name: a cell is empty that must not be: expected a text, found nothing
  /// (cell.required)`.
  static func line(for finding: Finding) -> String {
    let line = finding.line.map { ":\($0)" } ?? ""
    let column = finding.column.map { " \($0)" } ?? ""
    return "\(finding.file)\(line)\(column): \(finding.code.meaning): expected"
      + " \(finding.expected), found \(finding.found) (\(finding.code.rawValue))"
  }

  // MARK: Rejects

  /// `3 x clean.no-text, first: a/b.html: no article was found in the page`.
  package static func line(for group: RejectGroup) -> String {
    "\(group.count) x \(group.code), first: \(group.firstPath): \(group.firstDetail)"
  }

  /// `a/b.html:12: the markup is nested too deeply (clean.bad-markup)`.
  static func line(for reject: Reject) -> String {
    let line = reject.line.map { ":\($0)" } ?? ""
    return "\(reject.path)\(line): \(reject.detail) (\(reject.code.rawValue))"
  }

  // MARK: The disk

  /// `out/runs: permission denied (make folder; storage.permission)`.
  static func line(for failure: StorageFailure) -> String {
    "\(failure.path): \(failure.detail ?? what(failure.kind))"
      + " (\(failure.operation.rawValue); storage.\(code(failure.kind)))"
  }

  private static func what(_ kind: StorageFailure.Kind) -> String {
    switch kind {
    case .notFound: "it is not there"
    case .permission: "permission denied"
    case .noSpace: "no space left on the disk"
    case .exists: "it is already there"
    case .busy: "another run works on it; try again when that has ended"
    case .outsideRoot: "it would lie outside of the output folder"
    case .damaged: "it is damaged"
    case .badPattern: "the pattern cannot be read"
    case .newer: "written by a newer version of dibao"
    case .io: "reading or writing failed"
    }
  }

  private static func code(_ kind: StorageFailure.Kind) -> String {
    switch kind {
    case .notFound: "not-found"
    case .permission: "permission"
    case .noSpace: "no-space"
    case .exists: "exists"
    case .busy: "busy"
    case .outsideRoot: "outside-root"
    case .damaged: "damaged"
    case .badPattern: "bad-pattern"
    case .newer: "newer"
    case .io: "io"
    }
  }

  // MARK: pipeline.json

  /// `pipeline.json:14:7 /dedupe/treshold: no such setting; did you mean "threshold"?
  /// (config.unknown-key)`.
  package static func line(for fault: ConfigFault, in path: String) -> String {
    let pointer = fault.pointer.isEmpty ? "" : " \(fault.pointer)"
    return "\(path):\(fault.line):\(fault.column)\(pointer): \(sentence(for: fault.problem))"
      + " (\(fault.problem.code))"
  }

  private static func sentence(for problem: ConfigFault.Problem) -> String {
    switch problem {
    case .syntax(let problem): problem.message
    case .unknownKey(let suggestion, let known):
      "no such setting; \(hint(suggestion, orOneOf: known))"
    case .missingKey(let key, let meaning): "\(quoted(key)) is missing: \(meaning)"
    case .wrongType(let expected, let found): "must be \(expected), not \(found)"
    case .outOfRange(let expected, let found): "must be \(expected), not \(found)"
    case .notAChoice(let found, let suggestion, let choices):
      "\(quoted(found)) is not known here; \(hint(suggestion, orOneOf: choices))"
    case .emptyList(let what): "must hold at least one \(what)"
    case .environment(let problem): sentence(for: problem)
    case .stage(let problem): sentence(for: problem)
    case .place(let problem): sentence(for: problem)
    case .lookup(let problem): sentence(for: problem)
    }
  }

  private static func sentence(for problem: EnvironmentText.Problem) -> String {
    switch problem {
    case .unset(let name): "the environment has no variable \(name)"
    case .newline(let name): "the value of the variable \(name) holds a line break"
    case .malformed(let text):
      "\(quoted(text)) is not a variable; write ${env:NAME}, with letters, digits and _"
    }
  }

  private static func sentence(for problem: ConfigFault.StageProblem) -> String {
    let order = StageName.allCases.map(\.rawValue).joined(separator: ", ")
    switch problem {
    case .missing(let name):
      return "the stage \(quoted(name)) is missing; the stages are \(order)"
        + (name == StageName.dedupe.rawValue ? "; \"enabled\": false turns dedupe off" : "")
    case .twice(let name): return "the stage \(quoted(name)) is listed twice"
    case .order(let name, let after):
      return "\(quoted(name)) cannot stand after \(quoted(after)); the order is \(order)"
    }
  }

  private static func sentence(for problem: ConfigFault.PlaceProblem) -> String {
    switch problem {
    case .sameFiles(let name, let other): "writes \(name), which \(other) writes already"
    case .sameLabel(let label, let isWritten):
      isWritten
        ? "another input has the label \(quoted(label)) already"
        : "another input is called \(quoted(label)) already; give this one a \"label\""
    case .badLabel(let label):
      "\(quoted(label)) cannot be a label: a single name, without / and not . or .."
    case .badPath(let path): path.isEmpty ? "must not be empty" : "\(quoted(path)) is not a path"
    case .badPattern(let pattern, let reason): "\(quoted(pattern)): \(reason)"
    case .badFileName(let name):
      "\(quoted(name)) cannot be a file of the export: a name of a-z, 0-9, . - and _, no folder"
    case .inputInOutput(let input, let root):
      "\(input) lies in the output root \(root): a run would read what a run has written"
    case .badMetrics(let path):
      "\(quoted(path)) is no file for the textfile collector, which reads names ending in .prom"
    case .badLineage(let path):
      "\(quoted(path)) is no file of JSON Lines: its name must end in .jsonl"
    case .metricsInExport(let path):
      "\(path) lies in an export or in the state: metrics tell of runs that publish nothing, too"
    case .lineageInExport(let path):
      "\(path) lies in an export or in the state: lineage tells of runs that publish nothing, too"
    }
  }

  private static func sentence(for problem: ConfigFault.LookupProblem) -> String {
    switch problem {
    case .nothing(let names): "the folder holds none of \(names.joined(separator: ", "))"
    case .notCSV(let words): words
    case .missingColumn(let name, let known):
      "the column \(quoted(name)) is missing; columns: \(known.joined(separator: ", "))"
    case .unknownColumn(let name, let suggestion, let known):
      "no column is called \(quoted(name)); \(hint(suggestion, orOneOf: known))"
    case .emptyCell(let name): "\(quoted(name)) must not be empty"
    case .twice(let text): "\(quoted(text)) stands for itself, or is told twice"
    case .sameSides:
      "\(quoted("office")) and \(quoted("other_office")) must differ: they tell the two apart"
    case .noOffice(let words):
      "\(quoted(words)) cannot be read as an office; try it with dibao office"
    case .noChoice(let word, let known):
      "\(quoted(word)) is not known here; known: \(known.joined(separator: ", "))"
    }
  }

  private static func hint(_ suggestion: String?, orOneOf known: [String]) -> String {
    if let suggestion { return "did you mean \(quoted(suggestion))?" }
    return known.isEmpty ? "nothing is" : "known: \(known.joined(separator: ", "))"
  }

  // MARK: Words

  /// `1 row`, `3 rows`.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func quoted(_ text: String) -> String { "\"\(text)\"" }
}
