import Model

extension Holding {
  /// The holding of the one who stands as far in the list of names as a place in a list of places;
  /// the whole where the lists are not as long as each other.
  func single(_ index: Int, of count: Int) -> Holding {
    guard count > 1, holders.count == count else { return self }
    var single = self
    single.holders = [holders[index]]
    return single
  }
}

/// Names that share what is said of them: lists before a verb, and lists that a count closes.
extension HolderFinder {
  /// The names joined to one by list marks and conjunctions, in order, up to a place.
  ///
  /// - Parameter withOffices: whether the offices of the names may stand between: 甲省长乙和丙省长丁.
  func list(around name: Int, before end: Int, withOffices: Bool = false) -> [Int] {
    var names = [name]
    while let first = names.first, first > 0,
      isJoint(occurrences[first - 1].range.upperBound..<occurrences[first].range.lowerBound)
        || withOffices && joinsOffices(first - 1, first)
    {
      names.insert(first - 1, at: 0)
    }
    while let last = names.last, last + 1 < occurrences.count,
      occurrences[last + 1].range.upperBound <= end,
      isJoint(occurrences[last].range.upperBound..<occurrences[last + 1].range.lowerBound)
    {
      names.append(last + 1)
    }
    return names
  }

  /// Whether nothing but a list mark or a conjunction stands between two names.
  private func isJoint(_ gap: Range<Int>) -> Bool {
    gap.count == 1 && (passage.scalar(gap.lowerBound).isListMark || isConjunction(gap.lowerBound))
  }

  private func isConjunction(_ place: Int) -> Bool { passage.scalar(place).isConjunction }

  /// 主席甲（右二）、总理乙（右三）等七名政治局常委: an office of all those who are listed before it.
  func counted(_ index: Int, at start: Int) -> Holding? {
    guard let end = countStart(before: start),
      let last = lastOccurrence(before: end), end - bracketed(last) == 0
    else { return nil }
    var names = [last]
    while let first = names.first, first > 0, joinsOffices(first - 1, first) {
      names.insert(first - 1, at: 0)
    }
    return Holding(chain: index, holders: names, rule: .officeCounted)
  }

  /// The place of 等 before a count of persons that ends at a place: 等七名.
  private func countStart(before end: Int) -> Int? {
    guard [0x540D, 0x4F4D].contains(passage.scalar(end - 1)) else { return nil }  // 名位
    for start in [end - 3, end - 4] where passage.scalar(start) == 0x7B49 {  // 等
      return start
    }
    // 总理甲、书记乙·两位政治局常委
    let numerals = StaticString("两二三四五六七").codes
    return numerals.contains(passage.scalar(end - 2)) ? end - 2 : nil
  }

  /// The end of a name with the bracket after it.
  func bracketed(_ occurrence: Int) -> Int {
    let end = occurrences[occurrence].range.upperBound
    return NameRules(passage).bracketEnd(at: end) ?? end
  }

  /// Whether a list mark, and at most the offices of the second name, stand between two names.
  private func joinsOffices(_ first: Int, _ second: Int) -> Bool {
    let start = bracketed(first)
    let mark = passage.scalar(start)
    guard mark.isListMark || mark.isConjunction else { return false }
    let name = occurrences[second].range.lowerBound
    if name == start + 1 { return true }
    guard let chain = lastChain(endingBefore: name).map({ chains[$0].range }) else { return false }
    return chain.lowerBound <= start + 3 && chain.lowerBound > start && chain.upperBound == name
  }

  /// 四人也兼任省长: of each of those who were last named in that number.
  func collective(_ index: Int, in sentence: Range<Int>, _ found: [Holding]) -> Holding? {
    let start = chains[index].range.lowerBound
    guard let verb = holderVerb(endingAt: start) else { return nil }
    let clause = max(sentence.lowerBound, verb.start - 12)..<verb.start
    guard let count = clause.lazy.compactMap(personCount).first,
      subjectBefore(verb.start, from: clause.lowerBound) == nil,
      let last = found.suffix(3).last(where: { $0.holders.count == count })
    else { return nil }
    return Holding(
      chain: index, holders: last.holders, rule: .collective, qualifier: verb.qualifier,
      isOfEach: true)
  }

  /// How many persons a count at a place speaks of: 两人, 4人.
  private func personCount(at place: Int) -> Int? {
    guard passage.scalar(place + 1) == 0x4EBA else { return nil }  // 人
    let numerals: [UInt32: Int] = [
      0x4E24: 2, 0x4E8C: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5, 0x516D: 6, 0x4E03: 7,
    ]
    let digit = passage.scalar(place)
    return numerals[digit] ?? ((0x32...0x39).contains(digit) ? Int(digit) - 0x30 : nil)
  }

  /// 甲为财政局局长: 为 right after a name, as lists of appointments print it.
  func naming(endingAt end: Int) -> (start: Int, qualifier: OfficeReading.Qualifier?)? {
    guard passage.scalar(end - 1) == 0x4E3A, occurrence(endingAt: end - 1) != nil else {  // 为
      return nil
    }
    return (end - 1, nil)
  }

  /// The names that take over the office of a holding that ends, in its sentence or the next:
  /// 免去甲的主任职务，由乙接任.
  func successors(of holding: Holding) -> [Int] {
    let chain = chains[holding.chain].range
    guard [.removal, .holder, .career, .relative].contains(holding.rule),
      let first = firstOccurrence(from: chain.upperBound)
    else { return [] }
    let limit = chain.upperBound + 60
    for index in first..<occurrences.count {
      guard occurrences[index].range.upperBound < limit else { break }
      if takesOver(occurrences[index].range.upperBound) { return [index] }
    }
    return []
  }

  /// Whether a verb of succession stands at a place with no office of its own: 接任。
  private func takesOver(_ place: Int) -> Bool {
    for verb in ["接任", "继任", "接棒", "接替", "接替其职务", "接任该职", "接任此职"]
    where follows(verb, place) {
      let next = passage.scalar(place + verb.unicodeScalars.count)
      if next.endsSentence || next.isComma { return true }
    }
    return false
  }

  // MARK: words at a place

  func follows(_ word: String, _ place: Int) -> Bool { passage.stands(word, at: place) }

  /// Whether a word stands in a stretch.
  func holds(_ word: String, _ range: Range<Int>) -> Bool {
    range.contains { follows(word, $0) }
  }
}
