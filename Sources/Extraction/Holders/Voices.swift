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
    var years = passage.outline.years[...]
    var words = passage.careerWords[...]
    for (index, sentence) in sentences.enumerated() {
      let isNew = index == 0 || passage.scalar(sentence.lowerBound - 1) == 0x0A
      var tells = !isNew && found.contains(index - 1)
      while let year = years.first, year < sentence.upperBound {
        tells = tells || Self.isEarlier(year: year, in: passage, published)
        years.removeFirst()
      }
      while let word = words.first, word < sentence.upperBound {
        tells = true
        words.removeFirst()
      }
      if tells { found.insert(index) }
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

  /// Whether the year that ends before 年 at a place is earlier than the article, or its month is:
  /// 2020年2月 in an article of November 2020.
  private static func isEarlier(
    year place: Int, in passage: Passage, _ published: PartialDate?
  ) -> Bool {
    guard let year = passage.year(endingAt: place) else { return false }
    guard let published, year == published.year, let month = published.month else {
      return year < published?.year ?? .max
    }
    return passage.month(at: place + 1).map { $0 < month } ?? false
  }
}
