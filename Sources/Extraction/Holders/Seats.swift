import Model
import Reference

/// The rule that reads a seat before the one who takes it.
extension HolderFinder {
  private var seatWords: HolderWords { passage.terms.wordings.holders }

  /// 财政部长一职由甲接任, 财政部长12月3日起由甲暂代: the one behind 由, whose verb has no other office.
  func seat(_ index: Int, in sentence: Range<Int>) -> Holding? {
    let end = chains[index].range.upperBound
    let noun = passage.end(of: seatWords.seats, at: end)
    guard let by = agentMark(from: noun ?? end, isSeat: noun != nil, in: sentence) else {
      return nil
    }
    var next = firstOccurrence(from: by)
    while let holder = next, holder < occurrences.count,
      occurrences[holder].range.lowerBound < by + Self.agentReach
    {
      if let verb = takingVerb(behind: holder) {
        let isPromised =
          isExpected(end..<occurrences[holder].range.lowerBound)
          || isAnnounced(sentence.lowerBound..<end)
        let standsIn = verb.stands || passage.scalar(by - 2) == 0x6682  // 暂由
        return Holding(
          chain: index, holders: list(around: holder, before: verb.start, withOffices: true),
          rule: .seat, qualifier: standsIn ? .acting : isPromised ? .incoming : nil,
          date: date(of: verb.start, in: sentence))
      }
      next = holder + 1
    }
    return nil
  }

  /// How far behind 由 a name may stand, with its offices between.
  private static let agentReach = 40

  /// Behind 由, which stands behind the seat with no more than a date or 将 between; of an office
  /// that is not called a seat, in its own clause.
  private func agentMark(from start: Int, isSeat: Bool, in sentence: Range<Int>) -> Int? {
    let reach = start..<max(start, min(start + 16, sentence.upperBound))
    for place in reach {
      let scalar = passage.scalar(place)
      if scalar == 0x7531 { return place + 1 }  // 由
      if scalar.endsSentence || scalar.isListMark || !isSeat && scalar.isComma { return nil }
    }
    return nil
  }

  /// The verb behind a name that takes a seat and names none itself: 接任。
  private func takingVerb(behind holder: Int) -> (start: Int, stands: Bool)? {
    var place = bracketed(holder)
    for _ in 0..<2 { place = passage.end(of: seatWords.manners, at: place) ?? place }
    let standsIn = passage.end(of: seatWords.standingIn, at: place)
    guard let end = standsIn ?? passage.end(of: seatWords.taking, at: place) else { return nil }
    let mark = passage.scalar(end)
    return mark.isHan || mark.isDigit ? nil : (place, standsIn != nil)
  }
}
