import Model
import Reference
import Testing

@testable import Extraction

/// What holds of every event, quote and agreement, whatever the text: of the sentences that the
/// rules are held by, and of thousands of mutations of them.
@Suite struct EventPropertyTests {
  static let sentences: [String] =
    EventTests.samples.map(\.text) + DoingTests.samples.map(\.text)
    + DoingTests.roleSamples.map(\.text) + StepEventTests.steps.map(\.text)
    + StepEventTests.moves.map(\.text) + StepEventTests.fates.map(\.text)
    + ActTests.told.map(\.text) + AgreementTests.samples.map(\.text)
    + QuoteTests.samples.map(\.text) + PlaceTests.scenes.map(\.text)

  /// The words of a span, or nil where it lies outside the text.
  private static func words(_ span: Span, _ scalars: [Unicode.Scalar]) -> String? {
    guard span.start >= 0, span.start < span.end, span.end <= scalars.count else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[span.start..<span.end])
    return String(view)
  }

  private static func check(_ text: String) throws {
    let reading = try EventTests.reading(text)
    let scalars = Array(text.unicodeScalars)
    let named = Set(reading.mentions.map(\.personName))
    for event in reading.events {
      #expect(words(event.evidence.span, scalars) == event.evidence.text, "\(text)")
      #expect(!event.participants.isEmpty, "\(text)")
      #expect(
        event.participants.compactMap(\.person).allSatisfy { named.contains($0.name) }, "\(text)")
      #expect(isPossible(event), "\(text)")
    }
    for participant in reading.events.flatMap(\.participants) {
      let evidence = participant.evidence
      #expect(words(evidence.span, scalars) == evidence.text, "\(text)")
      #expect(isNamed(participant, by: reading.mentions), "\(text)")
    }
    for evidence in reading.quotes.map(\.evidence) + reading.agreements.map(\.evidence) {
      #expect(words(evidence.span, scalars) == evidence.text, "\(text)")
    }
    for agreement in reading.agreements { #expect(agreement.parties.count > 1, "\(text)") }
  }

  /// Whether the words that a participant rests on are those of a mention of that person.
  private static func isNamed(_ participant: Event.Participant, by mentions: [Mention]) -> Bool {
    guard let person = participant.person else { return true }
    return mentions.contains {
      $0.person == person.key && $0.evidence.span == participant.evidence.span
    }
  }

  /// Whether an event that took place lies before its article (2020-12-16), and none ends before it
  /// begins.
  private static func isPossible(_ event: Event) -> Bool {
    guard let start = event.time.start?.iso, let end = event.time.end?.iso else { return true }
    guard start.first != "-" else { return true }
    let length = min(start.count, end.count)
    let ends = end.prefix(length) >= start.prefix(length)
    let today = "2020-12-16".prefix(start.count)
    return ends && (event.status != .actual || start <= today)
  }

  @Test func `every event of the sentences of the rules holds together`() throws {
    for text in Self.sentences { try Self.check(text) }
  }

  @Test(arguments: 0..<20) func `every event of a mutated text holds together`(_ seed: Int) throws {
    var random = ExtractionPropertyTests.Seeded(state: UInt64(seed) &* 6271 &+ 5)
    for _ in 0..<60 {
      let picked = (0..<3).compactMap { _ in Self.sentences.randomElement(using: &random) }
      var scalars = Array(picked.joined(separator: "\n").unicodeScalars)
      for _ in 0..<Int.random(in: 1...5, using: &random) where scalars.count > 8 {
        let place = Int.random(in: 0..<scalars.count - 6, using: &random)
        let stretch = place..<place + Int.random(in: 1...6, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: scalars.removeSubrange(stretch)
        case 1: scalars.insert(contentsOf: Array(scalars[stretch]), at: place)
        default: scalars[stretch].reverse()
        }
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      try Self.check(String(view))
    }
  }

  /// No word of one article leans on another: the same text gives the same events.
  @Test func `reading twice gives the same`() throws {
    let text = Self.sentences.joined(separator: "\n")
    let (one, other) = (try EventTests.reading(text), try EventTests.reading(text))
    #expect(one.events == other.events)
    #expect(one.quotes == other.quotes)
    #expect(one.agreements == other.agreements)
  }
}
