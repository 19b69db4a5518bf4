import Model

/// An office held by the person of one occurrence of a name.
struct Held {
  var occurrence: Int
  var office: OfficeReading
  var rule: Rule
  /// The chain that it was printed in: offices of one chain are held at one time.
  var chain: Int
  /// A year printed in the clause of the office.
  var year: Int?
}

/// Tells, in careers, what is past: an office that a later one followed is `former`, though its
/// verb (任, 出任) does not say so.
struct Careers {
  private let held: [Held]
  private let names: [String]

  init(_ held: [Held], _ occurrences: [NameBook.Occurrence]) {
    self.held = held
    names = held.map { occurrences[$0.occurrence].name }
  }

  /// The offices with their qualifiers filled in, in the same order.
  func told() -> [Held] {
    var told = held
    for name in Set(names) {
      let indices = held.indices.filter { names[$0] == name }
      let current = Set(indices.filter { isCurrent(held[$0]) }.map { Seat(held[$0].office) })
      let career = indices.filter { isStep(held[$0]) }
      guard let last = career.last else { continue }
      let past = Set(
        indices.filter { held[$0].office.qualifier == .former }.map { Seat(held[$0].office) })
      for index in career where !current.contains(Seat(held[index].office)) {
        let isFollowed = held[index].chain != held[last].chain
        let isDated = held[index].year != nil && !current.isEmpty
        // 云南省委原书记 in one place of an article makes 2011年任云南省委书记 past in another.
        let isPast = past.contains(Seat(held[index].office))
        if isFollowed || isDated || isPast { told[index].office.qualifier = .former }
      }
    }
    return told
  }

  /// A body and a title, whatever was inferred of them.
  private struct Seat: Hashable {
    var body: Body
    var title: String

    init(_ office: OfficeReading) {
      body = office.body
      title = office.title
    }
  }

  /// An office said to be held now.
  private func isCurrent(_ held: Held) -> Bool {
    held.office.qualifier != .former && held.rule != .holder && held.rule != .career
  }

  /// A step of a career whose verb does not say whether it is past.
  private func isStep(_ held: Held) -> Bool {
    held.office.qualifier == nil && (held.rule == .career || held.rule == .holder)
  }
}
