import Model

/// Reads what befalls one person, told by a word: 被查, 双开, 逮捕, 获刑, 辞职, 退休. The person stands
/// before the word, right behind it (逮捕甲), or is the one in play (他被查).
struct SubjectEvents {
  let narration: Narration
  private var passage: Passage { narration.passage }
  private var fateWords: FateWords { passage.terms.wordings.fates }
  private var moveWords: MoveWords { passage.terms.wordings.moves }
  private var times: EventTimes { narration.times }
  private var finder: SubjectFinder { SubjectFinder(narration: narration) }

  func events(in scene: EventScene) -> [Event] {
    var events: [Event] = []
    var place = scene.sentence.lowerBound
    // Dates of what is told of somebody by the way: 已于2017年退休的甲.
    var taken: Set<Int> = []
    while place < scene.sentence.upperBound {
      guard let fate = fate(at: place), narration.isToldOrAnnounced(place) else {
        place += 1
        continue
      }
      let word = place..<place + fate.codes.count
      place = word.upperBound
      guard let told = told(fate, word, scene, &taken) else { continue }
      events.append(told)
    }
    return events
  }

  private func fate(at place: Int) -> FateWord? {
    fateWords.all.word(at: place, in: passage)
  }

  private func told(
    _ fate: FateWord, _ word: Range<Int>, _ scene: EventScene, _ taken: inout Set<Int>
  ) -> Event? {
    let clause =
      passage.clauseStart(
        before: word.lowerBound, from: scene.sentence.lowerBound)..<word.lowerBound
    let dated = times.dated(before: word.lowerBound, in: scene.sentence) { !taken.contains($0) }
      .flatMap { isPassed($0, before: word.lowerBound) ? nil : $0 }
    let described = finder.described(by: word, in: scene)
    if described != nil, let dated { taken.insert(dated.range.lowerBound) }
    guard !isAside(fate, word, clause, isDated: dated != nil, isAttribute: described != nil) else {
      return nil
    }
    let isDated = dated != nil
    if fate.need == .dated || described != nil, !isDated { return nil }
    let status = narration.status(
      of: word.lowerBound, from: finder.takenEnd(before: word.lowerBound, in: clause))
    if status == .planned, !isDated || isWished(word, clause) { return nil }
    let subjects = described.map { [$0] } ?? finder.subjects(of: fate, word, clause, scene)
    guard !subjects.isEmpty else { return nil }
    let time = dated.map(times.time) ?? times.news(of: scene, after: word.upperBound)
    let isTried = [.charge, .trial, .sentence].contains(fate.rule)
    return Event(
      kind: fate.kind, status: times.isAhead(time) ? .planned : status, time: time,
      place: isTried ? narration.places.court(of: word, in: scene) : nil,
      evidence: narration.evidence(scene, fate.rule), confidence: fate.rule.confidence,
      participants: subjects.map { narration.participant($0, .subject, fate.rule) })
  }

  /// 要求甲下台: nobody says that it will be so.
  private func isWished(_ word: Range<Int>, _ clause: Range<Int>) -> Bool {
    passage.holds(
      narration.eventWords.wishes,
      in: max(clause.lowerBound, word.lowerBound - 16)..<word.lowerBound)
  }

  /// 去年7月升任省长后投案: whether a date is of what went before.
  private func isPassed(_ dated: PassageDates.Dated, before word: Int) -> Bool {
    let start = dated.range.upperBound
    guard moveWords.word(at: start, in: passage) != nil else { return false }
    return (start..<word).contains {
      passage.scalar($0) == 0x540E && passage.end(of: fateWords.thens, at: $0 - 1) == nil  // 后
    }
  }

  // MARK: what is no telling

  /// 他的落马, 落马前, 直至被查: spoken of, not told.
  private func isAside(
    _ fate: FateWord, _ word: Range<Int>, _ clause: Range<Int>, isDated: Bool, isAttribute: Bool
  ) -> Bool {
    var end = word.upperBound
    if passage.scalar(end).closesQuotation || passage.scalar(end) == 0x20 { end += 1 }
    // 调查组, 逮捕令; not 罢免局长甲, whom it befalls.
    if passage.end(of: fateWords.nouns, at: end) != nil, !passage.begins(.titles, at: end) {
      return true
    }
    if passage.end(of: fateWords.asides, at: end) != nil, !isDated { return true }
    if fate.need == .dated, !isEnd(end) { return true }
    if passage.holds(fateWords.guesses, in: clause), !isDated { return true }
    if passage.scalar(end) == 0x7684, !isAttribute, !isTold(end, clause) { return true }  // 的
    let before = max(clause.lowerBound, word.lowerBound - 4)..<word.lowerBound
    return passage.scalar(word.lowerBound - 1) == 0x7684 && !isDated
      || passage.holds(fateWords.recalls, in: before)
      || passage.holds(fateWords.crowds, in: clause)
  }

  /// Whether a word for leaving stands alone, and leaves no office or benefit: 退休。, not 退休待遇.
  private func isEnd(_ place: Int) -> Bool {
    let scalar = passage.scalar(place)
    return scalar == 0x7684 || !scalar.isHan && !scalar.isDigit  // 的
  }

  /// Whether what 的 leads to at a place tells the word all the same: 作出开除党籍的决定, 公布甲落马的消息, 甲是
  /// 今年被免职的书记; not what is only said to have been.
  private func isTold(_ place: Int, _ clause: Range<Int>) -> Bool {
    if passage.holds(fateWords.notices, in: place..<place + 8) {
      return !passage.holds(fateWords.rumours, in: clause)
    }
    let isCopula = clause.contains { passage.scalar($0) == 0x662F }  // 是
    return isCopula && !finder.named(in: clause).isEmpty
  }
}
