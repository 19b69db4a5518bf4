import Model

/// Reads doings that a word tells: who met, visited, inspected, convened, signed.
struct Doings {
  let narration: Narration
  private let places: EventPlaces
  private let subjects: SubjectEvents
  private var passage: Passage { narration.passage }
  private var people: PersonPlaces { narration.people }
  private var times: EventTimes { narration.times }

  init(narration: Narration) {
    self.narration = narration
    places = EventPlaces(passage: narration.passage)
    subjects = SubjectEvents(narration: narration)
  }

  func told(in scene: EventScene) -> [Event] {
    let named = people.indices(in: scene.sentence)
    var events: [Event] = []
    var place = scene.sentence.lowerBound
    while place < scene.sentence.upperBound {
      guard let trigger = narration.trigger(at: place), narration.isTold(place) else {
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
            place: trigger.frame == .subject ? nil : places.place(of: word, in: scene),
            evidence: narration.evidence(scene, trigger.rule),
            confidence: trigger.rule.confidence, participants: participants))
      }
    }
    return events
  }

  /// Those whom a sentence names as taking part in what was told before it: 甲、乙参加会见。
  func attendees(in scene: EventScene) -> [Event.Participant]? {
    let sentence = scene.sentence
    let named = people.indices(in: sentence)
    guard !named.isEmpty else { return nil }
    let ending = max(sentence.lowerBound, sentence.upperBound - 12)..<sentence.upperBound
    let opening = sentence.lowerBound..<min(sentence.lowerBound + 12, sentence.upperBound)
    let closes =
      narration.holds(EventWords.attending, ending) || narration.holds(EventWords.together, opening)
    guard closes, times.printed(before: sentence.upperBound, in: sentence) == nil else {
      return nil
    }
    return narration.distinct(Array(named)).map { narration.participant($0, .attendee) }
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
      return subjects.isAside(word)
    default: return passage.end(of: EventWords.followers, at: word.upperBound) != nil
    }
  }

  /// 召开 and 举行, whose subject may be the meeting.
  private func isConvening(_ word: Range<Int>) -> Bool {
    passage.stands("召开", at: word.lowerBound) || passage.stands("举行", at: word.lowerBound)
  }

  private func status(_ word: Range<Int>, _ scene: EventScene) -> Event.Status {
    let near = max(scene.sentence.lowerBound, word.lowerBound - 4)..<word.lowerBound
    if narration.holds(EventWords.denial, near) { return .denied }
    let before = max(scene.sentence.lowerBound, word.lowerBound - 8)..<word.lowerBound
    return narration.holds(EventWords.future, before) ? .planned : .actual
  }

  /// Those who take part, once for each doing that a sentence tells with one word.
  private func participants(
    _ trigger: EventTrigger, _ word: Range<Int>, _ named: Range<Int>, _ scene: EventScene
  ) -> [[Event.Participant]] {
    let inviting = inviting(scene.sentence)
    let told = named.filter {
      let start = people.ranges[$0].lowerBound
      return narration.isTold(start) && inviting?.contains(start) != true
    }
    let before = told.filter { people.ranges[$0].upperBound <= word.lowerBound }
    let after = told.filter { people.ranges[$0].lowerBound >= word.upperBound }
    switch trigger.frame {
    case .subject: return [subjects.participants(before, after, word, scene)]
    case .actors:
      if isConvening(word), !told.isEmpty {
        return [narration.distinct(Array(told)).map { narration.participant($0, .attendee) }]
      }
      guard let last = before.last, word.lowerBound - people.ranges[last].upperBound < 80 else {
        return []
      }
      let chairs = passage.stands("主持", at: word.lowerBound)
      return [
        narration.distinct(before).map { narration.participant($0, chairs ? .chair : .principal) }
      ]
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

  private func sides(
    _ before: [Int], _ after: [Int], _ word: Range<Int>, _ trigger: EventTrigger
  ) -> [[Event.Participant]] {
    guard let first = before.first else { return [] }
    let joint = before.dropFirst().first { index in
      let gap = people.ranges[index - 1].upperBound..<people.ranges[index].lowerBound
      return gap.contains { [0x4E0E, 0x540C].contains(passage.scalar($0)) }  // 与同
    }
    let hosts = narration.distinct(before.filter { $0 < joint ?? .max })
    let guests = narration.distinct(joint.map { joint in before.filter { $0 >= joint } } ?? after)
      .filter { guest in !hosts.contains { people.areOne($0, guest) } }
    guard trigger.kind == .signing || hosts.count + guests.count > 1 else { return [] }
    let opening = people.ranges[hosts.last ?? first].upperBound
    let isEach = guests.count > 1 && narration.holds(EventWords.apart, opening..<word.upperBound)
    let one = hosts.map { narration.participant($0, .principal, side: 1) }
    guard isEach else {
      return [one + guests.map { narration.participant($0, .principal, side: 2) }]
    }
    return guests.map { one + [narration.participant($0, .principal, side: 2)] }
  }
}
