import Model

/// Where the persons of an article are named, in order: its mentions, one place for those of one
/// name with several offices.
struct PersonPlaces {
  private let mentions: [Mention]
  /// The first mention of each place.
  private let firsts: [Int]
  let ranges: [Range<Int>]
  /// For each place the person named there, by number.
  private let persons: [Int]
  private let numbers: [NamedPerson.Key: Int]
  /// For each place the last one up to it that gives the person there an office, -1 for none. Found
  /// once: whoever is named in every sentence is asked for as often.
  private let officePlaces: [Int]
  /// The offices of each person, by number, those of one body and title once.
  private let held: [[OfficeReading]]

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
    var persons: [Int] = []
    var officePlaces: [Int] = []
    var latest: [Int] = []
    var held: [[OfficeReading]] = []
    for (place, first) in firsts.enumerated() {
      let key = mentions[first].person
      let person = numbers[key, default: latest.count]
      if person == latest.count {
        numbers[key] = person
        latest.append(-1)
        held.append([])
      }
      let end = place + 1 < firsts.count ? firsts[place + 1] : mentions.count
      let offices = mentions[first..<end].compactMap(\.office)
      if offices.contains(where: { $0.qualifier != .former }) { latest[person] = place }
      for office in offices where !held[person].contains(where: { $0.isSeat(of: office) }) {
        held[person].append(office)
      }
      persons.append(person)
      officePlaces.append(latest[person])
    }
    self.numbers = numbers
    self.persons = persons
    self.officePlaces = officePlaces
    self.held = held
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
    guard let person = numbers[key] else { return nil }
    let isHolder = held[person].contains { $0.isSeat(of: office) }
    return NamedPerson(name: key.name, homonym: key.homonym, offices: isHolder ? [office] : [])
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
    let place = officePlaces[index]
    guard place >= 0 else { return NamedPerson(name: mention.personName, homonym: mention.homonym) }
    let end = place + 1 < firsts.count ? firsts[place + 1] : mentions.count
    let offices = mentions[firsts[place]..<end].compactMap { mention in
      mention.office.flatMap { $0.qualifier == .former ? nil : $0 }
    }
    return NamedPerson(name: mention.personName, homonym: mention.homonym, offices: offices)
  }
}

extension OfficeReading {
  /// Whether two are one body and title, whatever is said of the time.
  fileprivate func isSeat(of other: OfficeReading) -> Bool {
    title == other.title && body == other.body
  }
}
