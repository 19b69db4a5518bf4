import Model

/// Who leads the delegations (代表团) of an article, so that what a delegation does later is told of
/// them: 甲、乙率吉林省党政代表团.
struct Delegations {
  private struct Led {
    /// By place among the persons.
    var leaders: [Int]
    /// For whom they come; nil where the text does not say.
    var body: Body?
  }

  private let people: PersonPlaces
  private var all: [Led] = []

  init(_ passage: Passage, _ people: PersonPlaces, _ bodies: NamedBodies) {
    self.people = people
    var end = 0
    for person in people.ranges.indices where person >= end {
      let after = people.ranges[person].upperBound
      let next = person + 1 < people.ranges.count ? people.ranges[person + 1].lowerBound : .max
      guard let verb = (after..<min(after + 8, next)).first(where: { Self.leads(passage, at: $0) })
      else { continue }
      let leaders = Array(people.list(upTo: person, from: 0, in: passage))
      let led = bodies.indices(in: verb..<verb + 24).first { bodies.all[$0].isDelegation }
      all.append(Led(leaders: leaders, body: led.map { bodies.all[$0].body }))
      end = person + 1
    }
  }

  private static func leads(_ passage: Passage, at place: Int) -> Bool {
    passage.end(of: passage.terms.wordings.events.leading, at: place) != nil
      && !passage.stands("率先", at: place)
  }

  /// The leaders of a delegation, by place among the persons: those told to lead it, or to lead one
  /// that the text does not name while they hold office there.
  func leaders(of delegation: NamedBody) -> [Int] {
    let own = all.first { $0.body == delegation.body }
    let unnamed = all.last { led in
      led.body == nil && led.leaders.contains { people.isOf($0, delegation.body) }
    }
    return (own ?? unnamed)?.leaders ?? []
  }
}
