import Model
import Reference

/// Posts without a body: those whose word holds the department, and those that the list or the
/// passage completes.
extension OfficeResolver {
  func merged(
    _ department: String, _ printed: PrintedOffice, _ previous: OfficeReading?, _ holder: Holder
  ) -> OfficeReading? {
    let body = printed.body
    if let state = body?.state {
      return OfficeReading(
        body: self.department(department, of: .listed(state)), title: printed.title)
    }
    if let local = body?.local, let body {
      let post = Post(title: printed.title, reach: nil, isWeak: false)
      guard let base = office(of: local, body, post, previous) else { return nil }
      var reading = base
      reading.body = .part(of: base.body, name: department)
      return reading
    }
    if let ids = body?.listed {
      let whole = Body.listed(period(of: ids))
      return OfficeReading(
        body: member(department, of: whole) ?? .part(of: whole, name: department),
        title: printed.title)
    }
    // 湖南省公安厅·政治部主任: of the department that is printed before it.
    if let body, !body.parts.isEmpty,
      let whole = full(body, Post(title: printed.title, reach: nil, isWeak: false), previous)
    {
      return OfficeReading(
        body: .part(of: whole.body, name: department), title: printed.title,
        inferred: whole.inferred)
    }
    if let division = body.flatMap({ places.division(of: $0.places) }) {
      let isParty = Self.partyDepartments.contains(department)
      let base = Body.local(isParty ? .partyCommittee : .government, division: division.id)
      return OfficeReading(body: .part(of: base, name: department), title: printed.title)
    }
    if let previous, previous.body.isLocal, Self.partyDepartments.contains(department),
      let division = previous.body.division
    {
      return OfficeReading(
        body: .part(of: .local(.partyCommittee, division: division), name: department),
        title: printed.title, inferred: [.organization])
    }
    let ids = passage.terms.almanac.organizations.ids(written: department)
    if body == nil, previous?.body.isForeign != false,
      Self.foreignMinistries.contains(department) || isForeigner(holder),
      ids.first?.hasPrefix("org:") != false, let state = ministryState(of: holder)
    {
      return OfficeReading(
        body: self.department(department, of: state), title: printed.title,
        inferred: [.organization])
    }
    guard !ids.isEmpty else { return nil }
    return OfficeReading(body: .listed(period(of: ids)), title: printed.title)
  }

  /// 国防部·沈文涛·部长: the body stands before the name, the post after it.
  func aroundName(
    _ printed: PrintedOffice, _ previous: OfficeReading?, _ holder: Holder
  ) -> OfficeReading? {
    guard holder.isBefore, previous == nil, let name = holder.name, let post = printed.post else {
      return nil
    }
    let start = place - name.unicodeScalars.count
    for match in passage.ending(at: start, if: .listed) {
      guard case .listed(let ids) = passage.term(match) else { continue }
      var moved = printed
      moved.body = PrintedBody(start: Int(match.start), listed: ids)
      return foreignBody(moved, holder)
        ?? OfficeReading(body: .listed(period(of: ids)), title: post.title)
    }
    return nil
  }

  static let partyDepartments: Set<String> = ["组织部", "宣传部", "统战部", "政法委"]

  func elliptical(_ post: Post, _ previous: OfficeReading?) -> OfficeReading? {
    if let reach = post.reach {
      guard let division = places.inferredDivision(reach, previous) else { return nil }
      return OfficeReading(
        body: .local(.government, division: division.id), title: post.title, inferred: [.division])
    }
    if let previous {
      if let own = townshipCommittee(post, previous) { return own }
      return OfficeReading(
        body: body(of: post.title, after: previous), title: post.title, inferred: [.organization])
    }
    if Self.isOfState(post.title), let state = frame.state {
      return OfficeReading(
        body: Self.chamber(of: post.title, in: .listed(state)), title: post.title,
        inferred: [.organization])
    }
    switch post.title {
    case "总理", "副总理", "第一副总理":
      return OfficeReading(body: .listed("org:sc"), title: post.title, inferred: [.organization])
    case "人大代表":
      return OfficeReading(body: .listed("org:npc"), title: "代表", inferred: [.organization])
    case "政协委员":
      return OfficeReading(body: .listed("org:cppcc"), title: "委员", inferred: [.organization])
    case "特首", "行政长官":
      return nil
    case "书记", "副书记":
      guard let body = frame.body, case .local(.partyCommittee, _) = body else { return nil }
      return OfficeReading(body: body, title: post.title, inferred: [.organization])
    default: return visitedBody(post) ?? carried(post)
    }
  }

  /// 乡党委书记 after 石桥乡长: of the party's committee beside the government of a township.
  private func townshipCommittee(_ post: Post, _ previous: OfficeReading) -> OfficeReading? {
    guard let title = post.title.afterPrefix("党委"), !title.isEmpty,
      case .written(let name, let division) = previous.body,
      ["乡政府", "镇政府"].contains(where: name.hasSuffix)
    else { return nil }
    return OfficeReading(
      body: .written(name.dropLast(2) + "党委", division: division), title: title,
      inferred: [.organization])
  }

  /// A post after another of the same person, with no body of its own.
  func body(of title: String, after previous: OfficeReading) -> Body {
    if Self.corpsTitles.contains(title), case .local(.partyCommittee, let id) = previous.body,
      divisions[id]?.kind.hasPrefix("兵团") == true
    {
      return .local(.government, division: id)
    }
    if let headed = Self.headed(by: title, in: previous.body) { return headed }
    return switch (previous.body, title) {
    case (.listed("org:politburo"), "书记"): .listed("org:cpc-cc")
    // A secretary-general is the whole body's, not a department's: 甲司司长、副秘书长.
    case (.part, "秘书长"), (.part, "副秘书长"): previous.body.root
    default: previous.body
    }
  }
}
