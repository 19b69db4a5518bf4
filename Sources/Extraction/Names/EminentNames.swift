import Reference

/// Names that the press writes by themselves, without an office: 拜登, 习近平.
extension NameRules {
  /// The places of such names that are not known already, in order; not where they are part of another
  /// name or of a thing that bears it, as 里根号 does.
  func eminentNames(
    outside taken: [Range<Int>], known: (NameKey) -> Bool
  ) -> [Range<Int>] {
    let finder = passage.terms.eminent
    var names: [Range<Int>] = []
    var blocked = taken[...]
    for place in passage.outline.openings.lazy.map(Int.init)
    where place >= names.last?.upperBound ?? 0 {
      guard let name = finder.longestName(at: place, in: passage.scalars) else { continue }
      let range = place..<place + name.count
      while let first = blocked.first, first.upperBound <= place { blocked = blocked.dropFirst() }
      if blocked.first?.overlaps(range) == true || isOfLonger(range) || bearsName(range.upperBound)
        || known(NameKey(range, in: passage))
      {
        continue
      }
      names.append(range)
    }
    return names
  }

  /// 约翰·里根, 礼拜·登门: letters of a longer name, or of other words.
  private func isOfLonger(_ range: Range<Int>) -> Bool {
    if passage.scalar(range.lowerBound - 1).joinsParts { return true }
    if passage.scalar(range.upperBound).isMiddleDot { return true }
    guard range.count == 2 else { return false }
    return crosses(range.lowerBound - 1, range) || crosses(range.lowerBound + 1, range)
  }

  /// Whether an ordinary word begins at a place and lies over one edge of a stretch.
  private func crosses(_ place: Int, _ range: Range<Int>) -> Bool {
    passage.starting(at: place, if: .word).contains { match in
      match.length > 1 && match.kind.meets(.word)
        && (place < range.lowerBound
          ? Int(match.end) < range.upperBound : Int(match.end) > range.upperBound)
    }
  }

  /// 里根号, 列宁格勒: what is called after somebody.
  private func bearsName(_ end: Int) -> Bool {
    let place = passage.scalar(end).closesQuotation ? end + 1 : end
    guard let close = passage.end(of: passage.terms.wordings.names.namesakes, at: place) else {
      return false
    }
    // 甲号召, 甲市长: the letter is of another word.
    return close - place > 1 || !passage.beginsLong(.ordinary, at: place)
  }
}
