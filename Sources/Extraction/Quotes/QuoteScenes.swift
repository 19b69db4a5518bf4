import Model

/// Finds the event at which words were said: one told in the same paragraph, or before it where
/// the speaker simply goes on, in which the speaker takes part.
struct QuoteScenes {
  let passage: Passage
  private var words: SpeechWords { passage.terms.wordings.speech }
  let people: PersonPlaces
  let clauses: Clauses
  private let events: [Event]
  /// The events that are occasions to speak, by where their telling begins.
  private let scenes: [Int]

  init(_ passage: Passage, _ people: PersonPlaces, _ clauses: Clauses, events: [Event]) {
    self.passage = passage
    self.people = people
    self.events = events
    self.clauses = clauses
    scenes = events.indices.filter { Self.isOccasion(events[$0]) }
      .sorted { (events[$0].evidence.span.start, $0) < (events[$1].evidence.span.start, $1) }
  }

  private static func isOccasion(_ event: Event) -> Bool {
    guard event.status == .actual else { return false }
    switch event.kind {
    case .meeting, .inspection, .visit, .conference, .signing: return true
    case .appointment, .removal, .discipline, .other: return false
    }
  }

  /// The quotes with their events.
  func joined(_ quotes: [Quote]) -> [Quote] {
    guard !scenes.isEmpty else { return quotes }
    var joined: [Quote] = []
    for var quote in quotes {
      quote.event = scene(of: quote, after: joined.last)
      joined.append(quote)
    }
    return joined
  }

  private func scene(of quote: Quote, after last: Quote?) -> Int? {
    let span = quote.evidence.span
    // Words before their verb stand before the telling of where they were said, too.
    let latest = scenes.last { index in
      events[index].evidence.span.start <= span.end
        && takesPart(quote.speakers, in: events[index])
    }
    guard let latest else { return nil }
    let paragraph = quote.evidence.paragraph
    if events[latest].evidence.paragraph == paragraph { return latest }
    let goesOn =
      opensParagraph(quote) || last.map { $0.event == latest && follows($0, quote) } == true
    return goesOn && opensAlone(quote) ? latest : nil
  }

  /// Whether nothing is told in the paragraph of a quote before the sentence that attributes it.
  private func opensParagraph(_ quote: Quote) -> Bool {
    let paragraph = passage.paragraphs[quote.evidence.paragraph]
    let sentence = clauses.sentenceStart(before: quote.evidence.span.start)
    return sentence <= clauses.skippingSpaces(from: paragraph.lowerBound)
  }

  /// Whether a quote begins in the sentence after another, in the same paragraph.
  private func follows(_ last: Quote, _ quote: Quote) -> Bool {
    guard last.evidence.paragraph == quote.evidence.paragraph else { return false }
    let sentence = clauses.sentenceStart(before: quote.evidence.span.start)
    return sentence <= last.evidence.span.end + 3
  }

  /// Whether every speaker takes part in an event.
  private func takesPart(_ speakers: [NamedPerson], in event: Event) -> Bool {
    speakers.allSatisfy { speaker in
      event.participants.contains { participant in
        guard let person = participant.person else { return false }
        return person.name == speaker.name && person.homonym == speaker.homonym
      }
    }
  }

  /// Whether the sentence that attributes the words has its speaker for all of its opening, and no
  /// scene of its own: 沈文涛指出，…, 他说，….
  private func opensAlone(_ quote: Quote) -> Bool {
    guard quote.evidence.rule != QuoteRule.after.rawValue else { return false }
    let start = clauses.sentenceStart(before: quote.evidence.span.start)
    let clause = clauses.skippingAdverbs(
      from: clauses.skippingSpaces(from: start), to: passage.count)
    let scalar = passage.scalar(clause)
    var end = clause + 1
    if scalar != 0x4ED6, scalar != 0x5979 {  // 他她
      let index = people.first(from: clause)
      guard index < people.ranges.count else { return false }
      let range = people.ranges[index]
      guard people.speaker(index).name == quote.speakers[0].name,
        isTitle(clause..<range.lowerBound)
      else { return false }
      end = range.upperBound
    }
    let verb = clauses.skippingAdverbs(from: end, to: passage.count)
    return passage.begins([.saying], at: verb)
  }

  /// Whether nothing, or an office, stands before a name.
  private func isTitle(_ stretch: Range<Int>) -> Bool {
    stretch.isEmpty
      || stretch.count <= 20 && passage.ends([.post, .fixed, .merged], at: stretch.upperBound)
        && !stretch.contains { passage.scalar($0).isComma }
        && passage.end(of: words.prepositions, at: stretch.lowerBound) == nil
  }
}
