import Model

/// The events of an article, each once.
struct EventGathering {
  private(set) var events: [Event] = []
  /// The events by what must agree in those that are one.
  private var known: [Key: [Int]] = [:]

  private struct Key: Hashable {
    var kind: Event.Kind
    var rule: String
    var persons: Set<String>
  }

  /// Adds an event, or joins it to one that it tells again.
  mutating func add(_ event: Event) {
    let persons = Set(event.participants.map { $0.person.name + ($0.person.homonym ?? "") })
    let key = Key(kind: event.kind, rule: event.evidence.rule, persons: persons)
    for index in known[key] ?? [] where isOne(events[index], event) {
      if isOpen(events[index]), !isOpen(event) { events[index].time = event.time }
      if events[index].place == nil { events[index].place = event.place }
      return
    }
    known[key, default: []].append(events.count)
    events.append(event)
  }

  private func isOne(_ one: Event, _ other: Event) -> Bool {
    guard one.status == other.status else { return false }
    if let place = one.place, let next = other.place, place != next { return false }
    return isOpen(one) || isOpen(other) || one.time.start == other.time.start
  }

  /// Whether the text itself gives an event no date.
  private func isOpen(_ event: Event) -> Bool {
    event.time.basis == .publication || event.time.basis == .none
  }
}
