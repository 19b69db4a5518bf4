import Model

/// What is known of one who may be a person by himself: the documents that give him offices with a
/// body in common.
struct Circle {
  /// By number, into the appearances of the name.
  var members: [Int] = []
  var documents: Set<Int32> = []
  /// The offices, and when they were held as far as it is known.
  var seats: [Int32: Days?] = [:]
  /// Of all that is held at some known time.
  var days: Days?
  var highest: Int?
  var states: Set<String?> = []

  /// Whether a single misreading cannot be all there is of it.
  var isSolid: Bool { documents.count > 1 }
}

/// Why two of one name are taken for one person, or for two.
enum SamenessRule: String, CaseIterable, Sendable {
  // For two.
  case saidApart = "said-apart"  // lookups/not_same_person.csv
  case oneArticle = "two-in-one-article"
  case seatsAtOnce = "two-seats-at-once"
  case states = "two-states"
  case rankGap = "rank-gap"
  case commonName = "common-name"
  // For one.
  case saidSame = "said-same"  // lookups/same_person.csv
  case place = "same-place"
  case bodyName = "same-body-name"
  case rareHighRank = "rare-high-rank"
  case highRank = "high-rank"
  case rareName = "rare-name"
  // For a name that stands without an office among namesakes.
  case placeInArticle = "place-in-article"
  case mostSeen = "most-seen"
  // For a name that is another form of one.
  case otherForm = "other-form"

  /// Whether it says that the two are one.
  var joins: Bool {
    switch self {
    case .saidApart, .oneArticle, .seatsAtOnce, .states, .rankGap, .commonName: false
    case .saidSame, .place, .bodyName, .rareHighRank, .highRank, .rareName: true
    case .placeInArticle, .mostSeen: true
    case .otherForm: true
    }
  }

  /// Whether two whom it keeps apart may not be joined through a third either.
  var forbids: Bool {
    switch self {
    case .saidApart, .oneArticle, .seatsAtOnce, .states, .rankGap: true
    default: false
    }
  }

  /// Whether somebody may want to look at what was made of it.
  var isDoubtful: Bool {
    switch self {
    case .saidApart, .saidSame, .oneArticle, .place, .bodyName, .rareHighRank: false
    case .placeInArticle: false
    case .seatsAtOnce, .states, .rankGap, .commonName, .highRank, .rareName, .mostSeen: true
    case .otherForm: true
    }
  }

  /// Joins are made in this order, the surest first.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Holds two circles of one name against the rules.
struct SamenessRules {
  let profiles: [SeatProfile]
  let name: NameKind

  /// The rank of a deputy minister or deputy governor: of those so high hardly two share a name.
  private static let high = 4
  /// The ladder is not climbed by more steps than this within two years.
  private static let mostSteps = 3

  /// The first rule that tells; `common-name` where none does.
  func verdict(_ one: Circle, _ other: Circle) -> SamenessRule {
    if !one.documents.isDisjoint(with: other.documents) { return .oneArticle }
    // Written by its sound, a surname is borne in many states.
    if name == .foreignSurname, areOfTwoStates(one, other) { return .states }
    if isPlausible(one, other) {
      if areAtOnce(one, other) { return .seatsAtOnce }
      if areOfTwoStates(one, other) { return .states }
      if hasRankGap(one, other) { return .rankGap }
    }
    if anyPair(one, other, { $0.sharesPlace(with: $1) }), !hasRankGap(one, other) { return .place }
    if anyPair(one, other, { $0.sharesName(with: $1) }) { return .bodyName }
    let areHigh = areHigh(one, other)
    if name != .common { return areHigh ? .rareHighRank : .rareName }
    return areHigh ? .highRank : .commonName
  }

  /// Whether two persons of the name are likelier than an office that was misread.
  private func isPlausible(_ one: Circle, _ other: Circle) -> Bool {
    name == .common || one.isSolid && other.isSolid && !areHigh(one, other)
  }

  private func areHigh(_ one: Circle, _ other: Circle) -> Bool {
    guard let mine = one.highest, let theirs = other.highest else { return false }
    return max(mine, theirs) <= Self.high
  }

  private func anyPair(
    _ one: Circle, _ other: Circle, _ holds: (SeatProfile, SeatProfile) -> Bool
  ) -> Bool {
    one.seats.keys.contains { mine in
      other.seats.keys.contains { holds(profiles[Int(mine)], profiles[Int($0)]) }
    }
  }

  private func areAtOnce(_ one: Circle, _ other: Circle) -> Bool {
    one.seats.contains { mine, held in
      guard let held else { return false }
      return other.seats.contains { theirs, days in
        guard let days, held.overlaps(days) else { return false }
        let (seat, another) = (profiles[Int(mine)], profiles[Int(theirs)])
        let isMisread = seat.state != another.state && seat.title == another.title
        return seat.excludes(another) && !isMisread
      }
    }
  }

  /// At home is a state as well. Where one post is told in two states (外交部长 without its state),
  /// the state was misread.
  private func areOfTwoStates(_ one: Circle, _ other: Circle) -> Bool {
    !one.states.isEmpty && !other.states.isEmpty && one.states.isDisjoint(with: other.states)
      && !anyPair(one, other) { $0.title == $1.title }
  }

  private func hasRankGap(_ one: Circle, _ other: Circle) -> Bool {
    guard let mine = one.highest, let theirs = other.highest,
      let days = one.days, let others = other.days
    else { return false }
    return abs(mine - theirs) > Self.mostSteps && days.months(to: others) <= 24
  }
}
