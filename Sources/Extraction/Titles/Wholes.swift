import Model
import Reference

/// Bodies within bodies: what a department that is printed alone belongs to, and what body a title
/// is the head of.
extension OfficeResolver {
  /// The body around the one of the office before, of which a department listed after it is:
  /// 办公室 after 湖南省科委高新处 is of 湖南省科委.
  static func enclosing(_ department: String, of body: Body) -> Body? {
    let own = Unit(department)
    if let whole = enclosures(of: body).first(where: { unit(of: $0) < own }) { return whole }
    // A committee is one of an assembly's or a national body's; 工委 after 市委 stands for itself.
    return own == .body && hasCommittees(body.root) ? body.root : nil
  }

  private static func hasCommittees(_ body: Body) -> Bool {
    switch body {
    case .listed, .local(.congress, _), .local(.consultative, _): true
    default: false
    }
  }

  /// The body that a title is the head of, of the one before and those around it: 副厅长 after
  /// 农村科技处 of 科技厅.
  static func headed(by title: String, in body: Body) -> Body? {
    guard title.hasSuffix("长"), let unit = title.dropLast().last, "厅局部署司院处".contains(unit)
    else { return nil }
    let all = enclosures(of: body)
    guard !name(of: body).hasSuffix(String(unit)) else { return nil }
    return all.dropFirst().first { name(of: $0).hasSuffix(String(unit)) }
  }

  /// How deep in a government or an enterprise a unit stands, by its ending.
  private enum Unit: Int, Comparable {
    case body, bureau, division, section

    init(_ name: String) {
      switch name.last {
      case _ where name.contains("领导小组"): self = .bureau
      case "室" where !name.hasSuffix("办公室"), "科", "组": self = .section
      case "处", "室", "站", "队", "心": self = .division
      case "司", "部", "局", "厅", "署": self = .bureau
      default: self = .body
      }
    }

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  private static func unit(of body: Body) -> Unit {
    switch body {
    case .part(_, let name): max(Unit(name), .bureau)
    case .written(let name, _): Unit(name)
    default: .body
    }
  }

  private static func name(of body: Body) -> String {
    switch body {
    case .part(_, let name), .written(let name, _): name
    default: ""
    }
  }

  /// A body and those around it, the innermost first.
  private static func enclosures(of body: Body) -> [Body] {
    switch body {
    case .part(let whole, let name):
      return [body] + wholes(in: name).map { .part(of: whole, name: $0) } + enclosures(of: whole)
    case .written(let name, let division):
      return [body] + wholes(in: name).map { .written($0, division: division) }
    default: return [body]
    }
  }

  /// The names that a longer one begins with, the longest first: 湖南省科委 of 湖南省科委高新处.
  private static func wholes(in name: String) -> [String] {
    let letters = Array(name)
    guard letters.count > 3 else { return [] }
    return (2...letters.count - 2).reversed().compactMap { end in
      let tail = String(letters[end...].prefix(1))
      switch letters[end - 1] {
      case "厅", "局", "站", "行", "署", "校": break
      case "部": if "分门队长".contains(tail) { return nil }
      case "委": if tail == "员" { return nil }
      case "院": if tail == "士" { return nil }
      case "会": if !["员", "监", "协", "合"].contains(letters[end - 2]) { return nil }
      case "司": if letters[end - 2] != "公" || end < 5 { return nil }
      default: return nil
      }
      return String(letters[..<end])
    }
  }
}
