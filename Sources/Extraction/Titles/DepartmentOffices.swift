import Model
import Reference

/// Offices of departments that stand without the body they belong to: 宣传部·部长, 公司·董事长.
extension OfficeResolver {
  /// Departments alone: of the committee or government in play, or a body known by name only.
  func office(
    ofParts parts: [PrintedBody.Part], _ post: Post, _ previous: OfficeReading?, _ holder: Holder
  ) -> OfficeReading? {
    guard let first = parts.first, let last = parts.last else { return nil }
    var name = passage.string(first.range.lowerBound..<last.range.upperBound)
    // 中国 is part of a name that no table lists: 中国北方工业公司.
    let country = first.range.lowerBound - 2..<first.range.lowerBound
    if first.side == nil, country.lowerBound >= 0,
      ["中国", "国家", "联邦"].contains(passage.string(country))
    {
      name = passage.string(country) + name
    }
    switch first.side {
    case nil:
      // 公司董事, 商会会长: an ending alone is the body that was named before.
      let ending = first.range.lowerBound..<last.range.upperBound
      if isEndingOnly(ending) {
        return Antecedents(passage: passage).body(endingIn: ending, before: place)
          .flatMap { full($0, post, nil) }?.inferring(.organization)
      }
      if parts.count == 1, previous == nil, let listed = bodyInPlay(name, holder) {
        return OfficeReading(body: listed, title: post.title, inferred: [.organization])
      }
      if let unit = unitOfBusiness(name) {
        return OfficeReading(body: unit, title: post.title, inferred: [.organization])
      }
      if let same = same(name, holder) {
        return OfficeReading(body: same, title: post.title, inferred: [.organization])
      }
      if let foreign = federalBody(name, holder) {
        return OfficeReading(body: foreign, title: post.title, inferred: [.organization])
      }
      if let whole = jobWhole(of: name, post, previous)
        ?? whole(of: name, previous) ?? served(name, previous)
      {
        return OfficeReading(
          body: .part(of: whole, name: name), title: post.title, inferred: [.organization])
      }
      if Self.isDepartment(name), post.reach == nil, let division = bureauDivision(name, previous) {
        return OfficeReading(
          body: .part(of: .local(.government, division: division.id), name: name),
          title: post.title, inferred: [.division])
      }
      let written = Self.withoutNote(Self.seat(name, of: post))
      if let division = zoneDivision(first.range.lowerBound, name) {
        return OfficeReading(
          body: .written(division.name + written, division: division.id), title: post.title,
          inferred: [.division])
      }
      return OfficeReading(body: .written(written, division: nil), title: post.title)
    case .party, .government:
      if previous == nil, let bureau = hongKongBureau(name) {
        return OfficeReading(body: bureau, title: post.title, inferred: [.organization])
      }
      if previous == nil, let national = centralBody(name) ?? nationalBody(name) {
        return OfficeReading(body: national, title: post.title, inferred: [.organization])
      }
      guard let base = base(for: first, name, previous) else {
        return standard(name, post, previous)
      }
      var reading = office(of: base, parts, post)
      reading.inferred = [.organization]
      return reading
    case .any:
      if Self.chambers.contains(name), previous == nil,
        let state = state(of: "议长", holder.name.map { script(of: $0) } ?? .bySound)
      {
        return OfficeReading(
          body: department(name, of: state), title: post.title, inferred: [.organization])
      }
      guard let base = whole(of: name, previous) ?? frame.body?.root else {
        return standard(name, post, previous)
      }
      var reading = office(of: base, parts, post)
      reading.inferred = [.organization]
      return reading
    }
  }

  /// The place that was printed before a zone: 云湖开发区党工委 after 河滨市云湖开发区.
  private func zoneDivision(_ start: Int, _ name: String) -> Division? {
    guard let level = name.firstIndex(where: { "区镇乡".contains($0) }),
      name.hasSuffix("委") || name.hasSuffix("办事处") || name.hasSuffix("管委会"),
      name.first.map({ $0.unicodeScalars.first?.value == passage.scalar(start) }) == true
    else { return nil }
    let zone = String(name[...level])
    guard zone.unicodeScalars.count > 2 else { return nil }
    for at in passage.named.reversed() where at < start {
      if Int(at) < start - 3_000 { return nil }
      for match in passage.starting(at: Int(at), if: .place)
      where passage.stands(zone, at: Int(match.end)) {
        if case .place(let indices) = passage.term(match) {
          return places.division(of: [indices])
        }
      }
    }
    return nil
  }

  /// The government that a post of a place that no table lists is of: 高雄市长, 柏林市市长.
  static func seat(_ name: String, of post: Post) -> String {
    guard post.reach != nil, let level = name.last,
      level.unicodeScalars.first?.value.isLevel == true
    else { return name }
    let place = name.dropLast()
    return (place.last == level ? String(place) : name) + "政府"
  }

  /// The place whose government a bureau that no table lists is of: that of an article on Hong Kong
  /// or Macao, or the city in play.
  func bureauDivision(_ name: String, _ previous: OfficeReading?) -> Division? {
    guard name.count > 2, name.hasSuffix("局") || name.hasSuffix("厅"),
      !states.isAny(before: place, from: places.sentenceStart)
    else { return nil }
    if let province = places.subject.province.flatMap({ divisions[$0] }), province.kind == "特别行政区" {
      return province
    }
    return places.inferredDivision(name.hasSuffix("厅") ? .province : .city, previous)
  }

  /// 国安局, 民主党: the listed body of that name of the state or place that the text names most.
  func bodyInPlay(_ name: String, _ holder: Holder) -> Body? {
    let isForeigner = isForeigner(holder)
    let organizations = passage.terms.almanac.organizations
    guard name.count > 2 else { return nil }
    for place in states.placesByWeight where !isForeigner || !["台湾", "香港"].contains(place) {
      let ids = organizations.ids(written: place + name)
      if !ids.isEmpty { return .listed(period(of: ids)) }
    }
    return nil
  }

  /// 卫健委: the national body of that name, where the sentence names one of the state's bodies before
  /// it and no place.
  func nationalBody(_ name: String) -> Body? {
    let organizations = passage.terms.almanac.organizations
    let ids = organizations.ids(written: "国家" + name) + organizations.ids(written: "国务院" + name)
    guard !ids.isEmpty, places.placesBefore().isEmpty else { return nil }
    for start in max(places.sentenceStart, place - 80)..<place {
      for match in passage.starting(at: start, if: .listed) {
        if case .listed(let named) = passage.term(match), let id = named.first,
          ["org:sc", "org:cpc-cc", "org:cpc"].contains(id) || id == "org:npcsc"
        {
          return .listed(period(of: ids))
        }
      }
    }
    return nil
  }

  /// 该部, 该校: the body of that kind that the holder, or the text, was last read with.
  private func same(_ name: String, _ holder: Holder) -> Body? {
    guard name.count == 2, name.hasPrefix("该") || name.hasPrefix("本") else { return nil }
    let hierarchy = passage.terms.almanac.hierarchy
    let isOfKind = { (body: Body) in
      hierarchy.organization(body).name.hasSuffix(String(name.dropFirst()))
    }
    if let own = holder.name.flatMap({ body(knownOf: $0, where: isOfKind) }) { return own }
    return frame.body.flatMap { isOfKind($0) ? $0 : nil }
  }

  /// 中共·政法委, 中共前·组织部: of the Central Committee, as no place is printed.
  private func centralBody(_ name: String) -> Body? {
    guard passage.stands("中共", at: place - 2) || passage.stands("中共", at: place) else { return nil }
    let ids = passage.terms.almanac.organizations.ids(written: "中央" + name)
    return ids.isEmpty ? nil : .listed(period(of: ids))
  }

  /// 国家反恐中心, 联邦总理府: of the state in play where the holder's name is written by its sound.
  func federalBody(_ name: String, _ holder: Holder) -> Body? {
    guard name.hasPrefix("国家") || name.hasPrefix("联邦"), isForeigner(holder) else { return nil }
    return state(of: "部长", .bySound).map { department(name, of: $0) }
  }

  /// 教育局: of Hong Kong where the text speaks of it and the sentence of no other place.
  func hongKongBureau(_ name: String) -> Body? {
    guard states.hongKong > 4, states.hongKong * 2 > states.mainland,
      !places.placesBefore().contains(where: { !$0.id.hasPrefix("div:81") })
    else { return nil }
    let ids = passage.terms.almanac.organizations.ids(written: "香港" + name)
    return ids.isEmpty ? nil : .listed(period(of: ids))
  }

  /// 国资委: the national body, where no place is in play.
  private func standard(_ name: String, _ post: Post, _ previous: OfficeReading?) -> OfficeReading?
  {
    guard previous == nil else { return nil }
    let almanac = passage.terms.almanac
    for meaning in almanac.ambiguities.meanings(of: name, title: post.title) {
      guard let standard = meaning.standard else { continue }
      return OfficeReading(
        body: .listed(standard), title: post.title, inferred: [.organization])
    }
    let ids = almanac.organizations.ids(written: name)
    return ids.isEmpty
      ? nil
      : OfficeReading(
        body: .listed(period(of: ids)), title: post.title, inferred: [.organization])
  }

  func isEndingOnly(_ range: Range<Int>) -> Bool {
    passage.starting(at: range.lowerBound).contains { match in
      if case .unit = passage.term(match) { Int(match.end) == range.upperBound } else { false }
    }
  }

  /// The listed body that a department without one belongs to: that of the office before it, or
  /// the one last named in its sentence.
  func whole(of department: String, _ previous: OfficeReading?) -> Body? {
    guard
      Self.isDepartment(department) || department.hasSuffix("组")
        || previous != nil && department.hasSuffix("委员会")
        || previous?.body.isPartOfListed == true && department.hasSuffix("部"),
      !["中央", "全国", "国家", "中国", "国务院"].contains(where: { department.hasPrefix($0) })
    else { return nil }
    if let previous { return Self.enclosing(department, of: previous.body) }
    for start in stride(from: place - 2, through: max(places.sentenceStart, place - 60), by: -1) {
      for match in passage.starting(at: start) where Int(match.end) <= place {
        if case .listed(let ids) = passage.term(match) { return .listed(period(of: ids)) }
      }
    }
    return nil
  }

  func base(
    for part: PrintedBody.Part, _ name: String, _ previous: OfficeReading?
  ) -> Body? {
    let reach: LocalForm.Reach =
      name.hasSuffix("厅") ? .province : name.hasSuffix("局") ? .city : .any
    let division =
      previous?.body.division.flatMap { divisions[$0] } ?? places.inferredDivision(reach, previous)
    guard let division else { return nil }
    return .local(part.side == .party ? .partyCommittee : .government, division: division.id)
  }
}
