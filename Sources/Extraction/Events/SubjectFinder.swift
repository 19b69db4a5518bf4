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
    case .nothing, .dated:
      if let found = unnamed(word, clause) { return found }
      return subjects(word, clause, scene)
    case .ofOffice where !passage.holds(fateWords.lost, in: word.upperBound..<end): return []
    case .passive, .suffered, .ofOffice:
      if let mark = passiveMark(before: word.lowerBound, from: clause.lowerBound) {
        if isOfObject(word, clause.lowerBound..<mark, to: end) { return [] }
        if let found = unnamed(mark..<word.upperBound, clause.lowerBound..<mark) { return found }
        return subjects(mark..<word.upperBound, clause.lowerBound..<mark, scene)
      }
      if let taken = takenObject(before: word.lowerBound, in: clause) { return [taken] }
      return fate.need == .passive ? [] : object(of: word, in: scene)
    }
  }

  /// 折磨被关押在监狱的居民, 被抓捕的官员: those whom the words themselves name behind, without a name.
  private func isOfObject(_ word: Range<Int>, _ before: Range<Int>, to end: Int) -> Bool {
    guard named(in: before).isEmpty, named(in: word.upperBound..<end).isEmpty,
      let mark = (word.upperBound..<end).last(where: { passage.scalar($0) == 0x7684 })  // 的
    else { return false }
    if passage.holds(fateWords.people, in: mark..<end) { return true }
    return before.count > 4 && mark + 1 < end && passage.scalar(mark + 1).isHan
      && !passage.holds(fateWords.notices, in: mark..<end)
  }

  /// Whom a clause means that names nobody before its word, but a post, people without names or a
  /// name in foreign letters; nil where it has none of these.
  private func unnamed(_ word: Range<Int>, _ clause: Range<Int>) -> [Int]? {
    guard named(in: clause).isEmpty else { return nil }
    var end = word.lowerBound
    while let adverb = passage.start(of: passage.terms.wordings.speech.adverbs, before: end),
      adverb > clause.lowerBound
    { end = adverb }
    if let post = post(endingAt: end, from: clause.lowerBound) {
      return holder(of: post, before: clause.lowerBound)
    }
    if let noun = passage.start(of: fateWords.people, before: end), noun >= clause.lowerBound {
      return isMeant(noun) ? nil : []
    }
    let isForeign = word.lowerBound > 0 && passage.scalar(word.lowerBound - 1).isLatin
    return isForeign || isOfCrowd(clause) ? [] : nil
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
    return inPlay(in: start..<scene.sentence.lowerBound).suffix(1)
  }

  /// The post whose holder, without a name, is the subject of what follows: 省政法委书记·投案了.
  private func post(endingAt end: Int, from start: Int) -> Range<Int>? {
    let near = max(start, end - Self.postReach)..<max(start, end)
    return near.first { place in
      passage.begins([.post, .fixed, .merged], at: place)
        && passage.end(ofTermAt: place) { term in
          switch term {
          case .post, .fixed, .merged: true
          default: false
          }
        } == end
    }.map { $0..<end }
  }

  private static let postReach = 8

  /// 该书记, 这名官员: whether the words before a noun mean the one in play.
  private func isMeant(_ noun: Int) -> Bool {
    (max(0, noun - 3)..<noun).contains {
      let scalar = passage.scalar($0)
      return scalar == 0x8BE5 || scalar == 0x8FD9 || scalar == 0x6B64  // 该这此
    }
  }

  /// 该书记: the one in play, where they hold the post.
  private func holder(of post: Range<Int>, before clause: Int) -> [Int] {
    guard isMeant(post.lowerBound),
      let last = inPlay(in: max(0, clause - Self.reach)..<clause).last
    else { return [] }
    let title = passage.string(post)
    return people.speaker(last).offices.contains { $0.title.hasSuffix(title) } ? [last] : []
  }

  /// 四位部长, 近70名学员, 数百人: whether a clause that names nobody speaks of several without names.
  private func isOfCrowd(_ clause: Range<Int>) -> Bool {
    clause.dropFirst().contains { place in
      let before = passage.scalar(place - 1)
      switch passage.scalar(place) {
      case 0x540D, 0x4F4D:  // 名位
        return before.isDigit || Self.counts.contains(before) || Self.crowds.contains(before)
      case 0x4EBA: return before.isDigit || Self.crowds.contains(before)  // 人
      default: return false
      }
    }
  }

  /// 两二三四五六七八九数几
  private static let counts: Set<UInt32> = [
    0x4E24, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x6570, 0x51E0,
  ]
  /// 十百千万余多
  private static let crowds: Set<UInt32> = [0x5341, 0x767E, 0x5343, 0x4E07, 0x4F59, 0x591A]

  /// The rest of the clause of a word.
  private func clause(after word: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    word.upperBound..<passage.clauseEnd(after: word.upperBound, in: sentence)
  }

  /// How far behind their name somebody is in play.
  private static let reach = 300

  /// Those whom a stretch names itself and who may be spoken of behind it, and none who only tell
  /// whom somebody follows (接替甲), when something was (甲落马当天) or how (在甲陪同下).
  func named(in stretch: Range<Int>) -> [Int] {
    inPlay(in: stretch).filter { !isInCircumstance($0, before: stretch.upperBound) }
  }

  /// The same with those of circumstances, whom 他 may mean: 在甲领导下……他.
  private func inPlay(in stretch: Range<Int>) -> [Int] {
    people.indices(in: stretch).filter {
      narration.isToldOrAnnounced(people.ranges[$0].lowerBound) && !isFollowed($0) && !isOfTime($0)
    }
  }

  /// 在甲发出备忘录之后，乙宣布辞职: whether a name stands in words that only tell when or how, and that
  /// end before a place.
  private func isInCircumstance(_ index: Int, before place: Int) -> Bool {
    let name = people.ranges[index]
    let near = max(0, name.lowerBound - Self.circumstanceReach)..<name.lowerBound
    guard
      let opening = near.last(where: { !passage.scalar($0).isHan || passage.scalar($0) == 0x5728 }),
      passage.scalar(opening) == 0x5728,  // 在
      let end = (name.upperBound..<max(name.upperBound, place)).first(where: {
        passage.scalar($0).isComma || passage.scalar($0).endsSentence
      })
    else { return false }
    return passage.start(of: fateWords.closings, before: end) != nil
  }

  /// How far before a name the 在 of its circumstance may stand, with the name's office between.
  private static let circumstanceReach = 16

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
