import Model
import Reference

/// What the readers of an article's events share: its text, its persons, its dates, and where
/// others than the article itself speak.
final class Narration {
  let passage: Passage
  var eventWords: EventWords { passage.terms.wordings.events }
  let people: PersonPlaces
  let times: EventTimes
  let bodies: NamedBodies
  let delegations: Delegations
  let places: EventPlaces
  private let quoted: QuotedStretches
  /// The same, without the words of those who announce.
  private let spoken: QuotedStretches

  /// - Parameter subject: the place that the article is about.
  init(
    _ passage: Passage, _ people: PersonPlaces, quotes: [Quote], dates: PassageDates,
    bodies: NamedBodies, published: PartialDate?, subject: Frame
  ) {
    self.bodies = bodies
    delegations = Delegations(passage, people, bodies)
    self.passage = passage
    self.people = people
    quoted = QuotedStretches(quotes)
    spoken = QuotedStretches(
      quotes, but: passage.terms.wordings.events.announcing)
    times = EventTimes(passage: passage, dates: dates, quoted: quoted, published: published)
    var finder = PlaceFinder(
      passage, subject: subject, published: published, dates: dates, quoted: quoted)
    let isTelling = !people.isEmpty || !bodies.all.isEmpty
    places = EventPlaces(passage, isTelling ? finder.places() : [], dates: dates)
  }

  /// Whether the article tells what stands at a place, and none of those whom it quotes.
  func isTold(_ place: Int) -> Bool { !quoted.holds(place) }

  /// Whether the article tells what stands at a place, or somebody announces it: 宣布请辞.
  func isToldOrAnnounced(_ place: Int) -> Bool { !spoken.holds(place) }

  /// The trigger that stands at a place, the longest first.
  func trigger(at place: Int) -> EventTrigger? {
    eventWords.triggers.word(at: place, in: passage)
  }

  /// Some places of persons without those that name a person again.
  func distinct(_ indices: [Int]) -> [Int] {
    indices.enumerated().filter { at, index in
      !indices[..<at].contains { people.areOne($0, index) }
    }.map(\.element)
  }

  /// Whether what a word tells took place, as far as the words right before it say.
  ///
  /// - Parameter start: where the clause or sentence of the word begins.
  func status(of word: Int, from start: Int) -> Event.Status {
    func holds(_ words: [[UInt32]], within reach: Int) -> Bool {
      passage.holds(words, in: max(start, word - reach)..<max(start, word))
    }
    let isNegated = passage.scalar(word - 1) == 0x4E0D && word > start  // 不
    if isNegated || holds(eventWords.denial, within: 4) { return .denied }
    return holds(eventWords.wishes, within: 16) || holds(eventWords.future, within: 8)
      ? .planned : .actual
  }

  /// The bodies of a stretch that may act: not those inside a printed office, nor places where
  /// something is done.
  func bodyActors(in stretch: Range<Int>) -> [Actor] {
    bodies.indices(in: stretch).filter { mayAct(bodies.all[$0]) }
      .map { Actor(who: .body($0), range: bodies.all[$0].range) }
  }

  private func mayAct(_ body: NamedBody) -> Bool {
    if body.isDelegation { return true }
    guard !body.isOffice, !body.body.isPress(passage.terms.almanac),
      passage.end(of: eventWords.sources, at: body.range.upperBound) == nil,
      ![0x636E, 0x300A].contains(passage.scalar(body.range.lowerBound - 1)),  // 据《
      passage.start(of: eventWords.placers, before: body.range.lowerBound) == nil
    else { return false }
    if isBeforeOffice(body) { return false }
    if body.kind == .organization { return true }
    let next = passage.scalar(body.range.upperBound)
    return next.isComma || next.isListMark || next.isDigit || next.endsSentence
      || passage.end(of: eventWords.actings, at: body.range.upperBound) != nil
  }

  /// 领导小组·办公室主任甲: the words go on to the office of the person behind them.
  private func isBeforeOffice(_ body: NamedBody) -> Bool {
    let end = body.range.upperBound
    let next = people.first(from: end)
    guard next < people.ranges.count, (1...14).contains(people.ranges[next].lowerBound - end) else {
      return false
    }
    return (end..<people.ranges[next].lowerBound).allSatisfy { place in
      passage.scalar(place).isHan
        && ![0x4E0E, 0x548C, 0x540C, 0x53CA].contains(passage.scalar(place))  // 与和同及
        && passage.end(of: eventWords.actings, at: place) == nil
    }
  }

  func areOne(_ one: Actor, _ other: Actor) -> Bool {
    switch (one.who, other.who) {
    case (.person(let one), .person(let other)): people.areOne(one, other)
    case (.body, .body): party(one) == party(other)
    default: false
    }
  }

  /// Whether the offices of two persons are of one body.
  func areOfOneBody(_ one: Actor, _ other: Actor) -> Bool {
    guard let one = one.person, let other = other.person else { return false }
    let bodies = people.speaker(one).offices.map(\.body)
    return people.speaker(other).offices.contains { bodies.contains($0.body) }
  }

  func party(_ actor: Actor) -> Event.Party {
    switch actor.who {
    case .person(let index): .person(people.speaker(index))
    case .body(let index): .body(bodies.all[index].body)
    }
  }

  /// A division or state by itself.
  func isPlace(_ actor: Actor) -> Bool {
    guard case .body(let index) = actor.who else { return false }
    return bodies.all[index].kind != .organization && !bodies.all[index].isDelegation
  }

  func isDelegation(_ actor: Actor) -> Bool {
    if case .body(let index) = actor.who { bodies.all[index].isDelegation } else { false }
  }

  /// The body for which an actor stands: 吉林省 for its secretary, 亚美尼亚 for its prime minister.
  func bodyStoodFor(_ actor: Actor) -> Body? {
    switch party(actor) {
    case .body(let body): body
    case .person(let person): person.offices.first.flatMap { stoodFor($0.body) }
    }
  }

  /// The state that an actor is of, or holds office in; nil where the text does not say.
  func state(of actor: Actor) -> String? {
    switch party(actor) {
    case .body(let body): state(of: body)
    case .person(let person): person.offices.first.flatMap { state(of: $0.body) }
    }
  }

  /// The state that an area is or lies in.
  func state(ofArea id: String) -> String {
    passage.terms.almanac.organizations[id] == nil ? Self.home : id
  }

  private static let home = "state:CN"

  private func state(of body: Body) -> String? {
    switch body {
    case .part(let whole, _): return state(of: whole)
    case .local: return Self.home
    case .written(_, let division): return division == nil ? nil : Self.home
    case .unplaced: return nil
    case .listed(let id):
      let organizations = passage.terms.almanac.organizations
      var body = organizations[id]
      for _ in 0..<Self.depth {
        guard let own = body else { return nil }
        if own.kind == "foreign_state" { return own.id }
        if own.kind == "international" { return nil }
        guard let parent = own.parentID else { break }
        body = organizations[parent]
      }
      return Self.home
    }
  }

  /// How far up bodies are asked for their state.
  private static let depth = 8

  private func stoodFor(_ body: Body) -> Body? {
    let almanac = passage.terms.almanac
    switch body {
    case .part(let whole, _): return stoodFor(whole)
    case .local(_, let id): return almanac.divisions[id].map { .written($0.name, division: id) }
    case .listed(let id):
      let kind = almanac.organizations[id]?.kind
      return kind == "company" || kind == "university" || kind == "foreign_state"
        || kind == "international" ? body : .china
    default: return body
    }
  }

  /// Those for whom an actor stands, a delegation for its leaders and for whom they come, and where
  /// each is named.
  func parties(_ actor: Actor) -> [(Event.Party, Range<Int>)] {
    let own = (party(actor), actor.range)
    guard case .body(let index) = actor.who, bodies.all[index].isDelegation else { return [own] }
    let leaders = delegations.leaders(of: bodies.all[index])
    return leaders.map { (.person(people.speaker($0)), people.ranges[$0]) } + [own]
  }

  /// A sentence without the spaces around it.
  func trimmed(_ sentence: Range<Int>) -> Range<Int> {
    var (start, end) = (sentence.lowerBound, sentence.upperBound)
    while start < end, passage.scalar(start).isSpace || passage.scalar(start) == 0x0A { start += 1 }
    while end > start, passage.scalar(end - 1).isSpace || passage.scalar(end - 1) == 0x0A {
      end -= 1
    }
    return start..<end
  }

  func evidence(_ scene: EventScene, _ rule: Rule) -> Evidence {
    Evidence(
      paragraph: scene.paragraph, span: Span(scene.sentence.lowerBound, scene.sentence.upperBound),
      text: String(passage.written[scene.sentence]), rule: rule.name)
  }

  /// Some words, wherever they stand.
  func evidence(_ words: Range<Int>, _ rule: Rule) -> Evidence {
    let paragraph = passage.paragraph(of: words.lowerBound)
    return evidence(EventScene(sentence: words, paragraph: paragraph), rule)
  }

  /// A person of the article, by place.
  func participant(
    _ index: Int, _ role: Event.Participant.Role, _ rule: Rule
  ) -> Event.Participant {
    Event.Participant(
      .person(people.speaker(index)), role: role, evidence: evidence(people.ranges[index], rule))
  }
}

/// A sentence and the paragraph that it stands in.
struct EventScene {
  var sentence: Range<Int>
  var paragraph: Int

  /// Whether this is a sentence of somebody who tells something. What tells an event is looked for in
  /// the whole of its sentence, so a page that has lost its marks would take time by the square of
  /// its length; no sentence of prose in 12,000 news articles has more than 1,500 characters.
  var isProse: Bool { sentence.count <= 3_000 }
}
