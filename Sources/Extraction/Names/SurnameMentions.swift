import Model
import Reference

/// Second mentions by surname and title, 沈书记 or 欧阳部长, of one who was named whole before.
struct SurnameMentions {
  let passage: Passage
  let offices: [PrintedOffice]
  let chains: [OfficeChain]

  struct Mention {
    /// From the surname to the end of the title.
    var range: Range<Int>
    var name: String
    var homonym: String?
    var office: OfficeReading
    var chain: Int
  }

  /// The mentions whose surname and title fit one person of the article and no other.
  ///
  /// - Parameter taken: the chains that a name stands beside.
  func mentions(
    of held: [Held], _ occurrences: [NameBook.Occurrence], taken: Set<Int>
  ) -> [Mention] {
    var found: [Mention] = []
    var before = HeldBefore(held, occurrences)
    for (index, chain) in chains.enumerated() where !taken.contains(index) {
      let title = offices[chain.offices[0]]
      guard title.body == nil, title.qualifier == nil, chain.offices.count == 1,
        let surname = surname(before: chain.range.lowerBound)
      else { continue }
      before.advance(to: surname.lowerBound)
      let fitting = before.beginning(with: passage.scalar(surname.lowerBound)).filter {
        begins(occurrences[$0.occurrence].name, with: surname)
          && fits($0.office.title, title.title)
      }
      guard let last = fitting.last,
        Set(fitting.map { occurrences[$0.occurrence].person }).count == 1
      else { continue }
      var office = last.office
      office.inferred = [.organization]
      found.append(
        Mention(
          range: surname.lowerBound..<chain.range.upperBound,
          name: occurrences[last.occurrence].name,
          homonym: occurrences[last.occurrence].homonym, office: office, chain: index))
    }
    return found
  }

  /// The surname that stands alone before a title.
  private func surname(before end: Int) -> Range<Int>? {
    let names = passage.terms.names
    if names.isCompoundSurname(passage.scalar(end - 2), passage.scalar(end - 1)), opens(end - 2) {
      return end - 2..<end
    }
    guard names.isSurname(passage.scalar(end - 1)), opens(end - 1) else { return nil }
    return end - 1..<end
  }

  /// Whether nothing, or a word of its own, stands before a place.
  private func opens(_ place: Int) -> Bool {
    guard place >= 0 else { return false }
    return !passage.scalar(place - 1).isHan
      || passage.ends(.ordinary, at: place)
  }

  private func begins(_ name: String, with surname: Range<Int>) -> Bool {
    name.hasPrefix(passage.string(surname)) && !name.contains("·")
  }

  /// 部长 is said of a 部长, and politely of a 副部长.
  private func fits(_ held: String, _ said: String) -> Bool { held.hasSuffix(said) }
}

/// The offices held by those who are named before a place of the text, which only moves on: of each
/// person each office once, where it was read last.
private struct HeldBefore {
  private let held: [Held]
  private let occurrences: [NameBook.Occurrence]
  /// Those that are still to come, in the order of the names.
  private var rest: ArraySlice<Int>
  /// By the first letter of the name.
  private var known: [UInt32: [Held]] = [:]

  init(_ held: [Held], _ occurrences: [NameBook.Occurrence]) {
    self.held = held
    self.occurrences = occurrences
    let starts = held.map { occurrences[$0.occurrence].range.lowerBound }
    rest = held.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }[...]
  }

  mutating func advance(to place: Int) {
    while let next = rest.first, occurrences[held[next].occurrence].range.lowerBound < place {
      rest.removeFirst()
      add(held[next])
    }
  }

  private mutating func add(_ office: Held) {
    let occurrence = occurrences[office.occurrence]
    guard let letter = occurrence.name.unicodeScalars.first?.value else { return }
    known[letter, default: []].removeAll { other in
      occurrences[other.occurrence].person == occurrence.person
        && other.office.title == office.office.title && other.office.body == office.office.body
    }
    known[letter]?.append(office)
  }

  func beginning(with letter: UInt32) -> [Held] { known[letter] ?? [] }
}
