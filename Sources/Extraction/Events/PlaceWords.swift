import Reference

/// A word right before a place.
struct PlaceGovernor: Sendable {
  let codes: [UInt32]
  let role: PlaceMention.Role
  /// Letters that make another word of it when they stand before it: 提到.
  private(set) var barred: Set<UInt32> = []
  /// Letters of which one must stand before it, none where any may: 日于.
  private(set) var needed: Set<UInt32> = []

  /// - Parameter word: with `scene` or `post`, and what it asks of the letter before it:
  ///   `scene barred 存旨`.
  init?(_ word: TellingWord) {
    let parts = word.value.split(separator: " ").map(String.init)
    switch parts.first {
    case "scene": role = .scene
    case "post": role = .post
    default: return nil
    }
    codes = word.form.unicodeScalars.map(\.value)
    guard !codes.isEmpty, parts.count == 1 || parts.count == 3 else { return nil }
    guard parts.count == 3 else { return }
    let letters = Set(parts[2].unicodeScalars.map(\.value))
    switch parts[1] {
    case "barred": barred = letters
    case "needed": needed = letters
    default: return nil
    }
  }
}

/// The words that stand beside the name of a place and say what it is to what is told.
final class PlaceWords: Sendable {
  /// By their last letter, the longest first.
  let governors: [UInt32: [PlaceGovernor]]

  /// Verbs of coming, after which a place may stand behind what is in it: 到达地处平原的河滨县.
  let arrivals: [[UInt32]]
  /// What stands between a governor and the place and says nothing.
  let fillers: [[UInt32]]
  /// What joins a city to the place that it is the seat of: 甲国首都乙.
  let seats: [[UInt32]]
  /// Before the name of a province's letter: 在京.
  let beforeLetters: Set<UInt32>
  let beforeStateLetters: Set<UInt32>
  /// What behind a place makes it a matter, a people or a force, and not where somebody is.
  let matters: [[UInt32]]
  /// What behind a place makes it that of an office: 赴甲省任.
  let taking: [[UInt32]]
  /// What a place is inspected by, behind it: 甲省考察.
  let trips: [[UInt32]]
  /// Moves that are told without the place: 空降接棒.
  let moves: [[UInt32]]
  /// Changes of office that may be within a province.
  let changes: [[UInt32]]
  /// Verbs whose object may be of a place and not the place: 考察甲省成果.
  let looks: [[UInt32]]
  let parties: Set<UInt32>
  let convening: [[UInt32]]
  let meetings: [[UInt32]]
  /// What somebody does with a meeting that is named by its place, and what stands between.
  let gathering: [[UInt32]]
  let counts: [[UInt32]]
  /// Meetings of bodies that sit where they sit, whatever was told before.
  let sittings: [[UInt32]]
  /// 对甲国进行访问.
  let visiting: [[UInt32]]

  init(_ source: inout WordSource) {
    let all = source.read("place.governors") { PlaceGovernor($0) }
    governors = Dictionary(grouping: all) { $0.codes[$0.codes.count - 1] }
      .mapValues { $0.sorted { $0.codes.count > $1.codes.count } }
    arrivals = source.codes("place.arrivals")
    fillers = source.codes("place.fillers")
    seats = source.codes("place.seats")
    beforeLetters = source.letters("place.beforeLetters")
    beforeStateLetters = source.letters("place.beforeStateLetters")
    matters = source.codes("place.matters")
    taking = source.codes("place.taking")
    trips = source.codes("place.trips")
    moves = source.codes("place.moves")
    changes = source.codes("place.changes")
    looks = source.codes("place.looks")
    parties = source.letters("place.parties")
    convening = source.codes("place.convening")
    meetings = source.codes("place.meetings")
    gathering = source.codes("place.gathering")
    counts = source.codes("place.counts")
    sittings = source.codes("place.sittings")
    visiting = source.codes("place.visiting")
  }

  /// Hong Kong and Macao.
  static let seatsOfOffices: Set<String> = ["div:810000", "div:820000"]
}
