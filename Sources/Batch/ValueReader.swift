import Export
import Model

/// Holds one JSON value against the type of its setting.
struct ValueReader {
  /// What is wrong with a value; `index` tells the item of a list.
  struct Fault: Error {
    var problem: ConfigFault.Problem
    var place: JSONTree.Place
    var index: Int?
  }

  let environment: Environment
  /// Gets the variables that the values name.
  private(set) var names: [String] = []

  init(environment: Environment) { self.environment = environment }

  mutating func value(_ node: JSONTree, as type: SettingType) throws(Fault) -> SettingValue {
    switch type {
    case .string: .string(try text(node, type))
    case .choice(let choices): .string(try choice(node, type, choices))
    case .strings: .strings(try texts(node, type))
    case .boolean: .boolean(try flag(node, type))
    case .integer(let range): .integer(try integer(node, type, range))
    case .number(let range): .number(try number(node, type, range))
    case .size(let range): .integer(try size(node, type, range))
    }
  }

  private mutating func text(_ node: JSONTree, _ type: SettingType) throws(Fault) -> String {
    guard case .string(let written) = node.value else { throw wrongType(node, type) }
    do {
      let filled = try EnvironmentText(written, in: environment)
      names += filled.names
      return filled.text
    } catch {
      throw Fault(problem: .environment(error), place: node.place)
    }
  }

  private mutating func choice(
    _ node: JSONTree, _ type: SettingType, _ choices: [String]
  ) throws(Fault) -> String {
    let word = try text(node, type)
    guard choices.contains(word) else {
      let suggestion = Suggestion.nearest(to: word, in: choices)
      throw Fault(
        problem: .notAChoice(found: word, suggestion: suggestion, choices: choices),
        place: node.place)
    }
    return word
  }

  private mutating func texts(_ node: JSONTree, _ type: SettingType) throws(Fault) -> [String] {
    guard case .array(let items) = node.value else { throw wrongType(node, type) }
    var texts: [String] = []
    for (index, item) in items.enumerated() {
      do {
        texts.append(try text(item, .string))
      } catch {
        throw Fault(problem: error.problem, place: error.place, index: index)
      }
    }
    return texts
  }

  private func flag(_ node: JSONTree, _ type: SettingType) throws(Fault) -> Bool {
    guard case .boolean(let flag) = node.value else { throw wrongType(node, type) }
    return flag
  }

  private func integer(
    _ node: JSONTree, _ type: SettingType, _ range: ClosedRange<Int>
  ) throws(Fault) -> Int {
    guard case .number(let written) = node.value else { throw wrongType(node, type) }
    // A number too long for Int is out of range too; 1.0 and 1e3 are not whole numbers here.
    guard let number = Int(written), range.contains(number) else {
      throw outOfRange(written, node, type)
    }
    return number
  }

  private func number(
    _ node: JSONTree, _ type: SettingType, _ range: ClosedRange<Double>
  ) throws(Fault) -> Double {
    guard case .number(let written) = node.value else { throw wrongType(node, type) }
    guard let number = Double(written), range.contains(number) else {
      throw outOfRange(written, node, type)
    }
    return number
  }

  private mutating func size(
    _ node: JSONTree, _ type: SettingType, _ range: ClosedRange<Int>
  ) throws(Fault) -> Int {
    if case .number = node.value { return try integer(node, type, range) }
    let written = try text(node, type)
    guard let bytes = SettingValue.bytes(written), range.contains(bytes) else {
      throw outOfRange("\"\(written)\"", node, type)
    }
    return bytes
  }

  private func wrongType(_ node: JSONTree, _ type: SettingType) -> Fault {
    Fault(problem: .wrongType(expected: type.words, found: node.kind), place: node.place)
  }

  private func outOfRange(_ written: String, _ node: JSONTree, _ type: SettingType) -> Fault {
    Fault(problem: .outOfRange(expected: type.words, found: written), place: node.place)
  }
}
