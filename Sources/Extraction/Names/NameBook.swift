import Model
import Reference

/// The persons of one article, by the names that were read with good evidence, and every place
/// where those names stand.
struct NameBook {
  /// One place of a name.
  struct Occurrence: Hashable {
    var range: Range<Int>
    var name: String
    /// The rule that read the name here, nil where it is known from elsewhere in the article.
    var rule: Rule?
  }

  private(set) var names: [String: Rule] = [:]
  private var read: [Int: Occurrence] = [:]

  /// Notes a name read at a place.
  mutating func add(_ range: Range<Int>, _ rule: Rule, in passage: Passage) {
    let name = Self.name(in: range, passage)
    names[name] = names[name] ?? rule
    if read[range.lowerBound] == nil {
      read[range.lowerBound] = Occurrence(range: range, name: name, rule: rule)
    }
  }

  /// The name as the tables give it: no spaces, one kind of middle dot.
  static func name(in range: Range<Int>, _ passage: Passage) -> String {
    passage.string(range).filter { $0 != " " && $0 != "\u{3000}" }
  }

  mutating func remove(_ name: String) {
    names[name] = nil
    read = read.filter { $0.value.name != name }
  }

  /// Every place of every name, in order, longer names first, none inside another.
  func occurrences(in passage: Passage, outside taken: [Range<Int>]) -> [Occurrence] {
    var lexicon = Lexicon(capacity: 1 << 10)
    let list = names.keys.sorted()
    for (index, name) in list.enumerated() { lexicon.insert(name, index) }
    var found: [Occurrence] = []
    var end = 0
    var blocked = taken[...]
    var longest: [Int: Occurrence] = read
    for match in lexicon.matches(in: passage.scalars, 0..<passage.count) {
      let range = Int(match.start)..<Int(match.end)
      if let known = longest[range.lowerBound], known.range.count >= range.count { continue }
      longest[range.lowerBound] = Occurrence(
        range: range, name: list[Int(match.value)], rule: read[range.lowerBound]?.rule)
    }
    for (start, occurrence) in longest.sorted(by: { $0.key < $1.key }) where start >= end {
      while let first = blocked.first, first.upperBound <= start { blocked = blocked.dropFirst() }
      if occurrence.rule == nil, let first = blocked.first, first.overlaps(occurrence.range) {
        continue
      }
      if occurrence.rule == nil, isPartOfLongerName(occurrence.range, passage) { continue }
      found.append(occurrence)
      end = occurrence.range.upperBound
    }
    return found
  }

  /// Whether letters of a transcribed name go on beyond a known name.
  private func isPartOfLongerName(_ range: Range<Int>, _ passage: Passage) -> Bool {
    passage.scalar(range.upperBound).isMiddleDot || passage.scalar(range.lowerBound - 1).isMiddleDot
  }
}
