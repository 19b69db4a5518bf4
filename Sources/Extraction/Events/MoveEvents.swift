import Model

/// Reads dated moves by their verbs alone, whatever the office is and whether it can be told: 去年8月
/// 就任理事会主席, 2003年被调派到卫生部, 2018年1月，他不再担任副主任职.
///
/// What a step tells already is one with it, as both are of one sentence, person and day.
struct MoveEvents {
  let narration: Narration
  private var passage: Passage { narration.passage }
  private var eventWords: EventWords { passage.terms.wordings.events }
  private var moveWords: MoveWords { passage.terms.wordings.moves }
  private var people: PersonPlaces { narration.people }
  private var times: EventTimes { narration.times }
  private var finder: SubjectFinder { SubjectFinder(narration: narration) }

  func events(in scene: EventScene) -> [Event] {
    times.dates(in: scene.sentence).compactMap { dated in
      guard !dated.isOfLife, let verb = verb(of: dated, scene) else { return nil }
      return event(verb, dated, scene)
    }
  }

  /// A verb of moving, and the clause that it stands in.
  private struct Verb {
    var place: Range<Int>
    var clause: Range<Int>
    var leaves: Bool
  }

  private func event(_ verb: Verb, _ dated: PassageDates.Dated, _ scene: EventScene) -> Event? {
    let subjects = subjects(verb, scene)
    guard !subjects.isEmpty else { return nil }
    let rule: Rule = verb.leaves ? .departure : .entry
    let time = verb.leaves ? times.time(dated) : times.time(dated).begun
    return Event(
      kind: verb.leaves ? .removal : .appointment, status: times.isAhead(time) ? .planned : .actual,
      time: time,
      place: narration.places.post(
        of: verb.place.lowerBound..<max(verb.place.upperBound, verb.clause.upperBound), area: nil,
        in: scene), evidence: narration.evidence(scene, rule), confidence: rule.confidence,
      participants: subjects.map { narration.participant($0, .subject, rule) })
  }

  // MARK: verbs

  /// The verb that a date tells the time of: in its clause, or in the next if its own is nothing but
  /// the date.
  private func verb(of dated: PassageDates.Dated, _ scene: EventScene) -> Verb? {
    let start = dated.range.upperBound
    let next = times.dates(in: start..<scene.sentence.upperBound).first?.range.lowerBound
    let end = min(next ?? scene.sentence.upperBound, start + Self.reach)
    let opening = passage.clauseStart(
      before: dated.range.lowerBound, from: scene.sentence.lowerBound)
    for place in start..<max(start, end) where narration.isTold(place) {
      guard let word = moveWords.word(at: place, in: passage) else { continue }
      let close = passage.clauseEnd(after: place, in: scene.sentence)
      let verb = Verb(
        place: place..<place + word.codes.count, clause: opening..<close, leaves: word.leaves)
      return isMove(verb, word, from: start) ? verb : nil
    }
    return nil
  }

  /// How far behind its date a verb may stand.
  private static let reach = 30

  private func isMove(_ verb: Verb, _ word: MoveWord, from start: Int) -> Bool {
    let before = max(start, verb.place.lowerBound - 4)..<verb.place.lowerBound
    let clause = verb.clause.lowerBound..<verb.place.lowerBound
    // 分别由甲、乙出任: each has a step of their own; 外界推断甲或接替: nobody moved.
    if passage.holds(moveWords.unsure, in: clause) { return false }
    if passage.holds(eventWords.states, in: before) || passage.holds(eventWords.denial, in: before)
    {
      return false
    }
    let rest = verb.place.upperBound..<verb.clause.upperBound
    // 在升任省长47天后: the time of what follows.
    if passage.scalar(verb.place.lowerBound - 1) == 0x5728,  // 在
      rest.contains(where: { passage.scalar($0) == 0x540E })  // 后
    {
      return false
    }
    switch word.asks {
    case .post: return rest.prefix(30).contains { passage.begins(.titles, at: $0) }
    case .service: return passage.holds(moveWords.services, in: rest)
    case .person: return !people.indices(in: rest).isEmpty
    // 就职典礼, 上任前: the time of something else.
    case .nothing:
      return passage.end(of: passage.terms.wordings.fates.nouns, at: rest.lowerBound) == nil
    }
  }

  // MARK: who moves

  private func subjects(_ verb: Verb, _ scene: EventScene) -> [Int] {
    let before = verb.clause.lowerBound..<verb.place.lowerBound
    if let last = finder.named(in: before).last {
      return finder.listed(upTo: last, in: scene.sentence)
    }
    let after = verb.place.upperBound..<verb.clause.upperBound
    if let next = finder.named(in: after).first {
      // 去年8月出任理事会主席的甲, 2月迎来新省委书记甲.
      let isDescribed = (after.lowerBound..<people.ranges[next].lowerBound)
        .contains { passage.scalar($0) == 0x7684 }  // 的
      let welcomes = passage.stands("迎来", at: verb.place.lowerBound)
      if isDescribed && !isSuccession(verb) || welcomes { return [next] }
    }
    return finder.subjects(verb.place, before, scene)
  }

  private func isSuccession(_ verb: Verb) -> Bool {
    passage.end(of: moveWords.successions, at: verb.place.lowerBound) != nil
  }
}
