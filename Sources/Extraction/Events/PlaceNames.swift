import Model
import Reference

/// The names of places as they stand in a text: 甲省河滨市东山县 in one.
struct PlaceNames {
  /// A place of one text, named in full.
  struct Named {
    var range: Range<Int>
    var name: String
    var area: String?
    var isWhole: Bool
    /// Only the name of a body begins with it: 北京大学.
    var isOfBody = false
    /// Named by a form too short to be sure of: 义乌.
    var isShort = false
  }

  private struct Piece {
    enum Meaning {
      case division([Int])
      case state(String)
      case site(Site)
    }

    var range: Range<Int>
    var meaning: Meaning
    /// The end of a longer name that begins with it, of a body or of an ordinary word.
    var longer: Int?

    var divisions: [Int]? {
      if case .division(let indices) = meaning { indices } else { nil }
    }

    func areas(_ divisions: Divisions) -> [String] {
      switch meaning {
      case .division(let indices): indices.map { divisions.all[$0].id }
      case .state(let id): [id]
      case .site(let site): [site.area]
      }
    }
  }

  private let passage: Passage
  private var words: PlaceWords { passage.terms.wordings.places }
  private var play: PlacesInPlay
  private var almanac: Almanac { passage.terms.almanac }

  init(_ passage: Passage, _ play: PlacesInPlay) {
    self.passage = passage
    self.play = play
  }

  /// The place whose name begins at a place of the text.
  mutating func named(at start: Int) -> Named? {
    guard let first = piece(at: start) else { return nil }
    var pieces = [first]
    if first.longer == nil {
      while let next = next(behind: pieces[pieces.count - 1]), next.longer == nil,
        lies(next, in: pieces[pieces.count - 1])
      {
        pieces.append(next)
      }
    }
    play.place = start
    return named(pieces)
  }

  private func next(behind piece: Piece) -> Piece? {
    if case .site(let site) = piece.meaning, site.kind == .letter { return nil }
    let end = passage.end(of: words.seats, at: piece.range.upperBound)
    return self.piece(at: end ?? piece.range.upperBound)
  }

  /// Whether what two names mean may lie in one another.
  private func lies(_ inner: Piece, in outer: Piece) -> Bool {
    let divisions = almanac.divisions
    let areas = inner.areas(divisions)
    switch outer.meaning {
    case .state(let id): return areas.contains(id)
    case .site: return false
    case .division(let indices):
      let outer = Set(indices.map { divisions.all[$0].id })
      return areas.contains { area in
        divisions[area].map { divisions.path(of: $0).contains { outer.contains($0.id) } } ?? false
      }
    }
  }

  /// The longest name of a place that begins at a place of the text.
  private func piece(at start: Int) -> Piece? {
    guard passage.begins([.place, .state, .site], at: start) else { return nil }
    var piece: Piece?
    var end = start
    for match in passage.starting(at: start) {
      // 甲省省委 is among the words where the news names it often.
      if !match.kind.meets(.word) || !isOffice(piece) { end = max(end, Int(match.end)) }
      let range = start..<Int(match.end)
      switch passage.term(match) {
      case .place(let indices): piece = Piece(range: range, meaning: .division(indices))
      case .state(let id): piece = Piece(range: range, meaning: .state(id))
      case .site(let site):
        // 岳阳 is the city before it is the county.
        let isCounty = site.kind == .county && piece?.range == range
        if !isCounty, isSaid(site, at: start) { piece = Piece(range: range, meaning: .site(site)) }
      default: continue
      }
    }
    guard var piece else { return nil }
    if end > piece.range.upperBound { piece.longer = end }
    return piece
  }

  private func isOffice(_ piece: Piece?) -> Bool {
    piece.map { passage.begins([.local, .level], at: $0.range.upperBound) } ?? false
  }

  /// Whether a letter stands for its province: 在京, not 京剧.
  private func isSaid(_ site: Site, at start: Int) -> Bool {
    switch site.kind {
    case .locality, .venue: return true
    case .county: return passage.starting(at: start).allSatisfy { $0.length <= 2 }
    case .letter: break
    }
    if !passage.longKinds(at: start).isEmpty { return false }
    let before =
      site.area.hasPrefix("div:") ? words.beforeLetters : words.beforeStateLetters
    return before.contains(passage.scalar(start - 1))
  }

  private mutating func named(_ pieces: [Piece]) -> Named? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    var named = Named(
      range: first.range.lowerBound..<(last.longer ?? last.range.upperBound),
      name: String(passage.written[last.range]), area: nil, isWhole: true,
      isOfBody: last.longer != nil)
    switch last.meaning {
    case .state(let id): named.area = id
    case .site(let site):
      named.area = site.area
      named.isWhole = site.kind == .letter || site.kind == .county
      named.isShort = site.kind == .county
      if site.kind == .venue || site.kind == .letter {
        name(&named, of: site, in: pieces.dropLast())
      }
    case .division:
      guard let division = play.division(of: pieces.compactMap(\.divisions)) else { break }
      play.note(division)
      named.area = division.id
      if division.level == .county || division.level == .zone, pieces.count > 1 {
        named.name = name(of: pieces, in: division)
      }
    }
    return named
  }

  /// A venue is told by the place that it lies in, a letter by the name that it stands for.
  private func name(_ named: inout Named, of site: Site, in outer: ArraySlice<Piece>) {
    if let place = outer.last {
      named.name = String(passage.written[place.range])
    } else if let name = almanac.name(ofArea: site.area) {
      named.name = name
    }
  }

  /// A county with the city before it: 河滨市东山县.
  private func name(of pieces: [Piece], in division: Division) -> String {
    let city = pieces[pieces.count - 2]
    let last = pieces[pieces.count - 1]
    let isCity = (city.divisions ?? []).contains { index in
      let level = almanac.divisions.all[index].level
      return level == .prefecture || level == .subprovincial
    }
    guard isCity, city.range.upperBound == last.range.lowerBound else {
      return String(passage.written[last.range])
    }
    return String(passage.written[city.range.lowerBound..<last.range.upperBound])
  }
}
