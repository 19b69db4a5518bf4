import Reference

/// Reads a verb of attribution: who speaks, where the words begin, to whom they go.
struct AttributionFinder {
  let passage: Passage
  private var words: SpeechWords { passage.terms.wordings.speech }
  let people: PersonPlaces
  let clauses: Clauses

  private var finder: SpeakerFinder {
    SpeakerFinder(passage: passage, people: people, clauses: clauses)
  }

  /// The verbs of attribution, and the quotations that a name leads in, in the order of the text.
  var places: [Int] {
    let led = clauses.quotations.list.map(\.open).filter { leader(of: $0) != nil }
    let sayings = passage.sayings.map(Int.init)
    return led.isEmpty ? sayings : (sayings + led).sorted()
  }

  /// Where the name ends that stands before a quotation, with a colon between the two, or without
  /// one where the quotation is a sentence: 沈文涛：“要抓好春耕。”
  private func leader(of open: Int) -> Int? {
    var end = open
    while passage.scalar(end - 1).isSpace { end -= 1 }
    let isColon = passage.scalar(end - 1).isColon
    if isColon { end -= 1 }
    let index = people.first(from: end) - 1
    guard index >= 0, people.ranges[index].upperBound == end else { return nil }
    if isColon { return end }
    guard let quotation = clauses.quotations.opening(at: open), quotation.isClosed else {
      return nil
    }
    let isSentence = passage.scalar(quotation.close - 1).endsStatement
    return isSentence && quotation.inner.count >= 12 ? end : nil
  }

  private func attribution(ledAt open: Int, after last: SpeakerFinder.Last) -> Attribution? {
    guard let end = leader(of: open), !last.stretch.contains(open) else { return nil }
    let clause = clauses.start(before: end)
    guard let found = finder.speakers(of: end, clause: clause, after: last), found.rule == .subject,
      let speaker = found.speakers.last, people.ranges[speaker].upperBound == end
    else { return nil }
    return Attribution(
      speakers: found.speakers, rule: .name, kind: .colon, verb: end..<open, clause: clause,
      content: open)
  }

  /// Nil where the verb attributes nothing to anybody with a name.
  func attribution(at place: Int, after last: SpeakerFinder.Last) -> Attribution? {
    if passage.scalar(place).opensQuotation { return attribution(ledAt: place, after: last) }
    guard var (verb, kind) = verb(at: place), !isPartOfWord(verb), !isDenied(verb.lowerBound) else {
      return nil
    }
    let start = verb.lowerBound
    let isInQuotation = clauses.quotations.containing(start)
    if let quotation = isInQuotation {
      if last.stretch.overlaps(quotation.open..<quotation.end) || quotation.inner.count < 14 {
        return nil
      }
    }
    while let (next, nextKind) = self.verb(at: verb.upperBound), next.count > 1 || nextKind == .says
    {
      if nextKind == .urges, kind == .says { break }
      verb = start..<next.upperBound
      kind = nextKind
    }
    if passage.scalar(verb.upperBound) == 0x9053 { verb = start..<verb.upperBound + 1 }  // 道
    let clause = clauses.start(before: start)
    guard let found = finder.speakers(of: start, clause: clause, after: last) else { return nil }
    if found.rule == .subject, isAttribute(verb, of: found.speakers) { return nil }
    if found.rule == .elided, kind == .thinks || isWithin(last, start, kind, clause) {
      return nil
    }

    if last.clause == clause { return nil }
    var attribution = Attribution(
      speakers: found.speakers, rule: found.rule, kind: kind, verb: verb, clause: clause,
      content: nil)
    addContent(to: &attribution)
    if found.rule != .elided { addBefore(to: &attribution, last) }
    if attribution.addressee == nil { attribution.addressee = addressee(of: found, start) }
    return attribution.content == nil && attribution.before == nil ? nil : attribution
  }

  // MARK: the verb

  /// 那些都是甲认为有争议的协议: what somebody thinks is told of a thing, and by somebody else.
  private func isAttribute(_ verb: Range<Int>, of speakers: [Int]) -> Bool {
    guard let name = speakers.first.map({ people.ranges[$0] }),
      passage.stands("认为", at: verb.lowerBound),
      passage.holds(words.copulas, in: max(0, name.lowerBound - Self.officeReach)..<name.lowerBound)
    else { return false }
    let rest = verb.upperBound..<min(verb.upperBound + 40, passage.count)
    let clause = rest.prefix {
      !passage.scalar($0).isComma && !passage.scalar($0).endsSentence
    }
    return passage.scalars[clause].contains(0x7684)  // 的
  }

  /// How far before a name its office may begin.
  private static let officeReach = 12

  private func verb(at place: Int) -> (Range<Int>, SpeechVerb)? {
    var found: (Range<Int>, SpeechVerb)?
    for match in passage.starting(at: place, if: .saying) {
      if case .saying(let kind) = passage.term(match) {
        found = (Int(match.start)..<Int(match.end), kind)
      }
    }
    return found
  }

  /// 说明, 名称: a letter that is a verb only where it is no part of a word.
  private func isPartOfWord(_ verb: Range<Int>) -> Bool {
    let (before, after) = (
      passage.scalar(verb.lowerBound - 1), passage.scalar(verb.upperBound)
    )
    if after == 0x7684 || after == 0x4E86 { return true }  // 的了
    if after == 0x8FC7, passage.scalar(verb.upperBound + 1) != 0x53BB { return true }  // 过, not 过去
    // 承诺和帮助他人: a deed told, not words.
    if after == 0x548C, verb.count == 2, !passage.stands("希望", at: verb.lowerBound) {
      return verb.lowerBound > 0 && self.verb(at: verb.lowerBound)?.1 == .urges
    }
    guard verb.count == 1, let letter = Self.letters[passage.scalar(verb.lowerBound)] else {
      return false
    }
    if passage.stands("的话", at: verb.lowerBound - 2) { return false }
    return letter.before.contains(before) || letter.after.contains(after)
  }

  /// Letters that make a word of 说, 称, 指, 讲, 问 or 答 beside them.
  private static let letters: [UInt32: (before: Set<UInt32>, after: Set<UInt32>)] = [
    0x8BF4: (codes("小学传听据或再虽如来游劝解演难话"), codes("明法服话起到不辞白客唱教情")),
    0x79F0: (codes("号名职统简堪俗被尊全自戏美人通昵别对匀相并声宣"), codes("为之号霸职呼谓道病心职作得")),
    0x6307: (codes("中戒手食特是意直应泛被所暗专据"), codes("明正导挥示定标数向控责认引着派南甲针战令")),
    0x8BB2: (codes("演听"), codes("话述究座解课堂坛师")),
    0x95EE: (codes("访学提顾慰质审疑询过不责"), codes("题候责世卷政计")),
    0x7B54: (codes("回应报解"), codes("案复卷辩谢题应")),
  ]

  private static func codes(_ letters: String) -> Set<UInt32> {
    Set(letters.unicodeScalars.map(\.value))
  }

  /// 未回应, 被要求, 据报道: what comes before the verb takes its words away.
  private func isDenied(_ verb: Int) -> Bool {
    let before = passage.scalar(verb - 1)
    switch before {
    case 0x672A, 0x6CA1, 0x88AB, 0x62D2, 0x6240, 0x6309, 0x5426: return true  // 未没被拒所按否
    case 0x4E0D: return !passage.stands("认为", at: verb) && !passage.stands("希望", at: verb)
    default:
      return ["没有", "拒绝", "提出", "有关"].contains { passage.stands($0, at: verb - 2) }
    }
  }

  /// Whether a verb without a subject of its own belongs to the words of the last speaker.
  private func isWithin(
    _ last: SpeakerFinder.Last, _ verb: Int, _ kind: SpeechVerb, _ clause: Int
  ) -> Bool {
    guard last.stretch.contains(verb) else { return false }
    if verb > clause, [0x5E76, 0x8FD8, 0x4E5F].contains(passage.scalar(clause)) {  // 并还也
      return false
    }
    return kind != .says
  }

  // MARK: the words

  private func addContent(to attribution: inout Attribution) {
    var place = attribution.verb.upperBound
    if attribution.kind == .marked, beginsStatement(place) {
      // 提出要抓好春耕, 批评此事造成了负面影响: a clause of its own follows.
    } else if attribution.kind == .marked || attribution.kind == .colon {
      guard let mark = mark(after: place, attribution.kind) else { return }
      if mark > place, passage.stands("告", at: attribution.verb.lowerBound) {
        attribution.addressee = place..<mark
      }
      place = mark
    }
    let scalar = passage.scalar(place)
    attribution.isSetOff = scalar.isComma || scalar.isColon
    if attribution.isSetOff { place += 1 }
    place = clauses.skippingSpaces(from: place)
    if scalar.isColon, passage.scalar(place) == 0x0A {
      let next = clauses.skippingSpaces(from: place + 1)
      if passage.scalar(next).opensQuotation { place = next }
    }
    let next = passage.scalar(place)
    // The straight mark closes as well as it opens.
    let closes = next.closesQuotation && clauses.quotations.opening(at: place) == nil
    guard place < passage.count, !next.endsSentence, !next.isComma, !closes, !next.closesBracket,
      !next.isListMark
    else { return }
    if !attribution.isSetOff, passage.stands("表示", at: attribution.verb.lowerBound),
      passage.end(of: words.feelings, at: place) != nil
    {
      return
    }
    attribution.content = place
    // 沈文涛希望加强合作: the hope is what is said.
    if !attribution.isSetOff, passage.string(attribution.verb) == "希望" {
      attribution.content = attribution.verb.lowerBound
    }
  }

  /// Whether what follows a verb is a clause, not a thing: 提到双方将加强合作, not 提到双方的合作.
  private func beginsStatement(_ place: Int) -> Bool {
    if passage.end(of: words.modals, at: place) != nil { return true }
    var end = place
    while end < place + 60, end < passage.count {
      let scalar = passage.scalar(end)
      if scalar.isComma || scalar.endsSentence || scalar.isColon || scalar.isListMark { break }
      if scalar.opensQuotation || scalar.closesQuotation || scalar.opensBracket { break }
      end += 1
    }
    guard end - place >= 10, passage.scalar(end) != 0x3001, !passage.scalar(end).isColon else {
      return false
    }
    var at = place + 2
    while at < end - 2 {
      if let other = passage.end(of: words.otherWords, at: at) {
        at = other
      } else if passage.end(of: words.clauseMarks, at: at) != nil {
        return true
      } else {
        at += 1
      }
    }
    return false
  }

  /// The comma, colon or quotation mark that a verb asks for before its words.
  private func mark(after verb: Int, _ kind: SpeechVerb) -> Int? {
    let scalar = passage.scalar(verb)
    if scalar.isColon { return verb }
    if scalar.opensQuotation { return isName(at: verb, after: kind) ? nil : verb }
    if let end = passage.end(of: words.counterparts, at: verb),
      passage.scalar(end).opensQuotation || passage.scalar(end).isColon
    {
      return end
    }
    if scalar == 0x4E66 { return nil }  // 告知书
    guard kind == .marked else { return nil }
    // 并提出率先破解难题: what follows is a clause of its own.
    if passage.stands("并提出", at: verb - 3), !passage.stands("要求", at: verb) { return verb }
    if scalar.isComma { return verb }
    for place in verb + 1..<verb + 16 {
      let scalar = passage.scalar(place)
      if scalar.isComma || scalar.isColon {
        let isTold = passage.scalar(verb - 2) == 0x544A  // 告
        let opens = passage.scalar(place + 1).opensQuotation
        return isTold || opens || scalar.isColon ? place : nil
      }
      if scalar.endsSentence || scalar.opensQuotation { return nil }
    }
    return nil
  }

  /// Whether a quotation right behind a verb names a thing: 提出“一带一路”倡议.
  private func isName(at open: Int, after kind: SpeechVerb) -> Bool {
    guard kind == .marked, let quotation = clauses.quotations.opening(at: open) else {
      return false
    }
    let next = passage.scalar(quotation.end)
    let isSentence = passage.scalar(quotation.close - 1).endsStatement
    guard !isSentence, quotation.inner.count <= 12 else { return false }
    return !next.isComma && !next.endsSentence || passage.stands("提出", at: open - 2)
      || passage.stands("总结", at: open - 2)
  }

  /// The quotation right before the clause, where it is a statement of its own.
  private func addBefore(to attribution: inout Attribution, _ last: SpeakerFinder.Last) {
    var end = attribution.clause
    if passage.scalar(end - 1).isComma { end -= 1 }
    guard passage.scalar(end - 1).closesQuotation,
      let quotation = clauses.quotations.ending(at: end),
      quotation.inner.count >= 6
    else { return }
    let before = passage.scalar(quotation.open - 1)
    // In the words of another it is theirs, unless it is a sentence of its own.
    if quotation.open < last.stretch.upperBound {
      let isOther = last.speakers.first.map { !people.areOne($0, attribution.speakers[0]) } ?? true
      guard before.endsStatement || before.closesQuotation, isOther else { return }
    }
    let inside = passage.scalar(quotation.close - 1)
    guard inside.endsStatement || inside.isComma || before.endsStatement || quotation.open == 0
    else { return }
    attribution.before = quotation
    attribution.rule = .after
  }

  /// 对记者说: the words between the preposition and the verb.
  private func addressee(of found: SpeakerFinder.Found, _ verb: Int) -> Range<Int>? {
    let start = clauses.start(before: verb)
    for place in (max(start, verb - 16)..<max(start, verb - 1)).reversed() {
      let scalar = passage.scalar(place)
      guard scalar == 0x5BF9 || scalar == 0x5411 else { continue }  // 对向
      var end = verb
      while let adverb = passage.start(of: words.adverbs, before: end), adverb > place + 1 {
        end = adverb
      }
      let words = place + 1..<end
      guard words.count >= 2, passage.scalar(place + 1) != 0x6B64 else { return nil }  // 此
      let closes = passage.start(of: self.words.circumstances, before: end) != nil
      return closes ? nil : words
    }
    return nil
  }
}
