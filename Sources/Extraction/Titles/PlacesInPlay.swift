import Model
import Reference

/// What the passage has said so far about where its offices are: the frame that fills what later
/// offices leave out.
struct Frame {
  /// Division ids, innermost known of each level.
  var province: String?
  var city: String?
  var county: String?
  var state: String?
  /// The last body that was printed with its place.
  var body: Body?
  var bodyPlace = 0
  /// Where the frame was last set.
  var place = 0
}

/// Tells which division a printed place or level is, from the frame of the passage, the sentence
/// and the subject of the article.
struct PlacesInPlay {
  let passage: Passage
  /// The place that the article is about: from its headline, or its most named province.
  let subject: Frame
  let published: PartialDate?
  private(set) var frame = Frame()
  /// Where the office in hand begins.
  var place = 0
  var divisions: Divisions { passage.terms.almanac.divisions }

  init(_ passage: Passage, subject: Frame, published: PartialDate?) {
    self.passage = passage
    self.subject = subject
    self.published = published
  }

  /// The division that printed places name: the last of them, made single by the others, by the
  /// frame, and by level. Nil where several remain.
  func division(of places: [[Int]]) -> Division? {
    guard let last = places.last else { return nil }
    if places.count == 1, last.count == 1 { return divisions.all[last[0]] }
    var candidates = last.map { divisions.all[$0] }
    let outer = places.dropLast().flatMap { $0 }.map { divisions.all[$0].id }
    if !outer.isEmpty {
      let inside = candidates.filter { candidate in
        divisions.path(of: candidate).contains { outer.contains($0.id) }
      }
      if !inside.isEmpty { candidates = inside }
    }
    let live = candidates.filter { divisions.isLive($0, on: published) }
    if !live.isEmpty { candidates = live }
    guard let top = candidates.map(\.level).min() else { return nil }
    candidates = candidates.filter { $0.level == top }
    if candidates.count > 1, outer.isEmpty {
      let near = [frame.city, frame.province, subject.city, subject.province].compactMap { $0 }
      for id in near {
        let inside = candidates.filter { divisions.path(of: $0).contains { $0.id == id } }
        if inside.count == 1 { return inside[0] }
      }
    }
    return candidates.count == 1
      || Set(candidates.map(\.name)).count == 1 && candidates[0].validTo != nil
      ? candidates[0] : nil
  }

  /// The prefecture (地区, 盟) of a name, closed or not: 地委 and 行署 are said of these alone.
  func region(_ places: [[Int]]) -> Division? {
    let candidates = places.flatMap { $0 }.map { divisions.all[$0] }
    return candidates.last { $0.kind == "地区" || $0.kind == "盟" }
  }

  /// The division of a level that is in play: of the same list, of the passage, of the article.
  func inferredDivision(_ reach: LocalForm.Reach, _ previous: OfficeReading?) -> Division? {
    let listed = previous?.body.division.flatMap { divisions[$0] }
    let near = [frame.county, frame.city, frame.province].compactMap { $0 }
    let far = [subject.county, subject.city, subject.province].compactMap { $0 }
    let listedPath = listed.map { [$0] + divisions.path(of: $0).reversed() } ?? []
    let framed = near.compactMap { divisions[$0] }
    let isFresh = frame.place >= sentenceStart
    let candidates =
      (previous == nil ? placesOfHost() + there(placesMovedTo()) : []) + listedPath
      + (isFresh ? framed : [])
      + there(placesBefore()) + (isFresh ? [] : framed)
      + there(far.compactMap { divisions[$0] })
    // There is one Corps.
    return candidates.first { reach.fits($0) } ?? (reach == .corps ? divisions["div:xpcc"] : nil)
  }

  /// Those of which the article can speak as of today: letters that a closed division was called by
  /// are mostly others (新任县长 is nobody of 任县, which ended in 2020).
  private func there(_ divisions: [Division]) -> [Division] {
    divisions.filter { self.divisions.isLive($0, on: published) }
  }

  private static let moves = [
    "空降", "赴", "履新", "调往", "调任", "调到", "调至", "奔赴", "转战", "北上", "南下", "调入", "主政", "重返", "回到",
    "转赴", "到",
  ]

  /// 甲省委副书记某某空降乙省，任省委常委: the place that somebody has moved to in the sentence since the last
  /// office, and those above it.
  private func placesMovedTo() -> [Division] {
    let least = max(sentenceStart, place - 40, frame.place + 1)
    for start in stride(from: place - 2, to: least, by: -1)
    where passage.beginsLong(.place, at: start) {
      let end = passage.scalar(start - 1) == 0x201D ? start - 1 : start  // ”
      guard Self.moves.contains(where: { passage.stands($0, at: end - $0.unicodeScalars.count) })
      else { continue }
      for match in passage.starting(at: start).reversed() where Int(match.end) <= place {
        guard case .place(let indices) = passage.term(match),
          let division = division(of: [indices])
        else { continue }
        return divisions.path(of: division).reversed()
      }
    }
    return []
  }

  var sentenceStart: Int {
    var start = place
    while start > 0, !passage.scalar(start - 1).endsSentence { start -= 1 }
    return start
  }

  /// The divisions printed before the office in its sentence and those above them, nearest first.
  func placesBefore() -> [Division] {
    var found: [Division] = []
    for start in stride(from: place - 1, through: max(sentenceStart, place - 80), by: -1) {
      for match in passage.starting(at: start) where Int(match.end) <= place {
        guard case .place(let indices) = passage.term(match),
          let division = division(of: [indices])
        else { continue }
        found.append(contentsOf: divisions.path(of: division).reversed())
      }
    }
    return found
  }

  // MARK: what later offices may lean on

  /// Forgets all but a division, which a section opens with.
  mutating func enter(_ division: Division, at start: Int? = nil) {
    frame = Frame()
    note(division)
    if let start { frame.place = start }
  }

  mutating func note(_ division: Division) {
    let path = divisions.path(of: division)
    frame.place = place
    frame.province = path.first { $0.level == .province }?.id ?? frame.province
    frame.city =
      path.last { LocalForm.Reach.city.fits($0) || $0.level == .prefecture }?.id
      ?? (division.level == .province ? nil : frame.city)
    frame.county = path.last { $0.level == .county }?.id
  }

  mutating func note(printed body: Body) {
    frame.body = body
    frame.bodyPlace = place
  }

  mutating func note(state id: String) { frame.state = id }
}

extension LocalForm.Reach {
  var level: Division.Level {
    switch self {
    case .province, .corps: .province
    case .city, .prefecture, .region: .prefecture
    case .county, .district: .county
    case .township: .township
    case .any, .suffix, .autonomous: .country
    }
  }

  /// Whether a division is of the level that a form or title names.
  func fits(_ division: Division) -> Bool {
    switch self {
    case .province: division.kind == "省" || division.kind == "自治区"
    case .city:
      division.kind == "直辖市" || division.level == .subprovincial || division.kind == "地级市"
        || division.kind == "县级市"
    case .prefecture: division.level == .prefecture
    case .region: division.kind == "地区" || division.kind == "盟"
    case .county: division.level == .county
    case .district:
      division.kind == "市辖区" || division.kind == "国家级新区" || division.kind.hasSuffix("区")
    case .corps: division.kind == "兵团"
    case .township: division.level == .township
    case .any, .suffix, .autonomous: true
    }
  }
}
