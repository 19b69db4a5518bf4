import Model

/// Where an article lets others speak.
struct QuotedStretches {
  /// Where quotes begin, and where they and all before them end.
  private let stretches: [(start: Int, end: Int)]

  /// - Parameter announcing: the verbs whose words do what they tell, as 宣布 does: those are the
  ///   article's own telling.
  init(_ quotes: [Quote], but announcing: Set<String> = []) {
    var end = 0
    stretches = quotes.filter { !announcing.contains($0.verb ?? "") }.map(\.evidence.span).sorted {
      $0.start < $1.start
    }.map { span in
      end = max(end, span.end)
      return (span.start, end)
    }
  }

  /// Whether a place of the text lies in a quote.
  func holds(_ place: Int) -> Bool {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].start <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 && stretches[low - 1].end > place
  }
}
