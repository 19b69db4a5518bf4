import Model

/// Tells how a text speaks at a place: of what it reports, of a career, of an earlier year.
struct Voices {
  private let passage: Passage
  private let published: PartialDate?
  private let sentences: [Range<Int>]
  /// Indices of the sentences that tell careers.
  private let biographies: Set<Int>

  init(_ passage: Passage, sentences: [Range<Int>], published: PartialDate?) {
    self.passage = passage
    self.published = published
    self.sentences = sentences
    var found: Set<Int> = []
    for (index, sentence) in sentences.enumerated() {
      let isNew = index == 0 || passage.scalar(sentence.lowerBound - 1) == 0x0A
      if !isNew && found.contains(index - 1)
        || Self.isBiography(sentence, in: passage, published)
      {
        found.insert(index)
      }
    }
    biographies = found
  }

  /// Whether a sentence, or one before it in its paragraph, holds a word of careers or an earlier
  /// date.
  func isBiography(_ sentence: Int) -> Bool { biographies.contains(sentence) }

  /// Whether a sentence opens with an earlier year: 2014年，…
  func isScene(_ sentence: Int) -> Bool {
    let range = sentences[sentence]
    let opening = range.lowerBound..<min(range.lowerBound + 7, range.upperBound)
    return opening.contains { place in
      guard passage.scalar(place) == 0x5E74, let year = passage.year(endingAt: place) else {  // 年
        return false
      }
      return year < published?.year ?? .min
    }
  }

  private static func isBiography(
    _ sentence: Range<Int>, in passage: Passage, _ published: PartialDate?
  ) -> Bool {
    sentence.contains { place in
      if passage.scalar(place) == 0x5E74, let year = passage.year(endingAt: place) {  // 年
        guard let published, year == published.year, let month = published.month else {
          return year < published?.year ?? .max
        }
        // 2020年2月 in an article of November 2020.
        return passage.month(at: place + 1).map { $0 < month } ?? false
      }
      return passage.begins(.biography, at: place)
    }
  }
}
