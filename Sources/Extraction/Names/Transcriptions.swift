import Model
import Reference

/// Finds names written by their sound without a dot in running text: 对特拉维来说.
///
/// A string of such letters may be a place or a firm as well; what it stands beside all over the
/// article decides.
struct Transcriptions {
  let passage: Passage
  let reader: NameReader
  let glosses: LatinGlosses

  init(_ rules: NameRules) {
    passage = rules.passage
    reader = rules.reader
    glosses = LatinGlosses(passage: rules.passage)
  }

  /// One string of letters, everywhere.
  private struct Stretch {
    var ranges: [Range<Int>] = []
    /// What speaks for a person; nothing does any more once a place was seen.
    var evidence = 0
    var isElse = false
  }

  private enum Evidence {
    static let gloss = 5
    static let word = 1
    static let title = 2
    static let speech = 2
    static let verb = 1
    static let opens = 1
    /// What is enough, for two letters and for more.
    /// So many places of three letters tell a little too.
    static let often = 4
    static let least = (two: 4, more: 3)
    /// What each letter must tell of a transcription on the average.
    static let mean = 14
  }

  /// The places of such names, in order.
  func names(outside taken: [Range<Int>]) -> [Range<Int>] {
    var stretches: [NameKey: Stretch] = [:]
    for range in candidates(outside: taken) where !isStaff(range.upperBound) {
      let key = NameKey(range, in: passage)
      var stretch = stretches[key] ?? Stretch()
      stretch.ranges.append(range)
      if stretch.ranges.count <= 20 { weigh(range, &stretch) }
      stretches[key] = stretch
    }
    return stretches.values.filter(isPerson).flatMap(\.ranges)
      .sorted { $0.lowerBound < $1.lowerBound }
  }

  /// 特拉维政府, 特拉维家族: those around a person, who is not named there.
  private func isStaff(_ end: Int) -> Bool {
    passage.stands("政府", at: end) || passage.stands("家族", at: end)
  }

  private func isPerson(_ stretch: Stretch) -> Bool {
    guard let range = stretch.ranges.first, !stretch.isElse else { return false }
    let isFrequent = stretch.ranges.count >= Evidence.often && range.count >= 3
    let least = range.count == 2 ? Evidence.least.two : Evidence.least.more
    return stretch.evidence + (isFrequent ? 1 : 0) >= least
  }

  /// The stretches of letters that write sounds, each read as far as a name goes.
  private func candidates(outside taken: [Range<Int>]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var blocked = taken[...]
    var last = 0
    for place in passage.outline.openings.lazy.map(Int.init) {
      guard place >= last, isSound(place), isSound(place + 1) else { continue }
      while let first = blocked.first, first.upperBound <= place { blocked = blocked.dropFirst() }
      let end = self.end(ofSoundsFrom: place)
      if let range = best(from: place, to: end), !(blocked.first?.overlaps(range) ?? false) {
        found.append(range)
        last = max(range.upperBound, end)
      } else {
        last = end
      }
    }
    return found
  }

  private func isSound(_ place: Int) -> Bool {
    passage.terms.names.foreign(passage.scalar(place)) >= 8
  }

  private func end(ofSoundsFrom start: Int) -> Int {
    var end = start
    while isSound(end) { end += 1 }
    return end
  }

  /// The best name in a run of such letters: at its start, or behind a word that ends in it.
  private func best(from start: Int, to end: Int) -> Range<Int>? {
    guard !passage.scalar(start - 1).joinsParts, !passage.scalar(end).isMiddleDot else {
      return nil
    }
    for place in start..<min(start + 4, end - 1)
    where place == start || passage.ends(.ordinary, at: place) {
      guard let name = reader.transcribedName(at: place), !holdsDot(name.range),
        isBySound(name.range),
        passage.ends(.ordinary, at: place) || reader.score(before: place) > -30
      else { continue }
      return name.range
    }
    return nil
  }

  private func holdsDot(_ range: Range<Int>) -> Bool {
    range.contains { passage.scalar($0).joinsParts }
  }

  private func isBySound(_ range: Range<Int>) -> Bool {
    let sum = range.reduce(0) { $0 + min(passage.terms.names.foreign(passage.scalar($1)), 20) }
    return sum >= Evidence.mean * range.count
  }

  // MARK: what stands beside

  private func weigh(_ range: Range<Int>, _ stretch: inout Stretch) {
    let (start, end) = (range.lowerBound, range.upperBound)
    if standsElse(start, end) { stretch.isElse = true }
    switch glosses.gloss(after: end) {
    case .person: stretch.evidence += Evidence.gloss
    case .word: stretch.evidence += Evidence.word
    case .body: stretch.isElse = true
    case nil: break
    }
    if passage.ends(TermKinds.titles.union(.object), at: start) {
      stretch.evidence += Evidence.title
    }
    switch reader.edge(after: end) {
    case .speech: stretch.evidence += Evidence.speech
    case .title where !governsPlaces(end): stretch.evidence += Evidence.title
    case .follower:
      let isTitle = passage.begins(TermKinds.titles.union(.object), at: end)
      stretch.evidence += isTitle ? Evidence.title : Evidence.verb
    default: return
    }
    if !passage.scalar(start - 1).isHan { stretch.evidence += Evidence.opens }
  }

  /// Whether a stretch stands as a place, a body or a thing: 在莫尔曼, 莫尔曼公司.
  private func standsElse(_ start: Int, _ end: Int) -> Bool {
    if passage.scalar(start - 1).standsBeforePlaces || passage.scalar(end).standsAfterPlaces {
      return true
    }
    if passage.beginsLong([.unit, .local, .department], at: end), !passage.stands("政府", at: end) {
      return true
    }
    return passage.scalar(end).standsAfterThings || governsPlaces(end)
  }

  /// Whether the title at a place is one of a division or a firm: 莫尔曼市长, 莫尔曼首席执行官.
  private func governsPlaces(_ end: Int) -> Bool {
    passage.starting(at: end, if: .post).contains { match in
      guard case .post(let post) = passage.term(match) else { return false }
      return post.isCorporate || post.reach != nil || post.title == "发言人"
    }
  }
}

extension UInt32 {
  private static let afterThings = StaticString("人语族国党号型机").codes
  fileprivate var standsAfterThings: Bool { Self.afterThings.contains(self) }
}
