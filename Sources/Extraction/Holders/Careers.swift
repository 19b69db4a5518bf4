import Model

/// An office held by the person of one occurrence of a name.
struct Held {
  var occurrence: Int
  var office: OfficeReading
  var rule: Rule
  /// The chain that it was printed in: offices of one chain are held at one time.
  var chain: Int
  /// The date printed before the office in its sentence.
  var date: PartialDate?
  /// How the text speaks where the office stands.
  var voice = Voice.news
  /// Whether the verb takes the person away from another office.
  var leaves = Leaving.nothing

  enum Leaving {
    case nothing
    /// The offices of another place: 升任, 出任.
    case elsewhere
    /// Every office but memberships: 转任, 调任.
    case all
  }

  enum Voice {
    /// Of what the article reports.
    case news
    /// Of what went before: a career told in order.
    case biography
    /// Of what is held now, in so many words: 现任.
    case present
    /// Of what happened in an earlier year that opens the sentence.
    case scene
  }
}

/// Tells what is past: an office of a career that a later one followed is `former`, though its
/// verb (任, 出任) does not say so.
struct Careers {
  private let held: [Held]
  private let occurrences: [NameBook.Occurrence]

  private let published: PartialDate?

  init(_ held: [Held], _ occurrences: [NameBook.Occurrence], published: PartialDate?) {
    self.held = held
    self.occurrences = occurrences
    self.published = published
  }

  /// The offices with their qualifiers filled in, in the same order.
  func told() -> [Held] {
    var told = held
    var persons: [NamedPerson.Key: [Int]] = [:]
    for index in held.indices {
      persons[occurrences[held[index].occurrence].person, default: []].append(index)
    }
    for indices in persons.values {
      for index in past(indices) { told[index].office.qualifier = .former }
    }
    return told
  }

  /// Of the offices of one person those that are past by the others.
  private func past(_ indices: [Int]) -> [Int] {
    guard indices.contains(where: { mayTellThePast(held[$0]) }) else { return [] }
    let now = indices.filter { isCurrent(held[$0]) }
    let current = Set(now.map { Seat(held[$0].office) })
    let ended = indices.filter { held[$0].office.qualifier == .former }
    let career = indices.filter { isStep(held[$0]) && isEarlier(held[$0]) }
    let last = career.last.map { held[$0].chain }
    let left = Set(ended.map { Seat(held[$0].office) })
    let leftBodies = Set(ended.filter { !isTold(held[$0]) }.map { held[$0].office.body.root })
    let followed = career.filter { index in
      let seat = Seat(held[index].office)
      if left.contains(seat) { return true }
      if current.contains(seat) { return false }
      // 7月，某市委书记甲升任某省委常委: what stands beside the same place of the name is what the step leads
      // from.
      let isSuperseded = now.contains {
        held[index].voice == .biography || held[$0].occurrence != held[index].occurrence
      }
      return held[index].chain != last || isSuperseded
        || leftBodies.contains(held[index].office.body.root)
    }
    return followed + scenes(indices, current) + departed(indices) + mates(indices)
      + longPast(indices, current) + followedByOther(indices, left)
  }

  /// 原副书记甲……半年前才升任副书记、政法委书记: with an office that is printed as past go the others that
  /// one verb gave with it.
  private func mates(_ indices: [Int]) -> [Int] {
    let left = Set(
      indices.filter { held[$0].office.qualifier == .former && !isTold(held[$0]) }
        .map { Seat(held[$0].office) })
    let chains = Set(
      indices.filter { isStep(held[$0]) && left.contains(Seat(held[$0].office)) }
        .map { held[$0].chain })
    return indices.filter { isStep(held[$0]) && chains.contains(held[$0].chain) }
  }

  /// 接替甲担任社长 where the text says elsewhere that 甲 is no longer.
  private func followedByOther(_ indices: [Int], _ left: Set<Seat>) -> [Int] {
    indices.filter {
      held[$0].rule == .predecessor && held[$0].office.qualifier == nil
        && left.contains(Seat(held[$0].office))
    }
  }

  /// 1998年出任行长: what was taken up longer ago than terms last, where nothing says that it is held
  /// still.
  private func longPast(_ indices: [Int], _ current: Set<Seat>) -> [Int] {
    indices.filter {
      isStep(held[$0]) && isLongAgo(held[$0]) && !current.contains(Seat(held[$0].office))
    }
  }

  private func isLongAgo(_ held: Held) -> Bool {
    guard let date = held.date, let published, held.voice != .present else { return false }
    return date.year + Self.longestTerm <= published.year
  }

  /// Two terms of five years, and what goes before and after.
  private static let longestTerm = 12

  private func mayTellThePast(_ held: Held) -> Bool {
    held.voice == .scene || isStep(held) && isLongAgo(held) || held.leaves != .nothing
      || isStep(held) && isEarlier(held)
      || held.office.qualifier == .former && !isTold(held)
  }

  /// Offices of those who acted in an earlier year, where nothing says that they hold them still.
  private func scenes(_ indices: [Int], _ current: Set<Seat>) -> [Int] {
    indices.filter {
      held[$0].voice == .scene && held[$0].office.qualifier == nil
        && !current.contains(Seat(held[$0].office))
    }
  }

  /// 上海市副市长甲转任苏州市委书记: the office before a name whose verb takes it elsewhere.
  private func departed(_ indices: [Int]) -> [Int] {
    let moves = indices.filter {
      held[$0].leaves != .nothing && [.news, .present].contains(held[$0].voice)
        && held[$0].office.qualifier == nil
    }
    return moves.flatMap { move in
      indices.filter {
        held[$0].occurrence == held[move].occurrence && !isTold(held[$0])
          && held[$0].office.qualifier == nil && isLeft(held[$0].office, for: held[move])
      }
    }
  }

  /// Whether an office is given up for another one. Seats in assemblies and committees go along with
  /// a post: a member of a province's standing committee who becomes its deputy governor stays one.
  private func isLeft(_ office: OfficeReading, for move: Held) -> Bool {
    let (from, to) = (office.body.division, move.office.body.division)
    if Self.memberships.contains(office.title), from == nil || from == to { return false }
    if move.leaves == .all { return true }
    // Who takes a post at the centre beside one in a province may keep both.
    return from != nil && to != nil && from != to
  }

  private static let memberships: Set<String> = ["委员", "候补委员", "常委", "代表", "党组成员", "政协委员"]

  /// A body and a title, whatever was inferred of them.
  private struct Seat: Hashable {
    var body: Body
    var title: String

    init(_ office: OfficeReading) {
      body = office.body
      title = office.title
    }
  }

  /// An office said to be held now, or taken up in what the article reports.
  private func isCurrent(_ held: Held) -> Bool {
    guard held.office.qualifier != .former else { return false }
    if isLongAgo(held), isTold(held) { return false }
    return isTold(held) ? !isEarlier(held) : held.voice != .scene
  }

  /// Whether a step was taken before what the article reports: in a career, or in an earlier month.
  private func isEarlier(_ held: Held) -> Bool {
    if held.voice == .biography { return true }
    guard held.voice == .news, let date = held.date, let month = date.month, let published,
      let last = published.month
    else { return false }
    return (date.year, month) < (published.year, last)
  }

  /// Whether a verb gives the office, and not the words around a name alone.
  private func isTold(_ held: Held) -> Bool { held.rule == .career || held.rule == .holder }

  /// A step of a career whose verb does not say whether it is past.
  private func isStep(_ held: Held) -> Bool { held.office.qualifier == nil && isTold(held) }
}
