import Model

/// Tells who of one name is one person.
///
/// Documents that give offices in one body are about one person; what they make together is a
/// circle. Two circles are held against `SamenessRules`: what speaks for two persons comes first,
/// then what speaks for one. A document that gives no office goes to the only person of the name,
/// else to the one of the place that it writes about, else to the one who is nearly always meant.
struct PersonGrouping {
  /// One person's share of the appearances of a name.
  struct Group {
    /// By number, into the appearances of the name.
    var members: [Int]
    /// Whether nothing tells which of several persons is meant.
    var isUndecided = false
  }

  /// A choice that somebody may want to look at.
  struct Judgement {
    let rule: SamenessRule
    /// An appearance of each of the two, by number into the appearances of the name.
    let first: Int
    let second: Int
  }

  /// In the order of the ids of their documents.
  let members: [NamedAppearance]
  let profiles: [SeatProfile]
  let rules: SamenessRules
  /// Pairs of members of whom people say that they are one person, or two.
  let same: [(Int, Int)]
  let apart: [(Int, Int)]
  /// How often the provinces and states of the others stand in a document.
  let surroundings: (Int32) -> [String: Int]

  func grouped() -> (groups: [Group], judgements: [Judgement]) {
    guard members.count > 1 else { return ([Group(members: Array(members.indices))], []) }
    let circles = circles()
    guard circles.count > 1 else { return ([Group(members: Array(members.indices))], []) }
    var (groups, judgements) = joined(circles)
    let bare = members.indices.filter { !holdsOffice(members[$0]) }
    attach(bare, to: &groups, &judgements)
    return (groups, judgements)
  }

  private func holdsOffice(_ member: NamedAppearance) -> Bool {
    member.homonym != nil || member.sightings.contains { !profiles[Int($0.seat)].isUnplaced }
  }

  // MARK: circles

  /// Members with offices, joined where they have a body in common; in the order of their first.
  private func circles() -> [Circle] {
    var sets = MemberSets(count: members.count, apart: apart)
    // The first of each body that may be joined; several where people say that they are two.
    var first: [String: [Int]] = [:]
    for (one, other) in same { sets.join(one, other) }
    for (index, member) in members.enumerated() where member.homonym == nil {
      for sighting in member.sightings {
        let profile = profiles[Int(sighting.seat)]
        guard !profile.isUnplaced, !(rules.name == .common && profile.isMembership) else {
          continue
        }
        let known = first[profile.organizationKey] ?? []
        if !known.contains(where: { sets.join($0, index) }) {
          first[profile.organizationKey] = known + [index]
        }
      }
    }
    var circles: [Circle] = []
    var places: [Int: Int] = [:]
    for index in members.indices where holdsOffice(members[index]) {
      let root = sets.root(of: index)
      let place = places[root] ?? circles.count
      if place == circles.count {
        places[root] = place
        circles.append(Circle())
      }
      add(index, to: &circles[place])
    }
    return circles
  }

  private func add(_ index: Int, to circle: inout Circle) {
    let member = members[index]
    circle.members.append(index)
    circle.documents.insert(member.document)
    for sighting in member.sightings {
      let profile = profiles[Int(sighting.seat)]
      var held = circle.seats[sighting.seat] ?? nil
      let isHeld = sighting.manner != .incoming && (sighting.manner != .former || sighting.isDated)
      if isHeld, let day = sighting.day {
        held.include(day)
        circle.days.include(day)
      }
      circle.seats[sighting.seat] = .some(held)
      if sighting.manner != .incoming, let rank = profile.rankOrder {
        circle.highest = min(circle.highest ?? rank, rank)
      }
      if profile.tellsState { circle.states.insert(profile.state) }
    }
  }

  // MARK: persons

  private func joined(_ circles: [Circle]) -> (groups: [Group], judgements: [Judgement]) {
    var verdicts: [(rule: SamenessRule, one: Int, other: Int)] = []
    for one in circles.indices {
      for other in one + 1..<circles.endIndex {
        verdicts.append((verdict(circles[one], circles[other]), one, other))
      }
    }
    verdicts.sort { ($0.rule.order, $0.one, $0.other) < ($1.rule.order, $1.one, $1.other) }
    let forbidden = verdicts.filter(\.rule.forbids)
    var sets = DisjointSets(count: circles.count)
    var judgements: [Judgement] = []
    for (rule, one, other) in verdicts where rule.joins {
      let (mine, theirs) = (sets.root(of: one), sets.root(of: other))
      if mine == theirs { continue }
      let isForbidden = forbidden.contains { pair in
        let (a, b) = (sets.root(of: pair.one), sets.root(of: pair.other))
        return (a, b) == (mine, theirs) || (a, b) == (theirs, mine)
      }
      if isForbidden { continue }
      sets.join(one, other)
      judgements.append(judgement(rule, circles[one], circles[other]))
    }
    var told: Set<[Int]> = []
    for (rule, one, other) in verdicts where !rule.joins {
      let roots = [sets.root(of: one), sets.root(of: other)].sorted()
      guard roots[0] != roots[1], told.insert(roots).inserted else { continue }
      judgements.append(judgement(rule, circles[one], circles[other]))
    }
    return (groups(circles, &sets), judgements)
  }

  private func verdict(_ one: Circle, _ other: Circle) -> SamenessRule {
    let isSaidApart = apart.contains { a, b in
      one.members.contains(a) && other.members.contains(b)
        || one.members.contains(b) && other.members.contains(a)
    }
    return isSaidApart ? .saidApart : rules.verdict(one, other)
  }

  private func judgement(_ rule: SamenessRule, _ one: Circle, _ other: Circle) -> Judgement {
    Judgement(rule: rule, first: one.members[0], second: other.members[0])
  }

  private func groups(_ circles: [Circle], _ sets: inout DisjointSets) -> [Group] {
    var members: [Int: [Int]] = [:]
    for (index, circle) in circles.enumerated() {
      members[sets.root(of: index), default: []] += circle.members
    }
    return members.values.map { Group(members: $0.sorted()) }
      .sorted { $0.members[0] < $1.members[0] }
  }

  // MARK: names without an office

  private func attach(
    _ bare: [Int], to groups: inout [Group], _ judgements: inout [Judgement]
  ) {
    guard groups.count > 1 else {
      groups[0].members = (groups[0].members + bare).sorted()
      return
    }
    let persons = groups
    let surest = mostSeen(persons)
    let areas = persons.map(places)
    var undecided: [Int] = []
    for index in bare {
      if let place = inPlace(members[index], areas) {
        groups[place].members.append(index)
      } else if let surest {
        groups[surest].members.append(index)
        judgements.append(
          Judgement(rule: .mostSeen, first: persons[surest].members[0], second: index))
      } else {
        undecided.append(index)
      }
    }
    for place in groups.indices { groups[place].members.sort() }
    if !undecided.isEmpty { groups.append(Group(members: undecided, isUndecided: true)) }
  }

  /// The one person of whose province or state the others in a document are.
  private func inPlace(_ member: NamedAppearance, _ areas: [Set<String>]) -> Int? {
    let around = surroundings(member.document)
    guard !around.isEmpty else { return nil }
    let scores = areas.map { $0.reduce(0) { $0 + (around[$1] ?? 0) } }
    guard let best = scores.max(), best > 0, scores.count(where: { $0 == best }) == 1 else {
      return nil
    }
    return scores.firstIndex(of: best)
  }

  private func places(of group: Group) -> Set<String> {
    Set(
      group.members.flatMap { members[$0].sightings }.compactMap { profiles[Int($0.seat)].area })
  }

  /// The person whom three of four documents mean.
  private func mostSeen(_ groups: [Group]) -> Int? {
    let counts = groups.map { group in Set(group.members.map { members[$0].document }).count }
    let total = counts.reduce(0, +)
    guard let most = counts.max(), most * 4 >= total * 3, most > 1 else { return nil }
    return counts.firstIndex(of: most)
  }
}

extension SeatProfile {
  /// The province or state that it belongs to; nil for the centre and for what is not known.
  var area: String? { state ?? path.first }
}

/// Sets of members of which people have said who must stay apart.
private struct MemberSets {
  private var sets: DisjointSets
  private let apart: [(Int, Int)]

  init(count: Int, apart: [(Int, Int)]) {
    sets = DisjointSets(count: count)
    self.apart = apart
  }

  mutating func root(of index: Int) -> Int { sets.root(of: index) }

  /// Joins two sets, unless two that must stay apart would meet; says whether they are one now.
  @discardableResult
  mutating func join(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (sets.root(of: one), sets.root(of: other))
    if a == b { return true }
    for pair in apart {
      let (c, d) = (sets.root(of: pair.0), sets.root(of: pair.1))
      if (c, d) == (a, b) || (d, c) == (a, b) { return false }
    }
    sets.join(one, other)
    return true
  }
}

/// Sets that are joined, and never parted (union-find); the least member stands for its set.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of index: Int) -> Int {
    var root = index
    while parents[root] != root {
      parents[root] = parents[parents[root]]
      root = parents[root]
    }
    return root
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (a, b) = (root(of: one), root(of: other))
    parents[max(a, b)] = min(a, b)
  }
}
