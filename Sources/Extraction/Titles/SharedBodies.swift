import Model
import Reference

/// Bare posts whose body the sentence prints elsewhere: before 由, with the office that the holder
/// has, or with the office of the one listed before.
extension OfficeResolver {
  /// 河滨总工会由副委员长甲兼任·主席，现任·党组书记乙: of the body that stands before 由.
  func givenBody(_ post: Post) -> OfficeReading? {
    let limit = max(places.sentenceStart, place - 60)
    guard place > limit else { return nil }
    let finder = OfficeFinder(passage: passage)
    let bodies: TermKinds = [.listed, .unit, .local, .department]
    for at in stride(from: place - 2, to: limit, by: -1)
    where passage.scalar(at) == 0x7531 && passage.ends(bodies, at: at) {  // 由
      guard let body = finder.namedBody(endingAt: at, limit: limit) else { return nil }
      return full(body, post, nil)?.inferring(.organization)
    }
    return nil
  }

  /// 到访国务院国资委，·党委书记、主任甲出面接待: of the listed body right before the comma, whose people the clause
  /// brings in.
  func visitedBody(_ post: Post) -> OfficeReading? {
    guard passage.scalar(place - 1).isComma, passage.ends(.listed, at: place - 1) else {
      return nil
    }
    let limit = max(places.sentenceStart, place - 40)
    let body = OfficeFinder(passage: passage).namedBody(endingAt: place - 1, limit: limit)
    guard let body, body.listed != nil, body.parts.isEmpty else { return nil }
    return full(body, post, nil)?.inferring(.organization)
  }

  /// 新华社总编辑甲将担任·社长, 河滨省教育厅副厅长甲升任·厅长: of the body whose ending the title holds, in
  /// which the holder was read.
  func ownBody(_ post: Post, _ holder: Holder) -> OfficeReading? {
    guard let name = holder.name, post.reach == nil, post.title.hasSuffix("长"),
      let unit = post.title.dropLast().last, "社厅局部司院行校署台".contains(unit)
    else { return nil }
    let hierarchy = passage.terms.almanac.hierarchy
    return body(knownOf: name) { hierarchy.organization($0).name.last == unit }
      .map { OfficeReading(body: $0, title: post.title, inferred: [.organization]) }
  }

  /// 河滨电器董事长甲、·监事乙: of the enterprise or body of the office that the list before it began
  /// with.
  func listedBody(_ post: Post) -> OfficeReading? {
    guard passage.scalar(place - 1).isListMark, let body = frame.body, !body.isForeign,
      body.division == nil, frame.bodyPlace >= places.sentenceStart, place - frame.bodyPlace < 24,
      !passage.scalars[frame.bodyPlace..<place].contains(where: \.isComma)
    else { return nil }
    return OfficeReading(body: body, title: post.title, inferred: [.organization])
  }

  /// 历任检察厅干部、·民事检察处处长: what a department of a career is of, by the job before it.
  func jobWhole(of department: String, _ post: Post, _ previous: OfficeReading?) -> Body? {
    // A job's own body is asked for by this same rule.
    guard post.title != Self.job, previous == nil, Self.isInner(department) else { return nil }
    return jobBody().flatMap { Self.enclosing(department, of: $0) }
  }

  /// 曾在中国证监会任职，历任·监管部副主任: what it is of, by the words on whom somebody served.
  func served(_ department: String, _ previous: OfficeReading?) -> Body? {
    guard previous == nil || previous?.body.root == .written(department, division: nil),
      Self.isInner(department)
    else { return nil }
    return serviceBody()
  }

  private static func isInner(_ name: String) -> Bool {
    guard let last = name.last, "部会室处科心站".contains(last) else { return false }
    return !["中央", "全国", "国家", "中国", "国务院"].contains(where: name.hasPrefix)
  }

  private static let job = "干部"

  /// 历任甲厅正科级干部、: the body of a job before the office in its list.
  private func jobBody() -> Body? {
    let limit = max(places.sentenceStart, place - 50)
    guard passage.scalar(place - 1).isListMark, limit < place - 3 else { return nil }
    for at in stride(from: place - 3, to: limit, by: -1)
    where ["干部", "科员", "职员"].contains(where: { passage.stands($0, at: at) }) {
      var end = at
      if passage.scalar(end - 1) == 0x7EA7 { end -= 3 }  // 级
      guard let body = OfficeFinder(passage: passage).namedBody(endingAt: end, limit: limit) else {
        continue
      }
      return full(body, Post(title: Self.job, reach: nil, isWeak: false), nil)?.body
    }
    return nil
  }

  /// 在中国证监会任职, 在证监会担任: the listed body that the sentence says somebody served in.
  private func serviceBody() -> Body? {
    let limit = max(places.sentenceStart, place - 120)
    for at in limit..<max(limit, place - 3)
    where passage.scalar(at) == 0x5728 {  // 在
      for match in passage.starting(at: at + 1, if: .listed) {
        guard case .listed(let ids) = passage.term(match),
          (0...5).contains(where: { gap in
            ["任职", "工作", "供职", "担任"].contains { passage.stands($0, at: Int(match.end) + gap) }
          })
        else { continue }
        return .listed(period(of: ids))
      }
    }
    return nil
  }
}
