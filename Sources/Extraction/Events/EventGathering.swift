import Model

/// The events of an article, each once.
struct EventGathering {
  private(set) var events: [Event] = []
  /// The events by what must agree in those that are one.
  private var known: [Key: [Int]] = [:]

  fileprivate enum PartyKey: Hashable {
    case person(NamedPerson.Key)
    case body(Body)
  }

  private struct Key: Hashable {
    var kind: Event.Kind
    var rule: String
    var parties: Set<PartyKey>
  }

  /// Adds an event, or joins it to one that it tells again.
  mutating func add(_ event: Event) {
    let parties = Set(event.participants.map(\.party.key))
    let key = Key(kind: event.kind, rule: event.evidence.rule, parties: parties)
    for index in known[key] ?? [] where isOne(events[index], event) {
      if isOpen(events[index]), !isOpen(event) { events[index].time = event.time }
      if events[index].place == nil { events[index].place = event.place }
      return
    }
    known[key, default: []].append(events.count)
    events.append(event)
  }

  /// Adds those who took part as well to the doings told last; false where nothing was told that
  /// others take part in.
  mutating func join(_ attendees: [Event.Participant]) -> Bool {
    guard let last = events.last, Self.joinable.contains(last.kind) else { return false }
    // What one sentence tells stands together, last.
    for index in events.indices.reversed() {
      guard events[index].evidence.span == last.evidence.span else { break }
      guard events[index].kind == last.kind else { continue }
      let present = Set(events[index].participants.map(\.party.key))
      events[index].participants += attendees.filter { !present.contains($0.party.key) }
    }
    return true
  }

  private static let joinable: Set<Event.Kind> = [.meeting, .inspection, .conference, .signing]

  private func isOne(_ one: Event, _ other: Event) -> Bool {
    if one.evidence.span == other.evidence.span, one.time.start == other.time.start { return true }
    guard one.status == other.status else { return false }
    if let place = one.place, let next = other.place, place != next { return false }
    return isOpen(one) || isOpen(other) || one.time.start == other.time.start
  }

  /// Whether the text itself gives an event no date.
  private func isOpen(_ event: Event) -> Bool {
    event.time.basis == .publication || event.time.basis == .none
  }
}

extension Event.Party {
  /// What tells a party from the others, whatever offices it is given.
  fileprivate var key: EventGathering.PartyKey {
    switch self {
    case .person(let person): .person(person.key)
    case .body(let body): .body(body)
    }
  }
}
