import Model
import Reference

/// A word that tells an event, and the frame that its persons stand in.
struct EventTrigger: CodedWord {
  enum Frame: Equatable, Sendable {
    /// Those before the word act: 甲、乙赴河滨市调研.
    case actors
    /// Those on both sides of the word act, or of 与 before it: 甲与乙会谈.
    case sides
    /// Those behind the word are met by those before it: 甲会见乙.
    case objects
    /// Those before the word come to a place: 甲来到河滨市, where the article tells that they inspect.
    case stops
    /// Those before the word hear the report of a body: 甲听取河滨市委工作汇报.
    case hearing
    /// Those beside the word speak where it says: 座谈会上，甲发言.
    case speaking
    /// Those before the word speak at what was told before: 甲致辞.
    case addressing
    /// Those before the word take part in what is named beside it: 甲出席全省经济工作会议.
    case convening
    /// A public act of its own.
    case act(Act)

    var isAct: Bool {
      if case .act = self { true } else { false }
    }
  }

  let codes: [UInt32]
  let kind: Event.Kind
  let frame: Frame
  let rule: Rule

  init(codes: [UInt32], kind: Event.Kind, frame: Frame, rule: Rule) {
    self.codes = codes
    self.kind = kind
    self.frame = frame
    self.rule = rule
  }

  /// - Parameter word: with the kind of event, the frame or the public act, and the rule:
  ///   `meeting sides event.meeting`. Nil where one of them is none.
  init?(_ word: TellingWord) {
    let parts = word.value.split(separator: " ").map(String.init)
    guard parts.count == 3, let kind = Event.Kind(rawValue: parts[0]),
      let frame = Frame(parts[1]), let rule = Rule.event(named: parts[2])
    else { return nil }
    let codes = word.form.unicodeScalars.map(\.value)
    self.init(codes: codes, kind: kind, frame: frame, rule: rule)
  }
}

extension EventTrigger.Frame {
  init?(_ name: String) {
    switch name {
    case "actors": self = .actors
    case "sides": self = .sides
    case "objects": self = .objects
    case "stops": self = .stops
    case "hearing": self = .hearing
    case "speaking": self = .speaking
    case "addressing": self = .addressing
    case "convening": self = .convening
    default:
      guard let act = Act(rawValue: name) else { return nil }
      self = .act(act)
    }
  }
}
