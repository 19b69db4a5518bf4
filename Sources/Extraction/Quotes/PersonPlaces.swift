import Model

/// Where the persons of an article are named, in order: its mentions, one place for those of one
/// name with several offices.
struct PersonPlaces {
  private let mentions: [Mention]
  /// The first mention of each place.
  private let firsts: [Int]
  let ranges: [Range<Int>]
  /// For each place the person named there, by number, and the place before it that names the same,
  /// -1 for none.
  private let persons: [Int]
  private let previous: [Int]
  private let lastPlaces: [NamedPerson.Key: Int]

  /// Takes mentions in the order of the text.
  init(_ mentions: [Mention]) {
    self.mentions = mentions
    var firsts: [Int] = []
    var ranges: [Range<Int>] = []
    for (index, mention) in mentions.enumerated() {
      let span = mention.evidence.span
      if let last = ranges.last, span.start < last.upperBound { continue }
      firsts.append(index)
      ranges.append(span.start..<span.end)
    }
    self.firsts = firsts
    self.ranges = ranges
    var numbers: [NamedPerson.Key: Int] = [:]
    var latest: [Int] = []
    var persons: [Int] = []
    var previous: [Int] = []
    for (place, first) in firsts.enumerated() {
      let key = mentions[first].person
      let person = numbers[key, default: latest.count]
      if person == latest.count {
        numbers[key] = person
        latest.append(-1)
      }
      persons.append(person)
      previous.append(latest[person])
      latest[person] = place
    }
    self.persons = persons
    self.previous = previous
    lastPlaces = numbers.mapValues { latest[$0] }
  }

  var isEmpty: Bool { ranges.isEmpty }

  /// The places that lie in a stretch.
  func indices(in stretch: Range<Int>) -> Range<Int> {
    let start = first(from: stretch.lowerBound)
    var end = start
    while end < ranges.count, ranges[end].upperBound <= stretch.upperBound { end += 1 }
    return start..<end
  }

  /// The first place that begins at a place of the text or behind it.
  func first(from place: Int) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A person of a name with an office, as one of the mentions has them; nil where none does.
  func holder(_ key: NamedPerson.Key, of office: OfficeReading) -> NamedPerson? {
    guard let place = lastPlaces[key] else { return nil }
    var at = place
    while at >= 0 {
      let end = at + 1 < firsts.count ? firsts[at + 1] : mentions.count
      if mentions[firsts[at]..<end].contains(where: { $0.office?.isSeat(of: office) == true }) {
        return NamedPerson(name: key.name, homonym: key.homonym, offices: [office])
      }
      at = previous[at]
    }
    return NamedPerson(name: key.name, homonym: key.homonym)
  }

  /// Somebody and those who are listed before them, no further back than a place of the text.
  func list(upTo last: Int, from limit: Int, in passage: Passage) -> ClosedRange<Int> {
    var first = last
    while first > 0, ranges[first - 1].lowerBound >= limit,
      passage.isListed(ranges[first - 1], ranges[first])
    { first -= 1 }
    return first...last
  }

  func areOne(_ one: Int, _ other: Int) -> Bool {
    persons[one] == persons[other]
  }

  /// Whether one of the offices that a person is given up to a place is of a body, or of its
  /// division.
  func isOf(_ index: Int, _ body: Body) -> Bool {
    speaker(index).offices.contains { $0.body.isOf(body) }
  }

  /// The person of a place, with the offices given last up to there.
  func speaker(_ index: Int) -> NamedPerson {
    let mention = mentions[firsts[index]]
    var place = index
    while place >= 0 {
      let end = place + 1 < firsts.count ? firsts[place + 1] : mentions.count
      let offices = mentions[firsts[place]..<end].compactMap { mention in
        mention.office.flatMap { $0.qualifier == .former ? nil : $0 }
      }
      if !offices.isEmpty {
        return NamedPerson(name: mention.personName, homonym: mention.homonym, offices: offices)
      }
      place = previous[place]
    }
    return NamedPerson(name: mention.personName, homonym: mention.homonym)
  }
}

extension OfficeReading {
  /// Whether two are one body and title, whatever is said of the time.
  fileprivate func isSeat(of other: OfficeReading) -> Bool {
    title == other.title && body == other.body
  }
}
