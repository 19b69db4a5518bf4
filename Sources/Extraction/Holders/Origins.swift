import Model
import Reference

/// Where somebody comes from, or what they stand in.
extension HolderFinder {
  /// 由青海省委书记调任云南省委书记, 以市长身份, 在主任位置上: the office that the person in play comes from
  /// or stands in.
  func origin(_ index: Int, in sentence: Range<Int>, _ subject: Int?) -> Holding? {
    let range = chains[index].range
    guard passage.ends(.boundary, at: range.lowerBound) else { return nil }
    if let moved = movedHere(from: range.upperBound) {
      return Holding(chain: index, holders: [moved], rule: .career, qualifier: .former)
    }
    let past = isLeft(range.upperBound) || isListLeft(index)
    guard past || follows("身份", afterParticle(range.upperBound)) else { return nil }
    let named = subjectBefore(range.lowerBound, from: sentence.lowerBound)
    let isOpening = range.lowerBound - sentence.lowerBound <= 8
    guard let holder = named ?? (isOpening ? subject : nil) else { return nil }
    return Holding(chain: index, holders: [holder], rule: .career, qualifier: past ? .former : nil)
  }

  /// Past 的.
  private func afterParticle(_ end: Int) -> Int { passage.scalar(end) == 0x7684 ? end + 1 : end }

  private static let positions = ["位置上", "职位上", "岗位上", "位子上", "任上", "任内"]

  /// Whether a verb of moving, or a word for a position, follows an office.
  private func isLeft(_ end: Int) -> Bool {
    let next = afterParticle(end)
    return passage.begins(.holder, at: next) || Self.positions.contains { follows($0, next) }
  }

  /// 从省委常委，济南市委书记任上: whether the next office of a list is left.
  private func isListLeft(_ index: Int) -> Bool {
    guard index + 1 < chains.count,
      isListed(chains[index].range.upperBound..<chains[index + 1].range.lowerBound)
    else { return false }
    let end = chains[index + 1].range.upperBound
    return Self.positions.contains { follows($0, afterParticle(end)) }
  }

  /// 由自然资源部副部长“空降”的乙, 从市长任上跨省履新的甲: who is brought from an office.
  private func movedHere(from end: Int) -> Int? {
    let seat = afterParticle(end)
    if Self.positions.contains(where: { follows($0, seat) }),
      let next = firstOccurrence(from: seat), occurrences[next].range.lowerBound - seat <= 14,
      passage.scalar(occurrences[next].range.lowerBound - 1) == 0x7684,  // 的
      !(seat..<occurrences[next].range.lowerBound).contains(where: {
        passage.scalar($0).isComma || passage.scalar($0).endsSentence
      })
    {
      return next
    }
    let start = passage.scalar(end) == 0x201C ? end + 1 : end  // “
    for match in passage.starting(at: start, if: .holder) where match.kind == .holder {
      var after = Int(match.end)
      if passage.scalar(after) == 0x201D { after += 1 }  // ”
      guard passage.scalar(after) == 0x7684 else { continue }
      if let holder = occurrence(startingAt: after + 1) { return holder }
    }
    return nil
  }
}
