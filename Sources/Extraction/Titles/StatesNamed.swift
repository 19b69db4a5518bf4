import Model
import Reference

/// The states that a text names, for the titles of states that stand without one: 总统马克龙,
/// 洪玛奈首相.
struct StatesNamed {
  private struct Mention {
    var place: Int
    var state: Body
    /// Names of its people are written as Chinese ones are.
    var hasHanNames: Bool
  }

  private let mentions: [Mention]
  private let most: (han: Body?, other: Body?)

  /// States whose people bear names in Han characters, by id; Taiwan's offices are read like a
  /// state's.
  private static let hanNamed: Set<String> = [
    "state:JP", "state:KR", "state:KP", "state:VN", "state:SG",
  ]

  init(_ passage: Passage) {
    let divisions = passage.terms.almanac.divisions
    var mentions: [Mention] = []
    var counts: [Body: Int] = [:]
    for place in passage.named.lazy.map(Int.init)
    where passage.beginsLong([.state, .place], at: place) {
      for match in passage.starting(at: place) where match.length > 1 {
        guard let mention = Self.mention(passage.term(match), at: place, divisions) else {
          continue
        }
        mentions.append(mention)
        counts[mention.state, default: 0] += 1
        break
      }
    }
    self.mentions = mentions
    func most(_ isHan: Bool) -> Body? {
      mentions.lazy.filter { $0.hasHanNames == isHan }
        .max { counts[$0.state, default: 0] < counts[$1.state, default: 0] }?.state
    }
    self.most = (most(true), most(false))
  }

  private static func mention(_ term: Term, at place: Int, _ divisions: Divisions) -> Mention? {
    switch term {
    case .state(let id):
      return Mention(place: place, state: .listed(id), hasHanNames: hanNamed.contains(id))
    case .place(let indices):
      guard let first = indices.first, divisions.all[first].id == "div:710000" else { return nil }
      let taiwan = divisions.all[first]
      return Mention(
        place: place, state: .written(taiwan.shortName, division: taiwan.id), hasHanNames: true)
    default: return nil
    }
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
      if hasHanNames == nil || mention.hasHanNames == hasHanNames { return mention.state }
    }
    return nil
  }

  /// The state of a kind that the whole text names most.
  func mostNamed(hasHanNames: Bool) -> Body? { hasHanNames ? most.han : most.other }
}
