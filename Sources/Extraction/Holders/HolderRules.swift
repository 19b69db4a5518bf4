import Model
import Reference

/// The rules that join an office to a name, most telling first.
extension HolderFinder {
  /// 时任上海市长的应勇, 任职海基会副董事长的知名台商许某
  func relative(_ index: Int) -> Holding? {
    let range = chains[index].range
    guard passage.scalar(range.upperBound) == 0x7684 else { return nil }  // 的
    let verb = holderVerb(endingAt: range.lowerBound)
    let direct = occurrence(startingAt: range.upperBound + 1)
    let first = offices[chains[index].offices[0]]
    // 时任甲省长的国家主席乙: another office describes the name.
    let isTold = verb != nil || first.qualifier == .former
    guard let holder = direct ?? (isTold ? described(from: range.upperBound + 1) : nil) else {
      return nil
    }
    guard
      verb != nil || first.qualifier != nil || first.range.lowerBound != (first.body?.start ?? -1)
    else { return nil }
    return Holding(chain: index, holders: [holder], rule: .relative, qualifier: verb?.qualifier)
  }

  /// The name that a few describing words lead to: 知名台商许某.
  func described(from start: Int) -> Int? {
    guard let next = firstOccurrence(from: start) else { return nil }
    let words = start..<occurrences[next].range.lowerBound
    guard words.count <= 8, words.allSatisfy({ passage.scalar($0).isHan }),
      !words.contains(where: {
        [0x65F6, 0x804C, 0x671F, 0x540E, 0x524D].contains(passage.scalar($0))
      })
    else { return nil }  // 时职期后前
    return next
  }

  /// 王凯省长
  func nameBefore(_ index: Int, at start: Int) -> Holding? {
    var end = start
    if passage.scalar(end - 1).isSpace { end -= 1 }
    guard let holder = occurrence(endingAt: end) else { return nil }
    // 免去甲湖南省副省长职务
    if let verb = holderVerb(endingAt: occurrences[holder].range.lowerBound),
      verb.qualifier == .former, follows("职务", chains[index].range.upperBound)
    {
      return Holding(chain: index, holders: [holder], rule: .removal, qualifier: .former)
    }
    return Holding(chain: index, holders: [holder], rule: .nameTitle)
  }

  /// 免去张国清的天津市市长职务, and the others of a list: 免去甲的市长职务、乙的局长职务.
  func removal(_ index: Int, at start: Int, _ sentence: Range<Int>) -> Holding? {
    guard passage.scalar(start - 1) == 0x7684, let holder = occurrence(endingAt: start - 1) else {
      return nil
    }
    let isRelieved =
      holderVerb(endingAt: occurrences[holder].range.lowerBound)?.qualifier == .former
      || follows("职务", chains[index].range.upperBound) && holds("免去", sentence.lowerBound..<start)
    guard isRelieved else { return nil }
    return Holding(chain: index, holders: [holder], rule: .removal, qualifier: .former)
  }

  /// 应勇调任湖北省委书记
  func verb(
    _ index: Int, at start: Int, in sentence: Range<Int>, _ subject: Int?, _ last: Holding?
  ) -> Holding? {
    guard let verb = holderVerb(endingAt: start) ?? naming(endingAt: start) else { return nil }
    let date = date(of: verb.start, in: sentence)
    if let role = role(index, verb.start) { return role }
    // 为他人当选理事谋利: of nobody who is named.
    if holds(0x4ED6, 0x4EBA, max(0, verb.start - 20)..<verb.start) {  // 他人
      return nil
    }
    if let named = subjectBefore(verb.start, from: sentence.lowerBound) {
      let clause = occurrences[named].range.upperBound..<verb.start
      let isProposed =
        isExpected(clause) || isNominated(occurrences[named].range.lowerBound)
        || isAnnounced(sentence.lowerBound..<verb.start)
        || isOfExpectedList(clause, last, from: sentence.lowerBound)
      let isPast = isTermOrMeans(verb.start, clause)
      let qualifier = verb.qualifier ?? (isPast ? .former : isProposed ? .incoming : nil)
      let names = list(around: named, before: verb.start, withOffices: isOfSeveral(clause))
      return Holding(
        chain: index, holders: names, rule: .holder, qualifier: qualifier, date: date,
        isRespective: names.count > 1 && (holds("分别", clause) || arePaired(index, names)),
        voice: date == nil && isDone(clause) ? .present : .news, leaves: leaving(verb.start))
    }
    let clause = passage.clauseStart(before: verb.start, from: sentence.lowerBound)..<verb.start
    guard let subject, isShort(clause) else { return nil }
    return Holding(
      chain: index, holders: [subject], rule: .career,
      qualifier: verb.qualifier
        ?? (isTermOrMeans(verb.start, clause) ? .former : isExpected(clause) ? .incoming : nil),
      date: date)
  }

  /// 甲和乙当选总统和副总统: as many names as offices, 和 before the last of both.
  private func arePaired(_ index: Int, _ names: [Int]) -> Bool {
    let posts = chains[index].offices.map { offices[$0].range }
    guard posts.count == names.count else { return false }
    let persons = names.map { occurrences[$0].range }
    return [posts, persons].allSatisfy { list in
      let gap =
        list[list.count - 2]
        .upperBound..<max(list[list.count - 2].upperBound, list[list.count - 1].lowerBound)
      return gap.contains { passage.scalar($0).isConjunction }
    }
  }

  /// 作为商务部长，甲将…: the office in which the name after it acts.
  private func role(_ index: Int, _ verb: Int) -> Holding? {
    guard follows("作为", verb) || follows("身为", verb) else { return nil }
    let end = chains[index].range.upperBound
    guard passage.scalar(end).isComma, let holder = occurrence(startingAt: end + 1) else {
      return nil
    }
    return Holding(chain: index, holders: [holder], rule: .holder)
  }

  /// 利用担任局长的便利, 在16年至17年期间任: what is over.
  private func isTermOrMeans(_ verb: Int, _ clause: Range<Int>) -> Bool {
    holds(0x5229, 0x7528, max(0, verb - 6)..<verb) || holds(0x671F, 0x95F4, clause)  // 利用, 期间
  }

  /// Whether two letters stand beside each other in a stretch.
  private func holds(_ first: UInt32, _ second: UInt32, _ range: Range<Int>) -> Bool {
    range.contains { passage.scalar($0) == first && passage.scalar($0 + 1) == second }
  }

  /// 已经出任: what is done, and not told of a career.
  private func isDone(_ clause: Range<Int>) -> Bool {
    clause.contains { passage.scalar($0) == 0x5DF2 }  // 已
  }

  /// 甲将担任…，乙则担任: the rest of what is to come.
  private func isOfExpectedList(_ clause: Range<Int>, _ last: Holding?, from start: Int) -> Bool {
    guard let last, last.qualifier == .incoming, chains[last.chain].range.lowerBound >= start else {
      return false
    }
    return clause.contains { passage.scalar($0) == 0x5219 }  // 则
  }

  /// What a verb takes its holder away from.
  private func leaving(_ verb: Int) -> Held.Leaving {
    // “空降”湖南·任: the verb before it tells more.
    if (2...10).contains(where: { follows("空降", verb - $0) }) { return .all }
    if ["转任", "调任", "改任"].contains(where: { follows($0, verb) }) { return .all }
    let verbs = ["升任", "出任", "转岗", "空降", "赴任", "晋升", "履新", "跨省"]
    return verbs.contains { follows($0, verb) } ? .elsewhere : .nothing
  }

  /// Whether what stands between names and a verb says that it speaks of several: 已分别被, 均, 都.
  private func isOfSeveral(_ clause: Range<Int>) -> Bool {
    holds("分别", clause) || clause.contains { [0x5747, 0x90FD].contains(passage.scalar($0)) }  // 均都
  }

  /// The date of a verb: in its clause, or alone in the clause before it.
  func date(of verb: Int, in sentence: Range<Int>) -> PartialDate? {
    let clause = passage.clauseStart(before: verb, from: sentence.lowerBound)
    if let date = dates.last(before: verb, from: clause) { return date.date.start.date }
    guard clause > sentence.lowerBound else { return nil }
    let before = passage.clauseStart(before: clause - 1, from: sentence.lowerBound)
    guard isDateMark(clause - 2) || clause - before <= 3 else { return nil }
    return dates.last(before: clause, from: before)?.date.start.date
  }

  /// 年月日起后: what a clause that is nothing but a date ends in.
  private func isDateMark(_ place: Int) -> Bool {
    [0x5E74, 0x6708, 0x65E5, 0x8D77, 0x540E].contains(passage.scalar(place))
  }

  /// Whether a clause leaves no room for a subject of its own before its verb.
  func isShort(_ clause: Range<Int>) -> Bool {
    let dates: Set<UInt32> = [0x5E74, 0x6708, 0x65E5, 0x81F3, 0x8D77, 0x4ED6, 0x5979]  // 年月日至起他她
    return clause.lazy.filter { passage.scalar($0).isHan && !dates.contains(passage.scalar($0)) }
      .count <= 8
  }

  /// 庹震（人民日报社社长）, 龚正，上海市委副书记
  func apposition(_ index: Int, at start: Int) -> Holding? {
    let mark = passage.scalar(start - 1)
    guard mark.isComma || [0x28, 0xFF08, 0xFF1A, 0x3A].contains(mark),
      let holder = occurrence(endingAt: start - 1),
      // 甲，俄罗斯总统乙: letters after the office are a name of its own.
      !passage.scalar(chains[index].range.upperBound).isHan
    else { return nil }
    return Holding(chain: index, holders: [holder], rule: .nameApposition)
  }

  /// 莱普雷特（Olivier Leprêtre）是渔业协会会长, 他也是中央纪委委员
  func copula(_ index: Int, at start: Int, _ subject: Int?) -> Holding? {
    let start = sessionsStart(before: start)
    guard [0x662F, 0x7CFB].contains(passage.scalar(start - 1)) else { return nil }  // 是系
    let end = beforeAdverbs(start - 1)
    if let subject, isOfSubject(end) {
      return Holding(chain: index, holders: [subject], rule: .copula)
    }
    guard let holder = lastOccurrence(before: end), bracketed(holder) == end else { return nil }
    let isOfAll = (end..<start).contains { [0x90FD, 0x5747].contains(passage.scalar($0)) }  // 都均
    return Holding(
      chain: index,
      holders: isOfAll ? list(around: holder, before: end, withOffices: true) : [holder],
      rule: .copula)
  }

  /// Before what says nothing of the body: 是·中共17届、18届、十九届·中央委员.
  private func sessionsStart(before start: Int) -> Int {
    var start = start
    for _ in 0..<10 {
      if let skip = passage.ending(at: start, if: .skip).first(where: { $0.kind == .skip }) {
        start = Int(skip.start)
      } else if passage.scalar(start - 1) == 0x5C4A {  // 届
        start -= 1
        while passage.scalar(start - 1).isDigit { start -= 1 }
      } else if passage.scalar(start - 1).isListMark, passage.scalar(start - 2) == 0x5C4A {
        start -= 1
      } else if passage.stands("中共", at: start - 2) {
        start -= 2
      } else {
        return start
      }
    }
    return start
  }

  private static let adverbs = [
    "本身", "同时", "目前", "一直", "曾", "也", "原", "现", "都", "均", "还", "仍", "亦",
  ]

  /// Before the adverbs of a copula: 甲·本身也·是.
  private func beforeAdverbs(_ end: Int) -> Int {
    var end = end
    for _ in 0..<3 {
      guard let word = Self.adverbs.first(where: { follows($0, end - $0.unicodeScalars.count) })
      else { return end }
      end -= word.unicodeScalars.count
    }
    return end
  }

  /// Whether a copula speaks of the one in play: 同时他·也是, ，也是.
  private func isOfSubject(_ end: Int) -> Bool {
    [0x4ED6, 0x5979].contains(passage.scalar(end - 1))  // 他她
  }
}
