import Model
import Reference

/// Offices of the state of a foreign paper, which says 我国 of it, and of the state of the office
/// before: 新加坡教育部长兼财政部第二部长.
extension OfficeResolver {
  /// The state of a publisher abroad, where the text names it.
  static func home(of publisher: String?, in passage: Passage) -> String? {
    let organizations = passage.terms.almanac.organizations
    guard let publisher, let id = organizations.ids(written: publisher).first,
      let parent = organizations[id]?.parentID, parent.hasPrefix("state:"), parent != "state:CN",
      let state = organizations[parent]?.shortName
    else { return nil }
    let isNamed = passage.named.contains { passage.stands(state, at: Int($0)) }
    return isNamed ? parent : nil
  }

  /// An office of the state that 我国 stands for, or of the one that the office before is of.
  func officeAtHome(_ printed: PrintedOffice, _ previous: OfficeReading?) -> OfficeReading? {
    guard let state = stateAtHome(previous), printed.body?.state == nil else { return nil }
    if case .merged(let department) = printed.head, printed.body == nil {
      return OfficeReading(
        body: self.department(department, of: state), title: printed.title,
        inferred: [.organization])
    }
    guard let post = printed.post else { return nil }
    guard let body = printed.body else {
      guard previous == nil, Self.isOfState(post.title) else { return nil }
      return OfficeReading(
        body: Self.chamber(of: post.title, in: state), title: post.title,
        inferred: [.organization])
    }
    guard let name = ministry(body) else { return nil }
    return OfficeReading(
      body: department(name, of: state), title: post.title, inferred: [.organization])
  }

  private func stateAtHome(_ previous: OfficeReading?) -> Body? {
    if let previous { return previous.body.foreignState }
    guard let home, passage.stands("我国", at: place - 2) || passage.stands("我国", at: place) else {
      return nil
    }
    return .listed(home)
  }

  /// The name of a ministry that is printed without its state.
  private func ministry(_ body: PrintedBody) -> String? {
    guard body.places.isEmpty, body.local == nil, body.level == nil else { return nil }
    if let ids = body.listed {
      guard ids.first?.hasPrefix("org:") == true, body.parts.isEmpty else { return nil }
    }
    let end = max(body.parts.last?.range.upperBound ?? place, listedEnd(body))
    guard body.start < end else { return nil }
    let name = passage.string(body.start..<end)
    return name.hasSuffix("部") && name.unicodeScalars.count > 2 ? name : nil
  }

  private func listedEnd(_ body: PrintedBody) -> Int {
    passage.starting(at: body.start, if: .listed).last { $0.kind == .listed }.map { Int($0.end) }
      ?? 0
  }
}
