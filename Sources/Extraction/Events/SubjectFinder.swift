import Model

/// Finds whom a word speaks of that tells what befalls somebody.
struct SubjectFinder {
  let narration: Narration
  private var passage: Passage { narration.passage }
  private var fateWords: FateWords { passage.terms.wordings.fates }
  private var moveWords: MoveWords { passage.terms.wordings.moves }
  private var people: PersonPlaces { narration.people }

  /// 2017年退休的甲: the person whom a word and 的 describe.
  func described(by word: Range<Int>, in scene: EventScene) -> Int? {
    guard passage.scalar(word.upperBound) == 0x7684 else { return nil }  // 的
    return people.indices(in: clause(after: word, in: scene.sentence)).first
  }

  /// Whom a word befalls: by its voice the one before 被, or the one right behind it.
  func subjects(
    of fate: FateWord, _ word: Range<Int>, _ clause: Range<Int>, _ scene: EventScene
  ) -> [Int] {
    let end = passage.clauseEnd(after: word.upperBound, in: scene.sentence)
    switch fate.need {
    case .nothing, .dated: return subjects(word, clause, scene)
    case .ofOffice where !passage.holds(fateWords.lost, in: word.upperBound..<end): return []
    case .passive, .suffered, .ofOffice:
      if let mark = passiveMark(before: word.lowerBound, from: clause.lowerBound) {
        return subjects(mark..<word.upperBound, clause.lowerBound..<mark, scene)
      }
      if let taken = takenObject(before: word.lowerBound, in: clause) { return [taken] }
      return fate.need == .passive ? [] : object(of: word, in: scene)
    }
  }

  /// Where 被 stands before a verb, with no more than who does it between.
  private func passiveMark(before verb: Int, from start: Int) -> Int? {
    let near = max(start, verb - Self.agentReach)..<verb
    return near.last { place in
      guard let end = passage.end(of: fateWords.passives, at: place), end <= verb else {
        return false
      }
      return !(end..<verb).contains { passage.scalar($0).isListMark }
    }
  }

  /// How long who does it may be: 甲被河滨市人民检察院起诉.
  private static let agentReach = 14

  /// The one whom 将 or 把 puts before a verb: 将甲逮捕.
  private func takenObject(before verb: Int, in clause: Range<Int>) -> Int? {
    guard let last = named(in: clause).last, verb - people.ranges[last].upperBound <= 2 else {
      return nil
    }
    let name = people.ranges[last].lowerBound
    let near = max(clause.lowerBound, name - Self.objectReach)..<name
    return near.contains { [0x5C06, 0x628A].contains(passage.scalar($0)) } ? last : nil  // 将把
  }

  /// Where the words begin that say whether a verb was done: behind 将甲, whose 将 is no future.
  func takenEnd(before verb: Int, in clause: Range<Int>) -> Int {
    takenObject(before: verb, in: clause).map { people.ranges[$0].upperBound } ?? clause.lowerBound
  }

  /// The one whom a verb has right behind it, with an office between: 罢免财政部长甲.
  private func object(of word: Range<Int>, in scene: EventScene) -> [Int] {
    let clause = clause(after: word, in: scene.sentence)
    guard let next = named(in: clause).first else { return [] }
    let gap = word.upperBound..<people.ranges[next].lowerBound
    guard gap.count <= Self.objectReach, !passage.holds(fateWords.passives, in: gap),
      !isAside(people.ranges[next].upperBound)
    else { return [] }
    return [next]
  }

  /// 逮捕甲之前, 罢免甲的推手, 起诉甲政府: the name is of a time, of somebody else or of a body; not 解除甲的职务, 免职甲的决定.
  private func isAside(_ end: Int) -> Bool {
    if passage.end(of: fateWords.nouns, at: end) != nil { return true }
    if passage.end(of: fateWords.asides, at: end) != nil { return true }
    if passage.end(of: fateWords.periods, at: end) != nil { return true }
    return passage.scalar(end) == 0x7684  // 的
      && !passage.holds(fateWords.lost, in: end..<end + 16)
      && !passage.holds(fateWords.notices, in: end..<end + 6)
  }

  private static let objectReach = 20

  func subjects(_ word: Range<Int>, _ clause: Range<Int>, _ scene: EventScene) -> [Int] {
    if let last = named(in: clause).last { return listed(upTo: last, in: scene.sentence) }
    if let next = named(in: self.clause(after: word, in: scene.sentence)).first,
      people.ranges[next].lowerBound - word.upperBound < 12
    {
      return [next]
    }
    if let last = named(in: scene.sentence.lowerBound..<clause.lowerBound).last {
      return listed(upTo: last, in: scene.sentence)
    }
    guard isOfOneInPlay(clause, scene) else { return [] }
    let start = max(0, scene.sentence.lowerBound - Self.reach)
    return named(in: start..<scene.sentence.lowerBound).suffix(1)
  }

  /// The rest of the clause of a word.
  private func clause(after word: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    word.upperBound..<passage.clauseEnd(after: word.upperBound, in: sentence)
  }

  /// How far behind their name somebody is in play.
  private static let reach = 300

  /// Those whom a stretch names itself and who may be spoken of in it, and none who only tell whom
  /// somebody follows (接替甲) or when something was (甲落马当天).
  func named(in stretch: Range<Int>) -> [Int] {
    people.indices(in: stretch).filter {
      narration.isToldOrAnnounced(people.ranges[$0].lowerBound) && !isFollowed($0) && !isOfTime($0)
    }
  }

  /// Whether a name is of the one who is followed in office: 接替甲.
  private func isFollowed(_ index: Int) -> Bool {
    passage.start(of: moveWords.successions, before: people.ranges[index].lowerBound) != nil
  }

  /// Whether a name only tells a staff or when something was: 甲政府, 甲落马同一天.
  private func isOfTime(_ index: Int) -> Bool {
    let periods = passage.end(of: fateWords.periods, at: people.ranges[index].upperBound)
    if periods != nil { return true }
    guard let end = passage.end(of: fateWords.falls, at: people.ranges[index].upperBound) else {
      return false
    }
    return passage.end(of: fateWords.moments, at: end) != nil
  }

  /// A person and those who are listed before them in a sentence.
  func listed(upTo last: Int, in sentence: Range<Int>) -> [Int] {
    narration.distinct(Array(people.list(upTo: last, from: sentence.lowerBound, in: passage)))
  }

  /// Whether a letter is of a word, and no mark of a date.
  private func isWord(_ place: Int) -> Bool {
    let scalar = passage.scalar(place)
    return scalar.isHan && ![0x5E74, 0x6708, 0x65E5].contains(scalar)  // 年月日
  }

  /// Whether a clause that names nobody speaks of the one in play: 他被查, 2018年被查, 法院审理了本案.
  private func isOfOneInPlay(_ clause: Range<Int>, _ scene: EventScene) -> Bool {
    if clause.contains(where: { [0x4ED6, 0x5979, 0x5176].contains(passage.scalar($0)) }) {  // 他她其
      return true
    }
    if passage.stands("后者", at: clause.lowerBound) { return true }
    if passage.holds(fateWords.cases, in: scene.sentence) { return true }
    return clause.lazy.filter { isWord($0) }.count <= 6
  }
}
