import Model
import Reference

/// The states that a text names, for the titles of states that stand without one: 总统马克龙,
/// 洪玛奈首相.
struct StatesNamed {
  private struct Mention {
    var place: Int
    /// An index into the states.
    var state: Int
  }

  private struct State {
    var body: Body
    /// Names of its people are written as Chinese ones are.
    var hasHanNames: Bool
    var mentions = 0
  }

  private var mentions: [Mention] = []
  /// In the order of their first mentions.
  private var states: [State] = []
  private let most: (han: Body?, other: Body?)

  /// States whose people bear names in Han characters, by id; Taiwan's offices are read like a
  /// state's.
  private static let hanNamed: Set<String> = [
    "state:JP", "state:KR", "state:KP", "state:VN", "state:SG",
  ]

  init(_ passage: Passage) {
    let divisions = passage.terms.almanac.divisions
    var known: [String: Int] = [:]
    for place in passage.named.lazy.map(Int.init)
    where passage.beginsLong([.state, .place], at: place) {
      for match in passage.starting(at: place) where match.length > 1 {
        guard let id = Self.id(passage.term(match), divisions) else { continue }
        let state = known[id] ?? states.count
        if state == states.count {
          known[id] = state
          states.append(Self.state(id, divisions))
        }
        states[state].mentions += 1
        mentions.append(Mention(place: place, state: state))
        break
      }
    }
    most = (Self.most(in: states, hasHanNames: true), Self.most(in: states, hasHanNames: false))
  }

  private static let taiwan = "div:710000"

  /// The id of the state that a term names; Taiwan's of its division.
  private static func id(_ term: Term, _ divisions: Divisions) -> String? {
    switch term {
    case .state(let id): return id
    case .place(let indices):
      guard let first = indices.first, divisions.all[first].id == taiwan else { return nil }
      return taiwan
    default: return nil
    }
  }

  private static func state(_ id: String, _ divisions: Divisions) -> State {
    guard id == taiwan, let division = divisions[id] else {
      return State(body: .listed(id), hasHanNames: hanNamed.contains(id))
    }
    return State(
      body: .written(division.shortName, division: division.id), hasHanNames: true)
  }

  private static func most(in states: [State], hasHanNames: Bool) -> Body? {
    states.lazy.filter { $0.hasHanNames == hasHanNames }
      .max { $0.mentions < $1.mentions }?.body
  }

  /// The last state named between two places whose people bear names of a kind.
  func last(before place: Int, from start: Int = 0, hasHanNames: Bool?) -> Body? {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].place < place { low = middle + 1 } else { high = middle }
    }
    for mention in mentions[..<low].reversed() {
      guard mention.place >= start else { return nil }
      let state = states[mention.state]
      if hasHanNames == nil || state.hasHanNames == hasHanNames { return state.body }
    }
    return nil
  }

  /// The state of a kind that the whole text names most.
  func mostNamed(hasHanNames: Bool) -> Body? { hasHanNames ? most.han : most.other }
}
