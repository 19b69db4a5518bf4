import Model

/// The persons of one article, by the names that were read with good evidence, and every place
/// where those names stand.
struct NameBook {
  /// One place of a name.
  struct Occurrence: Hashable {
    var range: Range<Int>
    var name: String
    /// The rule that read the name here, nil where it is known from elsewhere in the article.
    var rule: Rule?

    /// What tells the person from another of the name in the article.
    var homonym: String?

    var person: NamedPerson.Key { NamedPerson.Key(name: name, homonym: homonym) }

    /// Whether a rule read the name here, rather than that it is known from elsewhere.
    var isRead: Bool { rule != nil && rule != .familyName }
  }

  private var names: [NameKey: Int] = [:]
  /// The names, in the order in which they were read first.
  private(set) var list: [String] = []
  private var read: [Occurrence] = []

  /// Notes a name read at a place. Of several read at one place the first stays.
  mutating func add(_ range: Range<Int>, _ rule: Rule, in passage: Passage) {
    let key = NameKey(range, in: passage)
    let index: Int
    if let known = names[key] {
      index = known
    } else {
      index = list.count
      names[key] = index
      list.append(Self.name(in: range, passage))
    }
    read.append(Occurrence(range: range, name: list[index], rule: rule))
  }

  /// Looks for a name too that was read nowhere by itself.
  mutating func expect(_ name: String) {
    if !list.contains(name) { list.append(name) }
  }

  /// The name as the tables give it: no spaces, one kind of middle dot.
  static func name(in range: Range<Int>, _ passage: Passage) -> String {
    String(passage.scalars[range]) { $0.isNamePart }
  }

  func knows(_ name: NameKey) -> Bool { names[name] != nil }

  /// Every place of every name, in order, longer names first, none inside another.
  func occurrences(in passage: Passage, outside taken: [Range<Int>]) -> [Occurrence] {
    let finder = NameFinder(list)
    let read = firstRead
    var found: [Occurrence] = []
    var next = 0
    var end = 0
    var blocked = 0
    // Nearly always the first letters of all names are among those that names are known to have.
    let isOpened = list.allSatisfy { passage.terms.marks.opensName($0) }
    let places = isOpened ? passage.outline.openings : Array(0..<Int32(passage.count))
    for place in places.lazy.map(Int.init) {
      let isRead = next < read.count && read[next].range.lowerBound == place
      if isRead { next += 1 }
      guard place >= end else { continue }
      let name = finder.longestName(at: place, in: passage.scalars)
      guard isRead || name != nil else { continue }
      let occurrence = occurrence(at: place, read: isRead ? read[next - 1] : nil, name)
      guard let occurrence else { continue }
      while blocked < taken.count, taken[blocked].upperBound <= place { blocked += 1 }
      if occurrence.rule == nil {
        if blocked < taken.count, taken[blocked].overlaps(occurrence.range) { continue }
        if isPartOfLongerName(occurrence.range, passage) { continue }
      }
      found.append(occurrence)
      end = occurrence.range.upperBound
    }
    return found
  }

  /// What was read, in the order of the text, the first of each place.
  private var firstRead: [Occurrence] {
    let order = read.indices.sorted {
      (read[$0].range.lowerBound, $0) < (read[$1].range.lowerBound, $1)
    }
    var first: [Occurrence] = []
    first.reserveCapacity(order.count)
    for index in order where first.last?.range.lowerBound != read[index].range.lowerBound {
      first.append(read[index])
    }
    return first
  }

  /// The longest known name at a place, or what was read there where that is as long.
  private func occurrence(
    at place: Int, read: Occurrence?, _ name: (index: Int, count: Int)?
  ) -> Occurrence? {
    guard let name else { return read }
    let range = place..<place + name.count
    if let read, read.range.count >= range.count { return read }
    return Occurrence(range: range, name: list[name.index], rule: read?.rule)
  }

  /// Whether letters of a transcribed name go on beyond a known name.
  private func isPartOfLongerName(_ range: Range<Int>, _ passage: Passage) -> Bool {
    passage.scalar(range.upperBound).isMiddleDot || passage.scalar(range.lowerBound - 1).isMiddleDot
  }
}
