import Model

/// Reads what an article tells of doings with named persons in them.
struct EventReader {
  let passage: Passage
  let people: PersonPlaces
  let times: EventTimes
  /// Where quotes begin, and where they and all before them end.
  private let quoted: [(start: Int, end: Int)]

  /// Takes quotes in the order of the text.
  init(
    _ passage: Passage, _ people: PersonPlaces, quotes: [Quote], dates: PassageDates,
    published: PartialDate?
  ) {
    self.passage = passage
    self.people = people
    var end = 0
    quoted = quotes.map(\.evidence.span).sorted { $0.start < $1.start }.map { span in
      end = max(end, span.end)
      return (span.start, end)
    }
    times = EventTimes(passage: passage, dates: dates, published: published)
  }

  /// The events of the article, in the order of the text; one told twice is there once.
  func events(_ steps: [Step]) -> [Event] {
    guard !people.isEmpty else { return [] }
    var gathering = EventGathering()
    var paragraph = 0
    var steps = steps.sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
    for sentence in passage.outline.sentences {
      while paragraph + 1 < passage.paragraphs.count,
        passage.paragraphs[paragraph].upperBound <= sentence.lowerBound
      { paragraph += 1 }
      let scene = EventScene(sentence: trimmed(sentence), paragraph: paragraph)
      while let step = steps.first, step.range.lowerBound < sentence.upperBound {
        steps.removeFirst()
        if let event = event(step, scene) { gathering.add(event) }
      }
      if let attendees = attendees(in: scene), gathering.join(attendees) { continue }
      for event in told(in: scene) { gathering.add(event) }
    }
    return gathering.events
  }

  private func trimmed(_ sentence: Range<Int>) -> Range<Int> {
    var (start, end) = (sentence.lowerBound, sentence.upperBound)
    while start < end, passage.scalar(start).isSpace || passage.scalar(start) == 0x0A { start += 1 }
    while end > start, passage.scalar(end - 1).isSpace || passage.scalar(end - 1) == 0x0A {
      end -= 1
    }
    return start..<end
  }

  // MARK: offices taken and left

  private func event(_ step: Step, _ scene: EventScene) -> Event? {
    let key = NamedPerson.Key(name: step.name, homonym: step.homonym)
    guard let person = people.holder(key, of: step.office) else { return nil }
    let before = max(scene.sentence.lowerBound, step.range.lowerBound - 9)..<step.range.lowerBound
    let isVerb = step.rule == .holder || step.rule == .career
    let leaves = step.rule == .removal || isVerb && holds(EventWords.leaving, before)
    if holds(EventWords.states, before), !leaves { return nil }
    var time = times.printed(before: step.range.lowerBound, in: scene.sentence)
    if time == nil, let date = step.date {
      time = Event.Time(start: DayName(date), end: DayName(date), basis: .inherited)
    }
    if let start = time?.start { time?.end = start }
    if time == nil {
      let isNews =
        holds(EventWords.steps, before) || leaves || step.office.qualifier == .incoming
        || step.rule == .officeListed || step.rule == .successor
      guard step.voice == .news, isNews else { return nil }
      time = times.published
    }
    guard let time else { return nil }
    let rule: Rule = leaves ? .removalEvent : .appointmentEvent
    let planned = step.office.qualifier == .incoming || times.isAhead(time)
    return Event(
      kind: leaves ? .removal : .appointment, status: planned ? .planned : .actual, time: time,
      evidence: evidence(scene, rule), confidence: rule.confidence,
      participants: [Event.Participant(person: person, role: .subject)])
  }

  // MARK: doings

  private func told(in scene: EventScene) -> [Event] {
    let named = people.indices(in: scene.sentence)
    var events: [Event] = []
    var place = scene.sentence.lowerBound
    while place < scene.sentence.upperBound {
      guard let trigger = trigger(at: place), isTold(place) else {
        place += 1
        continue
      }
      let word = place..<place + trigger.codes.count
      place = word.upperBound
      if isPartOfWord(trigger, word, scene) { continue }
      let status = status(word, scene)
      let isDated = times.printed(before: word.lowerBound, in: scene.sentence) != nil
      if status == .planned, !isDated { continue }
      for participants in participants(trigger, word, named, scene) where !participants.isEmpty {
        let time = times.time(at: word.lowerBound, in: scene)
        events.append(
          Event(
            kind: trigger.kind, status: times.isAhead(time) ? .planned : status, time: time,
            place: self.place(trigger, word, scene), evidence: evidence(scene, trigger.rule),
            confidence: trigger.rule.confidence, participants: participants))
      }
    }
    return events
  }

  /// Those whom a sentence names as taking part in what was told before it: 甲、乙参加会见。
  private func attendees(in scene: EventScene) -> [Event.Participant]? {
    let sentence = scene.sentence
    let named = people.indices(in: sentence)
    guard !named.isEmpty else { return nil }
    let ending = max(sentence.lowerBound, sentence.upperBound - 12)..<sentence.upperBound
    let opening = sentence.lowerBound..<min(sentence.lowerBound + 12, sentence.upperBound)
    let closes = holds(EventWords.attending, ending) || holds(EventWords.together, opening)
    guard closes, times.printed(before: sentence.upperBound, in: sentence) == nil else {
      return nil
    }
    return distinct(Array(named)).map { participant($0, .attendee) }
  }

  private func trigger(at place: Int) -> EventTrigger? {
    let scalar = passage.scalar(place)
    guard scalar < 1 << 16, EventWords.opens[Int(scalar)] else { return nil }
    return EventWords.triggers[scalar]?.first { passage.stands($0.codes, at: place) }
  }

  /// Whether the article tells what stands at a place, and none of those whom it quotes.
  private func isTold(_ place: Int) -> Bool {
    var (low, high) = (0, quoted.count)
    while low < high {
      let middle = (low + high) / 2
      if quoted[middle].start <= place { low = middle + 1 } else { high = middle }
    }
    return low == 0 || quoted[low - 1].end <= place
  }

  private func isPartOfWord(
    _ trigger: EventTrigger, _ word: Range<Int>, _ scene: EventScene
  ) -> Bool {
    switch trigger.kind {
    case .conference:
      let end = min(word.upperBound + 40, scene.sentence.upperBound)
      let start = isConvening(word) ? max(scene.sentence.lowerBound, word.lowerBound - 30) : end
      let clause = (word.upperBound..<end).prefix { !passage.scalar($0).isComma }
      let before = start < word.lowerBound ? start..<word.lowerBound : end..<end
      return !(Array(before) + clause).contains { place in
        EventWords.conferences.contains { passage.stands($0, at: place) }
      }
    case .discipline, .removal:
      // 他的落马: spoken of, not told.
      return passage.end(of: EventWords.asides, at: word.upperBound) != nil
        || passage.scalar(word.lowerBound - 1) == 0x7684
    default: return passage.end(of: EventWords.followers, at: word.upperBound) != nil
    }
  }

  /// 召开 and 举行, whose subject may be the meeting.
  private func isConvening(_ word: Range<Int>) -> Bool {
    passage.stands("召开", at: word.lowerBound) || passage.stands("举行", at: word.lowerBound)
  }

  private func status(_ word: Range<Int>, _ scene: EventScene) -> Event.Status {
    let near = max(scene.sentence.lowerBound, word.lowerBound - 4)..<word.lowerBound
    if holds(EventWords.denial, near) { return .denied }
    let before = max(scene.sentence.lowerBound, word.lowerBound - 8)..<word.lowerBound
    return holds(EventWords.future, before) ? .planned : .actual
  }

  // MARK: who

  /// Those who take part, once for each doing that a sentence tells with one word.
  private func participants(
    _ trigger: EventTrigger, _ word: Range<Int>, _ named: Range<Int>, _ scene: EventScene
  ) -> [[Event.Participant]] {
    let inviting = inviting(scene.sentence)
    let told = named.filter {
      let start = people.ranges[$0].lowerBound
      return isTold(start) && inviting?.contains(start) != true
    }
    let before = told.filter { people.ranges[$0].upperBound <= word.lowerBound }
    let after = told.filter { people.ranges[$0].lowerBound >= word.upperBound }
    switch trigger.frame {
    case .subject: return [subjects(before, after, word, scene).map { participant($0, .subject) }]
    case .actors:
      if isConvening(word), !told.isEmpty {
        return [distinct(Array(told)).map { participant($0, .attendee) }]
      }
      guard let last = before.last, word.lowerBound - people.ranges[last].upperBound < 80 else {
        return []
      }
      let chairs = passage.stands("主持", at: word.lowerBound)
      return [distinct(before).map { participant($0, chairs ? .chair : .principal) }]
    case .sides: return sides(before, after, word, trigger)
    }
  }

  /// 应甲总统邀请，乙出访: who invites does not act in what follows.
  private func inviting(_ sentence: Range<Int>) -> Range<Int>? {
    guard let end = sentence.first(where: { passage.stands("邀请", at: $0) }) else { return nil }
    for start in (sentence.lowerBound..<end).reversed() {
      if passage.scalar(start).isComma { return nil }
      if passage.scalar(start) == 0x5E94 { return start..<end }  // 应
    }
    return nil
  }

  private func subjects(
    _ before: [Int], _ after: [Int], _ word: Range<Int>, _ scene: EventScene
  ) -> [Int] {
    if let last = before.last {
      var subjects = [last]
      for index in before.dropLast().reversed() {
        guard let first = subjects.first, isJoint(index, first) else { break }
        subjects.insert(index, at: 0)
      }
      return distinct(subjects)
    }
    if let next = after.first, people.ranges[next].lowerBound - word.upperBound < 30 {
      return [next]
    }
    let start = passage.paragraphs[scene.paragraph].lowerBound
    let running = people.indices(in: start..<scene.sentence.lowerBound)
    return running.isEmpty ? [] : [running.upperBound - 1]
  }

  /// Whether two names stand in one list, with their offices between.
  private func isJoint(_ one: Int, _ other: Int) -> Bool {
    let gap = people.ranges[one].upperBound..<people.ranges[other].lowerBound
    return gap.count < 40 && !gap.contains { passage.scalar($0).isComma }
      && gap.contains { passage.scalar($0).isListMark || passage.scalar($0) == 0x548C }  // 和
  }

  private func sides(
    _ before: [Int], _ after: [Int], _ word: Range<Int>, _ trigger: EventTrigger
  ) -> [[Event.Participant]] {
    guard let first = before.first else { return [] }
    let joint = before.dropFirst().first { index in
      let gap = people.ranges[index - 1].upperBound..<people.ranges[index].lowerBound
      return gap.contains { [0x4E0E, 0x540C].contains(passage.scalar($0)) }  // 与同
    }
    let hosts = distinct(before.filter { $0 < joint ?? .max })
    let guests = distinct(joint.map { joint in before.filter { $0 >= joint } } ?? after)
      .filter { guest in !hosts.contains { people.areOne($0, guest) } }
    guard trigger.kind == .signing || hosts.count + guests.count > 1 else { return [] }
    let opening = people.ranges[hosts.last ?? first].upperBound
    let isEach = guests.count > 1 && holds(EventWords.apart, opening..<word.upperBound)
    let one = hosts.map { participant($0, .principal, side: 1) }
    guard isEach else { return [one + guests.map { participant($0, .principal, side: 2) }] }
    return guests.map { one + [participant($0, .principal, side: 2)] }
  }

  private func distinct(_ indices: [Int]) -> [Int] {
    indices.enumerated().filter { at, index in
      !indices[..<at].contains { people.areOne($0, index) }
    }.map(\.element)
  }

  private func participant(
    _ index: Int, _ role: Event.Participant.Role, side: Int? = nil
  ) -> Event.Participant {
    Event.Participant(person: people.speaker(index), role: role, side: side)
  }

  // MARK: where

  /// The last place named after 在, 赴 or 到 in the sentence, up to the word and a little behind it.
  private func place(
    _ trigger: EventTrigger, _ word: Range<Int>, _ scene: EventScene
  ) -> String? {
    guard trigger.frame != .subject else { return nil }
    let end = min(word.upperBound + 8, scene.sentence.upperBound)
    for start in (scene.sentence.lowerBound..<end).reversed() {
      guard let open = passage.end(of: EventWords.prepositions, at: start) else { continue }
      var last: Range<Int>?
      var place = open
      while passage.begins([.place, .state], at: place), let next = longestPlace(at: place) {
        last = place..<next
        place = next
      }
      if let last { return String(passage.written[last]) }
    }
    return nil
  }

  private func longestPlace(at place: Int) -> Int? {
    passage.end(ofTermAt: place) { term in
      switch term {
      case .place, .state: true
      default: false
      }
    }
  }

  // MARK: rows

  private func evidence(_ scene: EventScene, _ rule: Rule) -> Evidence {
    let sentence = scene.sentence
    return Evidence(
      paragraph: scene.paragraph, span: Span(sentence.lowerBound, sentence.upperBound),
      text: String(passage.written[sentence]), rule: rule.name)
  }

  private func holds(_ words: [[UInt32]], _ stretch: Range<Int>) -> Bool {
    stretch.contains { place in
      words.contains { passage.stands($0, at: place) && place + $0.count <= stretch.upperBound }
    }
  }
}

/// A sentence and the paragraph that it stands in.
struct EventScene {
  var sentence: Range<Int>
  var paragraph: Int
}
