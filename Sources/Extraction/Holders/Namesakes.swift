import Model
import Reference

/// Tells two persons of one name in one article apart, where the article says that they are two.
///
/// Three things say so: words (另一位李伟, 同名的民警李伟), two places in one list, each behind an
/// office or a calling of its own, and the sexes in brackets (李伟（男）, 李伟（女）). Offices that
/// merely differ do not: one person has many.
struct Namesakes {
  let passage: Passage
  let held: [Held]

  /// The occurrences, those of a shared name with what tells their persons apart.
  func told(_ occurrences: [NameBook.Occurrence]) -> [NameBook.Occurrence] {
    var places: [String: [Int]] = [:]
    for (index, occurrence) in occurrences.enumerated() {
      places[occurrence.name, default: []].append(index)
    }
    var told = occurrences
    for shared in places.values where shared.count > 1 {
      guard let groups = groups(shared, occurrences) else { continue }
      let words = (0...(groups.max() ?? 0)).map { group in
        distinction(zip(shared, groups).filter { $0.1 == group }.map(\.0), occurrences)
      }
      // Two of whom nothing is told but the name stay one row: an id must say who is meant.
      guard Set(words).count == words.count else { continue }
      for (index, group) in zip(shared, groups) { told[index].homonym = words[group] }
    }
    return told
  }

  /// Which person, from 0, each of the places of a name means; nil where all mean one.
  private func groups(_ shared: [Int], _ occurrences: [NameBook.Occurrence]) -> [Int]? {
    // Hardly any article speaks of two, so that is asked before anything else.
    let tells = (1..<shared.count).contains { place in
      areTwo(occurrences[shared[place - 1]].range, occurrences[shared[place]].range)
        || isOther(shared[place], occurrences)
    }
    guard tells else { return nil }
    var groups = [0]
    var count = 1
    for place in 1..<shared.count {
      let (last, next) = (occurrences[shared[place - 1]].range, occurrences[shared[place]].range)
      let earlier = shared[..<place].first { says($0, asMuchAs: shared[place]) }
      if let earlier, let index = shared.firstIndex(of: earlier) {
        groups.append(groups[index])
      } else if areTwo(last, next) || isOther(shared[place], occurrences) {
        groups.append(count)
        count += 1
      } else {
        groups.append(groups[place - 1])
      }
    }
    return count > 1 ? groups : nil
  }

  /// Whether an office of one occurrence is told of another too.
  private func says(_ first: Int, asMuchAs second: Int) -> Bool {
    held.contains { office in
      office.occurrence == second
        && held.contains {
          $0.occurrence == first && $0.office.title == office.office.title
            && $0.office.body == office.office.body
        }
    }
  }

  // MARK: what says that there are two

  private func areTwo(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    if let one = sex(after: first.upperBound), let other = sex(after: second.upperBound),
      one != other
    {
      return true
    }
    return areListed(first, second)
  }

  /// 男 or 女 in the bracket that opens at a place.
  private func sex(after end: Int) -> UInt32? {
    let sex = passage.scalar(end + 1)
    return passage.scalar(end).opensBracket && (sex == 0x7537 || sex == 0x5973) ? sex : nil
  }

  /// Whether two places are members of one list, each behind words of its own: 甲市副市长李伟、
  /// 乙市民警李伟.
  private func areListed(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    let between = first.upperBound..<second.lowerBound
    guard between.count >= 3, between.count <= 40, joinsList(first.upperBound),
      !between.contains(where: { passage.scalar($0).endsSentence || passage.scalar($0).isComma })
    else { return false }
    let callings = TermKinds.titles.union([.object, .follower])
    return passage.ends(callings, at: first.lowerBound)
      && passage.ends(callings, at: second.lowerBound)
  }

  private func joinsList(_ place: Int) -> Bool {
    passage.scalar(place).isListMark || passage.scalar(place).isConjunction
      || passage.stands("以及", at: place)
  }

  /// Whether words right before a name set it apart from one named before.
  private func isOther(_ index: Int, _ occurrences: [NameBook.Occurrence]) -> Bool {
    let start = occurrences[index].range.lowerBound
    if [0x4F4D, 0x540D, 0x4E2A].contains(passage.scalar(start - 1)) {  // 位名个
      return Self.others.contains {
        passage.stands($0, at: start - $0.unicodeScalars.count)
      }
    }
    let previous = index > 0 ? occurrences[index - 1].range.upperBound : 0
    return (max(previous, start - 12)..<start).contains { place in
      guard passage.scalar(place) == 0x540C,  // 同
        passage.stands("同名的", at: place) || passage.stands("同姓的", at: place)
      else { return false }
      return !passage.scalars[place..<start].contains { $0.isComma || $0.endsSentence }
    }
  }

  private static let others = ["另一位", "另一名", "另一个", "另外一位", "另外一名", "另外一个"]

  // MARK: what tells them apart

  /// The office of a person, or the sex; nil where the article tells neither.
  private func distinction(_ person: [Int], _ occurrences: [NameBook.Occurrence]) -> String? {
    let offices = held.filter { person.contains($0.occurrence) }.map(\.office)
    if let office = offices.first(where: { $0.qualifier == nil }) ?? offices.first {
      return passage.terms.almanac.hierarchy.organization(office.body).name + office.title
    }
    let sexes = person.lazy.compactMap { sex(after: occurrences[$0].range.upperBound) }
    return sexes.first.map { $0 == 0x7537 ? "男" : "女" }
  }
}
