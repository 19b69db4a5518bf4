import Model
import Reference

/// What the forms of the lexicon tell of the states that a text is about, worked out once.
struct StateTellings: Sendable {
  enum Telling: Sendable {
    /// A state by its name, by one of its bodies, or by a place in it: its number.
    case state(Int)
    case body(Int)
    case seat(Int)
    case mainland
    case hongKong(Int)
    /// Who prints the news is not who it is about: 德国之声.
    case press
    case nothing
  }

  /// The states, by their numbers.
  private(set) var states: [Body] = []
  /// By the indices of terms.
  private var tellings: [Telling] = []
  private var numbers: [Body: Int] = [:]

  init(_ terms: [Term], _ almanac: Almanac) {
    tellings = terms.map { _ in .nothing }
    for (index, term) in terms.enumerated() {
      switch term {
      case .state(let id): tellings[index] = .state(number(of: .listed(id)))
      case .seat(let id): tellings[index] = .seat(number(of: .listed(id)))
      case .listed(let ids): tellings[index] = telling(ofListed: ids, almanac)
      case .place(let indices):
        tellings[index] = telling(of: indices.first.map { almanac.divisions.all[$0].id } ?? "")
      default: continue
      }
    }
  }

  subscript(_ term: Int) -> Telling { tellings[term] }

  private mutating func telling(of division: String) -> Telling {
    if division == "div:710000" { return .body(number(of: StatesNamed.taiwan)) }
    if division.hasPrefix("div:71") { return .seat(number(of: StatesNamed.taiwan)) }
    return division.hasPrefix("div:81") ? .hongKong(2) : .mainland
  }

  private mutating func telling(ofListed ids: [String], _ almanac: Almanac) -> Telling {
    guard let id = ids.first, let row = almanac.organizations[id] else { return .nothing }
    if row.kind == "media" { return .press }
    let side = id.prefix { $0 != ":" }
    switch side {
    case "org", "co", "uni", "civil": return .mainland
    case "hk": return .hongKong(1)
    case "tw": return .body(number(of: StatesNamed.taiwan))
    default:
      let state = "state:" + side.uppercased()
      guard side.utf8.count == 2, almanac.organizations[state] != nil else { return .nothing }
      return .body(number(of: .listed(state)))
    }
  }

  private mutating func number(of state: Body) -> Int {
    if let known = numbers[state] { return known }
    numbers[state] = states.count
    states.append(state)
    return states.count - 1
  }
}
