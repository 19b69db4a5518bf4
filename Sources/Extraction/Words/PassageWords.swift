extension Passage {
  /// The end of the longest of some words that begins at a place.
  func end(of words: [[UInt32]], at place: Int) -> Int? {
    for word in words where stands(word, at: place) { return place + word.count }
    return nil
  }

  /// The start of the longest of some words that ends before a place.
  func start(of words: [[UInt32]], before end: Int) -> Int? {
    for word in words where stands(word, at: end - word.count) { return end - word.count }
    return nil
  }

  /// Whether one of some words lies whole in a stretch.
  func holds(_ words: [[UInt32]], in stretch: Range<Int>) -> Bool {
    stretch.contains { place in
      words.contains { stands($0, at: place) && place + $0.count <= stretch.upperBound }
    }
  }

  /// Whether two names stand in one list, with their offices between: 书记甲、省长乙.
  func isListed(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let gap = one.upperBound..<max(one.upperBound, other.lowerBound)
    return gap.count < 40 && !gap.contains { scalar($0).isComma || scalar($0).endsSentence }
      && gap.contains { scalar($0).isListMark || scalar($0) == 0x548C }  // 和
  }

  func stands(_ word: [UInt32], at place: Int) -> Bool {
    guard place >= 0, place + word.count <= count else { return false }
    for (offset, code) in word.enumerated() where scalars[place + offset] != code { return false }
    return true
  }

  /// The place after the last comma before a place, or `start`.
  func clauseStart(before end: Int, from start: Int) -> Int {
    var place = end
    while place > start, !scalar(place - 1).isComma { place -= 1 }
    return place
  }

  /// The first comma of a sentence from a place on, or its end.
  func clauseEnd(after start: Int, in sentence: Range<Int>) -> Int {
    var place = start
    while place < sentence.upperBound, !scalar(place).isComma { place += 1 }
    return place
  }
}
