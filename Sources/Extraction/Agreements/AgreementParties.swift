import Model
import Reference

/// Tells between whom an agreement is: the bodies that its sentence joins (甲与乙签署), or those named
/// before where it says 双方 or leaves them out.
struct AgreementParties {
  let passage: Passage
  private var words: AgreementWords { passage.terms.wordings.agreements }
  let bodies: NamedBodies

  /// The parties; fewer than two where they are not told.
  ///
  /// - Parameter last: those of the agreement that the same sentence tells before this one.
  func parties(
    to name: AgreementName, by word: AgreementWords.Making, in scene: EventScene, last: [Body]
  ) -> [Body] {
    let titled = distinct(states(in: name.range))
    if name.isTitled, titled.count == 2 { return titled }
    let opening = scene.sentence.lowerBound..<word.range.lowerBound
    let own = [
      joined(in: opening), broughtIn(before: word.range.lowerBound, in: scene.sentence),
    ]
    if let own = own.first(where: areSides) { return own }
    if areSides(last) { return last }
    if holds(words.bothStates, opening) { return states(before: word.range.lowerBound) }
    let isOfBoth = holds(words.both, opening)
    if !isOfBoth, name.isBare && !word.isIssuing || isOfOne(opening) { return [] }
    return before(scene, paragraphs: isOfBoth ? 3 : 0)
  }

  /// Whether bodies are of two sides at least: a place and its government are one.
  func areSides(_ bodies: [Body]) -> Bool { Set(bodies.map(side)).count > 1 }

  /// What tells the side that a body is of: the place that it governs, or itself.
  func side(_ body: Body) -> Body {
    let divisions = passage.terms.almanac.divisions
    if case .local(_, let id) = body, let division = divisions[id] {
      return .written(division.name, division: id)
    }
    return body
  }

  /// Whether the clause at the end of a stretch names a body that acts alone: 美国与三个盟友发表.
  private func isOfOne(_ stretch: Range<Int>) -> Bool {
    let start = stretch.last { passage.scalar($0).isComma } ?? stretch.lowerBound
    return bodies.indices(in: start..<stretch.upperBound).contains { isAble($0) }
  }

  // MARK: in a sentence

  /// The bodies of a stretch that words join, else the two or three that it names.
  private func joined(in stretch: Range<Int>) -> [Body] {
    let able = bodies.indices(in: stretch).filter { isAble($0) }
    var group: [Int] = []
    var last: [Int] = []
    for index in able {
      if let end = group.last, !joins(end, index) { group = [] }
      group.append(index)
      if areSides(distinct(group)) { last = group }
    }
    return distinct(last)
  }

  /// 甲…，并与乙签署: the body that 与 brings in right before a word, and the one before it.
  private func broughtIn(before word: Int, in sentence: Range<Int>) -> [Body] {
    let able = bodies.indices(in: sentence.lowerBound..<word).filter { isAble($0) }
    guard let last = able.last, able.count > 1 else { return [] }
    let range = bodies.all[last].range
    guard word - range.upperBound <= 16,
      Self.strong.contains(passage.scalar(range.lowerBound - 1)),
      !(range.upperBound..<word).contains(where: { passage.scalar($0).isComma })
    else { return [] }
    return distinct(Array(able.suffix(2)))
  }

  /// Whether a body may be a side: not part of an office, and not where something takes place.
  private func isAble(_ index: Int) -> Bool {
    let body = bodies.all[index]
    if body.isOffice || body.body.isPress(passage.terms.almanac) { return false }
    let before = passage.scalar(body.range.lowerBound - 1)
    if !body.isDelegation, Self.places.contains(before) { return false }
    return !words.elsewhere.contains { passage.stands($0, at: body.range.upperBound) }
  }

  private static let places = Set("在于赴抵到从《据“".unicodeScalars.map(\.value))

  /// Whether nothing but words that join stands between two bodies.
  private func joins(_ one: Int, _ other: Int) -> Bool {
    let gap = bodies.all[one].range.upperBound..<bodies.all[other].range.lowerBound
    guard gap.count <= 12, !gap.isEmpty else { return false }
    let first = passage.scalar(gap.lowerBound)
    return Self.joints.contains(first)
      || gap.count <= 12
        && gap.dropFirst().contains { at in
          Self.strong.contains(passage.scalar(at)) && gap.upperBound - at <= 2
        }
  }

  private static let joints = Set("、与和同及跟·".unicodeScalars.map(\.value))
  private static let strong = Set("与和同".unicodeScalars.map(\.value))

  private func distinct(_ indices: [Int]) -> [Body] {
    var found: [Body] = []
    for index in indices where !found.contains(bodies.all[index].body) {
      found.append(bodies.all[index].body)
    }
    return found
  }

  private func holds(_ words: [[UInt32]], _ stretch: Range<Int>) -> Bool {
    stretch.contains { at in words.contains { passage.stands($0, at: at) } }
  }

  // MARK: named before

  /// So many sentences before are looked at, and so many bodies: no paragraph of an article has more.
  private static let reach = 100

  /// Those whom the sentences before join, the nearest first: as far as so many paragraphs before.
  private func before(_ scene: EventScene, paragraphs: Int) -> [Body] {
    let start = passage.paragraphs[max(0, scene.paragraph - paragraphs)].lowerBound
    let sentences = passage.outline.sentences
    let earlier = sentences[..<index(of: scene.sentence.lowerBound)].suffix(Self.reach)
    for sentence in earlier.reversed() {
      if sentence.lowerBound < start { break }
      let found = joined(in: sentence)
      if areSides(found) { return found }
    }
    return []
  }

  /// The number of the sentence that a place lies in.
  private func index(of place: Int) -> Int {
    let sentences = passage.outline.sentences
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func states(in stretch: Range<Int>) -> [Int] {
    bodies.indices(in: stretch).filter { bodies.all[$0].kind == .state }
  }

  /// 两国: the two states named last before a place, China where only one was.
  private func states(before place: Int) -> [Body] {
    let found = bodies.lastStates(before: place).map { bodies.all[$0].body }
    return found.count == 1 && found[0] != .china ? [.china] + found : found
  }
}
