import Model
import Reference

/// Second mentions of one named whole with a dot by the last part alone: 约翰·特拉维, then 特拉维说.
struct FamilyNames {
  private let passage: Passage
  /// By the last part, the one name of the article that ends in it.
  private let whole: [String: String]

  init(of names: [String], in passage: Passage) {
    self.passage = passage
    var whole: [String: String] = [:]
    var shared: Set<String> = []
    for name in names {
      guard name.unicodeScalars.contains("·"), let dot = name.lastIndex(of: "·") else { continue }
      let family = String(name[name.index(after: dot)...])
      guard family.unicodeScalars.count > 1 else { continue }
      if let other = whole[family], other != name { shared.insert(family) }
      whole[family] = name
    }
    // 约翰·特拉维 beside 玛丽·特拉维: whose it is cannot be told.
    for family in shared { whole[family] = nil }
    self.whole = whole
  }

  /// The last parts, in order.
  var parts: [String] { whole.keys.sorted() }

  /// The occurrences, those of a last part under the whole name; those that are words or places
  /// are left out.
  func joined(_ occurrences: [NameBook.Occurrence]) -> [NameBook.Occurrence] {
    guard !whole.isEmpty else { return occurrences }
    let others = others(in: occurrences)
    return occurrences.compactMap { occurrence in
      guard let name = whole[occurrence.name], !others.contains(occurrence.name) else {
        // Looked for as a last part only.
        return occurrence.rule == nil && whole[occurrence.name] != nil && isWord(occurrence.range)
          ? nil : occurrence
      }
      if occurrence.rule == nil, isWord(occurrence.range) { return nil }
      var joined = occurrence
      joined.name = name
      joined.rule = occurrence.rule ?? .familyName
      return joined
    }
  }

  /// The last parts that stand for another: named with an office, or three times, before the whole
  /// name comes: 总统特拉维 … 其女艾拉·特拉维.
  private func others(in occurrences: [NameBook.Occurrence]) -> Set<String> {
    var named: Set<String> = []
    var before: [String: Int] = [:]
    for occurrence in occurrences {
      named.insert(occurrence.name)
      guard let name = whole[occurrence.name], !named.contains(name) else { continue }
      let hasOffice = occurrence.rule == .officeName || occurrence.rule == .nameTitle
      before[occurrence.name, default: 0] += hasOffice ? 3 : 1
    }
    return Set(before.filter { $0.value >= 3 }.map(\.key))
  }

  /// Whether a stretch is a word, goes on into one, or names a place or a body: 特拉维州.
  private func isWord(_ range: Range<Int>) -> Bool {
    if passage.scalar(range.upperBound).standsAfterPlaces { return true }
    if passage.beginsLong(.unit, at: range.upperBound) { return true }
    return range.contains { place in
      passage.starting(at: place, if: .ordinary).contains {
        $0.length > 1 && $0.kind.meets(.ordinary)
          && (Int($0.end) > range.upperBound
            || place == range.lowerBound && Int($0.end) == range.upperBound)
      }
    }
  }
}
