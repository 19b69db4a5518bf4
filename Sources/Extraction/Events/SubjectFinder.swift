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
      narration.isTold(people.ranges[$0].lowerBound) && !isFollowed($0) && !isOfTime($0)
    }
  }

  /// Whether a name is of the one who is followed in office: 接替甲.
  private func isFollowed(_ index: Int) -> Bool {
    passage.start(of: moveWords.successions, before: people.ranges[index].lowerBound) != nil
  }

  /// Whether what befell somebody only tells when something was: 甲落马同一天.
  private func isOfTime(_ index: Int) -> Bool {
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
