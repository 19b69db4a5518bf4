import Model
import Reference

/// The verbs that give an office, and whom they speak of.
extension HolderFinder {
  /// A verb that gives an office, right before it: 任, 出任中共…, 担任过, 任命…为.
  func holderVerb(
    endingAt end: Int
  ) -> (start: Int, qualifier: OfficeReading.Qualifier?)? {
    var end = end
    for _ in 0..<3 {
      for match in passage.ending(at: end) {
        // 荣 in 甲荣任: a letter of a name is no part of a verb.
        if case .holder(let qualifier) = passage.term(match), !liesInName(Int(match.start)),
          !isCounted(match)
        {
          return (Int(match.start), qualifier)
        }
      }
      // 为, 了, 过, 着 and opening quotes stand between a verb and its office.
      guard [0x4E3A, 0x4E86, 0x8FC7, 0x7740, 0x201C, 0x20].contains(passage.scalar(end - 1)) else {
        return nil
      }
      end -= 1
    }
    return nil
  }

  /// The name that a verb at `end` speaks of: the last one in its clause, or the last that opens a
  /// clause before it in its sentence; never the object of another verb.
  func subjectBefore(_ end: Int, from start: Int) -> Int? {
    var index = lastOccurrence(before: end)
    var fallback: Int?
    let clause = passage.clauseStart(before: end, from: start)
    while let candidate = index, occurrences[candidate].range.lowerBound >= start {
      let place = occurrences[candidate].range.lowerBound
      if !isReplaced(place), !isPeriod(occurrences[candidate].range.upperBound) {
        if place >= clause || opensClause(candidate, from: start) { return candidate }
        fallback = fallback ?? candidate
      }
      index = candidate > 0 ? candidate - 1 : nil
    }
    return fallback
  }

  /// Whether a name only tells a time or a staff: 在克林顿任期内, 蔡某麾下.
  func isPeriod(_ end: Int) -> Bool {
    passage.end(of: passage.terms.wordings.fates.periods, at: end) != nil
  }

  /// Whether a name is the first of its clause, alone or after its offices.
  func opensClause(_ candidate: Int, from start: Int) -> Bool {
    let name = occurrences[candidate].range.lowerBound
    let clause = passage.clauseStart(before: name, from: start)
    if name - clause <= 3 { return true }
    guard let chain = lastChain(endingBefore: name).map({ chains[$0] }) else { return false }
    return name - chain.range.upperBound <= 2 && chain.range.lowerBound - clause <= 4
  }

  /// 提名甲出任: whether a name is the one that another proposes.
  func isNominated(_ start: Int) -> Bool { follows("提名", start - 2) }

  /// Whether the words between a name and its verb speak of what is to come: 将, 即将, 料, 拟, 有望.
  func isExpected(_ clause: Range<Int>) -> Bool {
    clause.contains { place in
      switch passage.scalar(place) {
      // 将乙任命为: what stands before a name is the mark of an object, and 将军 is a word.
      case 0x5C06:  // 将
        occurrence(startingAt: place + 1) == nil
          && !passage.beginsLong([.word, .post], at: place)
      case 0x6599, 0x62DF:  // 料拟
        place == clause.lowerBound || passage.scalar(place - 1).isComma
      default: follows("有望", place)
      }
    }
  }

  /// Whether a sentence announced appointments to come before a place: 将任命甲担任…，乙担任…, 拍板乙担任….
  func isAnnounced(_ before: Range<Int>) -> Bool {
    before.contains { place in
      follows("拍板", place) && !follows("拍板后", place)
        || (passage.scalar(place) == 0x5C06 || passage.scalar(place) == 0x62DF)  // 将拟
          && ["任命", "提名", "委任", "任免"].contains { follows($0, place + 1) }
    }
  }

  /// Whether an office is said of somebody who is not named: 给一名副省长当秘书.
  func isOfSomebody(_ start: Int) -> Bool {
    guard [0x540D, 0x4F4D].contains(passage.scalar(start - 1)) else { return false }  // 名位
    return [0x4E00, 0x67D0, 0x591A, 0x6570].contains(passage.scalar(start - 2))  // 一某多数
  }

  /// Those who are followed in an office: 接替于伟国出任, and 升任书记，接替刘赐贵.
  func predecessors(of holding: Holding) -> [Int] {
    guard holding.rule == .holder || holding.rule == .career else { return [] }
    let chain = chains[holding.chain].range
    var found: [Int] = []
    if let last = lastOccurrence(before: chain.lowerBound),
      chain.lowerBound - occurrences[last].range.upperBound < 8,
      isReplaced(occurrences[last].range.lowerBound)
    {
      found.append(last)
    }
    if let next = firstOccurrence(from: chain.upperBound),
      occurrences[next].range.lowerBound - chain.upperBound < 8,
      isReplaced(occurrences[next].range.lowerBound)
    {
      found.append(next)
    }
    return found
  }

  /// Whether a name is that of the one who is followed in office: 接替陈吉宁任, 取代工作不力的甲.
  func isReplaced(_ start: Int) -> Bool {
    if Self.succession.contains(where: { stands($0, before: start) })
      || ["继", "接"].contains(where: { stands($0, before: start) })
    {
      return true
    }
    guard passage.scalar(start - 1) == 0x7684 else { return false }  // 的
    for place in stride(from: start - 2, to: max(0, start - 20), by: -1) {
      guard passage.scalar(place).isHan else { return false }
      if Self.succession.contains(where: { follows($0, place) }) { return true }
    }
    return false
  }

  private static let succession = ["接替", "取代", "接棒", "顶替"]

  private func stands(_ word: String, before end: Int) -> Bool {
    follows(word, end - word.unicodeScalars.count)
  }

  /// The name that a sentence is about: its first, unless that is one of the others in play.
  func subjectOccurrence(of sentence: Int) -> Int? {
    let range = sentences[sentence]
    guard let first = firstOccurrence(from: range.lowerBound),
      occurrences[first].range.lowerBound < range.upperBound
    else { return nil }
    // 甲说，乙仍然希望…: what follows speaks of 乙.
    if speaks(occurrences[first].range.upperBound), first + 1 < occurrences.count,
      occurrences[first + 1].range.lowerBound < range.upperBound,
      opensClause(first + 1, from: range.lowerBound)
    {
      return first + 1
    }
    return first
  }

  /// Whether a verb of speech stands at a place.
  func speaks(_ place: Int) -> Bool {
    passage.end(ofTermAt: place) { if case .speech = $0 { true } else { false } } != nil
      || passage.scalar(place) == 0x8BF4 || passage.scalar(place) == 0x79F0  // 说称
  }

  /// Whether a place lies in a name, beyond its first letter.
  func liesInName(_ place: Int) -> Bool {
    guard let last = lastOccurrence(startingBefore: place) else { return false }
    return occurrences[last].range.upperBound > place
  }

  /// 下一任, 首任: 任 as a measure word is no verb.
  func isCounted(_ match: Lexicon.Match) -> Bool {
    guard match.length == 1 else { return false }
    let before = passage.scalar(Int(match.start) - 1)
    return before.isDigit
      || [0x4E0B, 0x4E0A, 0x4E00, 0x9996, 0x4E24, 0x5386, 0x6BCF, 0x8FD9, 0x672C, 0x4E8C, 0x4E09]
        .contains(before)  // 下上一首两历每这本二三
  }
}
