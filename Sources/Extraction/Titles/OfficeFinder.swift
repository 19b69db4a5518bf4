import Model
import Reference

/// Finds every office printed in a text: a post, its qualifiers, and the body before it.
struct OfficeFinder {
  let passage: Passage

  /// The offices of the text, in order, without overlap.
  func offices() -> [PrintedOffice] {
    var found: [PrintedOffice] = []
    var paragraphs = passage.paragraphs[...]
    var end = 0
    for place in passage.heads.lazy.map(Int.init) {
      guard place >= end, let head = head(at: place) else { continue }
      paragraphs = paragraphs.drop { $0.upperBound <= place }
      end = head.end
      if let kind = head.kind, !isBroken(place..<head.end), !isPartOfBody(head.end),
        !isCandidate(head.end)
      {
        let limit = max(paragraphs.first?.lowerBound ?? 0, found.last?.range.upperBound ?? 0)
        if var office = office(kind, place..<head.end, limit: limit) {
          takeElect(&office)
          found.append(office)
          end = office.range.upperBound
        }
      }
    }
    return found
  }

  /// 总统候选人, 市长参选人: one who stands for an office holds none.
  private func isCandidate(_ end: Int) -> Bool {
    if Self.candidates.contains(where: { passage.stands($0, at: end) }) { return true }
    // 市长的热门人选: one who is spoken of for it; 拟任市长人选 is proposed.
    guard passage.scalar(end) == 0x7684 else { return false }
    return (1...7).contains { passage.stands("人选", at: end + $0) }
  }

  private static let candidates = [
    "资格", "席位", "席次", "补选", "改选", "职位空缺", "一职空缺",
    "候选人", "参选人", "竞选人", "拟参选人", "参选者", "候选者", "热门人选", "一职的人选",
  ]

  /// 总统当选人, 国务卿提名人: one who is to take the office.
  private func takeElect(_ office: inout PrintedOffice) {
    let end = office.range.upperBound
    guard passage.stands("当选人", at: end) || passage.stands("提名人", at: end) else { return }
    office.qualifier = office.qualifier ?? .incoming
    office.range = office.range.lowerBound..<end + 3
  }

  /// The longest head that begins at a place; kind nil where a longer word only looks like one.
  private func head(at place: Int) -> (end: Int, kind: PrintedOffice.Head?, title: String)? {
    var best: (end: Int, kind: PrintedOffice.Head?, title: String)?
    for match in passage.starting(at: place, if: [.post, .fixed, .merged, .notPost]) {
      let end = Int(match.end)
      switch passage.term(match) {
      case .post(let post):
        if post.title == "工会主席", isInsideBody(place, end) { continue }
        // A title that tells its body (副委员长) is more than the same word as a post.
        if best?.end != end { best = (end, .post(post), post.title) }
      case .fixed where isInsidePlace(place): continue
      case .fixed(let body, let title): best = (end, .fixed(body), title)
      case .merged where isInsideBody(place, end): continue
      case .merged(let department, let title): best = (end, .merged(department), title)
      // 担任市长期间: 期间 is the word, and 市长期 is none.
      case .notPost where passage.stands("期间", at: end - 1): continue
      case .notPost: best = (end, nil, "")
      case .listed, .department, .local:
        if let known = best, end > known.end { best = (end, nil, "") }
      default: break
      }
    }
    if let found = best, isInsideListed(place..<found.end) { return (found.end, nil, "") }
    return best
  }

  /// Whether an ordinary word lies across the end of a head: 市长·期 is 长期.
  private func isBroken(_ head: Range<Int>) -> Bool {
    // 湖州市·长兴县: a place begins with the last letter of what looks like a title.
    let last = passage.starting(at: head.upperBound - 1, if: [.place, .listed])
    if last.contains(where: {
      $0.kind == .place && $0.length > 2 && passage.scalar(Int($0.end) - 1).isLevel
        || $0.kind == .listed && $0.length > 4
    }) {
      return true
    }
    let crossed = (head.lowerBound + 1..<head.upperBound).contains { start in
      passage.starting(at: start, if: .word).contains {
        $0.kind == .word && Int($0.end) > head.upperBound
      }
    }
    // 担任市长期间: 期间 is the word, and not 长期.
    guard crossed, !passage.stands("期间", at: head.upperBound) else { return false }
    let reader = NameReader(passage: passage)
    if let name = reader.chineseName(at: head.upperBound), name.score >= -20 { return false }
    // 副主席次仁朗达: a name stands there, and 席次 is no word.
    if !NameRules(passage).names(after: head.upperBound).isEmpty { return false }
    return !reader.endsClearly(at: head.upperBound)
  }

  private static let ordinals = Set("一二三四五六七八九".unicodeScalars.map(\.value))
  private static let sections = Set("处科局室".unicodeScalars.map(\.value))

  /// Whether the office of a head follows, which makes the two one body: 署长·办公室.
  private func isPartOfBody(_ end: Int) -> Bool {
    // 秘书三处, 秘书科: a section, and its head follows.
    let next = Self.ordinals.contains(passage.scalar(end)) ? end + 1 : end
    if passage.scalar(end - 1) == 0x4E66, Self.sections.contains(passage.scalar(next)) {  // 书
      return true
    }
    return passage.starting(at: end, if: .department).contains {
      $0.length > 2 && $0.kind == .department
    }
  }

  private func office(
    _ kind: PrintedOffice.Head, _ head: Range<Int>, limit: Int
  ) -> PrintedOffice? {
    var start = head.lowerBound
    var qualifier: OfficeReading.Qualifier?
    qualifier = qualifiers(before: &start, of: head, limit: limit)
    // 中国书法家协会（简称：中国书协）前主席: a note of the body's short form stands between.
    start = withoutNote(before: start, limit: limit)
    var body: PrintedBody?
    // 瑞幸咖啡现任董事长: 现任 is a verb as well, and a body before it tells that it is none here.
    if let (begin, told) = verbalQualifier(endingAt: start), begin > limit,
      let before = self.body(before: begin, head: kind, limit: limit)
    {
      body = before
      qualifier = qualifier ?? told
    } else {
      body = self.body(before: start, head: kind, limit: limit)
    }
    body = body ?? possessor(before: start, of: kind, limit: limit)
    if let body { start = body.start }
    if let outer = qualifiers(before: &start, of: head, limit: limit) {
      qualifier = qualifier ?? outer
      takePlace(before: &start, of: &body, limit: limit)
    }
    if body == nil { start = skipped(before: start, limit: limit) }
    let title: String
    switch kind {
    case .post(let post): title = post.title
    case .fixed, .merged: title = self.head(at: head.lowerBound)?.title ?? ""
    }
    let listed = listedPlaces(before: body, &start, limit: limit)
    return PrintedOffice(
      range: start..<head.upperBound, title: title, head: kind, body: body, qualifier: qualifier,
      listedPlaces: listed)
  }

  /// The places of a list that ends with the place of a body, without that place; moves `start`
  /// before the list.
  private func listedPlaces(
    before body: PrintedBody?, _ start: inout Int, limit: Int
  ) -> [[Int]] {
    guard let body, !body.places.isEmpty, body.start == start else { return [] }
    var places: [[Int]] = []
    var end = start
    while passage.scalar(end - 1).isListMark || passage.scalar(end - 1).isConjunction {
      let match = passage.ending(at: end - 1).first {
        if case .place = passage.term($0) { true } else { false }
      }
      guard let match, Int(match.start) >= limit, case .place(let indices) = passage.term(match)
      else { break }
      places.insert(indices, at: 0)
      end = Int(match.start)
    }
    start = end
    return places
  }

  private func body(before end: Int, head: PrintedOffice.Head, limit: Int) -> PrintedBody? {
    if case .post(let post) = head, post.isDiplomatic,
      let mission = Missions(passage: passage).body(before: end, limit: limit)
    {
      return mission
    }
    if let team = inspectors(before: end, limit: limit) { return team }
    if let congress = congress(before: end, limit: limit) { return congress }
    let start = leftLimit(from: end, limit: limit)
    guard start < end || sharesLevel(end, head) else { return nil }
    if let known = knownBody(start, end, head) { return known }
    if end - start >= 2, let unknown = unknownBody(start, end, head) { return unknown }
    if sharesUnit(end, head), start < end,
      // 欧阳部长: a name, and no body 欧阳部.
      let shared = knownBody(start, end + 1, head)
        ?? (end - start >= 3 ? unknownBody(start, end + 1, head) : nil)
    {
      return shared
    }
    return brand(start..<end, head)
  }

  /// 河滨电器公司的·创始人, 法国的·总统: the body that a post is said to be of.
  private func possessor(
    before end: Int, of head: PrintedOffice.Head, limit: Int
  ) -> PrintedBody? {
    guard passage.scalar(end - 1) == 0x7684, end - 3 > limit, case .post(let post) = head,
      !post.isWeak, post.reach == nil,
      let body = body(before: charge(before: end - 1, limit: limit), head: head, limit: limit),
      body.listed != nil || body.state != nil || !body.parts.isEmpty, body.isWhole(in: passage)
    else { return nil }
    return body
  }

  /// Before the words that tell what an officer is in charge of: 外交部·负责亚洲的部长助理.
  private func charge(before end: Int, limit: Int) -> Int {
    for start in stride(from: end - 2, through: max(limit, end - 20), by: -1) {
      guard passage.scalar(start).isHan || passage.scalar(start).isListMark else { break }
      if ["负责", "主管", "分管"].contains(where: { passage.stands($0, at: start) }) { return start }
    }
    return end
  }

  /// A company known by its name alone: 新荣耀·董事长. Only the titles of companies allow it, and only
  /// a name that is whole: from a mark, a verb or a word that ends there, up to the title.
  private func brand(_ name: Range<Int>, _ head: PrintedOffice.Head) -> PrintedBody? {
    guard case .post(let post) = head, post.isCorporate,
      (2...6).contains(name.count), wordCount(in: name) <= (name.count == 4 ? 2 : 1),
      passage.scalars[name].allSatisfy({ ($0.isHan || $0.isLatin || $0.isDigit) && $0 != 0x7684 }),
      NameReader(passage: passage).chineseName(name).map({ $0.score < 0 }) ?? true
    else { return nil }
    return PrintedBody(start: name.lowerBound, parts: [.init(range: name, side: nil)])
  }

  /// How many ordinary words and verbs lie in a stretch, three where one of them breaks any name.
  private func wordCount(in range: Range<Int>) -> Int {
    var count = 0
    for place in range {
      for match in passage.starting(at: place) where Int(match.end) <= range.upperBound {
        if match.kind.meets(.nameBreaks) { return 3 }
        if match.length > 1, match.kind.meets(.ordinary) { count += 1 }
      }
    }
    return count
  }

  static let companyTitles: Set<String> = [
    "董事长", "副董事长", "总裁", "副总裁", "总经理", "副总经理", "创始人", "联合创始人", "创办人", "CEO", "CFO", "COO",
    "CTO", "首席执行官", "首席财务官", "首席运营官", "首席技术官", "执行董事", "董事", "董事会主席", "行政总裁",
    "高级副总裁", "执行副总裁", "常务副总裁", "执行总裁", "常务副总经理", "监事长", "监事会主席",
  ]

  /// The body whose name ends at a place, whatever post follows.
  func namedBody(endingAt end: Int, limit: Int) -> PrintedBody? {
    body(before: end, head: .post(Post(title: "", reach: nil, isWeak: false)), limit: limit)
  }

  /// Whether a title begins with what may be the last letter of its body: 公安局·局长 as 公安局长.
  private func sharesUnit(_ end: Int, _ head: PrintedOffice.Head) -> Bool {
    guard case .post = head, passage.scalar(end + 1) == 0x957F else { return false }  // 长
    return "局厅部院署处司行校社台馆所站团队".unicodeScalars.contains { $0.value == passage.scalar(end) }
  }

  private func sharesLevel(_ end: Int, _ head: PrintedOffice.Head) -> Bool {
    if case .post(let post) = head, post.reach != nil { passage.scalar(end).isLevel } else { false }
  }

  private func parser(_ end: Int, _ head: PrintedOffice.Head, unknown: Bool) -> BodyParser {
    BodyParser(
      passage: passage, end: end, sharesLevel: sharesLevel(end, head), allowsUnknown: unknown)
  }

  /// The longest reading whose every piece is in the tables.
  private func knownBody(_ start: Int, _ end: Int, _ head: PrintedOffice.Head) -> PrintedBody? {
    let parser = parser(end, head, unknown: false)
    for place in start..<max(start, end) {
      if place > start, isPlainDistrict(at: place) { continue }
      guard let body = parser.body(from: place) else { continue }
      // A bare committee or department with letters before it is the end of a longer name.
      if body.isAnchored && body.level == nil || place == start { return body }
      // 高新区·管委会: a zone has its name before it.
      if isCut(place, afterWord: body.local.map { $0.body != .zone } ?? false) { return body }
    }
    return nil
  }

  /// Whether a name may begin at a place: after a mark, a verb, or an ordinary word.
  private func isCut(_ place: Int, afterWord: Bool) -> Bool {
    guard passage.scalar(place - 1).isNameLetter else { return true }
    // 火炬开发·区: the level of nothing, as it ends a longer word.
    if passage.begins(.level, at: place), isInsideWord(place) { return false }
    return passage.ending(at: place).contains { match in
      match.kind.meets([.boundary, .holder, .speech])
        || afterWord && match.length > 1 && match.kind.meets([.follower, .word])
    }
  }

  /// Whether a letter is the last of a word or of the ending of a body.
  private func isInsideWord(_ place: Int) -> Bool {
    // 高新区·管委会: no letter of a district's name is a level by itself.
    let kinds: TermKinds = [.word, .unit, .listed, .place]
    return passage.ending(at: place + 1, if: kinds).contains {
      $0.length > 1 && $0.kind.meets(kinds)
    }
  }

  private func unknownBody(_ start: Int, _ end: Int, _ head: PrintedOffice.Head) -> PrintedBody? {
    let parser = parser(end, head, unknown: true)
    let entity = (start..<end).first { isEntity(at: $0) && isWords(start..<$0) }
    for place in (entity ?? start)..<end
    where place == start || isEntity(at: place) && !isPlainDistrict(at: place) {
      if let body = parser.body(from: place) { return body }
    }
    return nil
  }

  /// Whether a stretch is made of ordinary words: what stands before the name of a body.
  private func isWords(_ range: Range<Int>) -> Bool {
    if range.isEmpty { return true }
    return passage.starting(at: range.lowerBound).contains { match in
      Int(match.end) <= range.upperBound
        && match.kind.meets([.word, .follower, .object, .boundary])
        && isWords(Int(match.end)..<range.upperBound)
    }
  }

  private func isEntity(at place: Int) -> Bool {
    passage.beginsLong([.state, .place, .listed], at: place)
  }

  /// How far left the name of a body can reach from `end`.
  func leftLimit(from end: Int, limit: Int) -> Int {
    var place = end
    while place > max(limit, end - 40) {
      guard passage.scalar(place - 1).isNameLetter else { break }
      if place < end, breaks(at: place, limit: limit) { break }
      // 甲党Banks)致函美国小企业署: a bracket that opens outside the name is no part of it.
      if passage.scalar(place - 1).isClosingBracket {
        guard let open = opening(of: place - 1, limit: max(limit, end - 40)) else { break }
        place = open + 1
      }
      if passage.scalar(place - 1).isOpeningBracket, !isClosed(place - 1, by: end) { break }
      place -= 1
      // 盛传·该部: the body of the text begins there.
      if passage.scalar(place) == 0x8BE5 { break }  // 该
    }
    return place
  }

  /// The bracket that a closing one belongs to.
  private func opening(of close: Int, limit: Int) -> Int? {
    (limit..<max(limit, close)).last { passage.scalar($0).isOpeningBracket }
  }

  private func isClosed(_ open: Int, by end: Int) -> Bool {
    (open..<end).contains { passage.scalar($0).isClosingBracket }
  }

  /// Whether a word that no name holds ends at a place, and lies in no longer word.
  private func breaks(at place: Int, limit: Int) -> Bool {
    for match in passage.ending(at: place, if: [.boundary, .holder, .speech]) {
      if match.length > 1,
        match.kind.meets([.word, .listed, .place, .unit, .department, .state, .local])
      {
        return false
      }
      if match.kind.meets([.boundary, .holder, .speech]) {
        // 对·公司: 对公 is no word before a body.
        if match.length == 1, Self.prepositions.contains(passage.scalar(place - 1)),
          passage.beginsLong(.unit, at: place)
        {
          return true
        }
        return !lies(match, insideLongerTo: place)
          && !(match.length == 1 && BodyJoint(passage: passage).joins(at: place - 1, limit: limit))
      }
    }
    return false
  }

  private static let prepositions = StaticString("对在向被把将由").codes

  /// Whether a word or body spans a place from before a match to beyond its end: 和 in 粮食和物资.
  private func lies(_ match: Lexicon.Match, insideLongerTo place: Int) -> Bool {
    for start in max(0, Int(match.start) - 14)...Int(match.start) {
      for other in passage.starting(at: start) where other.end > match.end {
        if other.kind.meets([.listed, .department, .place, .state, .unit]) { return true }
        if other.kind == .word, other.length > match.length { return true }
      }
    }
    return false
  }
}
