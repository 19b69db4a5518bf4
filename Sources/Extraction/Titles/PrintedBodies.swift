import Model
import Reference

/// Offices whose body is printed before them: 中国驻英国·大使, 吉林省委宣传部·部长, 湖南·省长.
extension OfficeResolver {
  func full(
    _ body: PrintedBody, _ post: Post, _ previous: OfficeReading?, _ holder: Holder = Holder()
  ) -> OfficeReading? {
    if let mission = body.mission { return office(of: mission, post) }
    if let state = body.state { return office(ofState: .listed(state), body.parts, post) }
    if let ids = body.listed { return office(of: .listed(period(of: ids)), body.parts, post) }
    if let local = body.local { return office(of: local, body, post, previous) }
    if !body.places.isEmpty { return office(inPlace: body, post) }
    if let level = body.level { return office(atLevel: level, body, post, previous) }
    return office(ofParts: body.parts, post, previous, holder)
  }

  /// The state in play that may have sent a mission to China.
  private func guestState() -> String? {
    let near = states.last("大使", before: place, from: places.sentenceStart, .either)
    return (near ?? states.state(of: "大使", before: place, from: place, .either))?.id
  }

  /// 美国·总统, 俄罗斯国防部·部长, 美国·参议员.
  func office(ofState state: Body, _ parts: [PrintedBody.Part], _ post: Post) -> OfficeReading {
    guard parts.isEmpty else { return office(of: state, parts, post) }
    return OfficeReading(body: Self.chamber(of: post.title, in: state), title: post.title)
  }

  /// 驻英国大使: of the mission of China where no other state is printed before it.
  func office(of mission: PrintedMission, _ post: Post) -> OfficeReading? {
    // 法国离任不久的驻华大使: who is at China's court is sent by another state.
    let guest = mission.sender == nil && mission.host == "华" ? guestState() : nil
    let sender = passage.terms.almanac.organizations[mission.sender ?? guest ?? "state:CN"]
    let name = sender?.id == "state:CN" ? "中国" : sender?.shortName ?? ""
    let seat = Missions.seat(of: post.title, at: mission.host)
    return OfficeReading(
      body: .written(name + "驻" + mission.host + seat, division: nil), title: post.title,
      inferred: mission.sender == nil ? [.organization] : [])
  }

  func office(of body: Body, _ parts: [PrintedBody.Part], _ post: Post) -> OfficeReading {
    var body = body
    var title = post.title
    // 解放军·总参谋长: of the General Staff.
    if body == .listed("org:pla"), parts.isEmpty, title.hasSuffix("总参谋长") {
      body = .listed("org:pla-gsd")
    }
    for part in parts {
      let name = Self.withoutNote(passage.string(part.range))
      // A committee inside an enterprise or university is said with its post: 纪委书记.
      if Self.innerCommittees.contains(name) {
        title = name + title
      } else if let member = member(name, of: body) {
        body = member
      } else {
        body = .part(of: body, name: passage.terms.abbreviations[name] ?? name)
      }
    }
    return OfficeReading(body: body, title: title)
  }

  /// 国务院·国土资源部: the listed body of that name that is under another. The press abroad calls
  /// those of the state the party's: 中共·外交部.
  func member(_ name: String, of whole: Body) -> Body? {
    guard case .listed(let id) = whole else { return nil }
    let owner = id == "org:cpc" ? "org:sc" : id
    let organizations = passage.terms.almanac.organizations
    let ids = organizations.ids(written: name).filter { organizations[$0]?.parentID == owner }
    return ids.isEmpty ? nil : .listed(period(of: ids))
  }

  static let innerCommittees: Set<String> = ["纪委", "党委", "党组", "董事会", "监事会", "理事会"]

  func office(
    of local: LocalForm, _ body: PrintedBody, _ post: Post, _ previous: OfficeReading?
  ) -> OfficeReading? {
    var local = local
    if local.body == .partyCommittee {
      if body.isYouthLeague { local.body = .youthLeague }
      if body.isConsultative { local.body = .consultative }
    }
    // 纪委监委主任: of the commission of supervision.
    if local.body == .discipline, ["主任", "副主任"].contains(post.title) {
      local.body = .supervision
    }
    // 兵团·纪委: the level is printed before a form that has none.
    if local.reach == .any, let level = body.level, body.places.isEmpty { local.reach = level }
    let isRegion = local.reach == .region
    if let division = isRegion ? places.region(body.places) : places.division(of: body.places) {
      return office(of: .local(local.body, division: division.id), body.parts, post)
    }
    if isRegion, let city = places.division(of: body.places) {
      let seat = local.body == .partyCommittee ? "地委" : "地区行署"
      return office(
        of: .written(city.shortName + seat, division: city.id), body.parts, post)
    }
    if !body.places.isEmpty {
      return office(
        of: .written(passage.string(body.start..<bodyEnd(body)), division: nil), [], post)
    }
    if let beside = besideWritten(local, post, previous) { return beside }
    // 纪委书记 after a post in a company is a post of that company.
    if local.reach == .any, let previous, !previous.body.isLocal {
      let name = local.body == .discipline ? "纪委" : nil
      guard let name else { return nil }
      return OfficeReading(body: previous.body, title: name + post.title, inferred: [.organization])
    }
    guard let division = places.inferredDivision(local.reach, previous) else {
      guard local.reach != .any else { return nil }
      var reading = office(
        of: .unplaced(local.body, level: local.reach.level), body.parts, post)
      reading.inferred = [.division]
      return reading
    }
    var reading = office(of: .local(local.body, division: division.id), body.parts, post)
    reading.inferred = [.division]
    return reading
  }

  /// 党工委, the party's committee in a zone that no table lists.
  static func isZoneCommittee(_ name: String) -> Bool { name.hasSuffix("党工委") }

  /// 乡党委 after 石桥乡政府, 管委会 after 云湖开发区党工委: a body beside one that no table lists.
  private func besideWritten(
    _ local: LocalForm, _ post: Post, _ previous: OfficeReading?
  ) -> OfficeReading? {
    guard case .written(let name, let division)? = previous?.body else { return nil }
    let pairs: [(suffix: String, LocalBody, String)] = [
      ("乡政府", .partyCommittee, "乡党委"), ("镇政府", .partyCommittee, "镇党委"),
      ("乡党委", .government, "乡政府"), ("镇党委", .government, "镇政府"), ("党工委", .zone, "管委会"),
    ]
    for (suffix, body, other) in pairs where local.body == body && name.hasSuffix(suffix) {
      return OfficeReading(
        body: .written(name.dropLast(suffix.count) + other, division: division),
        title: post.title, inferred: [.organization])
    }
    return nil
  }

  func bodyEnd(_ body: PrintedBody) -> Int {
    var end = body.start
    for place in body.start..<min(passage.count, body.start + 40)
    where passage.starting(at: place).contains(where: {
      if case .post = passage.term($0) { true } else { false }
    }) {
      end = place
      break
    }
    return end
  }

  func office(inPlace body: PrintedBody, _ post: Post) -> OfficeReading? {
    guard let division = places.division(of: body.places) else { return nil }
    guard let first = body.parts.first else { return headOffice(of: division, post) }
    let last = body.parts.last ?? first
    if first.side == nil,
      !Self.isDepartment(passage.string(first.range))
        || last.side == nil
          && Self.isZoneCommittee(passage.string(last.range))
    {
      let range = body.start..<(body.parts.last?.range.upperBound ?? first.range.upperBound)
      let own = passage.string(first.range.lowerBound..<range.upperBound)
      if let known = ownBody(own, of: division, post) { return known }
      let name = Self.seat(Self.withoutNote(passage.string(range)), of: post)
      let written = Body.written(name, division: division.id)
      return OfficeReading(body: written, title: post.title)
    }
    // 广东省信访局, 广东省外办: printed without the committee, they are said of the government.
    let isPlain =
      passage.scalar(first.range.upperBound - 1) == 0x5C40  // 局
      || ["外办", "外事办", "台办"].contains(passage.string(first.range))
    let isParty = first.side == .party && !(isPlain && body.places.last != nil)
    let committee: LocalBody = isParty ? .partyCommittee : .government
    return office(of: .local(committee, division: division.id), body.parts, post)
  }

  /// The committee of a zone that the tables list (雄安新区·党工委), and the bodies of towns, which are
  /// called after the county or district they are in: 大瑶镇, 三阳乡党委, 中关村街道办事处.
  private func ownBody(_ name: String, of division: Division, _ post: Post) -> OfficeReading? {
    if division.level == .zone {
      guard ["党工委", "工委"].contains(name) else { return nil }
      return OfficeReading(
        body: .local(.partyCommittee, division: division.id), title: post.title)
    }
    if ["党工委", "工委"].contains(name),
      let zone = divisions.all.first(where: { $0.level == .zone && $0.name == division.name })
    {
      // 两江新区, which became a district: the committee is that of the zone.
      return OfficeReading(
        body: .local(.partyCommittee, division: zone.id), title: post.title)
    }
    guard division.level > .province, name.count > 2 else { return nil }
    let place = divisions.fullName(of: division)
    if post.reach == .township, let level = name.last, "镇乡".contains(level) {
      // 大瑶镇·镇长 shares no letter, 大瑶·镇长 does.
      let town = name.dropLast().last == level ? String(name.dropLast()) : name
      return OfficeReading(
        body: .written(place + town + "政府", division: division.id), title: post.title)
    }
    if name.hasSuffix("镇") || name.hasSuffix("乡"), let title = post.title.afterPrefix("党委") {
      return OfficeReading(
        body: .written(place + name + "党委", division: division.id), title: title)
    }
    let isStreet = ["街道办事处", "街道办", "街道党工委", "镇党委", "乡党委", "镇政府", "乡政府"].contains {
      name.hasSuffix($0)
    }
    guard isStreet else { return nil }
    return OfficeReading(body: .written(place + name, division: division.id), title: post.title)
  }

  /// A name without the bracket at its end that only gives its letters: 全球化智库（CCG）.
  static func withoutNote(_ name: String) -> String {
    guard name.hasSuffix(")") || name.hasSuffix("）"),
      let open = name.lastIndex(where: { $0 == "(" || $0 == "（" }), open > name.startIndex,
      name[name.index(after: open)...].dropLast().allSatisfy(\.isASCII)
    else { return name }
    return String(name[..<open])
  }

  /// 厅, 局, 委 and the like are departments of the place's government; companies and schools are not.
  static func isDepartment(_ name: String) -> Bool {
    guard let last = name.last, !name.hasSuffix("公司") else { return false }
    return "厅局司委办署处室站队科".contains(last)
  }

  /// The office of a place alone: 湖南省长, 吉林省委·书记 without 委, 香港特首.
  func headOffice(of division: Division, _ post: Post) -> OfficeReading? {
    let id = division.id
    if ["行政长官", "特首"].contains(post.title), division.kind == "特别行政区" {
      return OfficeReading(body: .local(.government, division: id), title: "行政长官")
    }
    if let reach = post.reach {
      guard let division = reach.fits(division) ? division : nil else { return nil }
      return OfficeReading(body: .local(.government, division: division.id), title: post.title)
    }
    if let title = post.title.afterPrefix("党委") {
      return OfficeReading(body: .local(.partyCommittee, division: id), title: title)
    }
    if Self.stateTitles.contains(post.title) {
      return OfficeReading(body: .written(division.shortName, division: id), title: post.title)
    }
    if division.kind.hasPrefix("兵团"), Self.corpsTitles.contains(post.title) {
      return OfficeReading(body: .local(.government, division: id), title: post.title)
    }
    switch post.title {
    case "书记", "副书记", "常委", "专职副书记", "第一书记":
      return OfficeReading(body: .local(.partyCommittee, division: id), title: post.title)
    case "主席", "副主席", "常务副主席", "主席助理", "省长助理", "市长助理", "党组书记", "党组副书记", "党组成员",
      "行政长官", "特首", "秘书长", "副秘书长", "专员", "副专员":
      guard !post.title.hasSuffix("主席") || division.kind == "自治区" else { return nil }
      let title = post.title == "特首" ? "行政长官" : post.title
      return OfficeReading(body: .local(.government, division: id), title: title)
    case "议员" where division.kind == "特别行政区":
      return OfficeReading(
        body: .listed(id.hasPrefix("div:81") ? "hk:legco" : "mo:al"), title: post.title)
    case "议员":
      return OfficeReading(body: .written(division.name + "议会", division: id), title: post.title)
    case "政协常委": return OfficeReading(body: .local(.consultative, division: id), title: "常委")
    case "人大代表": return OfficeReading(body: .local(.congress, division: id), title: "代表")
    case "政协委员": return OfficeReading(body: .local(.consultative, division: id), title: "委员")
    default: return nil
    }
  }

  /// The heads of the Corps and its divisions, which are bodies of government.
  static let corpsTitles: Set<String> = [
    "政委", "副政委", "政治委员", "副政治委员", "司令员", "副司令员", "师长", "副师长", "秘书长", "副秘书长",
  ]

  static let stateTitles: Set<String> = ["总统", "副总统", "候任总统", "当选总统", "总统候选人"]

  func office(
    atLevel level: LocalForm.Reach, _ body: PrintedBody, _ post: Post, _ previous: OfficeReading?
  ) -> OfficeReading? {
    guard let division = places.inferredDivision(level, previous) else { return nil }
    var filled = body
    filled.level = nil
    guard let index = divisions.index(of: division.id) else { return nil }
    filled.places = [[index]]
    guard var reading = office(inPlace: filled, post) else { return nil }
    // 省民防协会: the province for its level.
    if case .written = reading.body, let first = body.parts.first, let last = body.parts.last {
      let name = passage.string(first.range.lowerBound..<last.range.upperBound)
      reading.body = .written(
        division.name + Self.seat(Self.withoutNote(name), of: post), division: division.id)
    }
    reading.inferred = [.division]
    return reading
  }
}
