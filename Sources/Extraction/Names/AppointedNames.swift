import Model
import Reference

/// Names that a verb of appointment tells, whatever their letters: 任命巴音、操明远为·主任委员,
/// 免去贺言·厅长职务, ，岑望舒转任·副主任.
extension NameRules {
  /// The names between a verb of appointment and the office that begins at a place.
  func appointedNames(before office: Int) -> [Range<Int>] {
    let end = passage.scalar(office - 1) == 0x4E3A ? office - 1 : verbStart(endingAt: office)  // 为
    let isDirect = end == nil
    guard let stop = end ?? (passage.scalar(office - 1).isHan ? office : nil),
      let start = appointment(before: stop)
    else { return [] }
    var names: [Range<Int>] = []
    var first = start
    for place in start...stop {
      let mark = passage.scalar(place)
      guard place == stop || mark.isListMark || mark.isConjunction && place - first >= 2 else {
        continue
      }
      guard isAppointed(first..<place, byRemoval: isDirect && isRemoval(before: start)) else {
        return []
      }
      names.append(first..<place)
      first = place + 1
    }
    return names
  }

  /// The name right before a verb that gives the office at a place: 3月，岑望舒转任.
  func risingName(before office: Int) -> Range<Int>? {
    if passage.scalar(office - 1) == 0x662F { return calledName(before: office - 1) }  // 是
    guard var end = verbStart(endingAt: office) else { return nil }
    if Self.adverbs.contains(passage.scalar(end - 1)) { end -= 1 }
    return [3, 2, 4].lazy.map { end - $0..<end }.first { isFramed($0) }
  }

  /// The name that a clause about an office that somebody left leads to: 由副部长“空降”的·岑望.
  func departedName(after office: Range<Int>) -> Range<Int>? {
    let before = passage.scalar(office.lowerBound - 1)
    guard before == 0x4ECE || before == 0x7531 else { return nil }  // 从由
    for place in office.upperBound + 2..<office.upperBound + 12 {
      let scalar = passage.scalar(place)
      if scalar.isComma || scalar.endsSentence { return nil }
      guard scalar == 0x7684 else { continue }  // 的
      guard let name = reader.chineseName(at: place + 1), name.score >= Threshold.rising,
        reader.endsClearly(at: name.range.upperBound)
      else { return nil }
      return name.range
    }
    return nil
  }

  private static let adverbs = Set("将已被则获也就".unicodeScalars.map(\.value))

  /// 作者贺电·是: a name between a calling and 是, be it a word too.
  private func calledName(before end: Int) -> Range<Int>? {
    [3, 2].lazy.map { end - $0..<end }.first { range in
      passage.ends([.object, .reporter], at: range.lowerBound)
        && reader.chineseName(range) != nil
        && (reader.isOrdinaryWord(range) || !holdsOrdinary(range))
    }
  }

  /// Whether a Chinese name fills a stretch that a mark or a calling stands before.
  private func isFramed(_ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    guard start > 0, !passage.scalar(start - 1).isHan || passage.ends(.object, at: start),
      let name = reader.chineseName(range), !holdsOrdinary(range)
    else { return false }
    return name.score + reader.score(before: start) >= Threshold.rising
  }

  /// The place of the verb that gives an office, right before it: 转任, 出任, 任.
  private func verbStart(endingAt office: Int) -> Int? {
    passage.ending(at: office, if: .holder).first { match in
      guard case .holder(let qualifier) = passage.term(match) else { return false }
      return qualifier != .former
        && (match.length > 1 || passage.scalar(Int(match.start)) == 0x4EFB)  // 任
    }.map { Int($0.start) }
  }

  /// The end of a verb of appointment a few names before a place, with no mark but those of lists
  /// between.
  private func appointment(before end: Int) -> Int? {
    for place in stride(from: end - 2, through: max(2, end - 24), by: -1) {
      let scalar = passage.scalar(place)
      guard scalar.isHan || scalar.isListMark || scalar.isMiddleDot else { return nil }
      guard Self.verbEnds.contains(passage.scalar(place - 1)) else { continue }
      if Self.verbs.contains(where: { passage.stands($0, at: place - 2) }) { return place }
    }
    return nil
  }

  private static let verbs = ["任命", "免去", "委任", "提名", "指定", "聘任", "撤销", "罢免", "推选", "补选"]

  private static let verbEnds = StaticString("命去任名定销免选").codes

  private func isRemoval(before place: Int) -> Bool {
    ["免去", "撤销", "罢免"].contains { passage.stands($0, at: place - 2) }
  }

  /// Whether two to four letters stand between a verb of appointment and an office that are no
  /// calling, body or verb.
  private func isAppointed(_ range: Range<Int>, byRemoval isRemoved: Bool) -> Bool {
    guard (2...4).contains(range.count), range.allSatisfy({ passage.scalar($0).isHan }),
      !range.contains(where: { [0x67D0, 0x7684, 0x5176].contains(passage.scalar($0)) }),  // 某的其
      !range.contains(where: {
        passage.beginsLong([.holder, .post, .fixed, .listed, .place], at: $0)
      }),
      !passage.ends([.post, .fixed, .merged, .holder, .qualifier], at: range.upperBound)
    else { return false }
    if reader.isOrdinaryWord(range) {
      return range.count == 4 || isRemoved && reader.chineseName(range) != nil
    }
    return reader.chineseName(range) != nil || !holdsOrdinary(range)
  }
}
