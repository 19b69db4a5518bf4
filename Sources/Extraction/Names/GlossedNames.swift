import Model
import Reference

/// Names that stand before their own spelling in Latin letters.
extension NameRules {
  /// The names with a gloss behind them, in order: 学者伦达（Anna Renda）, 胡吉（Hu Ji）.
  func glossedNames(outside taken: [Range<Int>]) -> [Range<Int>] {
    let glosses = LatinGlosses(passage: passage)
    var found: [Range<Int>] = []
    var blocked = taken[...]
    for place in 0..<passage.count where passage.scalars[place].opensBracket {
      let end = passage.scalar(place - 1) == 0x20 ? place - 1 : place
      while let first = blocked.first, first.upperBound < end { blocked = blocked.dropFirst() }
      guard passage.scalar(end - 1).isHan, blocked.first?.contains(end - 1) != true,
        case .person = glosses.gloss(after: end), let name = glossedName(endingAt: end, glosses)
      else { continue }
      found.append(name)
    }
    return found
  }

  /// The name before a gloss: what the gloss spells, a name by its sound, or a Chinese one.
  private func glossedName(endingAt end: Int, _ glosses: LatinGlosses) -> Range<Int>? {
    for length in 2...4 where end >= length && glosses.spells(end - length..<end) {
      return end - length..<end
    }
    if let sound = soundName(endingAt: end) { return sound }
    let names = (2...3).compactMap { length in
      end >= length ? reader.chineseName(end - length..<end) : nil
    }
    let best = names.max { total($0) < total($1) }
    return best.flatMap { total($0) >= Threshold.glossed ? $0.range : nil }
  }

  private func total(_ name: NameCandidate) -> Int {
    name.score + reader.score(before: name.range.lowerBound)
  }

  private func soundName(endingAt end: Int) -> Range<Int>? {
    guard let start = reader.start(ofNameEndingAt: end), end - start >= 2,
      !passage.scalar(start - 1).joinsParts, reader.sounds(start..<end),
      !reader.isOrdinaryWord(start..<end)
    else { return nil }
    return start..<end
  }

  /// One to eight letters right after an office, up to their gloss: 局长雷（Anna Wray）.
  func glossedName(at start: Int) -> Range<Int>? {
    var end = start
    while passage.scalar(end).isHan, end - start < 8 { end += 1 }
    guard end > start, case .person = LatinGlosses(passage: passage).gloss(after: end),
      !holdsOrdinary(start..<end)
    else { return nil }
    return start..<end
  }
}
