import Export
import Model
import Storage

/// Reads `pipeline.json` strictly: what it does not know is an error, and all errors are told at
/// once, each with its place.
struct PlanReader {
  /// The folder that paths in the file start from; nil is the working folder.
  let base: String?
  let environment: Environment

  var plan = Plan()
  private var faults: [ConfigFault] = []
  private var places: [String: JSONTree.Place] = [:]

  init(base: String?, environment: Environment) {
    self.base = base
    self.environment = environment
  }

  /// The plan; `path` is what the file is called in messages.
  static func plan(
    from bytes: [UInt8], path: String, base: String?, environment: Environment
  ) throws(Failure) -> Plan {
    var reader = PlanReader(base: base, environment: environment)
    let plan = reader.read(bytes)
    guard reader.faults.isEmpty else { throw .config(path: path, reader.sortedFaults) }
    return plan
  }

  private var sortedFaults: [ConfigFault] {
    faults.sorted { ($0.line, $0.column, $0.pointer) < ($1.line, $1.column, $1.pointer) }
  }

  private mutating func read(_ bytes: [UInt8]) -> Plan {
    let document = JSONDocument(bytes)
    faults += document.problems.map { problem in
      ConfigFault(
        problem: .syntax(problem), pointer: problem.pointer, line: problem.place.line,
        column: problem.place.column)
    }
    guard let root = document.root else { return plan }
    if let members = members(of: root, at: "") { read(members) }
    // What hangs together is looked at only when each part is right: one mistake, one error.
    if faults.isEmpty { checkTogether() }
    plan.environmentNames = Array(Set(plan.environmentNames)).sorted()
    return plan
  }

  // MARK: The parts of the file

  private mutating func read(_ members: [JSONTree.Member]) {
    let known = Plan.settings.map(\.name) + PlanPart.all.map(\.key)
    let found = sort(members, known: known, at: "")
    _ = values(found, of: Plan.settings.map(SettingDescription.init), at: "")
    for part in PlanPart.all {
      if let member = found[part.key] {
        read(member.value, as: part.shape, at: "/\(part.key)")
      } else if part.isRequired {
        add(.missingKey(part.key, meaning: part.meaning), at: "")
      } else {
        takeStandards(of: part)
      }
    }
  }

  private mutating func read(_ node: JSONTree, as shape: PlanPart.Shape, at pointer: String) {
    places[pointer] = node.place
    switch shape {
    case .object(let group):
      read(node, into: group, at: pointer)
    case .list(let group, let noun):
      for (index, item) in items(of: node, noun, at: pointer).enumerated() {
        read(item, into: group, at: "\(pointer)/\(index)")
      }
    case .stages(let stages):
      let names = items(of: node, "stage", at: pointer).enumerated().map { index, item in
        choose(item, from: stages, by: "name", at: "\(pointer)/\(index)")
      }
      checkOrder(of: names, stages.map(\.name), at: pointer)
    case .writers(let writers):
      for (index, item) in items(of: node, "writer", at: pointer).enumerated() {
        _ = choose(item, from: writers, by: "type", at: "\(pointer)/\(index)")
      }
    }
  }

  /// Reads an object whose settings depend on the word that `key` holds; gives that word.
  private mutating func choose(
    _ node: JSONTree, from choices: [PlanPart.Choice], by key: String, at pointer: String
  ) -> String? {
    guard let members = members(of: node, at: pointer) else { return nil }
    let names = choices.map(\.name)
    guard let member = members.first(where: { $0.key == key }) else {
      add(.missingKey(key, meaning: "one of \(names.joined(separator: ", "))."), at: pointer)
      return nil
    }
    places["\(pointer)/\(key)"] = member.value.place
    let word = value(member.value, as: .choice(names), at: "\(pointer)/\(key)")?.text
    guard let choice = choices.first(where: { $0.name == word }) else { return nil }
    let found = sort(members, known: [key] + choice.group.settings.map(\.name), at: pointer)
    note(choice.name, at: "\(pointer)/\(key)")
    put(found, into: choice.group, at: pointer)
    return choice.name
  }

  private mutating func read(_ node: JSONTree, into group: SettingGroup, at pointer: String) {
    guard let members = members(of: node, at: pointer) else { return }
    put(sort(members, known: group.settings.map(\.name), at: pointer), into: group, at: pointer)
  }

  private mutating func put(
    _ members: [String: JSONTree.Member], into group: SettingGroup, at pointer: String
  ) {
    group.put(values(members, of: group.settings, at: pointer), &plan)
  }

  /// What a part that is left out means.
  private mutating func takeStandards(of part: PlanPart) {
    switch part.shape {
    case .object(let group): put([:], into: group, at: "/\(part.key)")
    case .stages(let stages):
      for (index, stage) in stages.enumerated() {
        note(stage.name, at: "/\(part.key)/\(index)/name")
        put([:], into: stage.group, at: "/\(part.key)/\(index)")
      }
    case .list, .writers: break
    }
  }

  /// The word that tells an object of a list from the others counts as a setting.
  private mutating func note(_ word: String, at pointer: String) {
    plan.effective.append(EffectiveSetting(pointer: pointer, value: .string(word)))
  }

  // MARK: Objects and lists

  /// The members by key; what is not known is a fault.
  private mutating func sort(
    _ members: [JSONTree.Member], known: [String], at pointer: String
  ) -> [String: JSONTree.Member] {
    var found: [String: JSONTree.Member] = [:]
    for member in members {
      let place = pointer + JSONPointer.whole.appending(member.key).description
      places[place] = member.place
      if !known.contains(member.key) {
        let suggestion = Suggestion.nearest(to: member.key, in: known)
        add(.unknownKey(suggestion: suggestion, known: known), at: place)
      } else {
        found[member.key] = member
      }
    }
    return found
  }

  private mutating func members(of node: JSONTree, at pointer: String) -> [JSONTree.Member]? {
    places[pointer] = node.place
    if case .object(let members) = node.value { return members }
    add(.wrongType(expected: "an object", found: node.kind), at: pointer)
    return nil
  }

  private mutating func items(
    of node: JSONTree, _ noun: String, at pointer: String
  ) -> [JSONTree] {
    places[pointer] = node.place
    guard case .array(let items) = node.value else {
      add(.wrongType(expected: "a list of objects", found: node.kind), at: pointer)
      return []
    }
    if items.isEmpty { add(.emptyList(of: noun), at: pointer) }
    return items
  }

  // MARK: Values

  /// The values of the settings that are written and right; the standards go into the plan's
  /// effective settings beside them.
  private mutating func values(
    _ members: [String: JSONTree.Member], of settings: [SettingDescription], at pointer: String
  ) -> [String: SettingValue] {
    var values: [String: SettingValue] = [:]
    for setting in settings {
      let place = "\(pointer)/\(setting.name)"
      if let member = members[setting.name] {
        places[place] = member.value.place
        values[setting.name] = value(member.value, as: setting.type, at: place)
      } else if setting.isRequired {
        add(.missingKey(setting.name, meaning: setting.meaning), at: pointer)
      }
      if let value = values[setting.name] ?? setting.standard, !Self.isPlace(place) {
        plan.effective.append(EffectiveSetting(pointer: place, value: value))
      }
    }
    return values
  }

  /// Where a run reads and writes, and what it keeps for itself, is no part of what it does.
  private static func isPlace(_ pointer: String) -> Bool {
    ["/$schema", "/output/root", "/output/state", "/output/metrics", "/output/lineage"].contains(
      pointer)
      || pointer.hasSuffix("/lookups")
      || (pointer.hasPrefix("/inputs/") && pointer.hasSuffix("/path"))
  }

  private mutating func value(
    _ node: JSONTree, as type: SettingType, at pointer: String
  ) -> SettingValue? {
    var reader = ValueReader(environment: environment)
    defer { plan.environmentNames += reader.names }
    do {
      return try reader.value(node, as: type)
    } catch {
      add(error.problem, at: error.index.map { "\(pointer)/\($0)" } ?? pointer, error.place)
      return nil
    }
  }

  // MARK: Faults

  mutating func add(
    _ problem: ConfigFault.Problem, at pointer: String, _ place: JSONTree.Place? = nil
  ) {
    let place = place ?? self.place(of: pointer)
    faults.append(
      ConfigFault(problem: problem, pointer: pointer, line: place.line, column: place.column))
  }

  /// Where the value stands, or the nearest around it whose place is known.
  private func place(of pointer: String) -> JSONTree.Place {
    if let place = places[pointer] { return place }
    guard let slash = pointer.lastIndex(of: "/") else { return JSONTree.Place(line: 1, column: 1) }
    return place(of: String(pointer[..<slash]))
  }
}
