import Model

/// The dates that a passage prints, filled from their context, in order.
struct PassageDates {
  struct Dated: Hashable {
    /// In scalars of the passage.
    var range: Range<Int>
    var date: DateResolver.Resolved
  }

  let all: [Dated]

  /// - Parameter published: the date of the article, by which 今年 and 13日 are told.
  init(_ passage: Passage, published: PartialDate?) {
    var resolver = DateResolver(published: published)
    var all: [Dated] = []
    var paragraphs = passage.paragraphs[...]
    for found in DateParser(passage: passage).dates() {
      while let first = paragraphs.first, first.upperBound <= found.range.lowerBound {
        paragraphs.removeFirst()
        resolver.enterParagraph()
      }
      if let date = resolver.resolve(found) { all.append(Dated(range: found.range, date: date)) }
    }
    self.all = all
  }

  /// The last date between two places.
  func last(before end: Int, from start: Int) -> Dated? {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].range.upperBound <= end { low = middle + 1 } else { high = middle }
    }
    guard low > 0, all[low - 1].range.lowerBound >= start else { return nil }
    return all[low - 1]
  }
}
