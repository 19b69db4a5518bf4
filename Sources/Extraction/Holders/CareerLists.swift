import Model
import Reference

/// Offices that follow others in the list of a career.
extension HolderFinder {
  /// A career told on: 曾任天津海关副关长，海关总署副署长，浙江省副省长; with jobs between that are
  /// no offices: 先后任中学教师、团委副书记.
  func continuation(_ index: Int, _ last: Holding?) -> Holding? {
    guard let last, index > 0,
      last.rule == .holder || last.rule == .career
        || last.rule == .nameApposition
    else { return nil }
    let gap = chains[last.chain].range.upperBound..<chains[index].range.lowerBound
    guard isListed(gap) || last.voice == .biography && isCareerList(gap) else { return nil }
    var holding = last
    holding.chain = index
    holding.rule = .career
    let mark = passage.scalar(gap.upperBound - 1)
    holding.isContinued = mark.isListMark || isListed(gap) && mark != 0xFF1B && mark != 0x3B  // ；;
    if gap.count != 1 || !passage.scalar(gap.lowerBound).isListMark { holding.date = nil }
    return holding
  }

  /// 先后任中学教师、团委副书记: the first office of a list that a verb and jobs that are no offices open.
  func laterInList(_ index: Int, in sentence: Range<Int>) -> Holding? {
    let start = chains[index].range.lowerBound
    let opening = self.opening(of: sentence)
    let limit = max(opening, start - 40)
    for place in stride(from: start - 2, to: limit, by: -1) {
      guard let verb = listVerb(endingAt: place), isCareerList(place..<start),
        let named = subjectBefore(verb.start, from: opening)
      else { continue }
      return Holding(
        chain: index, holders: [named], rule: .career, qualifier: verb.qualifier,
        date: date(of: verb.start, in: sentence))
    }
    return nil
  }

  /// Where a sentence begins whose parts semicolons set off.
  private func opening(of sentence: Range<Int>) -> Int {
    var start = sentence.lowerBound
    let limit = max(0, start - 200)
    while start > limit {
      let mark = passage.scalar(start - 1)
      if mark.endsSentence, mark != 0xFF1B, mark != 0x3B { break }  // ；;
      start -= 1
    }
    return start
  }

  /// A verb that opens a list of what somebody was: 历任, 先后任, 曾任.
  func listVerb(
    endingAt end: Int
  ) -> (start: Int, qualifier: OfficeReading.Qualifier?)? {
    guard let verb = holderVerb(endingAt: end), verb.qualifier == .former, end - verb.start > 1
    else { return nil }
    return verb
  }

  func isListed(_ gap: Range<Int>) -> Bool {
    gap.count <= 4 && Self.joints.contains(passage.string(gap))
  }

  /// Whether a gap between two offices of a career holds only further members of its list: it ends
  /// with a mark of lists, and names nobody.
  func isCareerList(_ gap: Range<Int>) -> Bool {
    guard !gap.isEmpty, gap.count <= 40, let mark = gap.last.map(passage.scalar),
      mark.isListMark || mark.isComma || mark == 0xFF1B || mark == 0x3B,
      !gap.contains(where: { [0x3002, 0x0A].contains(passage.scalar($0)) })
    else { return false }
    guard let next = firstOccurrence(from: gap.lowerBound) else { return true }
    return occurrences[next].range.lowerBound >= gap.upperBound
  }

  static let joints: Set<String> = [
    "，", ",", "、", "；", ";", "以及", "及", "和", "，以及", "、以及", "等，", "，并", "，后", " ", "， ",
  ]
}
