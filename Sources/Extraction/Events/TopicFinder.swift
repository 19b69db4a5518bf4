import Model

/// Finds what a doing was about, where its sentence says so in a fixed form:
///
/// - 就甲问题交换意见, 围绕甲开展座谈: what stands before the talk;
/// - 以“甲”为主题, 主题为“甲”: the words in quotation marks;
/// - 调研甲工作: what stands behind the word of an inspection.
///
/// The words are as printed, without 等问题 behind them.
struct TopicFinder {
  let narration: Narration
  private var passage: Passage { narration.passage }
  private var words: TopicWords { passage.terms.wordings.topics }

  private static let longest = 44

  func topic(of telling: Telling, in sentence: Range<Int>) -> String? {
    let found: Range<Int>? =
      switch telling.kind {
      case .inspection:
        inspected(behind: telling.word.upperBound, in: sentence)
          ?? talkedAbout(near: telling.word.lowerBound, in: sentence)
      case .meeting, .visit: talkedAbout(near: telling.word.lowerBound, in: sentence)
      case .conference:
        theme(in: sentence) ?? talkedAbout(near: telling.word.lowerBound, in: sentence)
      case .signing, .appointment, .removal, .discipline, .other: nil
      }
    return found.map { String(passage.written[$0]) }
  }

  // MARK: talks

  /// The matter of the talk that stands nearest to a place.
  private func talkedAbout(near place: Int, in sentence: Range<Int>) -> Range<Int>? {
    sentence.compactMap { matter(openedAt: $0, in: sentence) }
      .min { abs($0.lowerBound - place) < abs($1.lowerBound - place) }
  }

  private func matter(openedAt place: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard let start = passage.end(of: words.opens, at: place),
      passage.end(of: words.notOpens, at: place) == nil,
      passage.end(of: words.notOpens, at: place - 1) == nil
    else { return nil }
    let limit = clauseEnd(from: start, in: sentence)
    for talk in (start..<limit).reversed() where passage.end(of: words.talks, at: talk) != nil {
      guard let end = talkStart(before: talk, from: start) else { continue }
      return whole(withoutSide(trimmed(start..<end)))
    }
    return nil
  }

  /// Where the words of a talk begin: 进行了深入的交流. Nil where nothing says that it is one (双边交流).
  private func talkStart(before talk: Int, from start: Int) -> Int? {
    var place = talk
    var first: Int?
    while true {
      if let word = self.start(of: words.frames, endingAt: place, from: start)
        ?? self.start(of: words.manners, endingAt: place, from: start)
      {
        place = word
        first = word
      } else if let link = self.start(of: words.links, endingAt: place, from: start) {
        // Of the talk only where more of it stands before: 土地 is no 土 with a link.
        place = link
      } else {
        return first
      }
    }
  }

  private func start(of words: [[UInt32]], endingAt end: Int, from limit: Int) -> Int? {
    passage.start(of: words, before: end).flatMap { $0 >= limit ? $0 : nil }
  }

  /// Without 与来宾, 与甲 at the end: 与企业的合作 is of the matter.
  private func withoutSide(_ range: Range<Int>) -> Range<Int> {
    guard let other = otherSide(endingAt: range.upperBound, from: range.lowerBound) else {
      return range
    }
    let near = max(range.lowerBound, other - Self.longestOffice)..<other
    guard let side = near.last(where: { passage.end(of: words.sides, at: $0) != nil }),
      passage.end(of: words.notSides, at: side - 1) == nil
    else { return range }
    return trimmed(range.lowerBound..<side)
  }

  /// Where the name or the word of the other side begins.
  private func otherSide(endingAt end: Int, from start: Int) -> Int? {
    if let other = self.start(of: words.others, endingAt: end, from: start) { return other }
    let last = narration.people.indices(in: start..<end).last
    return last.flatMap {
      let range = narration.people.ranges[$0]
      return range.upperBound == end ? range.lowerBound : nil
    }
  }

  /// So much may stand between 与 and who it is: an office, or 企业 before 代表.
  private static let longestOffice = 16

  // MARK: themes

  private func theme(in sentence: Range<Int>) -> Range<Int>? {
    for place in sentence {
      if passage.end(of: words.themes, at: place) != nil,
        passage.scalar(place - 1).closesQuotation,
        let open = (sentence.lowerBound..<place - 1).last(where: {
          passage.scalar($0).opensQuotation
        })
      {
        return whole(open + 1..<place - 1)
      }
      if let open = passage.end(of: words.themesBefore, at: place),
        passage.scalar(open).opensQuotation,
        let close = (open + 1..<sentence.upperBound).first(where: {
          passage.scalar($0).closesQuotation
        })
      {
        return whole(open + 1..<close)
      }
    }
    return nil
  }

  // MARK: inspections

  private func inspected(behind word: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard word < sentence.upperBound, passage.end(of: words.notInspected, at: word) == nil else {
      return nil
    }
    let limit = min(clauseEnd(from: word, in: sentence), word + Self.longest / 2)
    for place in word..<max(word, limit) {
      guard let end = passage.end(of: words.inspected, at: place), end <= limit else { continue }
      return place - word >= 4 ? whole(word..<end) : nil
    }
    return nil
  }

  // MARK: bounds

  /// Where the clause ends: commas within a list of matters are 、.
  private func clauseEnd(from start: Int, in sentence: Range<Int>) -> Int {
    let limit = min(sentence.upperBound, start + Self.longest + 16)
    return (start..<max(start, limit)).first { passage.scalar($0).endsClause } ?? limit
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard let end = start(of: words.ends, endingAt: range.upperBound, from: range.lowerBound) else {
      return range
    }
    return range.lowerBound..<end
  }

  /// What is long enough to say something, and no half of a sentence.
  private func whole(_ range: Range<Int>) -> Range<Int>? {
    let hasOpen = range.contains { passage.scalar($0).opensQuotation }
    let hasClose = range.contains { passage.scalar($0).closesQuotation }
    return (2...Self.longest).contains(range.count) && hasOpen == hasClose ? range : nil
  }
}

extension UInt32 {
  /// ，。；：！？ and the end of a line.
  fileprivate var endsClause: Bool {
    endsSentence || isColon || isComma || self == 0xFF1B || self == 0x3B
  }
}
