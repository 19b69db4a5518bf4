import Model
import Reference

/// A stretch that may be a name though no office stands beside it.
struct BareCandidate {
  var range: Range<Int>
  var name: NameKey
  var score: Int
  var isTranscribed: Bool
}

/// Names that their letters and neighbours tell.
extension NameRules {
  func bareNames(
    outside taken: [Range<Int>], known: (NameKey) -> Bool
  ) -> [(range: Range<Int>, rule: Rule)] {
    var candidates = bareCandidates(outside: taken)
    let places = Set(candidates.lazy.filter(standsAsPlace).map(\.name))
    if let log {
      for candidate in candidates where places.contains(candidate.name) {
        log.refuse(.place, candidate.range)
      }
    }
    if !places.isEmpty { candidates.removeAll { places.contains($0.name) } }
    var seen: [NameKey: Int] = [:]
    for candidate in candidates { seen[candidate.name, default: 0] += 1 }
    var names: [(range: Range<Int>, rule: Rule)] = []
    var ends: Set<Int> = []
    let starts = listStarts(candidates, known)
    for candidate in candidates where !isRefusedCredit(candidate.range) {
      let isKnown = known(candidate.name)
      let isRepeated = seen[candidate.name, default: 0] > 1
      let score = candidate.score + (isRepeated ? Threshold.repeated : 0)
      let least =
        isListed(candidate.range, ends, starts) ? Threshold.inList : least(for: candidate)
      guard isKnown || score >= least else {
        log?.refuse(candidate.range, score: score, least: least)
        continue
      }
      if isKnown {
        ends.insert(candidate.range.upperBound)
        continue
      }
      guard !isCutWrong(candidate, seen, known) else { continue }
      ends.insert(candidate.range.upperBound)
      names.append((candidate.range, candidate.isTranscribed ? .transcribedName : .bareName))
    }
    return names
  }

  /// Where names begin that others in a list before them lean on: believed by themselves, or by the
  /// next of their list.
  private func listStarts(_ candidates: [BareCandidate], _ known: (NameKey) -> Bool) -> Set<Int> {
    var starts: Set<Int> = []
    for candidate in candidates.reversed() {
      let end = candidate.range.upperBound
      let leans =
        candidate.score >= Threshold.inList && passage.scalar(end).isListMark
        && starts.contains(end + 1)
      if leans || candidate.score >= Threshold.bare || known(candidate.name) {
        starts.insert(candidate.range.lowerBound)
      }
    }
    return starts
  }

  /// Whether a name by its sound stands where places stand, which tells of it everywhere in the
  /// article: 在莫斯科, 佐治亚州.
  private func standsAsPlace(_ candidate: BareCandidate) -> Bool {
    guard reader.isForeign(candidate.range) else { return false }
    return passage.scalar(candidate.range.lowerBound - 1).standsBeforePlaces
      || passage.scalar(candidate.range.upperBound).standsAfterPlaces
  }

  /// Whether a name stands beside another one in a list.
  private func isListed(_ range: Range<Int>, _ ends: Set<Int>, _ starts: Set<Int>) -> Bool {
    passage.scalar(range.lowerBound - 1).isListMark && ends.contains(range.lowerBound - 1)
      || passage.scalar(range.upperBound).isListMark && starts.contains(range.upperBound + 1)
  }

  private func least(for candidate: BareCandidate) -> Int {
    guard candidate.isTranscribed else { return Threshold.bare }
    let isDotted = passage.scalars[candidate.range].contains(where: \.isMiddleDot)
    return isDotted ? Threshold.dotted : Threshold.bySound
  }

  /// Whether another name of the article, better known or more frequent, overlaps the candidate:
  /// 但周明 beside 周明, 周明在 beside 周明.
  private func isCutWrong(
    _ candidate: BareCandidate, _ seen: [NameKey: Int], _ known: (NameKey) -> Bool
  ) -> Bool {
    let count = seen[candidate.name, default: 0]
    let range = candidate.range
    let isDotted = passage.scalars[range].contains(where: \.isMiddleDot)
    for start in range.lowerBound - 2..<range.upperBound {
      for end in start + 2...start + 4
      where start >= 0 && end <= passage.count && end > range.lowerBound && start..<end != range {
        // 约翰·特拉维 beside 特拉维: a part is no better, nor is a part and the space behind it.
        let last = passage.scalar(end - 1).isSpace ? end - 1 : end
        if isDotted, isPart(start..<last, of: range) { continue }
        let name = NameKey(start..<end, in: passage)
        if known(name) || seen[name, default: 0] > count { return true }
      }
    }
    return false
  }

  /// Whether a stretch is one of the parts of a name with a dot.
  private func isPart(_ part: Range<Int>, of range: Range<Int>) -> Bool {
    guard part.lowerBound >= range.lowerBound, part.upperBound <= range.upperBound else {
      return false
    }
    return (part.lowerBound == range.lowerBound || passage.scalar(part.lowerBound - 1).joinsParts)
      && (part.upperBound == range.upperBound || passage.scalar(part.upperBound).joinsParts)
  }

  /// Whatever may be a name outside the offices, with its score, in order.
  private func bareCandidates(outside taken: [Range<Int>]) -> [BareCandidate] {
    let dotted = dottedNames(outside: taken)
    let blocks = (taken + dotted.map(\.range)).sorted { $0.lowerBound < $1.lowerBound }
    var candidates = dotted
    var blocked = blocks[...]
    var last = 0
    for place in passage.outline.openings.lazy.map(Int.init) {
      while let first = blocked.first, first.upperBound <= place { blocked = blocked.dropFirst() }
      if place < last || blocked.first?.contains(place) == true { continue }
      guard let candidate = bareName(at: place),
        !(blocked.first?.overlaps(candidate.range) ?? false)
      else { continue }
      candidates.append(candidate)
      if candidate.score >= Threshold.bare { last = candidate.range.upperBound }
    }
    return candidates.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func bareName(at place: Int) -> BareCandidate? {
    guard passage.scalar(place).isHan, !opensWithPreposition(place) else { return nil }
    if let name = reader.chineseName(at: place, above: 0), !isOffice(at: place) {
      return candidate(name)
    }
    // 莫里斯说: without a dot, only between a mark and a verb of speech.
    guard passage.terms.names.foreign(passage.scalar(place)) > 0, !passage.scalar(place - 1).isHan,
      let name = reader.transcribedName(at: place), name.score > 0,
      reader.edge(after: name.range.upperBound) == .speech
    else { return nil }
    return candidate(name)
  }

  private func candidate(_ name: NameCandidate) -> BareCandidate {
    BareCandidate(
      range: name.range, name: NameKey(name.range, in: passage),
      score: name.score + reader.score(before: name.range.lowerBound),
      isTranscribed: name.isTranscribed)
  }

  /// The names with a middle dot, each once.
  private func dottedNames(outside taken: [Range<Int>]) -> [BareCandidate] {
    var found: [BareCandidate] = []
    var blocked = taken[...]
    for dot in passage.outline.dots {
      if let last = found.last, last.range.upperBound > dot { continue }
      while let first = blocked.first, first.upperBound <= dot { blocked = blocked.dropFirst() }
      guard let start = reader.start(ofNameWithDotAt: dot),
        let name = reader.transcribedName(at: start), name.range.contains(dot),
        !(blocked.first?.overlaps(name.range) ?? false), !isPartOfBody(name.range.upperBound)
      else { continue }
      found.append(candidate(name))
    }
    return found
  }

  /// Whether a name is that of a body: 约翰·史密斯大学.
  private func isPartOfBody(_ end: Int) -> Bool {
    passage.starting(at: end).contains {
      if case .unit = passage.term($0) { $0.length > 1 } else { false }
    }
  }
}

extension UInt32 {
  private static let beforePlaces = StaticString("在从赴抵驻到至往离").codes
  private static let afterPlaces = StaticString("州市县省城岛港湾河街区").codes
  var standsBeforePlaces: Bool { Self.beforePlaces.contains(self) }
  var standsAfterPlaces: Bool { Self.afterPlaces.contains(self) }
}
