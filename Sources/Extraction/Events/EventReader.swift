import Model

/// Reads what an article tells of doings with named persons or bodies in them.
struct EventReader {
  private let narration: Narration
  private let steps: StepEvents
  private let moves: MoveEvents
  private let subjects: SubjectEvents
  private let doings: Doings
  private let attendances: Attendances
  private let told: ToldEvents
  private var passage: Passage { narration.passage }
  private var eventWords: EventWords { passage.terms.wordings.events }

  init(_ narration: Narration) {
    self.narration = narration
    steps = StepEvents(narration: narration)
    moves = MoveEvents(narration: narration)
    subjects = SubjectEvents(narration: narration)
    doings = Doings(narration: narration)
    attendances = Attendances(narration: narration)
    told = ToldEvents(narration: narration)
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
      var befallen: [Event] = []
      while let step = taken.first, step.range.lowerBound < sentence.upperBound {
        let joint = taken.prefix(1) + taken.dropFirst().prefix { $0.isJoint(with: step) }
        taken.removeFirst(joint.count)
        if scene.isProse, let event = steps.event(joint, scene) { befallen.append(event) }
      }
      guard scene.isProse else { continue }
      befallen += moves.events(in: scene) + subjects.events(in: scene)
      for event in befallen { persons.add(event) }
      read(scene, after: &thread, into: &gathering, isNews: befallen.isEmpty)
    }
    let events = persons.events + gathering.events
    return events.enumerated()
      .sorted {
        ($0.element.evidence.span.start, $0.offset) < ($1.element.evidence.span.start, $1.offset)
      }
      .map(\.element)
  }

  /// - Parameter isNews: whether the sentence tells of nobody's step or fall, so that announcing
  ///   itself is what it tells.
  private func read(
    _ scene: EventScene, after thread: inout TellingThread, into gathering: inout EventGathering,
    isNews: Bool
  ) {
    gathering.sentence += 1
    let words = doings.words(in: scene.sentence)
    let closing = attendances.words(in: scene.sentence)
    guard !words.isEmpty || closing != nil else { return }
    let actors = SentenceActors(narration, scene)
    var tellings = doings.tellings(words, in: scene, actors, after: thread)
    let attendance = closing.flatMap {
      attendances.attendance($0, actors, beside: tellings, in: scene)
    }
    if let place = attendance?.place { tellings.removeAll { $0.word.lowerBound >= place } }
    if !isNews || tellings.contains(where: { $0.rule != .announcement }) {
      tellings.removeAll { $0.rule == .announcement }
    }
    if let attendance, !attendance.isOfOwn { gathering.join(attendance) }
    // Those met apart are told by one word and make one round.
    var rest = tellings[...]
    while let first = rest.first {
      let round = rest.prefix { $0.word == first.word }
      rest = rest.dropFirst(round.count)
      if !first.joins.isEmpty {
        let isNear = first.name == nil && !first.isBare
        gathering.join(told.participants(first), kinds: first.joins, reach: isNear ? 4 : 20)
        continue
      }
      let events = round.compactMap { told.event($0, scene) }.map {
        told.timed($0, isStop: first.isStop, scene, gathering)
      }
      if first.kind == .conference, let event = events.first {
        gathering.add(
          conference: event, name: first.name.map { String(passage.written[$0]) },
          isBare: first.isBare,
          isDated: narration.times.printed(in: scene.sentence) != nil)
      } else {
        gathering.add(round: events, isStop: first.isStop && first.kind == .inspection)
      }
      if first.rule != .announcement { thread.note(first) }
    }
    if let attendance, attendance.isOfOwn { gathering.join(attendance) }
  }
}
