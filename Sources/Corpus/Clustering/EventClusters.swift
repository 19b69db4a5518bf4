import Model

/// The reports of one event, grouped: each by its number in a total order of all reports.
struct EventClusters {
  /// Of each report the one that stands for its event: the first.
  private(set) var standing: [Int32]
  /// Why a report is in its cluster: the rule that joined it, by its order, and the other report.
  private(set) var rules: [UInt8]
  private(set) var others: [Int32]

  /// `note` gives a report by its number, `document` its document alone. The clusters do not depend on
  /// the order in which documents were noted, as long as the numbers do not; `events` are all numbers,
  /// in any order.
  init(
    _ events: [Int32], space: any ScratchSpace, isStopped: @escaping () -> Bool = { false },
    document: @escaping (Int32) -> Int32, note: @escaping (Int) -> EventNote
  ) {
    let builder = EventClusterBuilder(
      count: events.count, space: space, document: document, note: note)
    EventCandidates(events: events, space: space, note: note, isStopped: isStopped).forEach {
      builder.offer($0, $1, $2, $3)
    }
    var standing = events.indices.map { Int32($0) }
    var rules = [UInt8](repeating: 0, count: events.count)
    var others = standing
    builder.forEachJoin { join in
      standing[Int(join.event)] = join.first
      rules[Int(join.event)] = UInt8(join.rule.order)
      others[Int(join.event)] = join.other
    }
    (self.standing, self.rules, self.others) = (standing, rules, others)
  }
}

/// Joins reports, the surest pairs first, as long as all of a cluster may be one event.
private final class EventClusterBuilder {
  /// In their order, the surest first.
  private struct Link: BitwiseCopyable, Comparable {
    let rule: UInt8
    let first: Int32
    let second: Int32

    static func < (a: Self, b: Self) -> Bool {
      (a.rule, a.first, a.second) < (b.rule, b.first, b.second)
    }
  }

  /// A link that made a cluster, beside the others of that cluster.
  private struct OwnedLink: BitwiseCopyable, Comparable {
    let owner: Int32
    let link: Link

    static func < (a: Self, b: Self) -> Bool { (a.owner, a.link) < (b.owner, b.link) }
  }

  /// Why a report is in a cluster.
  struct Join {
    let event: Int32
    let rule: EventRule
    /// The report that it was joined to.
    let other: Int32
    /// The first of the cluster.
    let first: Int32
  }

  /// What all reports of a cluster have in common.
  private struct Common {
    /// The days that all may mean: windows that touch two by two have a day in common.
    var window: DayWindow?
    var parties: [EventNote.Party]
    /// The innermost of the places, each of which lies in the next.
    var place: [Int32]
  }

  private let space: any ScratchSpace
  private let document: (Int32) -> Int32
  private let note: (Int) -> EventNote
  private let links: Sorter<Link>
  private var forest: EventForest
  /// Of the clusters of several, by their first report.
  private var commons: [Int32: Common] = [:]

  init(
    count: Int, space: any ScratchSpace, document: @escaping (Int32) -> Int32,
    note: @escaping (Int) -> EventNote
  ) {
    self.space = space
    self.document = document
    self.note = note
    links = Sorter(space)
    forest = EventForest(count: count)
  }

  func offer(_ a: Int, _ first: EventNote, _ b: Int, _ second: EventNote) {
    guard let rule = EventRules.verdict(first, second) else { return }
    links.append(Link(rule: UInt8(rule.order), first: Int32(a), second: Int32(b)))
  }

  // MARK: joins

  /// Joins what may be joined, and calls `body` with each report but the first of its cluster.
  func forEachJoin(_ body: (Join) -> Void) {
    let made = SpilledList<Link>(space)
    for link in links.sorted() where join(link) { made.append(link) }
    let owned = Sorter<OwnedLink>(space)
    for index in made.indices {
      let link = made[index]
      owned.append(OwnedLink(owner: forest.root(link.first), link: link))
    }
    var sorted = owned.sorted()
    while true {
      let group = sorted.group { $0.owner == $1.owner }
      guard let owner = group.first?.owner else { return }
      Self.forEachJoin(of: group.map(\.link), from: owner, body)
    }
  }

  /// The links of a cluster are a tree: each report but the first was joined by the link that leads
  /// towards the first.
  private static func forEachJoin(of links: [Link], from first: Int32, _ body: (Join) -> Void) {
    var ends: [Int32: [Link]] = [:]
    for link in links {
      ends[link.first, default: []].append(link)
      ends[link.second, default: []].append(link)
    }
    var told: Set<Int32> = [first]
    var queue = [first]
    while let event = queue.popLast() {
      for link in ends[event] ?? [] {
        let other = link.first == event ? link.second : link.first
        guard told.insert(other).inserted else { continue }
        let rule = EventRule.allCases[Int(link.rule)]
        body(Join(event: other, rule: rule, other: event, first: first))
        queue.append(other)
      }
    }
  }

  /// Whether the link has brought two clusters together.
  private func join(_ link: Link) -> Bool {
    let (one, other) = (forest.root(link.first), forest.root(link.second))
    guard one != other, areDisjoint(one, other) else { return false }
    let first = commons[one] ?? common(link.first)
    let second = commons[other] ?? common(link.second)
    guard let common = common(first, second, link) else { return false }
    commons[one] = nil
    commons[other] = nil
    commons[forest.join(one, other)] = common
    return true
  }

  /// Whether no document tells reports of both: it tells an event once.
  private func areDisjoint(_ one: Int32, _ other: Int32) -> Bool {
    var documents: Set<Int32> = []
    forest.forEachMember(of: one) { documents.insert(document($0)) }
    var areDisjoint = true
    forest.forEachMember(of: other) { event in
      if documents.contains(document(event)) { areDisjoint = false }
    }
    return areDisjoint
  }

  private func common(_ event: Int32) -> Common {
    let note = note(Int(event))
    return Common(window: note.window, parties: note.parties, place: note.place)
  }

  /// What two clusters have in common; nil where a report of the one contradicts one of the other: no
  /// day, no party or another place in common.
  private func common(_ a: Common, _ b: Common, _ link: Link) -> Common? {
    guard EventRules.agree(a.place, b.place) else { return nil }
    var window = a.window ?? b.window
    if let mine = a.window, let theirs = b.window {
      guard let days = mine.common(theirs) else { return nil }
      window = days
    }
    let parties = EventRules.common(a.parties, b.parties)
    let (rule, kind) = (EventRule.allCases[Int(link.rule)], note(Int(link.first)).kind)
    let least = rule.isOfCopies || rule == .words ? 1 : EventRules.leastCommon(kind)
    guard parties.count >= least else { return nil }
    if rule == .office, !EventRules.sharesOffice(a.parties, b.parties) { return nil }
    return Common(
      window: window, parties: parties, place: a.place.count >= b.place.count ? a.place : b.place)
  }
}

/// Which reports are in one cluster; its root is its first.
private struct EventForest {
  private var parents: [Int32]
  /// The next of its cluster, in a ring.
  private var next: [Int32]

  init(count: Int) {
    parents = (0..<Int32(count)).map { $0 }
    next = parents
  }

  mutating func root(_ event: Int32) -> Int32 {
    var place = event
    while parents[Int(place)] != place {
      parents[Int(place)] = parents[Int(parents[Int(place)])]
      place = parents[Int(place)]
    }
    return place
  }

  /// Joins two roots, and gives the one of both.
  mutating func join(_ a: Int32, _ b: Int32) -> Int32 {
    parents[Int(max(a, b))] = min(a, b)
    next.swapAt(Int(a), Int(b))
    return min(a, b)
  }

  func forEachMember(of event: Int32, _ body: (Int32) -> Void) {
    var member = event
    repeat {
      body(member)
      member = next[Int(member)]
    } while member != event
  }
}
