import Model

/// A person or a body that a sentence names, and where.
struct Actor: Hashable {
  enum Who: Hashable {
    /// By place among the persons of the article.
    case person(Int)
    /// By place among its bodies.
    case body(Int)
  }

  var who: Who
  var range: Range<Int>

  var person: Int? {
    if case .person(let index) = who { index } else { nil }
  }

  var isBody: Bool { person == nil }
}

/// Who is named in a sentence as one that may act, in order, and how they stand in lists.
struct SentenceActors {
  private let narration: Narration
  private var passage: Passage { narration.passage }
  private var words: EventWords { passage.terms.wordings.events }
  let all: [Actor]

  init(_ narration: Narration, _ scene: EventScene) {
    self.narration = narration
    let named = narration.people.indices(in: scene.sentence).map {
      Actor(who: .person($0), range: narration.people.ranges[$0])
    }
    let bodies = narration.bodyActors(in: scene.sentence)
    let isAnybodyNamed = !named.isEmpty || !bodies.isEmpty
    let inviting = isAnybodyNamed ? Self.inviting(narration.passage, scene.sentence) : nil
    all = (named + bodies)
      .filter { actor in
        narration.isTold(actor.range.lowerBound)
          && inviting?.contains(actor.range.lowerBound) != true
          && !narration.isSpokenOf(actor)
      }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    persons = all.filter { !$0.isBody || narration.isDelegation($0) }
  }

  /// 应甲总统邀请，乙出访: who invites does not act in what follows.
  private static func inviting(_ passage: Passage, _ sentence: Range<Int>) -> Range<Int>? {
    let invites = sentence.first { place in
      passage.scalar(place) == 0x9080 && passage.scalar(place + 1) == 0x8BF7  // 邀请
    }
    guard let end = invites else { return nil }
    for start in (sentence.lowerBound..<end).reversed() {
      if passage.scalar(start).isComma { return nil }
      if passage.scalar(start) == 0x5E94 { return start..<end }  // 应
    }
    return nil
  }

  /// Persons, and delegations, which stand for theirs.
  private let persons: [Actor]

  /// Whether a verb of speech stands between two places: what follows is told of somebody else.
  private func speaks(_ start: Int, _ end: Int) -> Bool {
    start < end
      && (start..<end).contains { place in
        passage.begins(.saying, at: place)
          && passage.starting(at: place).contains { match in
            if case .saying(let verb) = passage.term(match) { verb == .says } else { false }
          }
      }
  }

  func isNobodyNamed(before place: Int) -> Bool {
    !persons.contains { $0.range.upperBound <= place }
  }

  /// The list of persons named last before a place, no further back than `limit`.
  func list(before place: Int, from limit: Int, reach: Int = 60) -> [Actor] {
    let named = persons.filter { $0.range.upperBound <= place && $0.range.lowerBound >= limit }
    guard let last = named.last, place - last.range.upperBound <= reach,
      !speaks(last.range.upperBound, place)
    else { return [] }
    var list = [last]
    for actor in named.dropLast().reversed() {
      guard let first = list.first, joint(actor, first) == .listed else { break }
      list.insert(actor, at: 0)
    }
    return list
  }

  /// The persons of the run of those named last before a place, 与 among them.
  func run(before place: Int, from limit: Int, reach: Int) -> [Actor] {
    let chain = chain(before: place, from: limit).actors.filter {
      !$0.isBody || narration.isDelegation($0)
    }
    guard let last = chain.last, place - last.range.upperBound <= reach else { return [] }
    return chain
  }

  /// The list of persons and bodies named first behind a place, before `limit`.
  func list(after place: Int, to limit: Int, reach: Int = 40) -> [Actor] {
    let named = all.filter { $0.range.lowerBound >= place && $0.range.upperBound <= limit }
    guard let first = named.first, first.range.lowerBound - place <= reach else { return [] }
    var list = [first]
    for actor in named.dropFirst() {
      guard let last = list.last, joint(last, actor) == .listed else { break }
      list.append(actor)
    }
    return list
  }

  /// The run of those named last before a place, lists that 与 joins among them, and where in it the
  /// last 与 stands.
  func chain(before place: Int, from limit: Int) -> (actors: [Actor], facing: Int?) {
    let named = all.filter { $0.range.upperBound <= place && $0.range.lowerBound >= limit }
    guard let last = named.last, place - last.range.upperBound <= 60,
      !speaks(last.range.upperBound, place)
    else { return ([], nil) }
    var chain = [last]
    var facing: Int?
    for actor in named.dropLast().reversed() {
      guard let first = chain.first else { break }
      let joint = joint(actor, first)
      if joint == .apart || joint == .facing && facing != nil { break }
      if joint == .facing { facing = chain.count }
      chain.insert(actor, at: 0)
    }
    return (chain, facing.map { chain.count - $0 })
  }

  enum Joint {
    /// 甲、乙.
    case listed
    /// 甲与乙.
    case facing
    case apart
  }

  /// How two that follow one another stand: only their offices and marks lie between them.
  func joint(_ one: Actor, _ other: Actor) -> Joint {
    let gap = one.range.upperBound..<max(one.range.upperBound, other.range.lowerBound)
    guard gap.count <= 48 else { return .apart }
    var isFacing = false
    var isListed = false
    var place = gap.lowerBound
    while place < gap.upperBound {
      if let trigger = narration.trigger(at: place), !trigger.frame.isAct,
        passage.end(of: words.followers, at: place + trigger.codes.count) == nil
      {
        return .apart
      }
      if passage.begins(.saying, at: place), passage.beginsLong(.saying, at: place) {
        return .apart
      }
      switch passage.scalar(place) {
      case 0x4E0E, 0x540C, 0x8DDF:  // 与同跟
        if passage.scalar(place - 1).isComma { return .apart }
        if isFacingWord(place) { isFacing = true }
      case 0x3001, 0x548C, 0x53CA, 0xFF0C, 0x2C, 0x66A8: isListed = true  // 、和及，暨
      case 0x5728, 0x8D74, 0x5230, 0x5411: return .apart  // 在赴到向
      case 0x3002, 0xFF1B, 0x3B, 0xFF1A, 0x3A: return .apart
      default: break
      }
      place += 1
    }
    return isFacing ? .facing : isListed || gap.isEmpty ? .listed : .apart
  }

  /// 与 and 同 by themselves, and not in 同志, 与会, 同时.
  private func isFacingWord(_ place: Int) -> Bool {
    !passage.beginsLong(.word, at: place)
  }
}

extension Narration {
  /// Whether somebody is only spoken of: whose thought is studied, whose birthday is kept.
  func isSpokenOf(_ actor: Actor) -> Bool {
    let end = actor.range.upperBound
    var place = end
    for _ in 0..<2 {
      if let next = passage.end(of: eventWords.appellations, at: place) { place = next }
    }
    if passage.end(of: eventWords.topics, at: place) != nil { return true }
    // 甲政府, 甲任内: those around somebody, and a time.
    if passage.end(of: passage.terms.wordings.fates.periods, at: end) != nil { return true }
    return passage.scalar(actor.range.lowerBound - 1) == 0x4EE5  // 以甲同志为核心
      && passage.end(of: eventWords.appellations, at: end) != nil
  }
}
