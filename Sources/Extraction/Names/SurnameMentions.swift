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
    for (index, chain) in chains.enumerated() where !taken.contains(index) {
      let title = offices[chain.offices[0]]
      guard title.body == nil, title.qualifier == nil, chain.offices.count == 1,
        let surname = surname(before: chain.range.lowerBound)
      else { continue }
      let fitting = held.filter {
        let occurrence = occurrences[$0.occurrence]
        return occurrence.range.lowerBound < surname.lowerBound
          && begins(occurrence.name, with: surname) && fits($0.office.title, title.title)
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
