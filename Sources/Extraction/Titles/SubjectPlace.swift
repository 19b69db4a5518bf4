import Model
import Reference

/// The place that an article is about: the first in its headline, else its most named province.
struct SubjectPlace {
  let frame: Frame

  init(_ passage: Passage, title: String?) {
    let divisions = passage.terms.almanac.divisions
    var frame = Frame()
    if let title {
      let headline = Passage(title, terms: passage.terms)
      for index in Self.places(in: headline) {
        Self.add(divisions.all[index], to: &frame, divisions)
      }
    }
    if frame.province == nil,
      let most = Self.mostNamed(
        Self.places(in: passage), divisions, states: Self.mostNamedState(in: passage))
    {
      frame.province = most
    }
    self.frame = frame
  }

  private static func add(_ division: Division, to frame: inout Frame, _ divisions: Divisions) {
    let path = divisions.path(of: division)
    frame.province = frame.province ?? path.first { $0.level == .province }?.id
    let city = path.last { LocalForm.Reach.city.fits($0) || $0.level == .prefecture }
    frame.city = frame.city ?? city?.id
    if division.level == .county { frame.county = frame.county ?? division.id }
  }

  /// The divisions named in a text that are single by their written form, in order, by index.
  private static func places(in passage: Passage) -> [Int] {
    var found: [Int] = []
    var end = 0
    for place in passage.named.lazy.map(Int.init) where place >= end {
      end = place + 1
      for match in passage.starting(at: place, if: [.place, .listed, .state]) {
        switch passage.term(match) {
        case .place(let indices):
          if indices.count == 1 { found.append(indices[0]) }
          end = max(end, Int(match.end))
        case .listed, .state: end = max(end, Int(match.end))
        default: continue
        }
      }
    }
    return found
  }

  /// How often the foreign state that a text names most is named.
  private static func mostNamedState(in passage: Passage) -> Int {
    var counts: [String: Int] = [:]
    for place in passage.named.lazy.map(Int.init) where passage.beginsLong(.state, at: place) {
      for match in passage.starting(at: place) where match.length > 1 {
        if case .state(let id) = passage.term(match) { counts[id, default: 0] += 1 }
      }
    }
    return counts.values.max() ?? 0
  }

  /// The province that a text names most; none where it names foreign states more.
  private static func mostNamed(
    _ places: [Int], _ divisions: Divisions, states: Int
  ) -> String? {
    var counts: [Int: Int] = [:]
    for index in places {
      if let province = divisions.province(ofIndex: index) { counts[province, default: 0] += 1 }
    }
    let most = counts.max {
      ($0.value, divisions.all[$1.key].id) < ($1.value, divisions.all[$0.key].id)
    }
    guard let most, most.value >= states else { return nil }
    return divisions.all[most.key].id
  }
}

/// Sections that open with a place, as in 「青海省：希望……」, 「浙江方面，」 or 「湖北高层也调整」: the place of
/// what follows.
struct SectionReader {
  private var openings: ArraySlice<(place: Int, division: Division)>

  init(_ passage: Passage) {
    let divisions = passage.terms.almanac.divisions
    var found: [(place: Int, division: Division)] = []
    for paragraph in passage.paragraphs {
      for match in passage.starting(at: paragraph.lowerBound) {
        guard case .place(let indices) = passage.term(match), indices.count == 1 else { continue }
        let next = passage.scalar(Int(match.end))
        let isHeading = next == 0xFF1A || next == 0x3A
        let isSide = next == 0x65B9 && passage.scalar(Int(match.end) + 1) == 0x9762  // 方面
        if isHeading || isSide {
          found.append((paragraph.lowerBound, divisions.all[indices[0]]))
        }
      }
    }
    for sentence in passage.outline.sentences {
      if let topic = Self.topic(of: sentence, in: passage) {
        found.append((sentence.lowerBound, divisions.all[topic]))
      }
    }
    found.sort { $0.place < $1.place }
    openings = found[...]
  }

  private static let matters = ["党政", "高层", "官场", "政坛", "人事", "班子", "领导班子"]

  /// The place that a sentence is about: 甲省高层调整, 另外，乙省官场.
  private static func topic(of sentence: Range<Int>, in passage: Passage) -> Int? {
    for start in sentence.lowerBound..<min(sentence.lowerBound + 6, sentence.upperBound)
    where passage.beginsLong(.place, at: start) {
      for match in passage.starting(at: start).reversed() {
        guard case .place(let indices) = passage.term(match), indices.count == 1,
          matters.contains(where: { passage.stands($0, at: Int(match.end)) })
        else { continue }
        return indices[0]
      }
    }
    return nil
  }

  /// The last opening before a place that was not asked for yet.
  mutating func division(before place: Int) -> Division? {
    var division: Division?
    while let first = openings.first, first.place <= place {
      division = first.division
      openings = openings.dropFirst()
    }
    return division
  }
}

/// A rank printed beside a name: 王某（正部级）.
struct RankRemark {
  let passage: Passage

  init(_ passage: Passage) { self.passage = passage }

  /// The rank in a bracket right after a name or right before it.
  func rank(beside name: Range<Int>) -> String? {
    let rules = NameRules(passage)
    if let end = rules.bracketEnd(at: name.upperBound) { return rank(in: name.upperBound..<end) }
    let before = passage.scalar(name.lowerBound - 1)
    guard before == 0xFF09 || before == 0x29 else { return nil }
    for start in max(0, name.lowerBound - 14)..<name.lowerBound
    where rules.bracketEnd(at: start) == name.lowerBound {
      return rank(in: start..<name.lowerBound)
    }
    return nil
  }

  private func rank(in range: Range<Int>) -> String? {
    passage.terms.ranks.first(in: passage.scalars, range)
  }
}
