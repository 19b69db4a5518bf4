import Model
import Reference

/// The persons of the corpus, counted as the documents pass.
struct PersonRegister {
  fileprivate struct Person {
    let name: String
    /// What tells the person from others of the name.
    let homonym: String?
    var firstSeen: PartialDate?
    var lastSeen: PartialDate?
    var documents = 0
    var mentions = 0
    /// The seats held on the latest day.
    var latest: [Seat] = []
    var latestDate: PartialDate?
    /// All seats but incoming ones, for the highest rank.
    var seats: Set<Seat> = []
    var printedRanks: Set<String> = []
  }

  private var persons: [Person] = []
  private var numbers: [String: Int32] = [:]
  /// The numbers of those told from others of their name, by name and by what tells them.
  private var namesakes: [[String]: Int32] = [:]

  /// The scalars of each person's name, by number.
  var names: [[UInt32]] { persons.map { $0.name.unicodeScalars.map(\.value) } }

  /// Counts the mentions of a document and gives the numbers of its persons, ascending.
  mutating func note(_ reading: Reading) -> [Int32] {
    let published = reading.article.publishedOn
    var seen: Set<Int32> = []
    for mention in reading.mentions {
      let number = number(of: mention)
      persons[Int(number)].count(mention, published)
      if seen.insert(number).inserted { persons[Int(number)].see(published) }
    }
    return seen.sorted()
  }

  private mutating func number(of mention: Mention) -> Int32 {
    let name = mention.personName
    let key = mention.homonym.map { [name, $0] }
    if let number = key.map({ namesakes[$0] }) ?? numbers[name] { return number }
    let number = Int32(persons.count)
    persons.append(Person(name: name, homonym: mention.homonym))
    if let key { namesakes[key] = number } else { numbers[name] = number }
    return number
  }

  /// What tells a person in every table.
  struct Identity: Hashable {
    var id: String
    var name: String
  }

  /// The number of a person who was noted.
  func number(of key: NamedPerson.Key) -> Int32? {
    key.homonym.map { namesakes[[key.name, $0]] } ?? numbers[key.name]
  }

  func identity(of number: Int32) -> Identity {
    let person = persons[Int(number)]
    return Identity(
      id: StableID.person(name: person.name, homonym: person.homonym), name: person.name)
  }

  /// By name, then by id.
  func rows(_ directory: Directory, _ almanac: Almanac) -> [PersonRow] {
    persons.map { row($0, directory, almanac) }
      .sorted { ($0.name, $0.personID) < ($1.name, $1.personID) }
  }

  private func row(_ person: Person, _ directory: Directory, _ almanac: Almanac) -> PersonRow {
    let latest = person.latest.map { directory[$0] }.min {
      ($0.rankOrder ?? .max, $0.officeName, $0.officeID)
        < ($1.rankOrder ?? .max, $1.officeName, $1.officeID)
    }
    return PersonRow(
      personID: StableID.person(name: person.name, homonym: person.homonym),
      name: person.name,
      namePinyin: almanac.pinyin.name(person.name), aliases: [],
      firstSeen: person.firstSeen?.iso, lastSeen: person.lastSeen?.iso,
      documents: person.documents, mentions: person.mentions, latestOfficeID: latest?.officeID,
      latestOffice: latest?.officeName,
      highestRank: highestRank(person, directory, almanac.ranks), homonym: person.homonym)
  }

  private func highestRank(_ person: Person, _ directory: Directory, _ ranks: Ranks) -> String? {
    let held = person.seats.compactMap { directory[$0].rank }
    let printed = person.printedRanks.compactMap { word in
      ranks.all.first { $0.name == word || $0.aliases.contains(word) }?.name
    }
    return (held + printed).min { (ranks.order(of: $0) ?? .max) < (ranks.order(of: $1) ?? .max) }
  }
}

extension PersonRegister.Person {
  fileprivate mutating func count(_ mention: Mention, _ published: PartialDate?) {
    mentions += 1
    if let rank = mention.personalRank { printedRanks.insert(rank) }
    guard let office = mention.office, office.qualifier != .incoming else { return }
    let seat = Seat(body: office.body, title: office.title)
    seats.insert(seat)
    guard office.qualifier != .former else { return }
    hold(seat, on: mention.asOf ?? published)
  }

  fileprivate mutating func see(_ date: PartialDate?) {
    documents += 1
    guard let date else { return }
    firstSeen = min(firstSeen ?? date, date)
    lastSeen = max(lastSeen ?? date, date)
  }

  /// Keeps the seats of the latest day; no date is earlier than any.
  private mutating func hold(_ seat: Seat, on date: PartialDate?) {
    if let date, latestDate.map({ $0 < date }) ?? true {
      latest = [seat]
      latestDate = date
    } else if date == latestDate, !latest.contains(seat) {
      latest.append(seat)
    }
  }
}
