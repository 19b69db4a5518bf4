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

  /// Whether one of some words stands anywhere in a stretch.
  func holds(_ words: [[UInt32]], in stretch: Range<Int>) -> Bool {
    stretch.contains { end(of: words, at: $0).map { $0 <= stretch.upperBound } ?? false }
  }

  func stands(_ word: [UInt32], at place: Int) -> Bool {
    guard place >= 0, place + word.count <= count else { return false }
    for (offset, code) in word.enumerated() where scalars[place + offset] != code { return false }
    return true
  }
}
