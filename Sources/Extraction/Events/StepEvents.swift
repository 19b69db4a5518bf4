import Model

/// Reads the offices that somebody takes or leaves as events, from the steps that the reader of
/// persons found.
struct StepEvents {
  let narration: Narration
  private var passage: Passage { narration.passage }
  private var times: EventTimes { narration.times }

  func event(_ step: Step, _ scene: EventScene) -> Event? {
    let key = NamedPerson.Key(name: step.name, homonym: step.homonym)
    guard let person = narration.people.holder(key, of: step.office) else { return nil }
    let before = max(scene.sentence.lowerBound, step.range.lowerBound - 9)..<step.range.lowerBound
    let isVerb = step.rule == .holder || step.rule == .career
    let leaves =
      step.rule == .removal || isVerb && narration.holds(EventWords.leaving, before)
    if narration.holds(EventWords.states, before), !leaves { return nil }
    guard let time = time(of: step, leaves: leaves, before, scene) else { return nil }
    let rule: Rule = leaves ? .removalEvent : .appointmentEvent
    let planned = step.office.qualifier == .incoming || times.isAhead(time)
    return Event(
      kind: leaves ? .removal : .appointment, status: planned ? .planned : .actual, time: time,
      place: narration.places.post(of: step.range, area: step.office.body.division, in: scene),
      evidence: narration.evidence(scene, rule), confidence: rule.confidence,
      participants: [Event.Participant(.person(person), role: .subject)])
  }

  /// The date printed with a step, else the article's for what it reports; nil where a step is
  /// neither dated nor news.
  private func time(
    of step: Step, leaves: Bool, _ before: Range<Int>, _ scene: EventScene
  ) -> Event.Time? {
    var time = times.printed(before: step.range.lowerBound, in: scene.sentence)
    if time == nil, let date = step.date {
      time = Event.Time(start: DayName(date), end: DayName(date), basis: .inherited)
    }
    if let start = time?.start { time?.end = start }
    if let time { return time }
    let isNews =
      narration.holds(EventWords.steps, before) || leaves || step.office.qualifier == .incoming
      || step.rule == .officeListed || step.rule == .successor
    return step.voice == .news && isNews ? times.published : nil
  }
}
