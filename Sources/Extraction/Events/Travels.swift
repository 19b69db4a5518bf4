import Model

/// Reads who inspected or visited what: 甲赴河滨市调研, 甲率团访问.
struct Travels {
  let narration: Narration
  private var passage: Passage { narration.passage }
  private var words: EventWords { passage.terms.wordings.events }

  func tellings(_ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery) -> [Telling] {
    let sentence = scenery.scene.sentence
    // 接受记者访问: an interview.
    if trigger.kind == .visit, isInterview(word, sentence) || isOfOthers(word) { return [] }
    var (actors, companions) = travellers(before: word.lowerBound, scenery, reach: 80)
    if actors.isEmpty {
      // 来到河滨市考察: the stop is told already.
      if scenery.last?.isStop == true { return [] }
      actors = scenery.running
    }
    guard !actors.isEmpty else { return [] }
    if passage.start(of: words.alongside, before: word.lowerBound) != nil {
      return [
        Telling(
          kind: trigger.kind, rule: trigger.rule, word: word, actors: actors, role: .attendee,
          joins: [.inspection, .visit])
      ]
    }
    let isVisit = actors.contains(where: narration.isDelegation)
    let one = Telling(
      kind: isVisit ? .visit : trigger.kind, rule: isVisit ? .visit : trigger.rule, word: word,
      actors: actors, others: companions,
      otherRole: .attendee)
    let gap = max(0, word.lowerBound - 60)..<word.lowerBound
    let isApart = actors.count > 1 && passage.holds(words.goingApart, in: gap)
    let places =
      companions.isEmpty
      ? narration.places.places(of: word, in: scenery.scene, isApart: isApart) : []
    guard places.count > 1 else { return [one] }
    let isPaired = places.count == actors.count
    return places.enumerated().map { index, place in
      var telling = one
      if isPaired { telling.actors = [actors[index]] }
      telling.place = place
      return telling
    }
  }

  /// Who travels, and who goes with them: 甲在乙陪同下.
  private func travellers(
    before place: Int, _ scenery: Scenery, reach: Int
  ) -> (actors: [Actor], companions: [Actor]) {
    let actors = scenery.actors.list(before: place, from: scenery.start, reach: reach)
    guard let first = actors.first, let last = actors.last, accompanies(last) else {
      return (actors, [])
    }
    let led = scenery.actors.list(
      before: first.range.lowerBound, from: scenery.scene.sentence.lowerBound, reach: 60)
    return led.isEmpty ? (actors, []) : (led, actors)
  }

  private func isInterview(_ word: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let near = max(sentence.lowerBound, word.lowerBound - 12)..<word.lowerBound
    if passage.holds(words.interviews, in: near) { return true }
    let far = max(sentence.lowerBound, word.lowerBound - 40)..<word.lowerBound
    return passage.scalar(word.upperBound) == 0x65F6
      && passage.holds(words.interviews, in: far)  // 时
  }

  /// 访问河滨市的代表团, 甲的访问: told of something else.
  private func isOfOthers(_ word: Range<Int>) -> Bool {
    passage.scalar(word.lowerBound - 1) == 0x7684 || passage.scalar(word.upperBound) == 0x7684  // 的
      || passage.end(ofTermAt: word.upperBound) { $0.isPlaceName }
        .map { passage.scalar($0) == 0x7684 } == true
  }

  /// 甲来到河滨市: a stop of one who inspects, which the article must tell somewhere.
  func stops(_ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery) -> [Telling] {
    if let last = scenery.last, last.isStop {
      // 来到甲市，10日转赴乙市.
      guard passage.stands("转赴", at: word.lowerBound) else { return [] }
      var next = last
      (next.word, next.place) = (word, nil)
      return [next]
    }
    var (actors, companions) = travellers(before: word.lowerBound, scenery, reach: 20)
    if actors.isEmpty, scenery.actors.isNobodyNamed(before: word.lowerBound) {
      actors = scenery.running
    }
    guard !actors.isEmpty else { return [] }
    let rest = word.upperBound..<scenery.scene.sentence.upperBound
    if actors.contains(where: narration.isDelegation) || passage.holds(words.visits, in: rest) {
      return [Telling(kind: .visit, rule: .visit, word: word, actors: actors, isStop: true)]
    }
    if words.arrivals.contains(where: { passage.stands($0, at: word.lowerBound) }) {
      return []
    }
    let inspects = passage.holds(words.inspections, in: rest)
    return [
      Telling(
        kind: trigger.kind, rule: inspects ? .inspection : trigger.rule, word: word,
        actors: actors, others: companions, otherRole: .attendee, isStop: true)
    ]
  }

  /// 在甲和乙陪同下.
  private func accompanies(_ last: Actor) -> Bool {
    (0...2).contains { passage.stands("陪同", at: last.range.upperBound + $0) }
  }
}

extension Term {
  /// A division or a state.
  fileprivate var isPlaceName: Bool {
    switch self {
    case .place, .state: true
    default: false
    }
  }
}
