import Model
import Reference

/// Members of parliaments and councils, whose body is told by their title, party or place.
extension OfficeResolver {
  static let chambers: Set<String> = ["参议院", "众议院", "上院", "下院"]

  /// 共和党参议员, 佛州众议员: a member told with the party or the constituency, of the state's house;
  /// 元朗区议员, 立法会议员 told with more letters, of the council.
  func memberOfParliament(_ printed: PrintedOffice, _ holder: Holder) -> OfficeReading? {
    guard let body = printed.body, let post = printed.post, body.local == nil, body.state == nil,
      let title = Self.houses[post.title]
    else { return nil }
    let script = holder.name.map { self.script(of: $0) } ?? .bySound
    func member(of body: Body) -> OfficeReading {
      OfficeReading(body: body, title: post.title, inferred: [.organization])
    }
    if let id = body.listed?.first, body.parts.isEmpty {
      guard let side = id.afterPrefix("party:") else { return nil }
      if side.hasPrefix("hk-") { return member(of: .listed("hk:legco")) }
      let code = "state:" + side.prefix { $0 != "-" }.uppercased()
      guard passage.terms.almanac.organizations[code] != nil else { return nil }
      return member(of: Self.chamber(of: title, in: .listed(code)))
    }
    guard let last = body.parts.last else { return nil }
    let name = passage.string(body.parts[0].range.lowerBound..<last.range.upperBound)
    if name.hasSuffix("立法会"), post.title == "议员", states.hongKong > 1 {
      return member(of: .listed("hk:legco"))
    }
    guard
      name.hasSuffix("党") || name.hasSuffix("党籍") || name.hasSuffix("派")
        || name.hasSuffix("州") && post.title != "议员"
    else { return council(name, post, from: body.parts[0].range.lowerBound) }
    if post.title == "议员", script != .bySound {
      return states.isOfHongKong ? member(of: .listed("hk:legco")) : nil
    }
    // 甲州州众议员: of the state's own parliament.
    if name.hasSuffix("州州") {
      return member(of: .written(String(name.dropLast()) + "议会", division: nil))
    }
    return state(of: title, script).map { member(of: Self.chamber(of: title, in: $0)) }
  }

  /// 元朗区·议员: of the council of a place that no table lists.
  private func council(_ name: String, _ post: Post, from start: Int) -> OfficeReading? {
    guard post.title == "议员", name.count > 2, let last = name.last, "区市县郡".contains(last),
      isCut(start)
    else { return nil }
    if name.contains("党") || name.contains("派") {
      // 民主派区议员: of which district is not said.
      return states.isOfHongKong && last == "区"
        ? OfficeReading(body: .written("香港区议会", division: "div:810000"), title: post.title) : nil
    }
    return OfficeReading(body: .written(name + "议会", division: nil), title: post.title)
  }

  /// Whether a name may begin at a place: no letter of its own stands before it.
  private func isCut(_ start: Int) -> Bool {
    let before: TermKinds = [.boundary, .holder, .speech, .place, .follower, .qualifier]
    return !passage.scalar(start - 1).isNameLetter || passage.ends(before, at: start)
  }

  /// The titles of members, with the title that tells their house.
  private static let houses = [
    "参议员": "参议员", "众议员": "众议员", "联邦参议员": "参议员", "联邦众议员": "众议员", "国会议员": "国会议员",
    "议员": "国会议员",
  ]

  /// The house of parliament whose members a title is of; the state for all other titles.
  static func chamber(of title: String, in state: Body) -> Body {
    let chamber: String
    switch title {
    case "参议员", "联邦参议员", "资深参议员": chamber = "参议院"
    case "众议员", "联邦众议员", "资深众议员": chamber = "众议院"
    case "国会议员", "国会主席", "国会议长": chamber = "国会"
    default: return state
    }
    if case .listed("state:US") = state {
      return .listed(["参议院": "us:senate", "众议院": "us:house"][chamber] ?? "us:congress")
    }
    return .part(of: state, name: chamber)
  }
}
