import Model

/// Reads the offices that somebody takes or leaves as events, from the steps that the reader of
/// persons found.
struct StepEvents {
  let narration: Narration
  private var passage: Passage { narration.passage }
  private var words: EventWords { passage.terms.wordings.events }
  private var times: EventTimes { narration.times }

  /// The event of an office that one verb gives to somebody, or to several.
  func event(_ steps: ArraySlice<Step>, _ scene: EventScene) -> Event? {
    guard let step = steps.first else { return nil }
    let holders = steps.compactMap { step in
      narration.people.holder(step.person, of: step.office).map { (step, $0) }
    }
    guard !holders.isEmpty else { return nil }
    let before = max(scene.sentence.lowerBound, step.range.lowerBound - 9)..<step.range.lowerBound
    let isVerb = step.rule == .holder || step.rule == .career
    let leaves =
      step.rule == .removal || isVerb && passage.holds(words.leaving, in: before)
    if passage.holds(words.states, in: before), !leaves { return nil }
    if isAside(step, before) { return nil }
    guard let time = time(of: step, leaves: leaves, before, scene) else { return nil }
    let rule: Rule = leaves ? .removalEvent : .appointmentEvent
    return Event(
      kind: leaves ? .removal : .appointment, status: status(of: step, time, before), time: time,
      place: narration.places.post(of: step.range, area: step.office.body.division, in: scene),
      evidence: narration.evidence(scene, rule), confidence: rule.confidence,
      participants: holders.map { step, person in
        Event.Participant(
          .person(person), role: .subject, evidence: narration.evidence(step.named, rule))
      })
  }

  private func status(of step: Step, _ time: Event.Time, _ before: Range<Int>) -> Event.Status {
    if passage.holds(words.denial, in: before) { return .denied }
    let isPlanned = step.office.qualifier == .incoming || times.isAhead(time)
    return isPlanned ? .planned : .actual
  }

  /// 以组长的身份, 利用担任局长的便利, 在升任省长47天后: an office that tells how or when something else was
  /// done.
  private func isAside(_ step: Step, _ before: Range<Int>) -> Bool {
    let end = step.range.upperBound
    if passage.holds(words.means, in: max(0, end - 100)..<end),
      passage.holds(words.guises, in: end..<min(end + 100, passage.count))
    {
      return true
    }
    let near = end..<min(end + 9, passage.count)
    let rest = near.prefix { !passage.scalar($0).isComma && !passage.scalar($0).endsSentence }
    if rest.contains(where: { passage.end(of: words.guises, at: $0) != nil }) { return true }
    let isTime =
      rest.contains { passage.scalar($0) == 0x540E || passage.stands("时", at: $0) }  // 后
    let opens = passage.holds(words.within, in: before)
    return isTime && (opens || step.date == nil)
  }

  /// The date printed with a step, else that of the news that reports it; none for what is done
  /// already (已升任); nil where a step is neither dated nor news.
  private func time(
    of step: Step, leaves: Bool, _ before: Range<Int>, _ scene: EventScene
  ) -> Event.Time? {
    if let time = times.begun(before: step.range.lowerBound, in: scene.sentence) {
      return leaves ? time : time.begun
    }
    if let date = step.date {
      return Event.Time(start: DayName(date), end: DayName(date), basis: .inherited)
    }
    let isNews =
      passage.holds(words.steps, in: before) || leaves || step.office.qualifier == .incoming
      || [.officeListed, .successor, .seat].contains(step.rule)
    if step.voice == .present, isNews, passage.holds(words.done, in: before) {
      return Event.Time()
    }
    guard step.voice == .news, isNews else { return nil }
    let time = times.news(of: scene, after: step.range.upperBound)
    if step.office.qualifier == .incoming, time.text == nil { return nil }
    return time
  }
}
