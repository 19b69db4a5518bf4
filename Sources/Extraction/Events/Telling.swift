import Model

/// A doing as one sentence tells it: what the reader of a frame gives.
struct Telling {
  var kind: Event.Kind
  var rule: Rule
  /// Where the word stands that tells it.
  var word: Range<Int>
  /// Where its words end, what they name with them.
  var end: Int { max(word.upperBound, others.last?.range.upperBound ?? 0, name?.upperBound ?? 0) }
  /// Those on one side, or all where no sides are told.
  var actors: [Actor]
  /// Those on the other side, or who take part as something else than the first.
  var others: [Actor] = []
  /// The bodies that convene it.
  var hosts: [Actor] = []
  var role: Event.Participant.Role = .principal
  var otherRole: Event.Participant.Role = .principal
  /// All of those.
  var all: [Actor] { actors + others + hosts }
  /// The bodies among them.
  var bodies: [Actor] { all.filter(\.isBody) }
  /// Where it took place, if the frame knows better than the reader of places.
  var place: Event.Place?
  /// The name of what is convened, as printed; nil for 会议 alone and for other doings.
  var name: Range<Int>?
  /// Whether the name points at a meeting told before: 会议, 座谈会上.
  var isBare = false
  /// Whether the sides are the bodies for which the actors stand: 双方签署.
  var standsForBodies = false
  /// Whether it has two sides.
  var hasSides: Bool { !actors.isEmpty && !others.isEmpty && otherRole != .attendee }
  /// Whether it is one stop of a trip, and no other telling of it.
  var isStop = false
  /// Where the sentence only says who took part in a doing told before: the kinds that it may be of.
  var joins: Set<Event.Kind> = []
}
