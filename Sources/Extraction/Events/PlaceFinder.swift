import Model
import Reference

/// Finds the places that an article names as those where something is done, in one pass.
struct PlaceFinder {
  private let passage: Passage
  private var words: PlaceWords { passage.terms.wordings.places }
  private let dates: PassageDates
  private let quoted: QuotedStretches
  private var names: PlaceNames
  private var found: [PlaceMention] = []
  /// The province, or the state, named last.
  private var province: String?
  private var sentences: ArraySlice<Range<Int>>
  private var paragraphs: ArraySlice<Range<Int>>

  init(
    _ passage: Passage, subject: Frame, published: PartialDate?, dates: PassageDates,
    quoted: QuotedStretches
  ) {
    self.passage = passage
    self.dates = dates
    self.quoted = quoted
    names = PlaceNames(passage, PlacesInPlay(passage, subject: subject, published: published))
    sentences = passage.outline.sentences[...]
    paragraphs = passage.paragraphs[...]
  }

  /// In the order of the text.
  mutating func places() -> [PlaceMention] {
    var end = 0
    var named = passage.named[...]
    var sites = passage.sites[...]
    while let place = Self.next(&named, &sites) {
      guard place >= end else { continue }
      end = take(at: place)
    }
    return found
  }

  private static func next(_ one: inout ArraySlice<Int32>, _ other: inout ArraySlice<Int32>) -> Int?
  {
    guard let first = one.first else { return other.popFirst().map(Int.init) }
    guard let second = other.first, second < first else { return one.popFirst().map(Int.init) }
    return other.popFirst().map(Int.init)
  }

  /// Takes down the place named at a place of the text; gives where to go on.
  private mutating func take(at start: Int) -> Int {
    guard let named = names.named(at: start) else {
      // What lies in the name of a body is no place.
      let listed = passage.end(ofTermAt: start) { if case .listed = $0 { true } else { false } }
      return listed ?? start + 1
    }
    defer { province = named.area.map(provinceID) ?? province }
    guard !quoted.holds(start), let part = part(of: named) else { return named.range.upperBound }
    found.append(
      PlaceMention(
        role: part.role, range: named.range, verb: part.verb, name: named.name, area: named.area,
        isWhole: named.isWhole, list: part.list ?? found.count, day: day(of: start)))
    return named.range.upperBound
  }

  /// The date told last where a place stands, its own sentence before others.
  private mutating func day(of place: Int) -> DayName? {
    while let first = sentences.first, first.upperBound <= place { sentences.removeFirst() }
    while let first = paragraphs.first, first.upperBound <= place { paragraphs.removeFirst() }
    guard let sentence = sentences.first, let paragraph = paragraphs.first else { return nil }
    let dated =
      dates.last(before: place, from: sentence.lowerBound)
      ?? dates.last(before: sentence.upperBound, from: paragraph.lowerBound)
    if let dated { return dated.date.start }
    let told = dates.last(before: sentence.lowerBound, from: 0)?.date.start
    return told?.date?.day == nil ? nil : told
  }

  // MARK: what a place is

  private typealias Part = (role: PlaceMention.Role, verb: Range<Int>, list: Int?)

  private func part(of named: PlaceNames.Named) -> Part? {
    let (start, end) = (named.range.lowerBound, named.range.upperBound)
    let governor = governor(before: start)
    if let governor, governor.role == .post {
      // The centre has offices of its own in the two: 转任澳门中联办副主任.
      let isSeat = !named.isOfBody || PlaceWords.seatsOfOffices.contains(named.area ?? "")
      return isSeat && !isWithin(named, governor.verb) ? governor : nil
    }
    if named.isOfBody { return nil }
    if isCourt(end) { return (.court, start..<end, nil) }
    if isDateline(end) { return (.dateline, start..<end, nil) }
    if let governor {
      if isMove(governor.verb), isTaken(end) {
        // 在甲省工作多年 tells of no step.
        let isStay =
          passage.scalar(governor.verb.lowerBound) == 0x5728 && !passage.stands("任", at: end)
        return isStay ? nil : (.post, governor.verb, nil)
      }
      return isScene(named, governor.verb) ? governor : nil
    }
    if named.isShort { return nil }
    if let verb = gathering(before: start) {
      return isScene(named, verb) && !isJoined(end) ? (.host, verb, nil) : nil
    }
    if let verb = visit(around: named.range) ?? trip(behind: end) { return (.scene, verb, nil) }
    return isHost(end) ? (.host, start..<end, nil) : nil
  }

  /// 调任甲省公安厅, where the same province was named last: a change of office, and no move.
  private func isWithin(_ named: PlaceNames.Named, _ verb: Range<Int>) -> Bool {
    guard passage.end(of: words.changes, at: verb.lowerBound) != nil,
      passage.begins([.local, .post, .department, .level], at: named.range.upperBound),
      let area = named.area
    else { return false }
    return province.map { $0 == provinceID(area) } ?? (provinceID(area) != area)
  }

  private func provinceID(_ area: String) -> String {
    let divisions = passage.terms.almanac.divisions
    return divisions[area].flatMap { divisions.province(of: $0)?.id } ?? area
  }

  /// Whether a word is a preposition or a verb of going.
  private func isMove(_ verb: Range<Int>) -> Bool {
    verb.count == 1 || passage.end(of: words.arrivals, at: verb.lowerBound) != nil
  }

  /// 参加了甲省劳动模范表彰大会, 主持一次甲市会议: the verb.
  private func gathering(before start: Int) -> Range<Int>? {
    let end = passage.start(of: words.counts, before: start) ?? start
    return passage.start(of: words.gathering, before: end).map { $0..<end }
  }

  /// Whether another place stands beside it in the name of a meeting: 甲省·乙省, 甲省—乙省, 甲省与乙省.
  private func isJoined(_ end: Int) -> Bool {
    let scalar = passage.scalar(end)
    return scalar.isMiddleDot || scalar.isListMark
      || [0x2014, 0x2D, 0x4E0E, 0x548C].contains(scalar)  // —-与和
  }

  /// 甲省召开, 甲省在河滨宾馆举行.
  private func isHost(_ end: Int) -> Bool {
    let convenes = passage.end(of: words.convening, at: end) != nil
    if convenes || passage.end(of: words.meetings, at: end) != nil { return true }
    guard passage.scalar(end) == 0x5728 else { return false }  // 在
    for place in end..<end + 14 {
      if passage.scalar(place).isComma || passage.scalar(place).endsSentence { return false }
      if passage.end(of: words.convening, at: place) != nil { return true }
    }
    return false
  }

  /// The word that governs a place, right before it or before the list that it stands in.
  private func governor(before start: Int) -> Part? {
    if let last = found.last, last.role == .scene, isListed(last.range.upperBound..<start) {
      return (last.role, last.verb, last.list)
    }
    let end = barren(before: start)
    if let (word, governor) = word(endingAt: end) { return (governor.role, word, nil) }
    guard passage.scalar(start - 1) == 0x7684 else { return nil }  // 的
    // 来到地处平原的河滨县
    for place in stride(from: start - 3, through: max(0, start - 16), by: -1) {
      if passage.scalar(place).isComma || passage.scalar(place).endsSentence { return nil }
      if let end = passage.end(of: words.arrivals, at: place),
        passage.end(of: words.fillers, at: end) != nil
      {
        return (.scene, place..<end, nil)
      }
    }
    return nil
  }

  private func isListed(_ gap: Range<Int>) -> Bool {
    guard gap.count == 1 || gap.count == 2, let first = gap.first else { return false }
    if gap.count == 2 { return passage.stands("以及", at: first) }
    // 、和及与
    return [0x3001, 0x548C, 0x53CA, 0x4E0E].contains(passage.scalar(first))
  }

  /// Where what says nothing before a place begins.
  private func barren(before start: Int) -> Int {
    var end = start
    while end > 0 {
      let mark = passage.scalar(end - 1)
      if mark.opensBracket || mark.opensQuotation || mark.closesQuotation {
        end -= 1
      } else if let filler = passage.start(of: words.fillers, before: end) {
        end = filler
      } else {
        break
      }
    }
    return end
  }

  private func word(endingAt end: Int) -> (Range<Int>, PlaceGovernor)? {
    for governor in words.governors[passage.scalar(end - 1)] ?? [] {
      let start = end - governor.codes.count
      guard passage.stands(governor.codes, at: start) else { continue }
      let before = passage.scalar(start - 1)
      if governor.barred.contains(before) { return nil }
      if !governor.needed.isEmpty, !governor.needed.contains(before), !before.isDigit {
        return nil
      }
      return (start..<end, governor)
    }
    return nil
  }

  /// Whether an office is taken in the place: 赴甲省任.
  private func isTaken(_ end: Int) -> Bool {
    let start = passage.scalar(end).isComma ? end + 1 : end
    return passage.end(of: words.taking, at: start) != nil
  }

  private func isScene(_ named: PlaceNames.Named, _ verb: Range<Int>) -> Bool {
    let end = named.range.upperBound
    if passage.end(of: words.matters, at: end) != nil { return false }
    let titles: TermKinds = [.post, .fixed, .merged]
    if passage.begins(titles, at: end) || isCondition(verb, end) { return false }
    // 在甲国前总统, 在甲国当选总统, but not 在甲市主持.
    if let last = passage.end(ofTermAt: end, where: { $0.kind.meets([.qualifier, .holder]) }),
      passage.begins(titles, at: last)
    {
      return false
    }
    guard passage.begins([.local, .department], at: end) else { return true }
    // 在甲省省委 says no place, 到河滨市疾控中心 does, 到甲省省委书记 does not.
    var last = end
    var isLocal = false
    for match in passage.starting(at: end) where match.kind.meets([.local, .department]) {
      (last, isLocal) = (Int(match.end), match.kind.meets(.local))
    }
    if passage.begins(titles.union(.local), at: last) { return false }
    return !isLocal || passage.scalar(verb.lowerBound) != 0x5728  // 在
  }

  /// 在甲国禁令下: a state of things.
  private func isCondition(_ verb: Range<Int>, _ end: Int) -> Bool {
    guard passage.scalar(verb.lowerBound) == 0x5728 else { return false }  // 在
    for place in end..<end + 30 {
      let scalar = passage.scalar(place)
      if scalar.isComma || scalar.endsSentence { return passage.scalar(place - 1) == 0x4E0B }  // 下
    }
    return false
  }

  private func isCourt(_ end: Int) -> Bool {
    passage.end(ofTermAt: end) { term in
      if case .local(let form) = term { form.body == .court } else { false }
    } != nil
  }

  /// 7月1日电, behind the place that a report was sent from.
  private func isDateline(_ end: Int) -> Bool {
    guard passage.month(at: end) != nil else { return false }
    return (end + 3..<end + 8).contains { place in
      passage.stands("日电", at: place) || passage.stands("日讯", at: place)
    }
  }

  /// 对甲国进行正式友好访问: the word for the visit.
  private func visit(around place: Range<Int>) -> Range<Int>? {
    guard passage.scalar(place.lowerBound - 1) == 0x5BF9 else { return nil }  // 对
    for start in place.upperBound..<place.upperBound + 16 {
      if passage.scalar(start).isComma || passage.scalar(start).endsSentence { return nil }
      if let end = passage.end(of: words.visiting, at: start) { return start..<end }
    }
    return nil
  }

  /// 甲省考察, 甲省的考察, but not 甲省考察团.
  private func trip(behind end: Int) -> Range<Int>? {
    let start = passage.scalar(end) == 0x7684 ? end + 1 : end  // 的
    guard let last = passage.end(of: words.trips, at: start),
      !words.parties.contains(passage.scalar(last))
    else { return nil }
    return start..<last
  }
}
