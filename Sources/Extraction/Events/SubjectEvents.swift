import Model

/// Reads what befalls one person, told by a word: 被查, 双开, 逮捕, 获刑, 辞职. The person stands
/// before the word, or right behind it: 逮捕甲.
struct SubjectEvents {
  let narration: Narration
  private var passage: Passage { narration.passage }
  private var people: PersonPlaces { narration.people }

  /// 他的落马, 落马前: spoken of, not told.
  func isAside(_ word: Range<Int>) -> Bool {
    passage.end(of: EventWords.asides, at: word.upperBound) != nil
      || passage.scalar(word.lowerBound - 1) == 0x7684  // 的
  }

  func telling(_ trigger: EventTrigger, _ word: Range<Int>, _ scenery: Scenery) -> Telling {
    let named = people.indices(in: scenery.scene.sentence).filter {
      narration.isTold(people.ranges[$0].lowerBound)
    }
    let before = named.filter { people.ranges[$0].upperBound <= word.lowerBound }
    let after = named.filter { people.ranges[$0].lowerBound >= word.upperBound }
    let subjects = subjects(before, after, word, scenery.scene).map {
      Actor(who: .person($0), range: people.ranges[$0])
    }
    return Telling(
      kind: trigger.kind, rule: trigger.rule, word: word, actors: subjects, role: .subject)
  }

  private func subjects(
    _ before: [Int], _ after: [Int], _ word: Range<Int>, _ scene: EventScene
  ) -> [Int] {
    if let last = before.last {
      var subjects = [last]
      for index in before.dropLast().reversed() {
        guard let first = subjects.first, narration.areListed(index, first) else { break }
        subjects.insert(index, at: 0)
      }
      return narration.distinct(subjects)
    }
    if let next = after.first, people.ranges[next].lowerBound - word.upperBound < 30 {
      return [next]
    }
    let start = passage.paragraphs[scene.paragraph].lowerBound
    let running = people.indices(in: start..<scene.sentence.lowerBound)
    return running.isEmpty ? [] : [running.upperBound - 1]
  }
}
