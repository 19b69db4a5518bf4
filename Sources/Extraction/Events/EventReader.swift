import Model

/// Reads what an article tells of doings with named persons or bodies in them.
struct EventReader {
  private let narration: Narration
  private let steps: StepEvents
  private let moves: MoveEvents
  private let subjects: SubjectEvents
  private let doings: Doings
  private let attendances: Attendances
  private var passage: Passage { narration.passage }
  private var eventWords: EventWords { passage.terms.wordings.events }

  init(_ narration: Narration) {
    self.narration = narration
    steps = StepEvents(narration: narration)
    moves = MoveEvents(narration: narration)
    subjects = SubjectEvents(narration: narration)
    doings = Doings(narration: narration)
    attendances = Attendances(narration: narration)
  }

  /// The events of the article, in the order of the text; one told twice is there once.
  func events(_ taken: [Step]) -> [Event] {
    guard !narration.people.isEmpty || !narration.bodies.all.isEmpty else { return [] }
    var gathering = EventGathering(eventWords)
    var persons = StepGathering()
    var paragraph = 0
    var thread = TellingThread()
    var taken = taken.sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
    for sentence in passage.outline.sentences {
      while paragraph + 1 < passage.paragraphs.count,
        passage.paragraphs[paragraph].upperBound <= sentence.lowerBound
      { paragraph += 1 }
      let scene = EventScene(sentence: narration.trimmed(sentence), paragraph: paragraph)
      while let step = taken.first, step.range.lowerBound < sentence.upperBound {
        let joint = taken.prefix(1) + taken.dropFirst().prefix { $0.isJoint(with: step) }
        taken.removeFirst(joint.count)
        if let event = steps.event(joint, scene) { persons.add(begun(event)) }
      }
      for event in moves.events(in: scene) + subjects.events(in: scene) {
        persons.add(begun(event))
      }
      read(scene, after: &thread, into: &gathering)
    }
    let events = persons.events + gathering.events
    return events.enumerated()
      .sorted {
        ($0.element.evidence.span.start, $0.offset) < ($1.element.evidence.span.start, $1.offset)
      }
      .map(\.element)
  }

  /// An office is taken on the first day of the span that its holder held it for.
  private func begun(_ event: Event) -> Event {
    guard event.kind == .appointment, let start = event.time.start else { return event }
    var event = event
    event.time.end = start
    return event
  }

  private func read(
    _ scene: EventScene, after thread: inout TellingThread, into gathering: inout EventGathering
  ) {
    gathering.sentence += 1
    let words = doings.words(in: scene.sentence)
    let closing = attendances.words(in: scene.sentence)
    guard !words.isEmpty || closing != nil else { return }
    let actors = SentenceActors(narration, scene)
    let attendance = closing.flatMap { attendances.attendance($0, actors, in: scene) }
    let tellings = doings.tellings(words, in: scene, actors, after: thread)
      .filter { $0.word.lowerBound < attendance?.place ?? .max }
    if let attendance {
      _ = gathering.join(attendance.participants, kinds: attendance.kinds, reach: 40)
    }
    // Those met apart are told by one word and make one round.
    var rest = tellings[...]
    while let first = rest.first {
      let round = rest.prefix { $0.word == first.word }
      rest = rest.dropFirst(round.count)
      if !first.joins.isEmpty {
        let isNear = first.name == nil && !first.isBare
        _ = gathering.join(participants(first), kinds: first.joins, reach: isNear ? 4 : 20)
        continue
      }
      let events = round.compactMap { event($0, scene) }.map {
        timed($0, isStop: first.isStop, scene, gathering)
      }
      if first.kind == .conference, let event = events.first {
        gathering.add(
          conference: event, name: first.name.map { String(passage.written[$0]) },
          isBare: first.isBare,
          isDated: narration.times.printed(before: scene.sentence.upperBound, in: scene.sentence)
            != nil)
      } else {
        gathering.add(round: events, isStop: first.isStop && first.kind == .inspection)
      }
      thread.note(first)
    }
  }

  private func event(_ telling: Telling, _ scene: EventScene) -> Event? {
    let times = narration.times
    let status = status(telling.word, scene)
    let isDated = times.printed(before: telling.word.lowerBound, in: scene.sentence) != nil
    if status == .planned, !isDated { return nil }
    let participants = participants(telling)
    if participants.isEmpty, telling.kind != .conference { return nil }
    let time = times.time(at: telling.word.lowerBound, in: scene)
    return Event(
      kind: telling.kind, status: times.isAhead(time) ? .planned : status, time: time,
      place: place(of: telling, scene), evidence: narration.evidence(scene, telling.rule),
      confidence: telling.rule.confidence, participants: participants)
  }

  private func place(of telling: Telling, _ scene: EventScene) -> Event.Place? {
    telling.place ?? narration.places.place(of: telling.word, in: scene)
  }

  /// An event with the time of what was told before it, where its own sentence and paragraph give
  /// none: 随后, or another doing of the same persons in the days before.
  private func timed(
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

  private func participants(_ telling: Telling) -> [Event.Participant] {
    let hasSides = !telling.others.isEmpty && telling.otherRole != .attendee
    var participants: [Event.Participant] = []
    var seen: [Actor] = []
    let sides = [(telling.actors, telling.role, 1), (telling.others, telling.otherRole, 2)]
    for (actors, role, side) in sides {
      for actor in actors where !seen.contains(where: { narration.areOne($0, actor) }) {
        seen.append(actor)
        let parties =
          telling.standsForBodies
          ? narration.bodyStoodFor(actor).map { [.body($0)] } ?? [] : narration.parties(actor)
        participants += parties.map {
          Event.Participant($0, role: role, side: hasSides ? side : nil)
        }
      }
    }
    return participants
  }

  private func status(_ word: Range<Int>, _ scene: EventScene) -> Event.Status {
    let near = max(scene.sentence.lowerBound, word.lowerBound - 4)..<word.lowerBound
    if narration.holds(eventWords.denial, near) { return .denied }
    let clause = max(scene.sentence.lowerBound, word.lowerBound - 16)..<word.lowerBound
    if narration.holds(eventWords.wishes, clause) { return .planned }
    let before = max(scene.sentence.lowerBound, word.lowerBound - 8)..<word.lowerBound
    return narration.holds(eventWords.future, before) ? .planned : .actual
  }

}
