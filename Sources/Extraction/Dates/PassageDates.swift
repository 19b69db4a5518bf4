import Model

/// The dates that a passage prints, filled from their context, in order.
struct PassageDates {
  struct Dated: Hashable {
    /// In scalars of the passage.
    var range: Range<Int>
    var date: DateResolver.Resolved
    /// Of a life, and of nothing that is told beside it: 1963年10月出生的.
    var isOfLife: Bool
  }

  private static let lives = ["生，", "生于", "生的", "出生", "入党", "加入中国共产党", "加入中共", "参加工作", "入伍", "毕业"]

  let all: [Dated]

  /// - Parameter published: the date of the article, by which 今年 and 13日 are told.
  init(_ passage: Passage, published: PartialDate?) {
    let printed = DateParser(passage: passage).dates()
    let session = published == nil ? DatedSessions(passage: passage).year(printed) : nil
    var resolver = DateResolver(published: published, session: session)
    var all: [Dated] = []
    var paragraphs = passage.paragraphs[...]
    for found in printed {
      while let first = paragraphs.first, first.upperBound <= found.range.lowerBound {
        paragraphs.removeFirst()
        resolver.enterParagraph()
      }
      if let date = resolver.resolve(found) {
        let isOfLife =
          Self.lives.contains { passage.stands($0, at: found.range.upperBound) }
          || passage.stands("生于", at: found.range.lowerBound - 2)
        all.append(Dated(range: found.range, date: date, isOfLife: isOfLife))
      }
    }
    self.all = all
  }

  /// The last date between two places that is of what is told there, of those that are asked for by
  /// their places.
  func last(
    before end: Int, from start: Int, where isMeant: (Int) -> Bool = { _ in true }
  ) -> Dated? {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].range.upperBound <= end { low = middle + 1 } else { high = middle }
    }
    while low > 0, all[low - 1].range.lowerBound >= start {
      if !all[low - 1].isOfLife, isMeant(all[low - 1].range.lowerBound) { return all[low - 1] }
      low -= 1
    }
    return nil
  }

  /// The first date between two places that is of what is told there.
  func first(from start: Int, to end: Int) -> Dated? {
    all[index(from: start)...].first { !$0.isOfLife }
      .flatMap { $0.range.upperBound <= end ? $0 : nil }
  }

  /// The dates that begin in a stretch.
  func all(in stretch: Range<Int>) -> ArraySlice<Dated> {
    all[index(from: stretch.lowerBound)..<index(from: stretch.upperBound)]
  }

  /// The first date that begins at a place or behind it.
  private func index(from start: Int) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].range.lowerBound < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
