import Reference

/// The forms found in a passage, by the places where they begin and end.
struct Forms {
  /// What is known of one place. All of it in one record: who asks for one part soon asks for
  /// another.
  struct Spot {
    /// The kinds of the forms that begin here, and of those longer than a character.
    var starting: TermKinds = []
    var startingLong: TermKinds = []
    /// The kinds of the forms that end before here.
    var ending: TermKinds = []
    /// The forms that begin here: the index of the first, and their count.
    var first: Int32 = 0
    var count: Int32 = 0
    /// The longest of the forms that end before here, -1 for none.
    var lastEnding: Int32 = -1
  }

  /// One for each place, and one for the end.
  let spots: [Spot]
  /// For each form the next that ends at the same place, -1 for none.
  let nextEnding: [Int32]
  /// Where posts begin, and longer words that look like posts.
  let heads: [Int32]
  /// Where divisions, states and listed bodies begin.
  let named: [Int32]
  /// Where words that tell a career begin.
  let careerWords: [Int32]
  /// Where verbs begin that attribute words to their subject.
  let sayings: [Int32]
  /// Where words longer than a character begin that end the names of bodies, or bodies that every
  /// place has.
  let bodyWords: [Int32]
  /// Where foreign cities, venues and letters for provinces stand.
  let sites: [Int32]

  /// Takes the forms of a text of `count` scalars, by start and then by length.
  init(of matches: [Lexicon.Match], count: Int) {
    var spots = [Spot](repeating: Spot(), count: count + 1)
    var heads: [Int32] = []
    var named: [Int32] = []
    var careerWords: [Int32] = []
    var sayings: [Int32] = []
    var bodyWords: [Int32] = []
    var sites: [Int32] = []
    nextEnding = [Int32](unsafeUninitializedCapacity: matches.count) { next, filled in
      // From the last to the first, so that the longest of each place comes to stand first.
      for index in matches.indices.reversed() {
        let match = matches[index]
        let (start, end, kind) = (Int(match.start), Int(match.end), match.kind)
        next[index] = spots[end].lastEnding
        spots[end].lastEnding = Int32(truncatingIfNeeded: index)
        spots[end].ending.formUnion(kind)
        spots[start].first = Int32(truncatingIfNeeded: index)
        spots[start].count += 1
        if end - start > 1 {
          if kind.meets(.bodyWords), !spots[start].startingLong.meets(.bodyWords) {
            bodyWords.append(match.start)
          }
          spots[start].startingLong.formUnion(kind)
        }
        if kind.meets(.heads), !spots[start].starting.meets(.heads) { heads.append(match.start) }
        if kind.meets(.named), !spots[start].starting.meets(.named) { named.append(match.start) }
        if kind.meets(.saying), !spots[start].starting.meets(.saying) {
          sayings.append(match.start)
        }
        if kind.meets(.site), !spots[start].starting.meets(.site) { sites.append(match.start) }
        if kind.meets(.biography) { careerWords.append(match.start) }
        spots[start].starting.formUnion(kind)
      }
      filled = matches.count
    }
    self.spots = spots
    heads.reverse()
    named.reverse()
    careerWords.reverse()
    sayings.reverse()
    bodyWords.reverse()
    sites.reverse()
    self.sites = sites
    self.bodyWords = bodyWords
    self.sayings = sayings
    self.heads = heads
    self.careerWords = careerWords
    self.named = named
  }
}

/// The forms that end at one place, longest first.
struct EndingMatches: Sequence, IteratorProtocol {
  let matches: [Lexicon.Match]
  let before: [Int32]
  var index: Int32

  static let none = EndingMatches(matches: [], before: [], index: -1)

  mutating func next() -> Lexicon.Match? {
    guard index >= 0 else { return nil }
    let match = matches[Int(index)]
    index = before[Int(index)]
    return match
  }
}
