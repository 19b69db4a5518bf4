package import Model
import Reference

extension Extractor {
  /// The part of a written office that no table knows: 新月 of 新月省委书记, 张三 of 吉林省委书记张三.
  /// Nil where every part is known, and only the whole says nothing.
  package func unknownPart(of text: String) -> String? {
    let passage = Passage(text, terms: terms)
    let offices = OfficeFinder(passage: passage).offices()
    if let end = offices.last?.range.upperBound, end < passage.count {
      return passage.unknown(in: end..<passage.count).first ?? passage.string(end..<passage.count)
    }
    let unknown = passage.unknown(in: 0..<passage.count)
    return unknown.max { $0.unicodeScalars.count < $1.unicodeScalars.count }
  }

  /// The part of an office that its reading took for a name that no table lists, or left aside: 新月
  /// of 新月省委书记, read as 省委书记. Nil where the tables know its body.
  package func unlistedPart(of reading: OfficeReading, in text: String) -> String? {
    var body = reading.body
    while case .part(let whole, _) = body { body = whole }
    if case .unplaced = body { return unknownPart(of: text) }
    guard case .written(let name, _) = body else { return nil }
    for ending in ["", "政府"] where name.hasSuffix(ending) {
      let words = name.dropLast(ending.count)
      if !words.isEmpty, text.contains(words) { return String(words) }
    }
    return name
  }
}

extension Passage {
  /// The stretches that no word for a place, a body, a post or a former holder covers, in the order
  /// of the text. A word of one character counts only where another word follows: 新 in 新月 is none.
  func unknown(in range: Range<Int>) -> [String] {
    let kinds = TermKinds.offices.union([.level, .qualifier, .seat, .unit, .merged, .notPost])
    var stretches: [String] = []
    var start = range.lowerBound
    var place = range.lowerBound
    while place < range.upperBound {
      guard let end = longest(kinds, at: place), end <= range.upperBound,
        end > place + 1 || end == range.upperBound || begins(kinds, at: end)
      else {
        place += 1
        continue
      }
      if start < place { stretches.append(string(start..<place)) }
      place = end
      start = end
    }
    if start < place { stretches.append(string(start..<place)) }
    return stretches.filter { $0.unicodeScalars.contains { $0.value > 0x2F } }
  }

  private func longest(_ kinds: TermKinds, at place: Int) -> Int? {
    var end: Int?
    for match in starting(at: place, if: kinds) where match.kind.meets(kinds) {
      end = max(end ?? 0, Int(match.end))
    }
    return end
  }
}
