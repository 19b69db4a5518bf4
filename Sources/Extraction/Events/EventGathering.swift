import Model

/// The events of an article, each once, and what later sentences say of those told before.
struct EventGathering {
  private let same: EventSameness
  private(set) var gathered: [Event] = []
  /// The events by what must agree in those that are one.
  private var known: [Key: [Int]] = [:]
  /// The number of the sentence that is being read.
  var sentence = 0
  /// The events that the tellings of one sentence gave, by sentence, the last at the end.
  private var rounds: [Round] = []

  /// So many of the events told last are looked through for one that is told again. No article tells
  /// as many; to look through all would take a page of like sentences the square of its length.
  private static let reach = 100

  /// So many meetings of one sentence take in whom a later one names: those who attended them all.
  private static let mostJoined = 20

  init(_ words: EventWords) { same = EventSameness(words: words) }

  private var recent: ArraySlice<Event> { gathered.suffix(Self.reach) }
  private var recentRounds: ArraySlice<Round> { rounds.suffix(Self.reach) }

  /// Those of a key that could be told again, the last ones.
  private func candidates(_ key: Key) -> ArraySlice<Int> { known[key]?.suffix(Self.reach) ?? [] }

  private struct Key: Hashable {
    var kind: Event.Kind
    /// Each kind of act is an event of its own.
    var stage: String?
    var parties: Set<Event.Party.Key>
  }

  /// What one sentence told with one word: one event, or one for each of those met apart.
  private struct Round {
    var kind: Event.Kind
    var events: [Int]
    /// Whether the persons met are named where the meeting is told.
    var namesGuests: Bool
    var name: String?
    var sentence: Int
  }

  /// The events with somebody in them; a stop is one where its traveller inspects elsewhere too, on
  /// the same trip.
  var events: [Event] {
    let inspections = Dictionary(
      grouping: gathered.filter {
        $0.kind == .inspection && $0.evidence.rule != Rule.stop.name && $0.status != .denied
      }, by: { $0.participants.first?.party.key })
    return trips().filter { event in
      guard let first = event.participants.first else { return false }
      guard event.evidence.rule == Rule.stop.name else { return true }
      return inspections[first.party.key]?.contains { same.isOfOneTrip($0.time, event.time) }
        == true
    }
  }

  /// The events, with a trip that the lead tells without a date (近日在某省考察) made one with the dated
  /// telling of it.
  private func trips() -> [Event] {
    var events = gathered
    for lead in events.indices where isLead(events[lead]) {
      guard let first = events[lead].participants.first?.party.key,
        let whole = (max(0, lead - Self.reach)..<min(events.count, lead + Self.reach)).first(
          where: { $0 != lead && isTelling(events[$0], of: first, near: events[lead]) })
      else { continue }
      let known = Set(events[whole].participants.map(\.party.key))
      events[whole].participants += events[lead].participants.filter {
        !known.contains($0.party.key)
      }
      events[whole].place = events[lead].place ?? events[whole].place
      events[whole].topic = events[lead].topic ?? events[whole].topic
      events[lead].participants = []
    }
    return events
  }

  private func isLead(_ event: Event) -> Bool {
    event.kind == .inspection && same.isOpen(event) && event.evidence.rule == Rule.inspection.name
  }

  /// Whether an event is a dated inspection of somebody within ten days before an undated one.
  private func isTelling(_ event: Event, of first: Event.Party.Key, near lead: Event) -> Bool {
    guard event.kind == .inspection, !same.isOpen(event),
      event.evidence.rule == Rule.inspection.name,
      event.participants.first?.party.key == first, let start = event.time.start,
      let near = lead.time.start
    else { return false }
    guard let day = CalendarDay(start.date), let today = CalendarDay(near.date) else {
      return start.year == near.year && start.month == near.month
    }
    return (0...10).contains(today.number - day.number)
  }

  /// Adds an event, or joins it to one that it tells again.
  mutating func add(_ event: Event) { _ = place(event) }

  /// Adds the events that one word told.
  ///
  /// - Parameter isStop: whether it is a stop of a trip, which is none of those before.
  mutating func add(round events: [Event], name: String? = nil, isStop: Bool = false) {
    guard let first = events.first else { return }
    let indices = events.map { place($0, isStop: isStop) }
    rounds.append(
      Round(
        kind: first.kind, events: indices,
        namesGuests: first.participants.contains { $0.side == 2 && $0.person != nil }, name: name,
        sentence: sentence))
  }

  /// Where an event stands, new or told before.
  private mutating func place(_ event: Event, isStop: Bool = false) -> Int {
    if isStop {
      gathered.append(event)
      return gathered.count - 1
    }
    let key = key(of: event)
    if let index = candidates(key).first(where: { same.isOne(gathered[$0], event) }) {
      takeTime(of: event, at: index)
      if gathered[index].place == nil { gathered[index].place = event.place }
      if gathered[index].topic == nil { gathered[index].topic = event.topic }
      return index
    }
    if let index = retold(event) {
      for participant in event.participants { add(participant, to: index, side: participant.side) }
      return index
    }
    if let index = act(of: event) ?? trip(of: event) {
      takeTime(of: event, at: index)
      for participant in event.participants { add(participant, to: index, side: nil) }
      return index
    }
    known[key, default: []].append(gathered.count)
    gathered.append(event)
    return gathered.count - 1
  }

  /// Whether an event was told before, with a day.
  func isDated(_ event: Event) -> Bool {
    let twin =
      candidates(key(of: event)).first { same.isOne(gathered[$0], event) } ?? retold(event)
    return twin.map { !same.isOpen(gathered[$0]) } ?? false
  }

  /// Takes the time of a telling of an event where it is the first, or told more closely.
  private mutating func takeTime(of event: Event, at index: Int) {
    let isCloser =
      same.isOpen(gathered[index])
      ? !same.isOpen(event) : event.time.isFiner(than: gathered[index].time)
    if isCloser { gathered[index].time = event.time }
  }

  private func key(of event: Event) -> Key {
    Key(
      kind: event.kind, stage: event.kind == .other ? event.evidence.rule : nil,
      parties: Set(event.participants.map(\.party.key)))
  }

  /// The meeting or signing told before that is told again: of bodies, by the persons who met for
  /// them, or of persons, by their bodies.
  private func retold(_ event: Event) -> Int? {
    guard event.kind == .meeting || event.kind == .signing, event.participants.count > 1 else {
      return nil
    }
    for round in recentRounds.reversed() where round.kind == event.kind {
      for index in round.events {
        let other = gathered[index]
        guard
          other.participants.contains(where: { $0.body != nil })
            || event.participants.contains(where: { $0.body != nil }),
          other.time.start == event.time.start || same.isOpen(event), other.status == event.status,
          event.participants.allSatisfy({ one in
            other.participants.contains { EventSameness.areRelated(one.party, $0.party) }
          }),
          other.participants.filter({ $0.side != nil }).allSatisfy({ one in
            event.participants.contains { EventSameness.areRelated(one.party, $0.party) }
          })
        else { continue }
        return index
      }
    }
    return nil
  }

  /// The act told before that is the same: of the same sort and day, and of some of the same; two
  /// calls of one day are two.
  private func act(of event: Event) -> Int? {
    guard event.kind == .other else { return nil }
    let parties = Set(event.participants.map(\.party.key))
    return recent.lastIndex { other in
      guard other.kind == .other, other.evidence.rule == event.evidence.rule,
        other.time.start == event.time.start
      else { return false }
      let told = Set(other.participants.map(\.party.key))
      if event.evidence.rule != Rule.letter.name { return !told.isDisjoint(with: parties) }
      return told.isSubset(of: parties) || parties.isSubset(of: told)
    }
  }

  /// The inspection told before that is the same: of the same first person, in the same place, and
  /// of no other day.
  private func trip(of event: Event) -> Int? {
    guard event.kind == .inspection, let place = event.place,
      let first = event.participants.first?.party.key
    else { return nil }
    return recent.lastIndex { other in
      other.kind == .inspection && other.participants.first?.party.key == first
        && other.status == event.status
        && (same.agree(other, event) || same.isFiner(other, event))
        && other.place.map { $0.name.hasPrefix(place.name) || place.name.hasPrefix($0.name) }
          == true
    }
  }

  // MARK: when

  /// The time of what was told in the sentences right before.
  var lastTime: Event.Time? {
    guard let last = rounds.last, last.sentence + 3 >= sentence, let index = last.events.first,
      gathered[index].time.start != nil
    else { return nil }
    return gathered[index].time
  }

  /// The time of the last inspection of somebody that has one, of those of a time asked for.
  func lastStop(of party: Event.Party, where isMeant: (Event.Time) -> Bool) -> Event.Time? {
    recent.last { event in
      event.kind == .inspection && !same.isOpen(event) && isMeant(event.time)
        && event.participants.first?.party.key == party.key
    }?.time
  }

  /// The latest time that the text gives to a doing of one of some persons, not before a day.
  func time(of participants: [Event.Participant], since day: CalendarDay) -> Event.Time? {
    let keys = Set(participants.filter { $0.person != nil }.map(\.party.key))
    let days = recent.filter { event in
      !same.isOpen(event) && Self.datable.contains(event.kind) && event.status == .actual
        && event.participants.contains { keys.contains($0.party.key) }
    }.compactMap { event in CalendarDay(event.time.start?.date).map { ($0.number, event.time) } }
    return days.filter { $0.0 >= day.number }.max { $0.0 < $1.0 }?.1
  }

  private static let datable: Set<Event.Kind> = [.meeting, .signing, .visit, .conference]

  // MARK: who takes part as well

  mutating func join(_ attendance: Attendances.Attendance) {
    join(attendance.participants, kinds: attendance.kinds, reach: attendance.reach)
  }

  /// Adds those who took part as well to the doings told last of some kinds.
  ///
  /// - Parameter reach: how many sentences back the doing may stand.
  mutating func join(_ others: [Event.Participant], kinds: Set<Event.Kind>, reach: Int) {
    guard let last = recentRounds.lastIndex(where: { kinds.contains($0.kind) }),
      rounds[last].sentence + reach >= sentence
    else { return }
    let told = rounds[last].sentence
    for index in (max(0, last - Self.mostJoined)...last).reversed() {
      guard rounds[index].sentence == told else { break }
      guard kinds.contains(rounds[index].kind) else { continue }
      join(others, to: rounds[index])
      rounds[index].sentence = sentence
    }
  }

  private mutating func join(_ others: [Event.Participant], to round: Round) {
    var rest: [Event.Participant] = []
    for participant in others {
      let own = round.events.filter { isOf(participant, gathered[$0]) }
      if round.events.count > 1, own.count == 1 {
        add(participant, to: own[0], side: 2)
      } else {
        rest.append(participant)
      }
    }
    guard !rest.isEmpty, let first = round.events.first else { return }
    if round.events.count > 1, round.namesGuests {
      // Who took part in all that several meetings were for met none of the guests for certain.
      var whole = gathered[first]
      whole.participants = whole.participants.filter { $0.side != 2 } + rest
      _ = place(whole)
      return
    }
    for index in round.events {
      for participant in rest {
        add(participant, to: index, side: isOf(participant, gathered[index]) ? 2 : nil)
      }
    }
  }

  private mutating func add(_ participant: Event.Participant, to index: Int, side: Int?) {
    guard !gathered[index].participants.contains(where: { $0.party.key == participant.party.key })
    else { return }
    var participant = participant
    if let side { participant.side = side }
    // 见证签约 at a talk: there is nothing to witness but what was signed.
    if participant.role == .witness, gathered[index].kind == .meeting {
      participant.role = .attendee
    }
    gathered[index].participants.append(participant)
  }

  /// Whether a person is of the body that an event has for its other side.
  private func isOf(_ participant: Event.Participant, _ event: Event) -> Bool {
    guard let bodies = participant.person?.offices.map(\.body) else { return false }
    return event.participants.contains { other in
      guard other.side == 2 else { return false }
      if let body = other.body { return bodies.contains { $0.isOf(body) } }
      return other.person?.offices.contains { bodies.contains($0.body) } == true
    }
  }

  // MARK: meetings with a name

  /// Adds who took part in a conference to the one told before, if it is the same; else adds it.
  mutating func add(conference: Event, name: String?, isBare: Bool, isDated: Bool) {
    if let last = recentRounds.lastIndex(where: { $0.kind == .conference }),
      let index = rounds[last].events.first,
      isSame(
        gathered[index], rounds[last].name, conference, name, isBare: isBare, isDated: isDated)
    {
      rounds[last].sentence = sentence
      for participant in conference.participants { add(participant, to: index, side: nil) }
      if gathered[index].place == nil { gathered[index].place = conference.place }
      if same.isOpen(gathered[index]), !same.isOpen(conference) {
        gathered[index].time = conference.time
      }
      return
    }
    add(round: [conference], name: isBare ? nil : name)
  }

  private func isSame(
    _ one: Event, _ oneName: String?, _ other: Event, _ otherName: String?, isBare: Bool,
    isDated: Bool
  ) -> Bool {
    let agree = same.agree(one, other)
    let bodies = Set(other.participants.compactMap(\.body))
    let known = Set(one.participants.compactMap(\.body))
    if !bodies.isEmpty, !known.isEmpty, !isBare, bodies.isDisjoint(with: known) { return false }
    if isBare || oneName == nil { return !isDated || agree }
    guard let oneName, let otherName else { return agree }
    return agree && EventSameness.areAlike(oneName, otherName)
  }
}
