/// Which sentences of two texts are the same, which one became which, and which stand in one only.
///
/// A sentence that moved is the same one. So is one that stands in the other text as a part of
/// sentences that are cut otherwise: what a full stop parts here a comma may join there.
struct SentenceAlignment {
  enum Fate: Hashable, Sendable {
    /// It is a sentence of the other text as well.
    case same
    /// It stands in the other text, cut otherwise.
    case within
    /// It became a sentence of the other text, by its number.
    case changed(Int)
    case gone
  }

  /// By the number of the sentence.
  private(set) var mine: [Fate]
  private(set) var others: [Fate]

  private let one: ComparedText
  private let other: ComparedText
  /// Two sentences are one that changed where they share this part of their pairs of characters, or
  /// where most of the shorter stands in the longer.
  private static let leastAlike = 0.5
  private static let leastWithin = 0.7
  /// A shorter sentence than this says too little to stand within another by itself.
  private static let shortest = 8
  /// Pairs of characters of more sentences than this tell none from the others.
  private static let commonest = 64

  init(
    _ one: ComparedText, _ other: ComparedText, _ index: PhraseIndex, _ otherIndex: PhraseIndex
  ) {
    self.one = one
    self.other = other
    mine = Self.fates(one, in: other, otherIndex)
    others = Self.fates(other, in: one, index)
    pair()
  }

  private static func fates(
    _ text: ComparedText, in other: ComparedText, _ index: PhraseIndex
  ) -> [Fate] {
    let sentences = Set(other.sentences.map { other.tokens[$0.tokens] })
    return text.sentences.map { sentence in
      let tokens = text.tokens[sentence.tokens]
      if tokens.isEmpty || sentences.contains(tokens) { return .same }
      return index.contains(tokens) ? .within : .gone
    }
  }

  // MARK: pairs

  private struct Match {
    var mine: Int
    var other: Int
    var score: Double
    /// How many of the two stand in the other text as they are.
    var kept: Int
  }

  /// Joins what is alike, the surest first; what is kept in one text may be what is left of a longer
  /// sentence in the other.
  private mutating func pair() {
    var free = (mine: Set(mine.indices), others: Set(others.indices))
    for match in matches().sorted(by: Self.surer)
    where free.mine.contains(match.mine) && free.others.contains(match.other) {
      free.mine.remove(match.mine)
      free.others.remove(match.other)
      if mine[match.mine] == .gone { mine[match.mine] = .changed(match.other) }
      if others[match.other] == .gone { others[match.other] = .changed(match.mine) }
    }
  }

  private static func surer(_ a: Match, _ b: Match) -> Bool {
    if a.kept != b.kept { return a.kept < b.kept }
    if a.score != b.score { return a.score > b.score }
    return (a.mine, a.other) < (b.mine, b.other)
  }

  private func matches() -> [Match] {
    let (left, right) = (bigrams(one), bigrams(other))
    var places: [UInt64: [Int32]] = [:]
    for number in right.indices where others[number] != .same {
      for bigram in right[number] { places[bigram, default: []].append(Int32(number)) }
    }
    var matches: [Match] = []
    for number in left.indices where mine[number] != .same {
      var shared: [Int32: Int] = [:]
      for bigram in left[number] {
        guard let found = places[bigram], found.count <= Self.commonest else { continue }
        for place in found { shared[place, default: 0] += 1 }
      }
      for (place, count) in shared {
        let kept = (mine[number] == .gone ? 0 : 1) + (others[Int(place)] == .gone ? 0 : 1)
        guard kept < 2, let score = score(count, left[number].count, right[Int(place)].count) else {
          continue
        }
        matches.append(Match(mine: number, other: Int(place), score: score, kept: kept))
      }
    }
    return matches
  }

  /// Nil where the two are no one sentence.
  private func score(_ shared: Int, _ mine: Int, _ others: Int) -> Double? {
    let alike = Double(2 * shared) / Double(mine + others)
    let shorter = min(mine, others)
    let isWithin =
      shorter >= Self.shortest && Double(shared) >= Self.leastWithin * Double(shorter)
    return alike >= Self.leastAlike || isWithin ? alike : nil
  }

  /// The pairs of neighbouring tokens of each sentence, each once.
  private func bigrams(_ text: ComparedText) -> [Set<UInt64>] {
    text.sentences.map { sentence in
      Set(
        sentence.tokens.dropLast().map { place in
          UInt64(masked(text.tokens[place])) << 32 | UInt64(masked(text.tokens[place + 1]))
        })
    }
  }

  private func masked(_ token: UInt32) -> UInt32 { ComparedText.isNumber(token) ? 0x23 : token }
}
