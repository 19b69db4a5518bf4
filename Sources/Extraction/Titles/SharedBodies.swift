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
}
