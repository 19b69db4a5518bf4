import Model
import Reference

/// Finds the bodies of a text from where their names may begin or end, from left to right.
struct NamedBodyFinder {
  private let passage: Passage
  private let chains: BodyChains
  private let unlisted: UnlistedNames
  private var resolver: OfficeResolver
  private var all: [NamedBody] = []
  /// Where the last body ends.
  private var end = 0

  init(_ passage: Passage, subject: Frame, published: PartialDate?, states: StatesNamed?) {
    self.passage = passage
    chains = BodyChains(passage: passage)
    unlisted = UnlistedNames(passage: passage)
    resolver = OfficeResolver(passage, subject: subject, published: published, states: states)
  }

  mutating func found() -> [NamedBody] {
    var names = passage.named[...]
    var words = passage.bodyWords[...]
    while let place = [names.first, words.first].compactMap({ $0 }).min().map(Int.init) {
      let isName = names.first.map(Int.init) == place
      if isName { names.removeFirst() }
      if words.first.map(Int.init) == place { words.removeFirst() }
      guard place >= end, let body = isName ? named(at: place) ?? bare(at: place) : bare(at: place)
      else { continue }
      all.append(body)
      end = body.range.upperBound
    }
    return all
  }

  /// A body whose name begins with a name of the tables.
  private mutating func named(at start: Int) -> NamedBody? {
    // 中国·河滨市: the place is named, and not the state.
    if let end = chains.country(at: start), passage.beginsLong(.place, at: end) { return nil }
    if let country = country(at: start) ?? side(at: start) { return country }
    guard var chain = chains.longest(from: start) else { return nil }
    if chain.body.isPlace { chain = chains.session(of: chain) ?? chain }
    if isOfParty(chain) { return nil }
    let reach = chain.body.isPlace ? 20 : 12
    if let longer = unlisted.name(beginningAt: start, after: chain.end, reach: reach) {
      let division = resolver.divisionID(of: chain.body)
      return body(.written(passage.string(longer), division: division), longer, .organization)
    }
    return body(chain.body, start..<chain.end)
  }

  /// 中共·河滨市委: the party stands there as that whose the body is.
  private func isOfParty(_ chain: BodyChains.Chain) -> Bool {
    guard let ids = chain.body.listed, chain.body.isListedAlone,
      passage.beginsLong([.place, .local, .department], at: chain.end)
    else { return false }
    let organizations = passage.terms.almanac.organizations
    return ids.contains { id in
      organizations[id].map { $0.kind == "party_central" && $0.parentID == nil } == true
    }
  }

  /// 省委, 市公安局, 河滨电器有限公司: a body whose name begins with none of the tables.
  private mutating func bare(at place: Int) -> NamedBody? {
    if let chain = chains.longestWithoutName(from: place, limit: end) {
      return body(chain.body, chain.body.start..<chain.end)
    }
    guard let name = unlisted.name(endingWithUnitAt: place, limit: end) else { return nil }
    return body(.written(passage.string(name), division: nil), name, .organization)
  }

  private mutating func body(_ printed: PrintedBody, _ range: Range<Int>) -> NamedBody? {
    if printed.isPlace {
      guard let division = resolver.enter(printed) else { return nil }
      return body(.written(division.name, division: division.id), range, .division)
    }
    guard let body = national(printed, range) ?? resolver.body(printed) else { return nil }
    return self.body(asPrinted(body, range), range, printed.isState ? .state : .organization)
  }

  /// 中国政府, 国家发改委: the body of the state, and not of the place in play.
  private func national(_ printed: PrintedBody, _ range: Range<Int>) -> Body? {
    guard printed.places.isEmpty, printed.state == nil, printed.listed == nil,
      printed.level == nil,
      ["中国", "国家", "中央"].contains(where: { passage.stands($0, at: range.lowerBound) })
    else { return nil }
    let name = passage.string(range.lowerBound + 2..<range.upperBound)
    let organizations = passage.terms.almanac.organizations
    for stem in ["国家", "全国", "国务院", "中央", "最高"] {
      let ids = organizations.ids(written: stem + name)
      if !ids.isEmpty { return .listed(resolver.period(of: ids)) }
    }
    return .written(passage.string(range), division: nil)
  }

  /// 甲省纪委监委: the two who work as one, by both their names; 甲省人大: the assembly, which is more
  /// than its standing committee.
  private func asPrinted(_ body: Body, _ range: Range<Int>) -> Body {
    let end = range.upperBound
    guard case .local(let kind, let id) = body, let division = resolver.divisions[id] else {
      return body
    }
    let place = resolver.divisions.fullName(of: division)
    if kind == .discipline, passage.stands("纪委监委", at: end - 4) {
      return .written(place + "纪委监委", division: id)
    }
    if kind == .congress,
      passage.stands("人大", at: end - 2) || passage.stands("人民代表大会", at: end - 6)
    {
      return .written(place + "人民代表大会", division: id)
    }
    return body
  }

  private func body(_ body: Body, _ range: Range<Int>, _ kind: NamedBody.Kind) -> NamedBody {
    var named = NamedBody(range: range, body: body, kind: kind)
    if let end = chains.delegationEnd(at: range.upperBound) {
      named.range = range.lowerBound..<end
      named.isDelegation = true
    } else {
      named.isOffice = chains.isOffice(range)
    }
    return named
  }

  /// 美方: the state.
  private func side(at start: Int) -> NamedBody? {
    for match in passage.starting(at: start, if: .seat)
    where passage.scalar(Int(match.end) - 1) == 0x65B9 {  // 方
      guard case .seat(let id) = passage.term(match) else { continue }
      return body(.listed(id), start..<Int(match.end), .state)
    }
    return nil
  }

  /// 中国, 中方: the state, where it is no part of a body's name.
  private func country(at start: Int) -> NamedBody? {
    guard let end = chains.country(at: start) else { return nil }
    if let longer = unlisted.name(beginningAt: start, after: end, reach: 12) {
      return body(.written(passage.string(longer), division: nil), longer, .organization)
    }
    return body(.written("中国", division: nil), start..<end, .state)
  }
}

extension PrintedBody {
  /// A division and nothing of it.
  var isPlace: Bool { !places.isEmpty && isBare && state == nil }
  /// A body of the tables and nothing of it.
  var isListedAlone: Bool {
    listed != nil && places.isEmpty && state == nil && mission == nil && level == nil
      && local == nil && parts.isEmpty
  }
  /// A state and nothing of it.
  var isState: Bool { state != nil && isBare && places.isEmpty }

  private var isBare: Bool {
    mission == nil && level == nil && local == nil && listed == nil && parts.isEmpty
  }
}
