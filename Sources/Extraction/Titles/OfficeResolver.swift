import Model
import Reference

/// What the passage has said so far about where its offices are: the frame that fills what later
/// offices leave out.
struct Frame {
  /// Division ids, innermost known of each level.
  var province: String?
  var city: String?
  var county: String?
  var state: String?
  /// The last body that was printed with its place.
  var body: Body?
  /// Where the frame was last set.
  var place = 0
}

/// Fills what a printed office leaves out, from its list and its passage: 省委书记 after 吉林省委书记
/// is of 吉林省委.
struct OfficeResolver {
  let passage: Passage
  /// The place that the article is about: from its headline, or its most named province.
  let subject: Frame
  private(set) var frame: Frame
  private let published: PartialDate?
  /// The bodies of the offices that each person was read with, by title.
  private var memory: [String: [Remembered]] = [:]

  private struct Remembered {
    var title: String
    var body: Body
  }

  /// Where the office in hand begins.
  private var place = 0
  private var divisions: Divisions { passage.terms.almanac.divisions }
  private let states: StatesNamed

  init(_ passage: Passage, subject: Frame, published: PartialDate?) {
    self.passage = passage
    self.subject = subject
    self.published = published
    frame = Frame()
    states = StatesNamed(passage)
  }

  mutating func enterSection(_ division: Division) {
    frame = Frame()
    note(division)
  }

  /// Makes the place of a person's last office the one in play.
  mutating func enterPlace(of name: String) {
    guard let id = memory[name]?.last?.body.division, let division = divisions[id] else { return }
    enterSection(division)
    frame.place = passage.count
  }

  /// Who holds an office, as far as the words around it tell.
  struct Holder {
    /// All of them, where they share it.
    var names: [String] = []
    var name: String? { names.first }
    /// The name stands before the title: 习近平·主席.
    var isBefore = false
  }

  /// The office, resolved; nil where its body cannot be told.
  mutating func office(
    _ printed: PrintedOffice, after previous: OfficeReading?, holder: Holder = Holder()
  ) -> OfficeReading? {
    place = printed.range.lowerBound
    let known = holder.name.flatMap { name in
      memory[name]?.last { $0.title == printed.title }?.body
    }
    let remembered = printed.body == nil && previous == nil ? known : nil
    let title = remembered.map {
      OfficeReading(body: $0, title: printed.title, inferred: [.organization])
    }
    guard
      var reading = title ?? stateOffice(printed, previous, holder) ?? resolve(
        printed, previous, holder)
        ?? presidency(printed, holder)
    else { return nil }
    for name in holder.names {
      memory[name, default: []].append(Remembered(title: reading.title, body: reading.body))
    }
    reading.qualifier = printed.qualifier
    normalize(&reading)
    note(reading.body, isPrinted: reading.inferred.isEmpty)
    return reading
  }

  /// 总统马克龙, 副总理胡春华: a title of a state with no state printed. The state is the one that the
  /// person was read with, that of the sentence, or the last one named; names tell which it can be.
  private func stateOffice(
    _ printed: PrintedOffice, _ previous: OfficeReading?, _ holder: Holder
  ) -> OfficeReading? {
    guard printed.body == nil, previous == nil, Self.foreignTitles.contains(printed.title),
      printed.post != nil, let name = holder.name
    else { return nil }
    func office(_ body: Body) -> OfficeReading {
      OfficeReading(body: body, title: printed.title, inferred: [.organization])
    }
    let known = memory[name]?.last { $0.body.isForeign }?.body
    if let known { return office(known) }
    let isHan = isHanName(name)
    if let near = states.last(before: place, from: sentenceStart, hasHanNames: isHan) {
      return office(near)
    }
    if isHan, ["总理", "副总理"].contains(printed.title) { return office(.listed("org:sc")) }
    return state(hasHanNames: isHan).map(office)
  }

  /// The state in play for a name of a kind: the one that the text names most, else the last.
  private func state(hasHanNames: Bool) -> Body? {
    states.mostNamed(hasHanNames: hasHanNames)
      ?? states.last(before: place, hasHanNames: hasHanNames) ?? frame.state.map { .listed($0) }
  }

  /// Whether a name is written as Chinese, Korean and Vietnamese names are, not by its sound.
  private func isHanName(_ name: String) -> Bool {
    let letters = name.unicodeScalars.map(\.value)
    let names = passage.terms.names
    guard (2...4).contains(letters.count), !letters.contains(where: \.isMiddleDot) else {
      return false
    }
    let isBySound = letters.allSatisfy { names.isTransliteration($0) }
    return !isBySound
      && (names.isSurname(letters[0]) || names.isCompoundSurname(letters[0], letters[1]))
  }

  /// 习近平主席: among states, the bare title after a Chinese name is that of the head of state.
  private func presidency(_ printed: PrintedOffice, _ holder: Holder) -> OfficeReading? {
    guard printed.title == "主席", printed.body == nil, holder.isBefore, let name = holder.name,
      isHanName(name)
    else { return nil }
    return OfficeReading(body: .listed("state:CN"), title: "主席", inferred: [.organization])
  }

  private func resolve(
    _ printed: PrintedOffice, _ previous: OfficeReading?, _ holder: Holder
  ) -> OfficeReading? {
    switch printed.head {
    case .fixed(let id):
      return OfficeReading(body: .listed(id), title: printed.title)
    case .merged(let department):
      return merged(department, printed, previous, holder)
    case .post(let post):
      guard let body = printed.body else { return elliptical(post, previous) }
      return full(body, post, previous)
    }
  }

  // MARK: offices with a body printed before them

  private func full(
    _ body: PrintedBody, _ post: Post, _ previous: OfficeReading?
  ) -> OfficeReading? {
    if let mission = body.mission { return office(of: mission, post) }
    if let state = body.state { return office(of: .listed(state), body.parts, post) }
    if let ids = body.listed { return office(of: .listed(period(of: ids)), body.parts, post) }
    if let local = body.local { return office(of: local, body, post, previous) }
    if !body.places.isEmpty { return office(inPlace: body, post) }
    if let level = body.level { return office(atLevel: level, body, post, previous) }
    return office(ofParts: body.parts, post, previous)
  }

  /// 驻英国大使: of the mission of China where no other state is printed before it.
  private func office(of mission: PrintedMission, _ post: Post) -> OfficeReading? {
    let sender = passage.terms.almanac.organizations[mission.sender ?? "state:CN"]
    let name = sender?.id == "state:CN" ? "中国" : sender?.shortName ?? ""
    let seat = Missions.seat(of: post.title, at: mission.host)
    return OfficeReading(
      body: .written(name + "驻" + mission.host + seat, division: nil), title: post.title,
      inferred: mission.sender == nil ? [.organization] : [])
  }

  private func office(of body: Body, _ parts: [PrintedBody.Part], _ post: Post) -> OfficeReading {
    var body = body
    var title = post.title
    for part in parts {
      let name = Self.withoutNote(passage.string(part.range))
      // A committee inside an enterprise or university is said with its post: 纪委书记.
      if Self.innerCommittees.contains(name) {
        title = name + title
      } else {
        body = .part(of: body, name: passage.terms.abbreviations[name] ?? name)
      }
    }
    return OfficeReading(body: body, title: title)
  }

  private static let innerCommittees: Set<String> = ["纪委", "党委", "党组", "董事会", "监事会", "理事会"]

  private func office(
    of local: LocalForm, _ body: PrintedBody, _ post: Post, _ previous: OfficeReading?
  ) -> OfficeReading? {
    var local = local
    if body.isYouthLeague, local.body == .partyCommittee { local.body = .youthLeague }
    let isRegion = local.reach == .region
    if let division = isRegion ? region(body.places) : division(of: body.places) {
      return office(of: .local(local.body, division: division.id), body.parts, post)
    }
    if isRegion, let city = division(of: body.places) {
      let seat = local.body == .partyCommittee ? "地委" : "地区行署"
      return office(
        of: .written(city.shortName + seat, division: city.id), body.parts, post)
    }
    if !body.places.isEmpty {
      return office(
        of: .written(passage.string(body.start..<bodyEnd(body)), division: nil), [], post)
    }
    // 纪委书记 after a post in a company is a post of that company.
    if local.reach == .any, let previous, !previous.body.isLocal {
      let name = local.body == .discipline ? "纪委" : nil
      guard let name else { return nil }
      return OfficeReading(body: previous.body, title: name + post.title, inferred: [.organization])
    }
    guard let division = inferredDivision(local.reach, previous) else {
      return local.reach == .any
        ? nil
        : OfficeReading(
          body: .unplaced(local.body, level: local.reach.level), title: post.title,
          inferred: [.division])
    }
    var reading = office(of: .local(local.body, division: division.id), body.parts, post)
    reading.inferred = [.division]
    return reading
  }

  private func bodyEnd(_ body: PrintedBody) -> Int {
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

  private func office(inPlace body: PrintedBody, _ post: Post) -> OfficeReading? {
    guard let division = division(of: body.places) else { return nil }
    guard let first = body.parts.first else { return headOffice(of: division, post) }
    if first.side == nil, !Self.isDepartment(passage.string(first.range)) {
      let range = body.start..<(body.parts.last?.range.upperBound ?? first.range.upperBound)
      let written = Body.written(Self.withoutNote(passage.string(range)), division: division.id)
      return OfficeReading(body: written, title: post.title)
    }
    let committee: LocalBody = first.side == .party ? .partyCommittee : .government
    return office(of: .local(committee, division: division.id), body.parts, post)
  }

  /// A name without the bracket at its end that only gives its letters: 全球化智库（CCG）.
  private static func withoutNote(_ name: String) -> String {
    guard name.hasSuffix(")") || name.hasSuffix("）"),
      let open = name.lastIndex(where: { $0 == "(" || $0 == "（" }), open > name.startIndex,
      name[name.index(after: open)...].dropLast().allSatisfy(\.isASCII)
    else { return name }
    return String(name[..<open])
  }

  /// 厅, 局, 委 and the like are departments of the place's government; companies and schools are not.
  private static func isDepartment(_ name: String) -> Bool {
    guard let last = name.last, !name.hasSuffix("公司") else { return false }
    return "厅局司委办署处室站队科".contains(last)
  }

  /// The office of a place alone: 湖南省长, 吉林省委·书记 without 委, 香港特首.
  private func headOffice(of division: Division, _ post: Post) -> OfficeReading? {
    let id = division.id
    if let reach = post.reach {
      guard let division = Self.fits(division, reach) ? division : nil else { return nil }
      return OfficeReading(body: .local(.government, division: division.id), title: post.title)
    }
    if let title = post.title.afterPrefix("党委") {
      return OfficeReading(body: .local(.partyCommittee, division: id), title: title)
    }
    if Self.stateTitles.contains(post.title) {
      return OfficeReading(body: .written(division.shortName, division: id), title: post.title)
    }
    switch post.title {
    case "书记", "副书记", "常委", "专职副书记", "第一书记":
      return OfficeReading(body: .local(.partyCommittee, division: id), title: post.title)
    case "主席", "副主席", "常务副主席", "主席助理", "省长助理", "市长助理", "党组书记", "党组副书记", "党组成员",
      "行政长官", "特首", "秘书长", "副秘书长", "专员", "副专员":
      guard !post.title.hasSuffix("主席") || division.kind == "自治区" else { return nil }
      let title = post.title == "特首" ? "行政长官" : post.title
      return OfficeReading(body: .local(.government, division: id), title: title)
    case "人大代表": return OfficeReading(body: .local(.congress, division: id), title: "代表")
    case "政协委员": return OfficeReading(body: .local(.consultative, division: id), title: "委员")
    default: return nil
    }
  }

  private static let stateTitles: Set<String> = ["总统", "副总统", "候任总统", "当选总统", "总统候选人"]

  private func office(
    atLevel level: LocalForm.Reach, _ body: PrintedBody, _ post: Post, _ previous: OfficeReading?
  ) -> OfficeReading? {
    guard let division = inferredDivision(level, previous) else { return nil }
    var filled = body
    filled.level = nil
    guard let index = divisions.index(of: division.id) else { return nil }
    filled.places = [[index]]
    guard var reading = office(inPlace: filled, post) else { return nil }
    reading.inferred = [.division]
    return reading
  }

  /// Departments alone: of the committee or government in play, or a body known by name only.
  private func office(
    ofParts parts: [PrintedBody.Part], _ post: Post, _ previous: OfficeReading?
  ) -> OfficeReading? {
    guard let first = parts.first, let last = parts.last else { return nil }
    var name = passage.string(first.range.lowerBound..<last.range.upperBound)
    // 中国 is part of a name that no table lists: 中国北方工业公司.
    let country = first.range.lowerBound - 2..<first.range.lowerBound
    if first.side == nil, country.lowerBound >= 0, passage.string(country) == "中国" {
      name = "中国" + name
    }
    switch first.side {
    case nil:
      // 公司董事, 商会会长: an ending alone is the body that was named before.
      let ending = first.range.lowerBound..<last.range.upperBound
      if isEndingOnly(ending) {
        return Antecedents(passage: passage).body(endingIn: ending, before: place)
          .flatMap { full($0, post, nil) }?.inferring(.organization)
      }
      if let whole = whole(of: name, previous) {
        return OfficeReading(
          body: .part(of: whole, name: name), title: post.title, inferred: [.organization])
      }
      if Self.isDepartment(name), post.reach == nil, let division = bureauDivision(name, previous) {
        return OfficeReading(
          body: .part(of: .local(.government, division: division.id), name: name),
          title: post.title, inferred: [.division])
      }
      return OfficeReading(
        body: .written(Self.withoutNote(Self.seat(name, of: post)), division: nil),
        title: post.title)
    case .party, .government:
      guard let base = base(for: first, name, previous) else { return nil }
      var reading = office(of: base, parts, post)
      reading.inferred = [.organization]
      return reading
    case .any:
      guard let base = whole(of: name, previous) ?? frame.body?.root else { return nil }
      var reading = office(of: base, parts, post)
      reading.inferred = [.organization]
      return reading
    }
  }

  /// The government that a post of a place that no table lists is of: 高雄市长, 柏林市市长.
  private static func seat(_ name: String, of post: Post) -> String {
    guard post.reach != nil, let level = name.last else { return name }
    let place = name.dropLast()
    return (place.last == level ? String(place) : name) + "政府"
  }

  /// The place whose government a bureau that no table lists is of: that of an article on Hong Kong
  /// or Macao, or the city in play.
  private func bureauDivision(_ name: String, _ previous: OfficeReading?) -> Division? {
    guard name.count > 2, name.hasSuffix("局") || name.hasSuffix("厅"),
      states.last(before: place, from: sentenceStart, hasHanNames: nil) == nil
    else { return nil }
    if let province = subject.province.flatMap({ divisions[$0] }), province.kind == "特别行政区" {
      return province
    }
    return inferredDivision(name.hasSuffix("厅") ? .province : .city, previous)
  }

  private func isEndingOnly(_ range: Range<Int>) -> Bool {
    passage.starting(at: range.lowerBound).contains { match in
      if case .unit = passage.term(match) { Int(match.end) == range.upperBound } else { false }
    }
  }

  /// The listed body that a department without one belongs to: that of the office before it, or
  /// the one last named in its sentence.
  private func whole(of department: String, _ previous: OfficeReading?) -> Body? {
    guard
      Self.isDepartment(department) || department.hasSuffix("组")
        || previous != nil && department.hasSuffix("委员会"),
      !["中央", "全国", "国家", "中国", "国务院"].contains(where: { department.hasPrefix($0) })
    else { return nil }
    if let previous { return previous.body.root }
    for start in stride(from: place - 2, through: max(sentenceStart, place - 60), by: -1) {
      for match in passage.starting(at: start) where Int(match.end) <= place {
        if case .listed(let ids) = passage.term(match) { return .listed(period(of: ids)) }
      }
    }
    return nil
  }

  private func base(
    for part: PrintedBody.Part, _ name: String, _ previous: OfficeReading?
  ) -> Body? {
    let reach: LocalForm.Reach =
      name.hasSuffix("厅") ? .province : name.hasSuffix("局") ? .city : .any
    let division =
      previous?.body.division.flatMap { divisions[$0] } ?? inferredDivision(reach, previous)
    guard let division else { return nil }
    return .local(part.side == .party ? .partyCommittee : .government, division: division.id)
  }

  // MARK: posts whose word holds the department

  /// The state of a minister whose state is not printed: 国防部长埃斯珀.
  private func ministryState(of holder: Holder) -> Body? {
    guard let name = holder.name else { return frame.state.map { .listed($0) } }
    if let known = memory[name]?.last(where: { $0.body.isForeign })?.body.root { return known }
    let isHan = isHanName(name)
    if let near = states.last(before: place, from: sentenceStart, hasHanNames: isHan) {
      return near
    }
    return isHan ? nil : state(hasHanNames: false)
  }

  private func merged(
    _ department: String, _ printed: PrintedOffice, _ previous: OfficeReading?, _ holder: Holder
  ) -> OfficeReading? {
    let body = printed.body
    if let state = body?.state {
      return OfficeReading(body: .part(of: .listed(state), name: department), title: printed.title)
    }
    if let local = body?.local, let body {
      let post = Post(title: printed.title, reach: nil, isWeak: false)
      guard let base = office(of: local, body, post, previous) else { return nil }
      var reading = base
      reading.body = .part(of: base.body, name: department)
      return reading
    }
    if let division = body.flatMap({ division(of: $0.places) }) {
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
    if body == nil, Self.foreignMinistries.contains(department),
      let state = ministryState(of: holder)
    {
      return OfficeReading(
        body: .part(of: state, name: department), title: printed.title, inferred: [.organization])
    }
    guard !ids.isEmpty else { return nil }
    return OfficeReading(body: .listed(period(of: ids)), title: printed.title)
  }

  private static let partyDepartments: Set<String> = ["组织部", "宣传部", "统战部", "政法委"]
  private static let foreignMinistries: Set<String> = [
    "外交部", "国防部", "财政部", "外务省", "防卫省", "财务省", "内政部", "能源部", "卫生部", "司法部",
  ]

  // MARK: posts alone

  private func elliptical(_ post: Post, _ previous: OfficeReading?) -> OfficeReading? {
    if let reach = post.reach {
      guard let division = inferredDivision(reach, previous) else { return nil }
      return OfficeReading(
        body: .local(.government, division: division.id), title: post.title, inferred: [.division])
    }
    if let previous {
      return OfficeReading(
        body: body(of: post.title, after: previous), title: post.title, inferred: [.organization])
    }
    if Self.foreignTitles.contains(post.title), let state = frame.state {
      return OfficeReading(body: .listed(state), title: post.title, inferred: [.organization])
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
    default: return nil
    }
  }

  /// A post after another of the same person, with no body of its own.
  private func body(of title: String, after previous: OfficeReading) -> Body {
    switch (previous.body, title) {
    case (.listed("org:politburo"), "书记"): .listed("org:cpc-cc")
    // A secretary-general is the whole body's, not a department's: 甲司司长、副秘书长.
    case (.part, "秘书长"), (.part, "副秘书长"): previous.body.root
    default: previous.body
    }
  }

  private static let foreignTitles: Set<String> = [
    "总统", "副总统", "总理", "副总理", "首相", "副首相", "国王", "女王", "王储", "天皇", "国务卿", "副国务卿",
    "议长", "参议院议长", "众议院议长", "总督", "埃米尔", "参议员", "众议员", "议员", "大使", "国家安全顾问",
  ]

  // MARK: places

  /// The division that printed places name: the last of them, made single by the others, by the
  /// frame, and by level. Nil where several remain.
  func division(of places: [[Int]]) -> Division? {
    guard let last = places.last else { return nil }
    var candidates = last.map { divisions.all[$0] }
    let outer = places.dropLast().flatMap { $0 }.map { divisions.all[$0].id }
    if !outer.isEmpty {
      let inside = candidates.filter { candidate in
        divisions.path(of: candidate).contains { outer.contains($0.id) }
      }
      if !inside.isEmpty { candidates = inside }
    }
    let live = candidates.filter { divisions.isLive($0, on: published) }
    if !live.isEmpty { candidates = live }
    guard let top = candidates.map(\.level).min() else { return nil }
    candidates = candidates.filter { $0.level == top }
    if candidates.count > 1, outer.isEmpty {
      let near = [frame.city, frame.province, subject.city, subject.province].compactMap { $0 }
      for id in near {
        let inside = candidates.filter { divisions.path(of: $0).contains { $0.id == id } }
        if inside.count == 1 { return inside[0] }
      }
    }
    return candidates.count == 1
      || Set(candidates.map(\.name)).count == 1 && candidates[0].validTo != nil
      ? candidates[0] : nil
  }

  /// The prefecture (地区, 盟) of a name, closed or not: 地委 and 行署 are said of these alone.
  private func region(_ places: [[Int]]) -> Division? {
    let candidates = places.flatMap { $0 }.map { divisions.all[$0] }
    return candidates.last { $0.kind == "地区" || $0.kind == "盟" }
  }

  /// The division of a level that is in play: of the same list, of the passage, of the article.
  private func inferredDivision(_ reach: LocalForm.Reach, _ previous: OfficeReading?) -> Division? {
    let listed = previous?.body.division.flatMap { divisions[$0] }
    let near = [frame.county, frame.city, frame.province].compactMap { $0 }
    let far = [subject.county, subject.city, subject.province].compactMap { $0 }
    let listedPath = listed.map { [$0] + divisions.path(of: $0).reversed() } ?? []
    let framed = near.compactMap { divisions[$0] }
    let isFresh = frame.place >= sentenceStart
    let candidates =
      listedPath + (isFresh ? framed : []) + placesBefore() + (isFresh ? [] : framed)
      + far.compactMap { divisions[$0] }
    return candidates.first { Self.fits($0, reach) }
  }

  private var sentenceStart: Int {
    var start = place
    while start > 0, !passage.scalar(start - 1).endsSentence { start -= 1 }
    return start
  }

  /// The divisions printed before the office in its sentence and those above them, nearest first.
  private func placesBefore() -> [Division] {
    var found: [Division] = []
    for start in stride(from: place - 1, through: max(sentenceStart, place - 80), by: -1) {
      for match in passage.starting(at: start) where Int(match.end) <= place {
        guard case .place(let indices) = passage.term(match),
          let division = division(of: [indices])
        else { continue }
        found.append(contentsOf: divisions.path(of: division).reversed())
      }
    }
    return found
  }

  static func fits(_ division: Division, _ reach: LocalForm.Reach) -> Bool {
    switch reach {
    case .province: division.kind == "省" || division.kind == "自治区"
    case .city:
      division.kind == "直辖市" || division.level == .subprovincial || division.kind == "地级市"
        || division.kind == "县级市"
    case .prefecture: division.level == .prefecture
    case .region: division.kind == "地区" || division.kind == "盟"
    case .county: division.level == .county
    case .district:
      division.kind == "市辖区" || division.kind == "国家级新区" || division.kind.hasSuffix("区")
    case .corps: division.kind == "兵团"
    case .township: division.level == .township
    case .any, .suffix, .autonomous: true
    }
  }

  /// The id of the listed body that lived when the article was published.
  private func period(of ids: [String]) -> String {
    passage.terms.almanac.organizations.id(of: ids, on: published)
  }

  // MARK: what later offices may lean on

  private mutating func note(_ body: Body, isPrinted: Bool) {
    if isPrinted { frame.body = body }
    if case .listed(let id) = body.root, id.hasPrefix("state:"), id != "state:CN" {
      frame.state = id
    }
    guard let id = body.division, let division = divisions[id] else { return }
    note(division)
  }

  mutating func note(_ division: Division) {
    let path = divisions.path(of: division)
    frame.place = place
    frame.province = path.first { $0.level == .province }?.id ?? frame.province
    frame.city =
      path.last { Self.fits($0, .city) || $0.level == .prefecture }?.id
      ?? (division.level == .province ? nil : frame.city)
    frame.county = path.last { $0.level == .county }?.id
  }

  mutating func note(state id: String) { frame.state = id }

  private func normalize(_ reading: inout OfficeReading) {
    if let title = reading.title.afterPrefix("代"), title.hasSuffix("长") || title == "主席" {
      reading.title = title
      reading.qualifier = reading.qualifier ?? .acting
    }
    guard case .local(.partyCommittee, let id) = reading.body, divisions[id]?.kind != nil else {
      return
    }
    if let title = reading.title.afterPrefix("党委") { reading.title = title }
  }
}

extension OfficeReading {
  /// The office with a part marked as told by the context.
  fileprivate func inferring(_ part: OfficeReading.Inferred) -> OfficeReading {
    var reading = self
    if !reading.inferred.contains(part) { reading.inferred.append(part) }
    return reading
  }
}

extension LocalForm.Reach {
  var level: Division.Level {
    switch self {
    case .province, .corps: .province
    case .city, .prefecture, .region: .prefecture
    case .county, .district: .county
    case .township: .township
    case .any, .suffix, .autonomous: .country
    }
  }
}

extension Body {
  /// The body that a department belongs to, outermost.
  var root: Body { if case .part(let of, _) = self { of.root } else { self } }

  /// A foreign state, or one of its bodies.
  var isForeign: Bool {
    if case .listed(let id) = root { id.hasPrefix("state:") && id != "state:CN" } else { false }
  }

  var isLocal: Bool { if case .local = root { true } else { false } }

  /// The id of the division in the body's name.
  var division: String? {
    switch root {
    case .local(_, let id): id
    case .written(_, let id): id
    default: nil
    }
  }
}

extension String {
  func afterPrefix(_ prefix: String) -> String? {
    hasPrefix(prefix) && count > prefix.count ? String(dropFirst(prefix.count)) : nil
  }
}
