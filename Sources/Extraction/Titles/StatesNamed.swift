import Model
import Reference

/// How a name is written, which tells of which states its bearer may be.
enum NameScript {
  /// As Chinese, Korean, Japanese and Vietnamese names are.
  case han
  /// By its sound.
  case bySound
  /// As either is: 安倍, 李显龙.
  case either

  func fits(_ hasHanNames: Bool) -> Bool {
    switch self {
    case .han: hasHanNames
    case .bySound: !hasHanNames
    case .either: true
    }
  }
}

/// The states that a text names, for the titles of states that stand without one: 总统马克龙,
/// 洪玛奈首相.
struct StatesNamed {
  private struct Mention {
    var place: Int
    var state: Body
    /// What is done is done to it: 对古巴, 访俄罗斯.
    var isObject = false
    /// A post stands right after it.
    var isHeaded = false
  }

  private struct Standing {
    var state: Body
    /// Names of its people are written as Chinese ones are.
    var hasHanNames: Bool
    var weight = 0
  }

  private let terms: OfficeTerms
  private var mentions: [Mention] = []
  /// In the order of their first mention.
  private var standings: [Standing] = []
  /// How often the text speaks of the mainland, of Hong Kong.
  private(set) var mainland = 0
  private(set) var hongKong = 0
  private var mainlandPlaces: [Int] = []
  /// Where the standings of states are kept, by the numbers of the states.
  private var kept: [Int: Int] = [:]

  static let taiwan = Body.written("台湾", division: "div:710000")

  /// States whose people bear names in Han characters, by id; Taiwan's offices are read like a
  /// state's.
  private static let hanNamed: Set<String> = [
    "state:JP", "state:KR", "state:KP", "state:VN", "state:SG",
  ]

  init(_ passage: Passage) {
    terms = passage.terms
    var end = 0
    for place in passage.named.lazy.map(Int.init) where place >= end {
      end = note(in: passage, at: place)
    }
  }

  /// Takes down what the longest form at a place names; gives the place after it.
  private mutating func note(in passage: Passage, at place: Int) -> Int {
    for match in passage.starting(at: place).reversed()
    where match.length > 1 && match.kind.meets(.named) {
      let end = Int(match.end)
      // 韩国瑜: letters of a person's name.
      if let name = terms.eminent.longestName(at: place, in: passage.scalars),
        place + name.count > end
      {
        return place + name.count
      }
      if match.kind.meets(.skip) {
        if ["中国", "中共", "大陆", "北京"].contains(where: { passage.stands($0, at: place) }) {
          mainland += 2
          mainlandPlaces.append(place)
        }
        return end
      }
      switch terms.tellings[match.termIndex] {
      case .state(let state):
        // 美国总统: the states whose heads are named are those that a text is about.
        let isHeaded = passage.begins([.post, .merged], at: end)
        add(state, isHeaded ? 4 : 2, at: place, in: passage)
        if isHeaded { mentions[mentions.count - 1].isHeaded = true }
      case .body(let state): add(state, 2, at: place, in: passage)
      case .seat(let state): standings[standing(of: state)].weight += 2
      case .mainland:
        mainland += 1
        if passage.stands("北京", at: place) { mainlandPlaces.append(place) }
      case .hongKong(let weight): hongKong += weight
      case .press: break
      // What lies in it is read by itself.
      case .nothing: return place + 1
      }
      return end
    }
    return place + 1
  }

  /// Whether the mainland, and not Taiwan, was named last within a paragraph's length.
  private func isOfMainland(before place: Int) -> Bool {
    guard let last = mainlandPlaces.last(where: { $0 < place }), place - last < 100 else {
      return false
    }
    return !mentions.contains { $0.state == Self.taiwan && $0.place > last && $0.place < place }
  }

  private static let towards = Set("对访亲反赴抵驻向离".unicodeScalars.map(\.value))

  private mutating func add(_ state: Int, _ weight: Int, at place: Int, in passage: Passage) {
    let isObject = Self.towards.contains(passage.scalar(place - 1))
    let at = standing(of: state)
    mentions.append(Mention(place: place, state: standings[at].state, isObject: isObject))
    standings[at].weight += weight
  }

  /// Where the standing of a state is kept.
  private mutating func standing(of state: Int) -> Int {
    if let known = kept[state] { return known }
    let body = terms.tellings.states[state]
    kept[state] = standings.count
    standings.append(Standing(state: body, hasHanNames: Self.hasHanNames(body)))
    return standings.count - 1
  }

  private static func hasHanNames(_ state: Body) -> Bool {
    if case .listed(let id) = state { hanNamed.contains(id) } else { true }
  }

  // MARK: which is meant

  /// The state that a title without one is of: the one named most, where the sentence names it or
  /// none; else the last in the sentence. Only states that have such a title and such names.
  func state(
    of title: String, before place: Int, from start: Int, _ script: NameScript
  ) -> Body? {
    if let only = terms.stateTitles.only(title) { return .listed(only) }
    let most = most(title, script)
    let near = inSentence(before: place, from: start) { isPossible($0, title, script) }
    guard !near.isEmpty else { return most }
    // 马尔代夫总统甲、外交部长乙: the state that heads the same list.
    if let last = near.last, last.isHeaded, place - last.place < 16 { return last.state }
    if let most, near.contains(where: { $0.state == most }) { return most }
    return near.last { !$0.isObject }?.state ?? most
  }

  /// The state of a title and kind of names that a sentence names last before a place.
  func last(_ title: String, before place: Int, from start: Int, _ script: NameScript) -> Body? {
    inSentence(before: place, from: start) { isPossible($0, title, script) }.last?.state
  }

  /// Whether a foreign state is named between two places.
  func isAny(before place: Int, from start: Int) -> Bool {
    !inSentence(before: place, from: start) { _ in true }.isEmpty
  }

  /// Whether the text speaks of Taiwan more than of the mainland, and did so last.
  func isOfTaiwan(before place: Int) -> Bool {
    weight(of: Self.taiwan) > mainland && !isOfMainland(before: place)
  }

  var isMostlyOfTaiwan: Bool { weight(of: Self.taiwan) > 2 * mainland }

  /// Whether the text speaks of Hong Kong more than of any state or of the mainland.
  var isOfHongKong: Bool {
    hongKong > 4 && hongKong * 2 > mainland && !standings.contains { $0.weight > hongKong }
  }

  /// The state named most, where it is named more than the mainland.
  func leading(_ title: String) -> Body? {
    most(title, .either).flatMap { weight(of: $0) > mainland ? $0 : nil }
  }

  private func weight(of state: Body) -> Int {
    standings.first { $0.state == state }?.weight ?? 0
  }

  /// The places whose listed bodies a name without one may stand for, the most named first.
  var placesByWeight: [String] {
    var named = standings.map { (name: shortName(of: $0.state), weight: $0.weight) }
    named.append((name: "香港", weight: hongKong))
    return named.filter { $0.weight > 1 }.enumerated()
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
      .map(\.element.name)
  }

  /// The name of a state in the names of its bodies.
  func shortName(of state: Body) -> String {
    switch state {
    case .listed(let id): terms.almanac.organizations[id]?.shortName ?? ""
    case .written(let name, _): name
    default: ""
    }
  }

  private func most(_ title: String, _ script: NameScript) -> Body? {
    var best: Standing?
    for standing in standings where isPossible(standing.state, title, script) {
      if standing.weight > best?.weight ?? 0 { best = standing }
    }
    return best?.state
  }

  private func isPossible(_ state: Body, _ title: String, _ script: NameScript) -> Bool {
    guard case .listed(let id) = state else {
      return script.fits(true) && terms.stateTitles.has("", title)
    }
    // 首相安倍: names of Japan are written with the letters of either kind.
    let fits =
      script.fits(Self.hasHanNames(state))
      || id == "state:JP" && script == .bySound
        && terms.stateTitles.has(id, title, only: true)
    return fits && terms.stateTitles.has(id, title)
  }

  private func inSentence(
    before place: Int, from start: Int, where test: (Body) -> Bool
  ) -> [Mention] {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].place < start { low = middle + 1 } else { high = middle }
    }
    return mentions[low...].prefix { $0.place < place }.filter { test($0.state) }
  }
}

/// Which states have a title, where a title is not one of all of them.
struct StateTitles: Sendable {
  private var with: [String: [String]] = [:]
  private var without: [String: Set<String>] = [:]

  init(_ cues: [Cue]) {
    for cue in cues where cue.kind == "stateswith" || cue.kind == "stateswithout" {
      let ids = cue.value.split(separator: " ").map { "state:" + $0 }
      if cue.kind == "stateswith" { with[cue.form] = ids } else { without[cue.form] = Set(ids) }
    }
  }

  /// The only state that has a title: 国务卿.
  func only(_ title: String) -> String? {
    with[title].flatMap { $0.count == 1 ? $0[0] : nil }
  }

  func isRare(_ title: String) -> Bool { with[title] != nil }

  /// Whether a state has a title; with `only`, whether it is one of few that have it.
  func has(_ state: String, _ title: String, only isRare: Bool = false) -> Bool {
    if let with = with[title] { return with.contains(state) }
    return !isRare && without[title]?.contains(state) != true
  }
}
