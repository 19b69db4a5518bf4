import Model

/// Makes events of tellings: when and where each took place, who took part in it, and as what.
struct ToldEvents {
  let narration: Narration
  private var passage: Passage { narration.passage }
  private var eventWords: EventWords { passage.terms.wordings.events }

  /// The event that a telling tells; nil for a plan without a day, and for one of nobody.
  func event(_ telling: Telling, _ scene: EventScene) -> Event? {
    let times = narration.times
    let status = narration.status(
      of: telling.word.lowerBound, from: scene.sentence.lowerBound)
    let isDated = times.printed(before: telling.word.lowerBound, in: scene.sentence) != nil
    if status == .planned, !isDated { return nil }
    let participants = participants(telling)
    if participants.isEmpty, telling.kind != .conference { return nil }
    let time = times.time(at: telling.word.lowerBound, in: scene)
    return Event(
      kind: telling.kind, status: times.isAhead(time) ? .planned : status, time: time,
      place: place(of: telling, scene),
      topic: TopicFinder(narration: narration).topic(of: telling, in: scene.sentence),
      evidence: narration.evidence(scene, telling.rule),
      confidence: telling.rule.confidence, participants: participants)
  }

  private func place(of telling: Telling, _ scene: EventScene) -> Event.Place? {
    if let place = telling.place { return place }
    // An act of its own is no part of a trip: only its own sentence says where it was.
    guard telling.kind == .other else {
      return narration.places.place(of: telling.word, in: scene)
    }
    // 甲国与乙国举行演习: who acts is not where.
    let place = narration.places.named(with: telling.word, in: scene)
    return telling.bodies.contains { String(passage.written[$0.range]) == place?.name }
      ? nil : place
  }

  /// Those who took part, each once, and where each is named.
  func participants(_ telling: Telling) -> [Event.Participant] {
    let hasSides = !telling.others.isEmpty && telling.otherRole != .attendee
    var participants: [Event.Participant] = []
    var seen: [Actor] = []
    let sides: [([Actor], Event.Participant.Role, Int?)] = [
      (telling.actors, telling.role, 1), (telling.hosts, .host, nil),
      (telling.others, telling.otherRole, 2),
    ]
    for (actors, role, side) in sides {
      for actor in actors where !seen.contains(where: { narration.areOne($0, actor) }) {
        seen.append(actor)
        participants += parties(of: actor, telling).map { party, range in
          Event.Participant(
            party, role: role, side: hasSides ? side : nil,
            evidence: narration.evidence(range, telling.rule))
        }
      }
    }
    return participants
  }

  private func parties(of actor: Actor, _ telling: Telling) -> [(Event.Party, Range<Int>)] {
    guard telling.standsForBodies else { return narration.parties(actor) }
    return narration.bodyStoodFor(actor).map { [(.body($0), actor.range)] } ?? []
  }

  // MARK: when

  /// An event with the time of what was told before it, where its own sentence and paragraph give
  /// none: 随后, or another doing of the same persons in the days before.
  func timed(
    _ event: Event, isStop: Bool, _ scene: EventScene, _ gathering: EventGathering
  ) -> Event {
    guard event.time.isOpen(eventWords), event.kind != .inspection || isStop
    else { return event }
    var event = event
    if isStop, let first = event.participants.first,
      let time = gathering.lastStop(
        of: first.party, where: narration.times.isOfLate)
    {
      event.time = time
      event.time.basis = .inherited
      return event
    }
    let goesOn = passage.end(of: eventWords.afterwards, at: scene.sentence.lowerBound) != nil
    if goesOn, let time = gathering.lastTime {
      event.time = time
      event.time.basis = .inherited
    } else if gathering.isDated(event) {
      return event
    } else if event.time.start == nil, event.kind != .conference, let time = gathering.lastTime {
      event.time = time
      event.time.basis = .inherited
    } else if let today = CalendarDay(event.time.start?.date),
      let time = gathering.time(
        of: event.participants, since: CalendarDay(today.number - 7))
    {
      event.time = time
      event.time.basis = .inherited
    }
    return event
  }
}
