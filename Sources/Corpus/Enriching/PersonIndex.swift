import Model
import Reference

/// The persons of the corpus. For now a name is a person: namesakes are not told apart.
struct PersonIndex {
  private struct Person {
    var first: PartialDate?
    var last: PartialDate?
    var documents = 0
    var mentions = 0
    var lastDocument = -1
    /// The office last seen held: the later document, then the higher rank, then the id.
    var latest: Latest?
    var highestRank: Int?
  }

  private struct Latest {
    var date: String
    var rank: Int
    var entry: OfficeIndex.Entry

    func precedes(_ other: Latest) -> Bool {
      (date, -rank, entry.officeID) < (other.date, -other.rank, other.entry.officeID)
    }
  }

  private var persons: [String: Person] = [:]

  /// Notes a mention in a document; documents come one after another, told by their number.
  mutating func note(
    _ mention: Mention, _ entry: OfficeIndex.Entry?, in document: Int, published: PartialDate?
  ) {
    var person = persons[mention.personName] ?? Person()
    person.mentions += 1
    if person.lastDocument != document {
      person.lastDocument = document
      person.documents += 1
      if let published {
        person.first = min(person.first ?? published, published)
        person.last = max(person.last ?? published, published)
      }
    }
    if let entry { Self.note(entry, mention, published, in: &person) }
    persons[mention.personName] = person
  }

  private static func note(
    _ entry: OfficeIndex.Entry, _ mention: Mention, _ published: PartialDate?,
    in person: inout Person
  ) {
    if let order = entry.office.rankOrder {
      person.highestRank = min(person.highestRank ?? order, order)
    }
    guard let office = mention.office, office.qualifier == nil || office.qualifier == .acting else {
      return
    }
    let date = (mention.asOf ?? published)?.iso ?? ""
    let latest = Latest(date: date, rank: entry.office.rankOrder ?? 99, entry: entry)
    if person.latest?.precedes(latest) ?? true { person.latest = latest }
  }

  /// By name, in the order of UTF-8 bytes.
  func rows(_ almanac: Almanac) -> [PersonRow] {
    persons.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { name, person in
      PersonRow(
        personID: StableID.person(name: name), name: name,
        namePinyin: almanac.pinyin.name(name), aliases: [], firstSeen: person.first?.iso,
        lastSeen: person.last?.iso, documents: person.documents, mentions: person.mentions,
        latestOfficeID: person.latest?.entry.officeID,
        latestOffice: person.latest?.entry.office.name,
        highestRank: person.highestRank.flatMap { order in
          almanac.ranks.all.first { $0.order == order }?.name
        }, homonym: nil)
    }
  }
}
