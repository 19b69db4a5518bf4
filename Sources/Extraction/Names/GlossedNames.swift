import Model
import Reference

/// Names that stand before their own spelling in Latin letters.
extension NameRules {
  /// The names with a gloss behind them, in order: 学者伦达（Anna Renda）, 胡吉（Hu Ji）.
  ///
  /// - Parameter known: names of the article, which a longer one behind a letter is cut down to.
  func glossedNames(
    outside taken: [Range<Int>], known: (NameKey) -> Bool
  ) -> [Range<Int>] {
    let glosses = LatinGlosses(passage: passage)
    var found: [Range<Int>] = []
    var blocked = taken[...]
    for place in passage.outline.brackets {
      let end = passage.scalar(place - 1) == 0x20 ? place - 1 : place
      while let first = blocked.first, first.upperBound < end { blocked = blocked.dropFirst() }
      guard passage.scalar(end - 1).isHan, blocked.first?.contains(end - 1) != true,
        !isJoined(end), case .person = glosses.gloss(after: end)
      else { continue }
      let inner = (2...5).first { end >= $0 && known(NameKey(end - $0..<end, in: passage)) }
      if inner == nil, let name = glossedName(endingAt: end, glosses) { found.append(name) }
    }
    return found
  }

  /// Whether a middle dot stands in the letters before a place; another reader takes those.
  private func isJoined(_ end: Int) -> Bool {
    var place = end
    while passage.scalar(place - 1).isHan, end - place < 8 { place -= 1 }
    return passage.scalar(place - 1).isMiddleDot
  }

  /// The name before a gloss: what the gloss spells, a name by its sound, or a Chinese one.
  private func glossedName(endingAt end: Int, _ glosses: LatinGlosses) -> Range<Int>? {
    for length in 2...4
    where end >= length && reader.opensChineseName(at: end - length)
      && glosses.spells(end - length..<end)
    {
      return end - length..<end
    }
    guard !passage.scalar(end - 1).endsThing else { return nil }
    let names = (2...3).compactMap { length in
      end >= length ? reader.chineseName(end - length..<end) : nil
    }
    let best = names.max { total($0) < total($1) }
    if let best, total(best) >= Threshold.bare { return best.range }
    if let sound = soundName(endingAt: end) { return sound }
    return best.flatMap { total($0) >= Threshold.glossed ? $0.range : nil }
  }

  private func total(_ name: NameCandidate) -> Int {
    name.score + reader.score(before: name.range.lowerBound)
  }

  private func soundName(endingAt end: Int) -> Range<Int>? {
    let names = passage.terms.names
    var best: (start: Int, score: Int)?
    var (start, sum) = (end, 0)
    while end - start < 8 {
      let scalar = passage.scalar(start - 1)
      let isHyphen = start < end && scalar == 0x2D && passage.scalar(start - 2).isHan
      guard isHyphen || scalar.isHan && names.foreign(scalar) > -15 else { break }
      start -= 1
      if isHyphen { continue }
      // 尚-皮耶尔: what stands behind a hyphen is no beginning.
      if passage.scalar(start - 1) == 0x2D, passage.scalar(start - 2).isHan {
        sum += min(names.foreign(scalar), 20)
        continue
      }
      sum += min(names.foreign(scalar), 20)
      let isSetOff = passage.ends(.titles.union(.object), at: start)
      let score = sum + reader.score(before: start) + (isSetOff ? 20 : 0)
      if end - start > 1, score > best?.score ?? Int.min { best = (start, score) }
    }
    guard let best, reader.sounds(best.start..<end), !reader.isOrdinaryWord(best.start..<end) else {
      return nil
    }
    return best.start..<end
  }

  /// One to eight letters right after an office, up to their gloss: 局长雷（Anna Wray）.
  func glossedName(at start: Int) -> Range<Int>? {
    var end = start
    while passage.scalar(end).isHan, end - start < 8 { end += 1 }
    guard end > start, case .person = LatinGlosses(passage: passage).gloss(after: end),
      !holdsOrdinary(start..<end), !passage.scalar(end - 1).endsThing,
      passage.terms.names.foreign(passage.scalar(start)) > -15
        || reader.chineseName(at: start)?.range == start..<end
    else { return nil }
    return start..<end
  }
}

extension UInt32 {
  private static let things = StaticString("派宫角港岛山河湖海峡湾市镇村州县郡省区街路桥寺院校社报党军号秀奖").codes
  /// The last letter of a place or a thing: 莫尔曼宫.
  fileprivate var endsThing: Bool { Self.things.contains(self) }
}
