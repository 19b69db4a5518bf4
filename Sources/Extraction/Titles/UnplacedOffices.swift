import Model

extension OfficeResolver {
  /// An office of a level whose place nothing tells, as people write it down outside an article:
  /// 省财政厅厅长, 自治区党委常委, and 宣传部部长 behind that; 副省长, 原市长.
  func unplaced(_ printed: PrintedOffice, after previous: OfficeReading?) -> OfficeReading? {
    guard let post = printed.post else { return nil }
    guard let body = printed.body else { return unplacedHead(printed, post) }
    guard body.places.isEmpty,
      body.listed == nil, body.state == nil, body.mission == nil
    else { return nil }
    guard let level = level(of: body, after: previous) else { return nil }
    let isParty = body.parts.first?.side == .party
    let kind = body.local?.body ?? (isParty ? .partyCommittee : .government)
    var reading = office(of: .unplaced(kind, level: level), body.parts, post)
    // 自治区·党委书记: of the committee, not of the government.
    if body.local == nil, body.parts.isEmpty, post.title.hasPrefix("党委") {
      reading.body = .unplaced(.partyCommittee, level: level)
      reading.title = String(post.title.dropFirst(2))
    }
    reading.qualifier = printed.qualifier
    reading.inferred = [.division]
    return reading
  }

  /// A post of governments of a level that stands for itself, in a text of nothing else.
  private func unplacedHead(_ printed: PrintedOffice, _ post: Post) -> OfficeReading? {
    guard passage.unknown(in: 0..<passage.count).isEmpty,
      let level = post.reach.flatMap(level(of:))
    else { return nil }
    return OfficeReading(
      body: .unplaced(.government, level: level), title: post.title, qualifier: printed.qualifier,
      inferred: [.division])
  }

  private func level(
    of body: PrintedBody, after previous: OfficeReading?
  ) -> Division.Level? {
    let local = body.local.flatMap { $0.reach == .any ? nil : $0.reach }
    guard let reach = local ?? body.level else {
      guard case .unplaced(_, let level)? = previous?.body, body.parts.first?.side != nil else {
        return nil
      }
      return level
    }
    return self.level(of: reach)
  }

  private func level(of reach: LocalForm.Reach) -> Division.Level? {
    let level = reach == .autonomous ? .province : reach.level
    return level == .country ? nil : level
  }
}
