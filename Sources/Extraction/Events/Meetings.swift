import Model

/// Reads who met or signed with whom: 甲会见乙, 甲与乙举行会谈, 甲与乙签署.
struct Meetings {
  let narration: Narration
  private var passage: Passage { narration.passage }
  private var words: EventWords { passage.terms.wordings.events }

  /// One telling, or one for each of those met apart: 分别与甲、乙、丙举行会谈.
  func tellings(_ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery) -> [Telling] {
    if passage.scalar(word.lowerBound - 1) == 0x7684 { return [] }  // 甲和乙的会谈
    if let telling = betweenBoth(trigger, word, scenery) ?? betweenStates(trigger, word, scenery) {
      return [telling]
    }
    if passage.start(of: words.alongside, before: word.lowerBound) != nil {
      return attending(trigger, word, scenery)
    }
    guard let (hosts, guests) = sides(trigger, word, scenery) else { return [] }
    if trigger.kind == .signing, hosts.count + guests.count < 2, !namesAgreement(word, scenery) {
      return []
    }
    let others = guests.filter { guest in !hosts.contains { narration.areOne($0, guest) } }
    var one = Telling(
      kind: trigger.kind, rule: trigger.rule, word: word, actors: hosts, others: others)
    (one.role, one.otherRole) = roles(trigger, word)
    if one.role == .host, areAtHome(others, hosts, word, scenery.scene) {
      (one.role, one.otherRole) = (.guest, .host)
    }
    if trigger.frame == .objects, !others.isEmpty, others.allSatisfy(narration.isPlace) {
      // 走访河滨区.
      (one.kind, one.rule, one.others) = (.inspection, .inspection, [])
      return [one]
    }
    guard isEnough(one) || isWithUnnamed(one) || receives(word) else { return [] }
    let units = self.units(others)
    guard units.count > 1,
      isApart(hosts, others, word, in: scenery.scene.sentence) || areCalledOn(trigger, others)
    else { return [one] }
    return units.map { unit in
      var telling = one
      telling.others = unit
      return telling
    }
  }

  /// 甲听取河滨市委和市政府工作汇报: a meeting with those who report.
  func hearing(_ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery) -> [Telling] {
    let reports = (word.upperBound..<min(word.upperBound + 24, scenery.scene.sentence.upperBound))
      .first { passage.stands("汇报", at: $0) }
    guard let end = reports else { return [] }
    let others = scenery.actors.list(after: word.upperBound, to: end, reach: 12)
      .filter { !narration.isPlace($0) }
    var actors = scenery.actors.list(before: word.lowerBound, from: scenery.start, reach: 30)
    if actors.isEmpty { actors = scenery.running }
    guard !actors.isEmpty, !others.isEmpty else { return [] }
    return [
      Telling(kind: trigger.kind, rule: trigger.rule, word: word, actors: actors, others: others)
    ]
  }

  private func isEnough(_ telling: Telling) -> Bool {
    if telling.kind == .signing {
      return telling.actors.count + telling.others.count > 1
        || telling.actors.contains { !$0.isBody }
    }
    return !telling.actors.isEmpty && telling.actors.count + telling.others.count > 1
  }

  /// 甲与青年学者座谈: those on the other side have no names.
  private func isWithUnnamed(_ telling: Telling) -> Bool {
    guard telling.others.isEmpty, let last = telling.actors.last, telling.kind == .meeting else {
      return false
    }
    let gap = last.range.upperBound..<max(last.range.upperBound, telling.word.lowerBound)
    return gap.count < 30 && gap.contains { [0x4E0E, 0x540C].contains(passage.scalar($0)) }  // 与同
      && !gap.contains { passage.scalar($0).isComma }
  }

  /// Ministries and companies called on, one after another.
  private func areCalledOn(_ trigger: EventTrigger, _ others: [Actor]) -> Bool {
    trigger.frame == .objects && others.allSatisfy(\.isBody)
  }

  private func isApart(
    _ hosts: [Actor], _ others: [Actor], _ word: Range<Int>, in sentence: Range<Int>
  ) -> Bool {
    let start = (hosts + others).map(\.range.upperBound).min() ?? word.lowerBound
    let end = max(word.upperBound, others.first?.range.lowerBound ?? 0)
    // Those who go on from a sentence before stand outside this one.
    let from = max(sentence.lowerBound, start - 1)
    return passage.holds(words.apart, in: from..<max(from, end))
  }

  private func sides(
    _ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery
  ) -> (hosts: [Actor], guests: [Actor])? {
    let actors = scenery.actors
    let chain = actors.chain(before: word.lowerBound, from: scenery.start)
    // 甲与乙举行会谈并签署: the sides told before.
    if chain.actors.isEmpty, let last = scenery.last, last.hasSides {
      return trigger.kind == .signing && !scenery.wasApart ? (last.actors, last.others) : nil
    }
    if let joint = chain.facing {
      return (chain.actors[..<joint].map { $0 }, chain.actors[joint...].map { $0 })
    }
    if let first = chain.actors.first, isFaced(first, from: scenery.start) {
      let before = actors.list(
        before: first.range.lowerBound, from: scenery.scene.sentence.lowerBound)
      if !before.isEmpty, scenery.last == nil { return (before, chain.actors) }
      if !scenery.running.isEmpty, scenery.last != nil { return (scenery.running, chain.actors) }
      let after = actors.list(after: word.upperBound, to: scenery.scene.sentence.upperBound)
      return after.isEmpty ? (scenery.running, chain.actors) : (after, chain.actors)
    }
    var after = actors.list(
      after: word.upperBound, to: clauseEnd(word.upperBound, scenery), reach: 80)
    // 会见来华出席上海合作组织峰会的甲: the body is none of those met.
    if let first = after.first, first.isBody, first.range.lowerBound > word.upperBound + 2 {
      after = after.filter { !$0.isBody }
    }
    after = withoutAttendees(after, from: word.upperBound)
    let hosts = chain.actors.isEmpty ? scenery.running : chain.actors
    if trigger.frame == .objects, after.isEmpty {
      // 甲会见出席峰会的院士: whom he met has no name.
      return receives(word) && !hosts.isEmpty ? (hosts, []) : nil
    }
    return hosts.isEmpty
      ? nil : (hosts, trigger.frame == .objects || trigger.kind != .signing ? after : [])
  }

  /// Who receives and who comes: 甲会见乙, 甲拜会乙; in a talk neither.
  private func roles(
    _ trigger: EventTrigger, _ word: Range<Int>
  ) -> (Event.Participant.Role, Event.Participant.Role) {
    if trigger.kind == .signing {
      let isWitnessed = passage.start(of: words.witnessing, before: word.lowerBound) != nil
      return isWitnessed ? (.witness, .witness) : (.signatory, .signatory)
    }
    guard trigger.frame == .objects else { return (.principal, .principal) }
    return receives(word) ? (.host, .guest) : (.guest, .host)
  }

  /// 甲在塔什干会见乌兹别克斯坦总统乙: whom a traveller sees in their own state receives him.
  private func areAtHome(
    _ others: [Actor], _ hosts: [Actor], _ word: Range<Int>, _ scene: EventScene
  ) -> Bool {
    guard !others.isEmpty, let area = narration.places.place(of: word, in: scene)?.area,
      case let here = narration.state(ofArea: area)
    else { return false }
    return others.allSatisfy { narration.state(of: $0) == here }
      && !hosts.contains { narration.state(of: $0) == here }
  }

  private func receives(_ word: Range<Int>) -> Bool {
    words.receivings.contains { passage.stands($0, at: word.lowerBound) }
  }

  /// 甲会见乙，丙、丁参加: those of a later clause who only attended are none of those met.
  private func withoutAttendees(_ list: [Actor], from start: Int) -> [Actor] {
    guard let last = list.last else { return list }
    let closing = last.range.upperBound..<min(last.range.upperBound + 8, passage.count)
    guard passage.holds(words.alongsides, in: closing) else { return list }
    let comma = (start..<last.range.lowerBound).last { passage.scalar($0).isComma }
    return comma.map { comma in list.filter { $0.range.upperBound <= comma } } ?? list
  }

  /// 双方签署: those who stood on two sides before, as the bodies for which they stand.
  private func betweenBoth(
    _ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery
  ) -> Telling? {
    guard trigger.kind == .signing, scenery.actors.isNobodyNamed(before: word.lowerBound),
      passage.holds(words.both, in: scenery.scene.sentence.lowerBound..<word.lowerBound)
    else { return nil }
    // 甲省·乙省合作座谈会召开，双方签署: the two in the name.
    let bodies = scenery.last?.bodies ?? []
    let sides =
      bodies.count == 2
      ? ([bodies[0]], [bodies[1]]) : scenery.sides.map { ($0.actors, $0.others) }
    guard let sides else { return nil }
    return Telling(
      kind: .signing, rule: trigger.rule, word: word, actors: sides.0, others: sides.1,
      role: .signatory, otherRole: .signatory, standsForBodies: true)
  }

  /// 2025年2月，两国元首共同签署, 今年1月，两国元首会晤: the states that they are of, where neither they nor
  /// the sides before are named.
  private func betweenStates(
    _ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery
  ) -> Telling? {
    let start = scenery.scene.sentence.lowerBound
    guard trigger.frame == .sides, scenery.actors.isNobodyNamed(before: word.lowerBound),
      let heads = (start..<word.lowerBound).last(where: {
        passage.end(of: words.bothHeads, at: $0) != nil
          || trigger.kind == .signing && passage.end(of: words.bothSigners, at: $0) != nil
      }), word.lowerBound - heads <= Self.headsReach,
      trigger.kind != .signing || namesAgreement(word, scenery),
      case let states = narration.bothStates(before: word.lowerBound, from: start),
      states.count == 2
    else { return nil }
    var telling = Telling(
      kind: trigger.kind, rule: trigger.rule, word: word, actors: [states[0]],
      others: [states[1]])
    (telling.role, telling.otherRole) = roles(trigger, word)
    return telling
  }

  /// How far before their word the heads of two states stand: 两国元首共同见证双方有关部门签署.
  private static let headsReach = 16

  private func namesAgreement(_ word: Range<Int>, _ scenery: Scenery) -> Bool {
    passage.holds(
      words.agreements,
      in: word.upperBound..<min(word.upperBound + 40, scenery.scene.sentence.upperBound))
  }

  /// 甲陪同会见: took part in what was told before.
  private func attending(
    _ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery
  ) -> [Telling] {
    let actors = scenery.actors.list(
      before: word.lowerBound - 2, from: scenery.start, reach: 10)
    guard !actors.isEmpty else { return [] }
    return [
      Telling(
        kind: trigger.kind, rule: trigger.rule, word: word, actors: actors, role: .attendee,
        joins: [trigger.kind])
    ]
  }

  /// Whether 与 or 同 stands before the office of somebody: 与财政部部长甲座谈时.
  private func isFaced(_ actor: Actor, from limit: Int) -> Bool {
    var place = actor.range.lowerBound - 1
    while place >= max(limit, actor.range.lowerBound - 36) {
      let scalar = passage.scalar(place)
      if scalar.isComma { return false }
      if [0x4E0E, 0x540C].contains(scalar) { return true }  // 与同
      place -= 1
    }
    return false
  }

  private func clauseEnd(_ start: Int, _ scenery: Scenery) -> Int {
    (start..<scenery.scene.sentence.upperBound).first {
      passage.scalar($0).isComma && $0 > start + 24
    }
      ?? scenery.scene.sentence.upperBound
  }

  /// Those on one side by body: two of one body are met together.
  private func units(_ actors: [Actor]) -> [[Actor]] {
    var units: [[Actor]] = []
    for actor in actors {
      if let last = units.last?.last, narration.areOfOneBody(last, actor) {
        units[units.count - 1].append(actor)
      } else {
        units.append([actor])
      }
    }
    return units
  }
}
