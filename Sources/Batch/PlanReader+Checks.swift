import Corpus
import Export
import Model
import Storage

/// What must hold between the settings of a pipeline file.
extension PlanReader {
  /// The stages are each there once, in the order of a run.
  mutating func checkOrder(of names: [String?], _ order: [String], at pointer: String) {
    var last: Int?
    var seen: Set<String> = []
    for (index, name) in names.enumerated() {
      guard let name, let place = order.firstIndex(of: name) else { continue }
      let here = "\(pointer)/\(index)/name"
      if !seen.insert(name).inserted {
        add(.stage(.twice(name)), at: here)
      } else if let last, place < last {
        add(.stage(.order(name, after: order[last])), at: here)
      }
      last = max(last ?? place, place)
    }
    // A name that could not be read may be the one that is missing.
    guard names.allSatisfy({ $0 != nil }) else { return }
    for name in order where !names.isEmpty && !seen.contains(name) {
      add(.stage(.missing(name)), at: pointer)
    }
  }

  mutating func checkTogether() {
    checkPaths()
    checkPatterns()
    checkLabels()
    checkWriters()
    checkAsserted()
  }

  private mutating func checkAsserted() {
    for (index, name) in plan.assertions.tables.enumerated()
    where !Tables.all.contains(where: { $0.name == name }) {
      addUnknown(table: name, at: "/assert/tables/\(index)")
    }
  }

  private mutating func addUnknown(table: String, at pointer: String) {
    let names = Tables.all.map(\.name)
    let near = Suggestion.nearest(to: table, in: names)
    add(.notAChoice(found: table, suggestion: near, choices: names), at: pointer)
  }

  /// Makes paths whole, from the file's folder; no input lies where runs write.
  private mutating func checkPaths() {
    let root = plan.output.root
    if !Self.isPath(root) { return add(.place(.badPath(root)), at: "/output/root") }
    plan.output.location = Disk.absolute(root, relativeTo: base)
    checkTelling()
    if let lookups = plan.enrichment.lookups {
      let index = StageName.allCases.firstIndex(of: .enrich) ?? 0
      if !Self.isPath(lookups) {
        add(.place(.badPath(lookups)), at: "/stages/\(index)/lookups")
      }
      plan.enrichment.location = Disk.absolute(lookups, relativeTo: base)
    }
    for index in plan.inputs.indices {
      let path = plan.inputs[index].path
      guard Self.isPath(path) else {
        add(.place(.badPath(path)), at: "/inputs/\(index)/path")
        continue
      }
      let location = Disk.absolute(path, relativeTo: base)
      plan.inputs[index].location = location
      if Disk.isWithin(location, root: plan.output.location) {
        add(.place(.inputInOutput(input: path, root: root)), at: "/inputs/\(index)/path")
      }
    }
  }

  /// What tells of runs tells also of those that publish nothing: it is no part of an export.
  private mutating func checkTelling() {
    if let metrics = plan.output.metrics {
      plan.output.metricsLocation = telling(
        metrics, ending: ".prom", at: "/output/metrics", else: .badMetrics(metrics),
        inExport: .metricsInExport(metrics))
    }
    if let lineage = plan.output.lineage {
      plan.output.lineageLocation = telling(
        lineage, ending: ".jsonl", at: "/output/lineage", else: .badLineage(lineage),
        inExport: .lineageInExport(lineage))
    }
  }

  private mutating func telling(
    _ path: String, ending: String, at pointer: String, else bad: ConfigFault.PlaceProblem,
    inExport: ConfigFault.PlaceProblem
  ) -> String {
    guard Self.isPath(path), path.hasSuffix(ending), !path.hasSuffix("/" + ending), path != ending
    else {
      add(.place(bad), at: pointer)
      return ""
    }
    let location = Disk.absolute(path, relativeTo: base)
    let own = Publication.ownFolders(in: plan.output.location)
    if own.contains(where: { Disk.isWithin(location, root: $0) }) {
      add(.place(inExport), at: pointer)
    }
    return location
  }

  private mutating func checkPatterns() {
    for (index, input) in plan.inputs.enumerated() {
      for (key, patterns) in [("include", input.include), ("exclude", input.exclude)] {
        for (number, pattern) in patterns.enumerated() {
          do {
            _ = try Glob(pattern)
          } catch {
            add(
              .place(.badPattern(pattern, reason: error.reason.rawValue)),
              at: "/inputs/\(index)/\(key)/\(number)")
          }
        }
      }
    }
  }

  private static func isPath(_ path: String) -> Bool {
    !path.isEmpty && !path.utf8.contains(0)
  }

  /// Gives each of several inputs a label, and sees that they differ.
  private mutating func checkLabels() {
    var seen: Set<String> = []
    for index in plan.inputs.indices {
      let written = plan.inputs[index].label
      guard plan.inputs.count > 1 || written != nil else { continue }
      let label = written ?? Disk.name(of: plan.inputs[index].location)
      plan.inputs[index].label = label
      let here = "/inputs/\(index)/\(written == nil ? "path" : "label")"
      if !Self.isLabel(label) {
        add(.place(.badLabel(label)), at: here)
      } else if !seen.insert(label).inserted {
        add(.place(.sameLabel(label, isWritten: written != nil)), at: here)
      }
      if written == nil {
        plan.effective.append(
          EffectiveSetting(pointer: "/inputs/\(index)/label", value: .string(label)))
      }
    }
  }

  private static func isLabel(_ label: String) -> Bool {
    !label.isEmpty && label != "." && label != ".." && !label.utf8.contains(UInt8(ascii: "/"))
      && !label.utf8.contains { $0 < 32 }
  }

  /// No two writers write the same files, each table is there, and each file lies in the export.
  private mutating func checkWriters() {
    var owners: [String: Int] = [:]
    for (index, writer) in plan.writers.enumerated() {
      let here = "/writers/\(index)"
      for table in writer.unknownTables(among: Tables.all) {
        addUnknown(table: table, at: here + "/tables")
      }
      let files = writer.files(of: Tables.all)
      for file in files where !Self.isFileName(file) {
        add(.place(.badFileName(file)), at: here + "/name")
      }
      if let file = files.first(where: { owners[$0] != nil }), let owner = owners[file] {
        add(.place(.sameFiles(file, as: "/writers/\(owner)")), at: here)
      }
      for file in files { owners[file] = index }
    }
  }

  /// A name in the export itself, of what every system can unpack; none of the program's own.
  private static func isFileName(_ name: String) -> Bool {
    let own = [DataPackage.fileName, Manifest.fileName, RunRecord.fileName]
    return !name.hasPrefix(".") && !name.isEmpty && name.utf8.count <= 200 && !own.contains(name)
      && name.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || [45, 46, 95].contains($0)
      }
  }
}
