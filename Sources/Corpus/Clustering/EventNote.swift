import Model

/// What is looked at to tell whether two reports are about one event.
struct EventNote: Sendable {
  /// One who takes part.
  struct Party: Hashable, Sendable {
    /// The number of a person; that of a body, below zero.
    var who: Int32
    /// The number of the office in which a person takes part; -1 where none is told.
    var office: Int32 = -1
    /// Whether one person holds that office at a time.
    var isSingleSeat = false

    /// Whether the two are one: the same person or body, or the holder of the same single seat, whose
    /// name another outlet spells otherwise (阿扎尔, 阿扎).
    func isSame(as other: Party) -> Bool {
      who == other.who
        || who >= 0 && other.who >= 0 && isSingleSeat && office >= 0 && office == other.office
    }
  }

  /// By number; no two of one document are one event.
  var document: Int32
  /// Equal for documents that are copies of one article.
  var article: Int32
  var kind: Event.Kind
  var status: Event.Status
  /// The rule that read it: of a case, its step (probe, arrest, sentence).
  var step: EventStep
  /// The days on which it may have been; nil where nothing is known.
  var window: DayWindow?
  /// Whether days are told, and not a month or year.
  var isDay: Bool
  /// Whether its own words date it, and not the article or the sentence before.
  var isDated: Bool
  /// From the province or state down, by number; empty where no place is told.
  var place: [Int32] = []
  /// Of the sentence that tells it, folded; 0 for one that is too short to tell.
  var words: UInt64 = 0
  /// Hashes of the names of conferences in the sentence.
  var names: [UInt32] = []
  var parties: [Party]
}

/// The days from a first to a last one, counted.
struct DayWindow: Hashable, Sendable, BitwiseCopyable {
  var first: Int32
  var last: Int32

  init(_ first: Int32, _ last: Int32) {
    self.first = first
    self.last = max(first, last)
  }

  /// The days that a time may mean: of a month all; nil without a year.
  init?(_ time: Event.Time) {
    guard let start = time.start?.date, let end = (time.end ?? time.start)?.date else {
      return nil
    }
    self.init(Int32(start.dayNumber), Int32(end.lastDay.dayNumber))
  }

  func touches(_ other: DayWindow) -> Bool { first <= other.last && other.first <= last }

  /// The days that both have; nil for none.
  func common(_ other: DayWindow) -> DayWindow? {
    touches(other) ? DayWindow(max(first, other.first), min(last, other.last)) : nil
  }
}

/// What kind of step a rule reads, as far as it decides whether two reports are one event.
enum EventStep: UInt8, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  case probe, arrest, expulsion, charge, trial, sentence, execution, hearing, accusation
  case death, sanction, statement, letter, interview, decree, issue, founding
  case conference, speaker
  case other

  init(rule: String) { self = Self.byRule[rule] ?? .other }

  private static let byRule = Dictionary(
    uniqueKeysWithValues: allCases.map { ("event.\($0)", $0) })

  /// Whether it befalls a person once in a while, so that two reports of it are one.
  var isOnce: Bool {
    switch self {
    case .probe, .arrest, .expulsion, .charge, .trial, .sentence, .execution, .death: true
    case .hearing, .accusation, .sanction, .statement, .letter, .interview, .decree, .issue,
      .founding, .conference, .speaker, .other:
      false
    }
  }
}

/// The names of conferences in a sentence, as far as two outlets give them alike: the word for a
/// gathering and the two characters before it (金融委会议, 外滩金融峰会).
enum ConferenceNames {
  private static let words = [
    "记者会", "发布会", "座谈会", "研讨会", "博览会", "委员会", "闭幕式", "开幕式", "论坛", "峰会", "大会", "会议", "年会", "全会",
  ].map { Array($0.unicodeScalars.map(\.value)) }
  private static let most = 4

  /// Of a folded sentence, in its order, each once.
  static func hashes(in text: [UInt32]) -> [UInt32] {
    var hashes: [UInt32] = []
    var place = 2
    while place < text.count, hashes.count < most {
      defer { place += 1 }
      guard let word = words.first(where: { text[place...].starts(with: $0) }) else { continue }
      let hash = UInt32(truncatingIfNeeded: StableHash.of(text[(place - 2)..<place] + word))
      if !hashes.contains(hash) { hashes.append(hash) }
      place += word.count - 1
    }
    return hashes
  }
}
