import Model

/// Reads what was convened, and who chaired, attended and spoke: 甲主持召开省委常委会会议.
struct Conferences {
  let narration: Narration
  private var passage: Passage { narration.passage }
  private var words: EventWords { passage.terms.wordings.events }

  func tellings(_ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery) -> [Telling] {
    if passage.end(of: words.notYet, at: word.upperBound) != nil { return [] }
    if passage.start(of: words.comings, before: word.lowerBound) != nil { return [] }
    guard let meeting = meeting(word, scenery) else {
      return presence(trigger, word, scenery) ?? presences(trigger, word, scenery)
    }
    var actors = scenery.actors.run(
      before: min(word.lowerBound, meeting.lowerBound), from: scenery.start, reach: 60)
    let isConvening = words.convenings.contains { passage.stands($0, at: word.lowerBound) }
    if actors.isEmpty { actors = isConvening ? [] : scenery.running }
    if isConvening {
      let all = scenery.actors.chain(before: word.lowerBound, from: scenery.start)
      if let joint = all.facing, isTalk(meeting) {
        return [
          Telling(
            kind: .meeting, rule: .meeting, word: word, actors: Array(all.actors[..<joint]),
            others: Array(all.actors[joint...]))
        ]
      }
    }
    let conveners =
      isConvening ? bodies(before: min(meeting.lowerBound, word.lowerBound), scenery) : []
    let bare = isBare(meeting) && (conveners.isEmpty || conveners.allSatisfy(narration.isPlace))
    // 调研并主持召开座谈会: part of the trip that the sentence tells.
    if bare, let last = scenery.last, last.kind == .inspection || last.kind == .visit { return [] }
    let isChaired = passage.stands("主持", at: word.lowerBound)
    return [
      Telling(
        kind: .conference, rule: trigger.rule, word: word, actors: actors,
        others: bare ? [] : bodies(in: meeting), hosts: bare ? [] : conveners,
        role: isChaired ? .chair : .attendee, otherRole: .attendee, name: bare ? nil : meeting,
        isBare: bare)
    ]
  }

  /// The bodies in the name of what is convened: 吉林省—浙江省合作座谈会.
  private func bodies(in meeting: Range<Int>) -> [Actor] {
    narration.bodies.indices(in: meeting).filter { index in
      let body = narration.bodies.all[index]
      return !body.isOffice
        && passage.start(of: words.placers, before: body.range.lowerBound) == nil
    }
    .map { Actor(who: .body($0), range: narration.bodies.all[$0].range) }
  }

  /// The bodies that convene: 甲省与乙省召开.
  private func bodies(before place: Int, _ scenery: Scenery) -> [Actor] {
    scenery.actors.chain(before: place, from: scenery.start).actors.filter(\.isBody)
  }

  /// 甲出席并讲话: at what was told before.
  private func presence(
    _ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery
  ) -> [Telling]? {
    let next = passage.scalar(word.upperBound)
    guard words.presences.contains(where: { passage.stands($0, at: word.lowerBound) }),
      next.isComma || next.endsSentence || next == 0x5E76,  // 并
      passage.start(of: words.alongside, before: word.lowerBound) == nil
    else { return nil }
    let actors = scenery.actors.run(before: word.lowerBound, from: scenery.start, reach: 10)
    guard !actors.isEmpty else { return nil }
    let isChaired = passage.stands("主持", at: word.lowerBound)
    let rest = word.upperBound..<min(word.upperBound + 8, scenery.scene.sentence.upperBound)
    let role: Event.Participant.Role =
      isChaired ? .chair : passage.holds(words.witnessing, in: rest) ? .witness : .attendee
    return [
      Telling(
        kind: trigger.kind, rule: trigger.rule, word: word, actors: actors, role: role,
        joins: [.meeting, .signing, .conference])
    ]
  }

  /// 出席会议的还有甲、乙: at what was told before.
  private func presences(
    _ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery
  ) -> [Telling] {
    let near = word.upperBound..<word.upperBound + 6
    guard let open = near.lazy.compactMap({ passage.end(of: words.among, at: $0) }).first
    else { return [] }
    let actors = scenery.actors.all.filter { !$0.isBody && $0.range.lowerBound >= open }
    guard !actors.isEmpty else { return [] }
    return [
      Telling(
        kind: trigger.kind, rule: trigger.rule, word: word, actors: actors, role: .attendee,
        joins: [.meeting, .signing, .conference])
    ]
  }

  /// 甲致辞: at what was told before.
  func address(_ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery) -> [Telling] {
    let actors = scenery.actors.list(before: word.lowerBound, from: scenery.start, reach: 24)
    guard !actors.isEmpty else { return [] }
    return [
      Telling(
        kind: trigger.kind, rule: trigger.rule, word: word, actors: actors, role: .speaker,
        joins: [.conference, .signing])
    ]
  }

  /// 甲在座谈会上表示, 座谈会上，甲发言: those named before or right behind.
  func speaking(_ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery) -> [Telling] {
    let sentence = scenery.scene.sentence
    // 社会上, 全会上的讲话.
    if passage.scalar(word.lowerBound - 1) == 0x793E || passage.scalar(word.upperBound) == 0x7684 {
      return []
    }
    let start = nameStart(word.lowerBound, from: max(scenery.start, word.lowerBound - 40))
    var actors = scenery.actors.list(before: start, from: scenery.start, reach: 40)
    if actors.isEmpty {
      actors = scenery.actors.list(after: word.upperBound, to: sentence.upperBound, reach: 30)
    }
    guard !actors.isEmpty else { return [] }
    let meeting = start..<word.upperBound - 1
    let bare = isBare(meeting)
    guard bare || speaks(behind: max(word.upperBound, actors.last?.range.upperBound ?? 0)) else {
      return []
    }
    return [
      Telling(
        kind: trigger.kind, rule: trigger.rule, word: word, actors: actors, role: .speaker,
        name: bare ? nil : meeting, isBare: bare, joins: bare ? [.conference] : [])
    ]
  }

  private func speaks(behind place: Int) -> Bool {
    (place..<place + 12).contains { at in
      passage.begins(.saying, at: at) || passage.end(of: words.speaking, at: at) != nil
    }
  }

  /// Where the name of the meeting stands: behind the word, or before 召开 and 举行.
  private func meeting(_ word: Range<Int>, _ scenery: Scenery) -> Range<Int>? {
    let sentence = scenery.scene.sentence
    let end = min(word.upperBound + 40, sentence.upperBound)
    let clause =
      word.upperBound..<((word.upperBound..<end).first { passage.scalar($0).isComma } ?? end)
    if let noun = clause.first(where: { isNoun($0) }).map({ wholeNoun($0) }) {
      // 出席会议的甲: told of somebody, not as a doing.
      if passage.scalar(noun.upperBound) == 0x7684 { return nil }
      // 召开了, 召开的会议.
      let start = [0x4E86, 0x7684].contains(passage.scalar(word.upperBound)) ? 1 : 0
      return word.upperBound + start..<noun.upperBound
    }
    guard words.convenings.contains(where: { passage.stands($0, at: word.lowerBound) }) else {
      return nil
    }
    let start = max(sentence.lowerBound, word.lowerBound - 40)
    guard let noun = (start..<word.lowerBound).last(where: { isNoun($0) }).map({ wholeNoun($0) }),
      noun.upperBound <= word.lowerBound
    else { return nil }
    return nameStart(noun.lowerBound, from: start)..<noun.upperBound
  }

  private func isNoun(_ place: Int) -> Bool {
    words.conferences.contains {
      passage.stands($0, at: place)
        && passage.end(of: words.notMeetings, at: place + $0.count) == nil
    }
  }

  private func wholeNoun(_ place: Int) -> Range<Int> {
    let end =
      words.conferences.filter { passage.stands($0, at: place) }.map(\.count).max() ?? 0
    return place..<place + end
  }

  private func nameStart(_ noun: Int, from limit: Int) -> Int {
    var start = noun
    while start > limit {
      let scalar = passage.scalar(start - 1)
      if scalar.isComma || scalar.endsSentence { break }
      if [0xFF1A, 0x65E5, 0x5728].contains(scalar) { break }  // ：日在
      start -= 1
    }
    return start
  }

  /// 会议, 座谈会 by themselves: those of a meeting told before.
  private func isBare(_ meeting: Range<Int>) -> Bool {
    meeting.count <= 4
      || words.pointing.contains { passage.stands($0, at: meeting.lowerBound) }
  }

  /// 工作座谈会 of two sides is a meeting.
  private func isTalk(_ meeting: Range<Int>) -> Bool {
    meeting.count <= 6 && passage.stands("座谈会", at: meeting.upperBound - 3)
  }
}
