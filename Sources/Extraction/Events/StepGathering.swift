import Model

/// What an article tells of steps and falls of persons, each once: appointments, removals,
/// discipline.
struct StepGathering {
  private(set) var events: [Event] = []
  /// The events by what must agree in those that are one.
  private var known: [Key: [Int]] = [:]
  /// The rules that read each event: 立案审查并开除 is one, and tells two stages.
  private var rules: [Set<String>] = []

  private struct Key: Hashable {
    var kind: Event.Kind
    var persons: Set<NamedPerson.Key>
  }

  /// Adds an event, or joins it to one that it tells again.
  mutating func add(_ event: Event) {
    let key = Key(
      kind: event.kind, persons: Set(event.participants.compactMap(\.person?.key)))
    for index in known[key] ?? [] where isOne(index, event) {
      rules[index].insert(event.evidence.rule)
      if isOpen(events[index]) ? !isOpen(event) : event.time.isFiner(than: events[index].time) {
        events[index].time = event.time
      }
      if events[index].place == nil { events[index].place = event.place }
      return
    }
    known[key, default: []].append(events.count)
    events.append(event)
    rules.append([event.evidence.rule])
  }

  private func isOne(_ index: Int, _ other: Event) -> Bool {
    let one = events[index]
    if one.evidence.span == other.evidence.span, one.time.start == other.time.start { return true }
    guard one.status == other.status else { return false }
    if one.kind == .discipline, !rules[index].contains(other.evidence.rule) { return false }
    if one.time.start == other.time.start, !isOpen(one), !isOpen(other) {
      return isOfOneSeat(one, other)
    }
    if isOpen(one), isOpen(other) { return true }
    if isOpen(one) || isOpen(other) { return isOfOneSeat(one, other, isSure: true) }
    return one.time.isFiner(than: other.time) || other.time.isFiner(than: one.time)
      ? isOfOneSeat(one, other) : false
  }

  /// Whether nothing says that two events are of different offices; where that must be sure, whether
  /// they are told of one.
  private func isOfOneSeat(_ one: Event, _ other: Event, isSure: Bool = false) -> Bool {
    guard one.kind == .appointment else { return true }
    let (some, others) = (one.seats, other.seats)
    if some.isEmpty || others.isEmpty { return !isSure }
    return !some.isDisjoint(with: others)
  }

  /// Whether the event's own words give it no date.
  private func isOpen(_ event: Event) -> Bool {
    event.time.text == nil && event.time.basis != .stated
  }
}

extension Event {
  fileprivate struct Seat: Hashable {
    var body: Body
    var title: String
  }

  /// What is taken up, where that was read.
  fileprivate var seats: Set<Seat> {
    guard evidence.rule == Rule.appointmentEvent.name else { return [] }
    return Set(
      participants.flatMap { $0.person?.offices ?? [] }
        .map { Seat(body: $0.body, title: $0.title) })
  }
}
